// The host of a URL, in the form that browsers print: small ASCII letters, other scripts in Punycode
// ("xn--...").
#pragma once

#include <string_view>

#include "base/text_buffer.h"

namespace longread {

// Appends the host; false where it is not let through: what is no letter, digit, hyphen or underscore, empty
// labels, numbers that are no plain IPv4 address, brackets that hold no IPv6 address (which is taken as
// written, in small letters). Of other scripts, only letters that IDNA takes as they are or after a simple
// change to small letters are let through, without combining marks; the other mappings of UTS 46 are a known
// limit.
bool append_host(TextBuffer& out, std::string_view host);

}  // namespace longread
