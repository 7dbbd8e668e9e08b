# cmake "-DCSS=one.css,other.css" -DOUT=file.cpp -P embed_stylesheet.cmake
# Writes the stylesheets, one after the other, without comments and leading white space, as
# longread::embedded_stylesheet().
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

# In pieces, since compilers need not take a longer literal than 65,536 characters.
set(literal "")
string(LENGTH "${css}" size)
set(at 0)
while(at LESS size)
    string(SUBSTRING "${css}" ${at} 8000 piece)
    string(APPEND literal "    R\"lrcss(${piece})lrcss\"\n")
    math(EXPR at "${at} + 8000")
endwhile()

file(WRITE "${OUT}" "// Made from web/src/longread.css by scripts/cmake/embed_stylesheet.cmake.
#include \"platform/stylesheet.h\"

namespace longread {

std::string_view embedded_stylesheet() {
    return \"\"
${literal}    ;
}

}  // namespace longread
")
