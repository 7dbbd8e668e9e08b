// SHA-256 (FIPS 180-4) in base64, as Content-Security-Policy sources want it.
#pragma once

#include <string>
#include <string_view>

namespace longread {

std::string sha256_base64(std::string_view bytes);

}  // namespace longread
