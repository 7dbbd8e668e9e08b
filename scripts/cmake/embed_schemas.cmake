# cmake "-DSCHEMAS=a.schema.json,b.schema.json" -DOUT=file.cpp -P embed_schemas.cmake
# Writes the schemas as longread::embedded_schema(name of the file).
include("${CMAKE_CURRENT_LIST_DIR}/cpp_literal.cmake")
set(cases "")
string(REPLACE "," ";" files "${SCHEMAS}")
foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME)
    file(READ "${file}" json)
    cpp_literal(literal "${json}")
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
