# cmake "-DSCHEMAS=a.schema.json,b.schema.json" -DOUT=file.cpp -P embed_schemas.cmake
# Writes the schemas as longread::embedded_schema(name of the file).
set(cases "")
string(REPLACE "," ";" files "${SCHEMAS}")
foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME)
    file(READ "${file}" json)
    # In pieces, since compilers need not take a longer literal than 65,536 characters.
    set(literal "")
    string(LENGTH "${json}" size)
    set(at 0)
    while(at LESS size)
        string(SUBSTRING "${json}" ${at} 8000 piece)
        string(APPEND literal "        R\"lrjson(${piece})lrjson\"\n")
        math(EXPR at "${at} + 8000")
    endwhile()
    string(APPEND cases "    if (name == \"${name}\") return \"\"\n${literal}        ;\n")
endforeach()

file(WRITE "${OUT}" "// Made from web/schema by scripts/cmake/embed_schemas.cmake.
#include \"platform/schemas.h\"

namespace longread {

std::string_view embedded_schema(std::string_view name) {
${cases}    return {};
}

}  // namespace longread
")
