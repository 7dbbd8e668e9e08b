# core.wasm, slots.wasm, formats.wasm and markdown.wasm: plain modules without glue JavaScript; the page's loader gives the imports.
# They are parts of one program: the others have core's memory, and import what it has anyway (the JSON reader, URLs, the shapes
# of the markup) from it.
# emcc's -Oz forbids clang to inline what is not called `inline`, a string's constructor for one: the modules were 3 % larger,
# core.wasm 5 %.
set(LONGREAD_OPTIMIZE "-Oz;-finline-functions;-flto;-mbulk-memory" CACHE STRING "Optimisation of the modules")
# Measured: what the compiler computes ahead on some paths is 0.5 % more to fetch, and what it inlines where that makes the
# caller larger 1 %.
set(longread_own_optimize "SHELL:-mllvm -enable-pre=0" "SHELL:-mllvm -inline-threshold=0")
set(longread_link_optimize -Wl,-mllvm,-enable-pre=0,-mllvm,-inline-threshold=0)

# emcc's own, found where emcc is.
find_program(LONGREAD_WASM_OPT wasm-opt HINTS "${EMSCRIPTEN_ROOT_PATH}/../bin" REQUIRED)
find_program(LONGREAD_NODE NAMES node nodejs REQUIRED)
# Measured: inlining as emcc is told below, then control flow made anew, is 0.7 to 1.4 % less to fetch; the usual passes once
# more are good for core.wasm alone.
set(longread_wasm_features --enable-bulk-memory --enable-mutable-globals)
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    list(APPEND longread_wasm_features -g)
endif()
set(longread_second_pass ${longread_wasm_features}
    --always-inline-max-function-size=6 --one-caller-inline-max-function-size=80 --flatten --rereloop -Oz -Os)

function(longread_wasm_executable name stack)
    add_executable(${name} ${ARGN})
    target_link_libraries(${name} PRIVATE longread_options)
    target_compile_options(${name} PRIVATE ${LONGREAD_OPTIMIZE} ${longread_own_optimize})
    target_link_options(${name} PRIVATE ${LONGREAD_OPTIMIZE}
        ${longread_link_optimize} --no-entry -sSTANDALONE_WASM -sFILESYSTEM=0 -sMALLOC=none -sTOTAL_STACK=${stack} -Wl,--export=__heap_base
        -sINITIAL_MEMORY=2MB -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=128MB
        # Measured: small functions inlined are fewer to compile in the first call, and 1 % less to fetch; large ones
        # with one caller stay apart, because local variables past the 127th cost a byte more.
        -sBINARYEN_EXTRA_PASSES=--always-inline-max-function-size=6,--one-caller-inline-max-function-size=80
        --js-library "${PROJECT_SOURCE_DIR}/scripts/cmake/imports.js")
    set_target_properties(${name} PROPERTIES SUFFIX .wasm RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/parts"
        LINK_DEPENDS "${PROJECT_SOURCE_DIR}/scripts/cmake/imports.js")
endfunction()

# The one memory: constants and stack of each part from a place of its own on, then the region of the call that is answered.
# join-modules.mjs checks that none grows into the next.
set(longread_slots_begin 327680)
set(longread_formats_begin 524288)
set(longread_markdown_begin 851968)
set(longread_region_begin 1179648)

# A part without what core has: it is missing here, and comes from core.
function(longread_wasm_part name begin stack)
    longread_wasm_executable(${name} ${stack} ${ARGN})
    target_link_options(${name} PRIVATE -sGLOBAL_BASE=${begin} -sIMPORTED_MEMORY
        -sERROR_ON_UNDEFINED_SYMBOLS=0 -sWARN_ON_UNDEFINED_SYMBOLS=0)
endfunction()

# Measured: to export these would cost core.wasm more than their copies cost the parts.
longread_sources(copied base/json_value.cpp base/little_endian.cpp base/text.cpp
    base/text_buffer.cpp platform/wasm_new.cpp)

longread_sources(copied_markup render/markup.cpp)

