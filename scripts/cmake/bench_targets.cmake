# rank_stories.wasm, which `scripts/bench related` times: not part of any other build.
longread_sources(ranking_sources base/*.cpp model/*.cpp read/document_reader.cpp read/read_story.cpp decide/related/*.cpp)
list(FILTER ranking_sources EXCLUDE REGEX "/related/(stemmers_snowball|full_stop_words)\\.cpp$")
add_executable(rank_stories EXCLUDE_FROM_ALL "${PROJECT_SOURCE_DIR}/tests/bench/rank_stories.cpp" ${ranking_sources})
target_link_libraries(rank_stories PRIVATE longread_options)
target_compile_options(rank_stories PRIVATE ${LONGREAD_OPTIMIZE} ${longread_own_optimize})
target_link_options(rank_stories PRIVATE ${LONGREAD_OPTIMIZE} ${longread_link_optimize} --no-entry -sSTANDALONE_WASM -sFILESYSTEM=0 -sMALLOC=none
    -sBINARYEN_EXTRA_PASSES=--always-inline-max-function-size=6,--one-caller-inline-max-function-size=80
    -sINITIAL_MEMORY=1MB -sTOTAL_STACK=256KB -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=2GB)
set_target_properties(rank_stories PROPERTIES SUFFIX .wasm)
add_custom_command(TARGET rank_stories POST_BUILD VERBATIM
    COMMAND "${LONGREAD_WASM_OPT}" "$<TARGET_FILE:rank_stories>" ${longread_second_pass} -o "$<TARGET_FILE:rank_stories>")
