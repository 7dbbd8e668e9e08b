# The command `longread`, the unit tests, the fuzzers.
# A seam of the analyser: the command has all stemmers and stop words, a page those that are short (wasm_targets.cmake).
list(FILTER core_sources EXCLUDE REGEX "/related/stemmers_none\\.cpp$")
# Archives are built by the command alone.
longread_sources(archive_sources app/archive/*.cpp)
# So is what simulates readers.
longread_sources(simulate_sources app/simulate/*.cpp)
# Loops over long arrays are worth wider steps here.
set_source_files_properties("${PROJECT_SOURCE_DIR}/src/app/archive/nearest.cpp" PROPERTIES COMPILE_OPTIONS "$<$<CONFIG:Release>:-O3>")
add_library(longread_core STATIC ${core_sources} ${archive_sources} ${simulate_sources} ${cmark_own_sources} $<TARGET_OBJECTS:cmark>)
target_link_libraries(longread_core PUBLIC longread_options PRIVATE "${LONGREAD_LIBSTEMMER}")

# Says how large a file of the archive is on its way (app/archive/compressed_size.cpp).
find_library(LONGREAD_BROTLI_ENCODER brotlienc REQUIRED)
find_library(LONGREAD_BROTLI_COMMON brotlicommon REQUIRED)
target_link_libraries(longread_core PUBLIC "${LONGREAD_BROTLI_ENCODER}" "${LONGREAD_BROTLI_COMMON}")

# The stylesheets of the web package, as a string in the command: a printed page holds the slots too.
set(stylesheets "${PROJECT_SOURCE_DIR}/web/src/longread.css" "${PROJECT_SOURCE_DIR}/web/src/slots.css")
list(JOIN stylesheets "," stylesheet_list)
set(stylesheet_cpp "${PROJECT_BINARY_DIR}/stylesheet.cpp")
add_custom_command(OUTPUT "${stylesheet_cpp}"
    COMMAND "${CMAKE_COMMAND}" "-DCSS=${stylesheet_list}" "-DOUT=${stylesheet_cpp}"
            -P "${PROJECT_SOURCE_DIR}/scripts/cmake/embed_stylesheet.cmake"
    DEPENDS ${stylesheets} "${PROJECT_SOURCE_DIR}/scripts/cmake/embed_stylesheet.cmake"
    COMMENT "Embedding web/src/longread.css" VERBATIM)

# And the schemas, for its check.
file(GLOB schemas CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/web/schema/*.schema.json")
list(JOIN schemas "," schema_list)
set(schemas_cpp "${PROJECT_BINARY_DIR}/schemas.cpp")
add_custom_command(OUTPUT "${schemas_cpp}"
    COMMAND "${CMAKE_COMMAND}" "-DSCHEMAS=${schema_list}" "-DOUT=${schemas_cpp}"
            -P "${PROJECT_SOURCE_DIR}/scripts/cmake/embed_schemas.cmake"
    DEPENDS ${schemas} "${PROJECT_SOURCE_DIR}/scripts/cmake/embed_schemas.cmake"
    COMMENT "Embedding web/schema" VERBATIM)

# Everything of the platform but main, so that tests can call it.
longread_sources(platform_sources platform/html_parser_gumbo.cpp platform/gumbo_memory.cpp platform/cli_*.cpp)
set(cli_main "${PROJECT_SOURCE_DIR}/src/platform/cli_main.cpp")
list(REMOVE_ITEM platform_sources "${cli_main}")
# Objects and not an archive, because gumbo calls gumbo_memory.cpp and is called from html_parser_gumbo.cpp.
add_library(longread_platform STATIC "${stylesheet_cpp}" "${schemas_cpp}" ${platform_sources} $<TARGET_OBJECTS:gumbo>)
target_link_libraries(longread_platform PUBLIC longread_core)

if(EXISTS "${cli_main}")
    add_executable(longread "${cli_main}")
    target_link_libraries(longread PRIVATE longread_platform)
endif()

# What tests/security/url.test.mjs compares with browsers.
add_executable(resolve_urls "${PROJECT_SOURCE_DIR}/tests/security/resolve_urls.cpp")
target_link_libraries(resolve_urls PRIVATE longread_core)

# How much of the nearest stories an archive's index finds.
add_executable(measure_recall EXCLUDE_FROM_ALL "${PROJECT_SOURCE_DIR}/tests/bench/measure_recall.cpp")
target_link_libraries(measure_recall PRIVATE longread_platform)

file(GLOB fuzz_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/fuzz/*.cpp")
if(LONGREAD_FUZZ)
    foreach(source IN LISTS fuzz_sources)
        get_filename_component(name "${source}" NAME_WE)
        add_executable(${name} "${source}")
        target_link_libraries(${name} PRIVATE longread_platform)
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
        set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/fuzz")
    endforeach()
    return()
endif()

# One program for each folder of tests/ that has C++ tests: longread_tests (unit), longread_hostile_tests ...
find_package(GTest REQUIRED)
enable_testing()
file(GLOB test_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/*/*_test.cpp")
foreach(source IN LISTS test_sources)
    get_filename_component(folder "${source}" DIRECTORY)
    get_filename_component(suite "${folder}" NAME)
    set(program longread_${suite}_tests)
    if(suite STREQUAL unit)
        set(program longread_tests)
    endif()
    if(NOT TARGET ${program})
        add_executable(${program})
        target_link_libraries(${program} PRIVATE longread_platform GTest::gtest_main)
        # GoogleTest's macros hold an else of their own.
        target_compile_options(${program} PRIVATE -Wno-dangling-else)
        target_compile_definitions(${program} PRIVATE
            LONGREAD_SOURCE_DIR="${PROJECT_SOURCE_DIR}" LONGREAD_SHARED_DIR="${LONGREAD_SHARED_DIR}"
        LONGREAD_CMARK_DIR="${cmark_SOURCE_DIR}")
        add_test(NAME ${suite} COMMAND ${program})
    endif()
    target_sources(${program} PRIVATE "${source}")
endforeach()