# What stands below the article, fetched when that is there.
longread_sources(slots_sources app/answer_events.cpp app/answer_slots.cpp app/read_archive_files.cpp app/read_situation.cpp
    base/checksum.cpp base/fold_case.cpp base/integer_math.cpp base/money.cpp base/sort.cpp decide/*.cpp decide/asking/*.cpp decide/related/*.cpp
    model/archive_files.cpp model/reader_state.cpp
    read/donate_services.cpp read/read_archive.cpp read/read_campaigns.cpp read/read_cards.cpp read/read_related_options.cpp read/read_state.cpp
    read/read_story.cpp read/read_subject.cpp read/read_newsletter.cpp read/read_surroundings.cpp
    render/ask_phrases.cpp render/render_cards.cpp render/render_newsletter.cpp render/letter_phrases.cpp render/render_ledger.cpp render/render_prompt.cpp
    render/render_slots.cpp render/render_why.cpp render/slot_phrases.cpp)
# The stemmers and stop words of an archive are the command's.
list(FILTER slots_sources EXCLUDE REGEX "/decide/(reading_time|related/(stemmers_snowball|full_stop_words))\\.cpp$")
# Measured (scripts/bench related): what reads and compares stories, compiled for speed, costs 1 KB and takes a tenth off both.
longread_sources(fast_sources decide/related/analyse.cpp decide/related/neighbours.cpp decide/related/text_units.cpp decide/related/vectors.cpp)
set_source_files_properties(${fast_sources} PROPERTIES COMPILE_OPTIONS -O2)
longread_sources(slots_platform platform/wasm_answer.cpp platform/wasm_slots.cpp)
longread_wasm_part(slots_part ${longread_slots_begin} 128KB ${slots_sources} ${copied}
    ${copied_markup} ${slots_platform})

# Other systems' documents.
longread_sources(formats_sources app/answer_conversion.cpp read/formats/*.cpp)
longread_sources(formats_platform platform/wasm_answer.cpp platform/wasm_formats.cpp)
longread_wasm_part(formats_part ${longread_formats_begin} 256KB ${formats_sources} ${copied} ${formats_platform})

# cmark and its one user.
longread_sources(markdown_sources model/html_tree.cpp read/markdown.cpp read/markdown_guard.cpp read/markdown_html.cpp
    platform/wasm_markdown.cpp)
target_compile_options(cmark PRIVATE ${LONGREAD_OPTIMIZE})
longread_wasm_part(markdown_part ${longread_markdown_begin} 256KB ${markdown_sources} ${cmark_own_sources}
    $<TARGET_OBJECTS:cmark> ${copied})

set(join_modules "${LONGREAD_NODE}" "${PROJECT_SOURCE_DIR}/scripts/cmake/join-modules.mjs")
set(parts "${PROJECT_BINARY_DIR}/parts")
add_custom_command(OUTPUT "${parts}/exports.rsp"
    COMMAND ${join_modules} list "${parts}/exports.rsp" "${parts}/slots_part.wasm" "${parts}/formats_part.wasm"
        "${parts}/markdown_part.wasm"
    DEPENDS slots_part formats_part markdown_part "${PROJECT_SOURCE_DIR}/scripts/cmake/join-modules.mjs" VERBATIM)
add_custom_target(exports DEPENDS "${parts}/exports.rsp")

# The article. What the module does not call, nor lend, falls away when linking.
list(APPEND core_sources ${copied})
list(REMOVE_DUPLICATES core_sources)
list(REMOVE_ITEM core_sources ${slots_sources} ${formats_sources} "${PROJECT_SOURCE_DIR}/src/app/answer.cpp")
list(FILTER core_sources EXCLUDE REGEX "/app/(check|describe|explain)_[a-z]+\\.cpp$|/related/")
list(FILTER core_sources EXCLUDE REGEX "/read/markdown(_guard|_html|_notes)?\\.cpp$")
longread_sources(core_platform platform/wasm_abi.cpp platform/wasm_answer.cpp platform/wasm_core.cpp platform/wasm_memory.cpp
    platform/html_parser_browser.cpp platform/markdown_browser.cpp)
set_source_files_properties("${PROJECT_SOURCE_DIR}/src/platform/wasm_memory.cpp" PROPERTIES
    COMPILE_DEFINITIONS LONGREAD_REGION_BEGIN=${longread_region_begin})
longread_wasm_executable(core_part 256KB ${core_sources} ${core_platform})
target_link_options(core_part PRIVATE "@${parts}/exports.rsp")
add_dependencies(core_part exports)
set_property(TARGET core_part APPEND PROPERTY LINK_DEPENDS "${parts}/exports.rsp")

set(modules)
set(optimize_all)
foreach(name core slots formats markdown)
    set(module "${PROJECT_BINARY_DIR}/${name}.wasm")
    list(APPEND modules "${module}")
    list(APPEND optimize_all COMMAND "${LONGREAD_WASM_OPT}" "${parts}/${name}.wasm" ${longread_second_pass} -o "${module}")
endforeach()
add_custom_command(OUTPUT ${modules}
    COMMAND ${join_modules} join "${parts}" core:${longread_slots_begin} slots:${longread_formats_begin}
        formats:${longread_markdown_begin} markdown:${longread_region_begin}
    ${optimize_all}
    COMMAND "${LONGREAD_WASM_OPT}" "${PROJECT_BINARY_DIR}/core.wasm" ${longread_wasm_features} -Oz -Os
        -o "${PROJECT_BINARY_DIR}/core.wasm"
    COMMAND "${LONGREAD_NODE}" "${PROJECT_SOURCE_DIR}/scripts/cmake/order-functions.mjs" ${modules}
    COMMAND ${join_modules} mark "${PROJECT_BINARY_DIR}" core slots formats markdown
    DEPENDS core_part slots_part formats_part markdown_part "${PROJECT_SOURCE_DIR}/scripts/cmake/join-modules.mjs"
        "${PROJECT_SOURCE_DIR}/scripts/cmake/order-functions.mjs" "${PROJECT_SOURCE_DIR}/scripts/cmake/wasm-binary.mjs" VERBATIM)
add_custom_target(modules ALL DEPENDS ${modules})
