# cmake "-DCSS=one.css,other.css" -DOUT=file.cpp -P embed_stylesheet.cmake
# Writes the stylesheets, one after the other, without comments and leading white space, as
# longread::embedded_stylesheet().
include("${CMAKE_CURRENT_LIST_DIR}/cpp_literal.cmake")
set(css "")
string(REPLACE "," ";" files "${CSS}")
foreach(file IN LISTS files)
    file(READ "${file}" one)
    string(APPEND css "${one}")
endforeach()
string(REGEX REPLACE "/\\*[^*]*\\*+([^/*][^*]*\\*+)*/" "" css "${css}")
string(REGEX REPLACE "[ \t\r]+\n" "\n" css "${css}")
string(REGEX REPLACE "\n[ \t\n]+" "\n" css "${css}")
string(REGEX REPLACE "^[ \t\n]+" "" css "${css}")

cpp_literal(literal "${css}")

file(WRITE "${OUT}" "// Made from web/src/longread.css by scripts/cmake/embed_stylesheet.cmake.
#include \"platform/stylesheet.h\"

namespace longread {

std::string_view embedded_stylesheet() {
    return \"\"
${literal}    ;
}

}  // namespace longread
")
