# core.wasm, slots.wasm, formats.wasm and markdown.wasm: plain modules without glue JavaScript; the page's loader gives the imports.
set(LONGREAD_CORE_OPTIMIZE "-Oz;-flto;-mbulk-memory" CACHE STRING "Optimisation of core.wasm")
set(LONGREAD_SLOTS_OPTIMIZE "-Oz;-flto;-mbulk-memory" CACHE STRING "Optimisation of slots.wasm and formats.wasm")
set(LONGREAD_MARKDOWN_OPTIMIZE "-Oz;-flto" CACHE STRING "Optimisation of markdown.wasm")

# emcc's own, found where emcc is.
find_program(LONGREAD_WASM_OPT wasm-opt HINTS "${EMSCRIPTEN_ROOT_PATH}/../bin" REQUIRED)
# Measured: inlining as emcc is told below, then control flow made anew, is 0.7 to 1.4 % less to fetch; the usual passes once
# more are good for core.wasm alone.
set(longread_wasm_features --enable-bulk-memory --enable-mutable-globals)
set(longread_second_pass ${longread_wasm_features}
    --always-inline-max-function-size=6 --one-caller-inline-max-function-size=80 --flatten --rereloop -Oz -Os)

function(longread_wasm_module name optimize malloc)
    add_executable(${name} ${ARGN})
    target_link_libraries(${name} PRIVATE longread_options)
    target_compile_options(${name} PRIVATE ${optimize})
    target_link_options(${name} PRIVATE ${optimize}
        --no-entry -sSTANDALONE_WASM -sFILESYSTEM=0 -sMALLOC=${malloc}
        -sINITIAL_MEMORY=1MB -sTOTAL_STACK=256KB -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=64MB
        # Measured: small functions inlined are fewer to compile in the first call, and 1 % less to fetch; large ones
        # with one caller stay apart, because local variables past the 127th cost a byte more.
        -sBINARYEN_EXTRA_PASSES=--always-inline-max-function-size=6,--one-caller-inline-max-function-size=80
        --js-library "${PROJECT_SOURCE_DIR}/scripts/cmake/imports.js")
    set_target_properties(${name} PROPERTIES SUFFIX .wasm
        LINK_DEPENDS "${PROJECT_SOURCE_DIR}/scripts/cmake/imports.js")
    add_custom_command(TARGET ${name} POST_BUILD VERBATIM
        COMMAND "${LONGREAD_WASM_OPT}" "$<TARGET_FILE:${name}>" ${longread_second_pass} -o "$<TARGET_FILE:${name}>")
endfunction()

# An editor's check is the command's.
list(FILTER core_sources EXCLUDE REGEX "/app/(check|describe)_[a-z]+\\.cpp$")

# Nor are the stemmers and stop words of an archive.
list(FILTER core_sources EXCLUDE REGEX "/related/(stemmers_snowball|full_stop_words)\\.cpp$")

# The article. What the module does not call falls away when linking.
list(FILTER core_sources EXCLUDE REGEX "/read/markdown(_guard|_html|_notes)?\\.cpp$")
longread_sources(module_platform platform/wasm_abi.cpp platform/wasm_memory.cpp)
longread_sources(core_platform platform/wasm_core.cpp platform/html_parser_browser.cpp platform/markdown_browser.cpp)
longread_wasm_module(core "${LONGREAD_CORE_OPTIMIZE}" none ${core_sources} ${module_platform} ${core_platform})

add_custom_command(TARGET core POST_BUILD VERBATIM
    COMMAND "${LONGREAD_WASM_OPT}" "$<TARGET_FILE:core>" ${longread_wasm_features} -Oz -Os -o "$<TARGET_FILE:core>")

# What stands below it, fetched when the article is there.
longread_sources(slots_platform platform/wasm_slots.cpp)
longread_wasm_module(slots "${LONGREAD_SLOTS_OPTIMIZE}" none ${core_sources} ${module_platform} ${slots_platform})

# Other systems' documents.
longread_sources(formats_platform platform/wasm_formats.cpp platform/html_parser_browser.cpp)
longread_wasm_module(formats "${LONGREAD_SLOTS_OPTIMIZE}" none ${core_sources} ${module_platform} ${formats_platform})

# Base and model without the JSON reader, and what cmark's one user needs; what is not used falls away when linking.
longread_sources(markdown_sources base/*.cpp model/*.cpp read/markdown.cpp read/markdown_guard.cpp
    read/markdown_html.cpp)
list(FILTER markdown_sources EXCLUDE REGEX "/base/json\\.cpp$")
longread_sources(markdown_platform platform/markdown_abi.cpp)
if(markdown_platform)
    target_compile_options(cmark PRIVATE ${LONGREAD_MARKDOWN_OPTIMIZE})
    longread_wasm_module(markdown "${LONGREAD_MARKDOWN_OPTIMIZE}" emmalloc ${markdown_sources} ${cmark_own_sources}
        $<TARGET_OBJECTS:cmark> ${markdown_platform})
endif()
