// The stylesheet of the web package (web/src/longread.css), which the build puts into the command, so that a
// pre-rendered page can hold it or link to it. Comments and indentation are left out.
#pragma once

#include <string_view>

namespace longread {

// UTF-8; lives as long as the program.
std::string_view embedded_stylesheet();

}  // namespace longread
