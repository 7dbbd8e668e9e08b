# Toolchain file of the wasm presets: finds the active emsdk, or whatever `em-config` is on PATH.
if(NOT LONGREAD_EMSCRIPTEN_ROOT)
    find_program(LONGREAD_EM_CONFIG NAMES em-config HINTS "$ENV{EMSDK}/upstream/emscripten")
    if(NOT LONGREAD_EM_CONFIG)
        message(FATAL_ERROR "Emscripten not found: run scripts/setup, activate an emsdk, or 'brew install emscripten'.")
    endif()
    execute_process(COMMAND "${LONGREAD_EM_CONFIG}" EMSCRIPTEN_ROOT OUTPUT_VARIABLE LONGREAD_EMSCRIPTEN_ROOT
                    OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
endif()
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES LONGREAD_EMSCRIPTEN_ROOT)
include("${LONGREAD_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")

# Debian's Emscripten does not find the acorn that it depends on. A launcher is baked into the build files, so that
# plain ninja works too.
if(EXISTS /usr/share/nodejs/acorn AND NOT EXISTS "${LONGREAD_EMSCRIPTEN_ROOT}/node_modules/acorn")
    set(ENV{NODE_PATH} /usr/share/nodejs)
    set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "\"${CMAKE_COMMAND}\" -E env NODE_PATH=/usr/share/nodejs")
endif()
