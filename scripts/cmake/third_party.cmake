# Third-party sources, at pinned versions. `.deps/` holds the same archives where scripts/setup could fetch them
# from the system's package sources; otherwise CMake downloads them from upstream. Nothing is vendored.
#
# Each library is seen by one source file only: the include path is a property of that file.
include(FetchContent)
if(POLICY CMP0135)
    cmake_policy(SET CMP0135 NEW)
endif()

set(LONGREAD_DEPS_DIR "${PROJECT_SOURCE_DIR}/.deps" CACHE PATH "Archives fetched by scripts/setup")

function(longread_fetch name archive url sha256)
    if(EXISTS "${LONGREAD_DEPS_DIR}/${archive}")
        set(url "${LONGREAD_DEPS_DIR}/${archive}")
    endif()
    # A SOURCE_SUBDIR that is not there: the archive is unpacked, its own CMake project stays out.
    FetchContent_Declare(${name} URL "${url}" URL_HASH SHA256=${sha256} SOURCE_SUBDIR none)
    FetchContent_MakeAvailable(${name})
    set(${name}_SOURCE_DIR "${${name}_SOURCE_DIR}" PARENT_SCOPE)
endfunction()

longread_fetch(cmark cmark_0.30.2.orig.tar.gz
    https://github.com/commonmark/cmark/archive/refs/tags/0.30.2.tar.gz
    6c7d2bcaea1433d977d8fed0b55b71c9d045a7cdf616e3cd2dce9007da753db3)
longread_fetch(nlohmann_json nlohmann-json3_3.11.2.orig.tar.gz
    https://github.com/nlohmann/json/archive/refs/tags/v3.11.2.tar.gz
    d69f9deb6a75e2580465c6c4c5111b89c4dc2fa94e3a85fcd2ffcd9a143d9273)

# cmark's parser and tree, compiled with our flags. src/read/cmark takes the place of its scanners, its case folding and
# its table of named characters, which weigh half of the Markdown module; its renderers are not needed, and cmark.c
# (an allocator that prints) gives way to a line in src/read/markdown.cpp.
set(cmark_generated "${PROJECT_BINARY_DIR}/cmark")
set(HAVE_STDBOOL_H 1)
set(HAVE___BUILTIN_EXPECT 1)
set(HAVE___ATTRIBUTE__ 1)
configure_file("${cmark_SOURCE_DIR}/src/config.h.in" "${cmark_generated}/config.h")
file(CONFIGURE OUTPUT "${cmark_generated}/cmark_version.h"
    CONTENT "#define CMARK_VERSION ((0 << 16) | (30 << 8) | 2)\n#define CMARK_VERSION_STRING \"0.30.2\"\n")
file(CONFIGURE OUTPUT "${cmark_generated}/cmark_export.h" CONTENT "#define CMARK_EXPORT\n")

set(cmark_sources blocks buffer cmark_ctype inlines iterator node references)
list(TRANSFORM cmark_sources PREPEND "${cmark_SOURCE_DIR}/src/")
list(TRANSFORM cmark_sources APPEND ".c")
set(cmark_own_sources entities scanners utf8)
list(TRANSFORM cmark_own_sources PREPEND "${PROJECT_SOURCE_DIR}/src/read/cmark/")
list(TRANSFORM cmark_own_sources APPEND ".cpp")

# Objects and not an archive, because they call src/base/text.cpp and are called from src/read/markdown.cpp.
add_library(cmark OBJECT EXCLUDE_FROM_ALL ${cmark_sources})
target_include_directories(cmark PRIVATE "${cmark_generated}" "${cmark_SOURCE_DIR}/src")
target_compile_options(cmark PRIVATE -w -include "${PROJECT_SOURCE_DIR}/scripts/cmake/cmark_without_stdio.h"
    "-ffile-prefix-map=${PROJECT_BINARY_DIR}=.")

set_source_files_properties("${PROJECT_SOURCE_DIR}/src/read/markdown.cpp" ${cmark_own_sources}
    "${PROJECT_SOURCE_DIR}/tests/unit/cmark_parts_test.cpp" PROPERTIES
    COMPILE_OPTIONS "-isystem;${cmark_SOURCE_DIR}/src;-isystem;${cmark_generated}")
set_source_files_properties("${PROJECT_SOURCE_DIR}/src/base/json.cpp" PROPERTIES
    COMPILE_OPTIONS "-isystem;${nlohmann_json_SOURCE_DIR}/include;-ffile-prefix-map=${PROJECT_BINARY_DIR}=.")
