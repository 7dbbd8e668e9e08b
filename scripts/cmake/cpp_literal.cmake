# cpp_literal(OUT TEXT): the text as C++ string literals one behind the other, since compilers need not take a longer one than
# 65,536 characters.
function(cpp_literal out text)
    set(literal "")
    string(LENGTH "${text}" size)
    set(at 0)
    while(at LESS size)
        string(SUBSTRING "${text}" ${at} 8000 piece)
        string(APPEND literal "    R\"lrtext(${piece})lrtext\"\n")
        math(EXPR at "${at} + 8000")
    endwhile()
    set(${out} "${literal}" PARENT_SCOPE)
endfunction()
