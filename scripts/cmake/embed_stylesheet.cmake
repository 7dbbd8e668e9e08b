# cmake -DCSS=file.css -DOUT=file.cpp -P embed_stylesheet.cmake
# Writes the stylesheet, without comments and leading white space, as longread::embedded_stylesheet().
set(css "")
if(EXISTS "${CSS}")
    file(READ "${CSS}" css)
    # Until the command prints two stylesheets, they are one.
    string(REPLACE "longread.css" "slots.css" slots "${CSS}")
    file(READ "${slots}" slots)
    string(APPEND css "${slots}")
endif()
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
