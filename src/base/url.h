// URLs by the WHATWG rules as far as links and pictures of articles need them, and the one table of what is
// let through. Whatever is not understood is refused: a link that is lost is a note, a link that executes is
// a breach.
#pragma once

#include <optional>
#include <string_view>

#include "base/arena.h"

namespace longread {

enum class UrlUse : unsigned char {
    link,   // https, http, mailto, tel, relative, a fragment alone
    image,  // https, http, relative
    media,  // as image
    web,    // as image: cards, embeds, forms
};

// The URL to print for `reference`, as `new URL(reference, base).href` would give it. `base` is an absolute
// http or https URL; with any other, or none, relative references stay relative, encoded but with their dot
// segments. A fragment alone ("#notes") always stays one, since it leads to a place in this article wherever
// that stands; an empty reference is the base itself. Both are for links only.
//
// nullopt when the policy refuses it (notes/security.md section 5): another scheme than the use takes, http
// without two slashes, a user name, a control character, a backslash that ends the authority, a host that
// host.h does not take, more than 2,048 bytes before or after.
std::optional<std::string_view> resolve_url(std::string_view reference, std::string_view base, UrlUse use,
                                            Arena& arena);

// The same with an empty text for nullopt, and by reference, which costs core.wasm least where it is lent to
// the other modules.
std::string_view resolve_or_drop(const std::string_view& reference, const std::string_view& base, UrlUse use,
                                 Arena& arena);

// "https://host:port" of a URL that resolve_url has printed ("//host" where it kept that), so in small
// letters and without a default port; empty for one without authority.
std::string_view url_origin(std::string_view url);

}  // namespace longread
