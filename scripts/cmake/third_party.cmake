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
# its table of named characters, which weigh more than half of the Markdown module; its renderers are not needed, and cmark.c
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
target_compile_options(cmark PRIVATE -w -include "${PROJECT_SOURCE_DIR}/scripts/cmake/cmark_reduced.h"
    "-ffile-prefix-map=${PROJECT_BINARY_DIR}=.")

set_source_files_properties("${PROJECT_SOURCE_DIR}/src/read/markdown.cpp" ${cmark_own_sources}
    "${PROJECT_SOURCE_DIR}/tests/unit/cmark_parts_test.cpp" PROPERTIES
    COMPILE_OPTIONS "-isystem;${cmark_SOURCE_DIR}/src;-isystem;${cmark_generated}")
set_source_files_properties("${PROJECT_SOURCE_DIR}/src/base/json.cpp" PROPERTIES
    COMPILE_OPTIONS "-isystem;${nlohmann_json_SOURCE_DIR}/include;-ffile-prefix-map=${PROJECT_BINARY_DIR}=.")

# Snowball's stemmers (libstemmer 2.2.0, BSD), as the system has them.
if(NOT EMSCRIPTEN)
    find_library(LONGREAD_LIBSTEMMER stemmer)
    find_path(LONGREAD_LIBSTEMMER_HEADERS libstemmer.h)
    if(NOT LONGREAD_LIBSTEMMER OR NOT LONGREAD_LIBSTEMMER_HEADERS)
        message(FATAL_ERROR "libstemmer is missing. Run scripts/setup, or install libstemmer-dev (Debian), snowball (Homebrew).")
    endif()
    # A folder of the compiler's own may not be named: its headers look for the next ones.
    if(NOT LONGREAD_LIBSTEMMER_HEADERS IN_LIST CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES)
        set_source_files_properties("${PROJECT_SOURCE_DIR}/src/decide/related/stemmers_snowball.cpp"
            "${PROJECT_SOURCE_DIR}/tests/unit/stem_english_test.cpp" PROPERTIES
            INCLUDE_DIRECTORIES "${LONGREAD_LIBSTEMMER_HEADERS}")
    endif()
endif()

# Where scripts/setup has not fetched the archive and nobody names a folder: an archive whose hash is not known.
function(longread_download_nokogiri out url)
    set(file "${PROJECT_BINARY_DIR}/nokogiri.tar.gz")
    if(NOT EXISTS "${file}")
        file(DOWNLOAD "${url}" "${file}.part" STATUS status INACTIVITY_TIMEOUT 30)
        if(NOT status MATCHES "^0;")
            message(FATAL_ERROR "gumbo is missing. Run scripts/setup where there is apt; or make ${url} reachable "
                "(${status}); or unpack nokogiri 1.13.10 and set FETCHCONTENT_SOURCE_DIR_NOKOGIRI to its folder.")
        endif()
        file(RENAME "${file}.part" "${file}")
    endif()
    set(${out} "${file}" PARENT_SCOPE)
endfunction()

# gumbo: the fork that nokogiri keeps up, and nothing else of nokogiri. Debian's archive is packed anew, without some
# jars: it is not upstream's byte for byte, whose hash could not be seen from here. What both hold in gumbo-parser/src is
# the same, so that is pinned as well: the files that are compiled, whichever archive they came in.
function(longread_fetch_gumbo archive archive_sha256 url sources_sha256)
    if(EXISTS "${LONGREAD_DEPS_DIR}/${archive}")
        longread_fetch(nokogiri "${archive}" "${url}" ${archive_sha256})
    else()
        if(NOT FETCHCONTENT_SOURCE_DIR_NOKOGIRI)
            longread_download_nokogiri(url "${url}")
        endif()
        FetchContent_Declare(nokogiri URL "${url}" SOURCE_SUBDIR none)
        FetchContent_MakeAvailable(nokogiri)
    endif()
    set(folder "${nokogiri_SOURCE_DIR}/gumbo-parser/src")
    set(hashes "")
    file(GLOB files RELATIVE "${folder}" "${folder}/*.[ch]")
    list(SORT files)
    foreach(name IN LISTS files)
        file(SHA256 "${folder}/${name}" hash)
        string(APPEND hashes "${hash}  ${name}\n")
    endforeach()
    string(SHA256 found "${hashes}")
    if(NOT found STREQUAL sources_sha256)
        message(FATAL_ERROR "${folder} is not the gumbo of nokogiri 1.13.10 (its files have ${found}, expected "
            "${sources_sha256}). Delete ${LONGREAD_DEPS_DIR} and the build folder, then run scripts/setup again.")
    endif()
    set(gumbo_SOURCE_DIR "${folder}" PARENT_SCOPE)
endfunction()

if(NOT EMSCRIPTEN) # the page has the browser's parser
    longread_fetch_gumbo(ruby-nokogiri_1.13.10+dfsg.orig.tar.xz
        98e920d292f48904e63eca9fa8c42204f320cbfd82c080e31377cdcc22adddeb
        https://github.com/sparklemotion/nokogiri/archive/refs/tags/v1.13.10.tar.gz
        2e6f893ae30c5d2dceb27f6899d388194aafe60ee086dad7196c6b644c362b80)

    # Two corrections: text before </form> stays inside the form (nokogiri merged the same later, pull request 2451), and
    # end tags of other elements do not reach through <main>.
    file(READ "${gumbo_SOURCE_DIR}/parser.c" gumbo_parser)
    string(REPLACE "gumbo_vector_remove_at(index, open_elements);"
        "maybe_flush_text_node_buffer(parser); gumbo_vector_remove_at(index, open_elements);"
        gumbo_parser "${gumbo_parser}")
    string(REPLACE "TAG(MARQUEE), TAG(MENU), TAG(META)" "TAG(MAIN), TAG(MARQUEE), TAG(MENU), TAG(META)"
        gumbo_parser "${gumbo_parser}")
    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/gumbo/parser.c" CONTENT "${gumbo_parser}" @ONLY)

    # src/platform/gumbo_memory.cpp takes the place of util.c, which ends the program when memory runs out.
    set(gumbo_sources ascii attribute char_ref error foreign_attrs string_buffer string_piece svg_attrs svg_tags tag
        tag_lookup token_buffer tokenizer utf8 vector)
    list(TRANSFORM gumbo_sources PREPEND "${gumbo_SOURCE_DIR}/")
    list(TRANSFORM gumbo_sources APPEND ".c")
    add_library(gumbo OBJECT EXCLUDE_FROM_ALL ${gumbo_sources} "${PROJECT_BINARY_DIR}/gumbo/parser.c")
    target_include_directories(gumbo PRIVATE "${gumbo_SOURCE_DIR}")
    target_compile_options(gumbo PRIVATE -w "-ffile-prefix-map=${PROJECT_BINARY_DIR}=.")
    set_source_files_properties("${PROJECT_SOURCE_DIR}/src/platform/html_parser_gumbo.cpp" PROPERTIES
        COMPILE_OPTIONS "-isystem;${gumbo_SOURCE_DIR}")
endif()
