// The URL resolver: what it lets through is harmless, and comes out again as it is.
//
// The first byte chooses the use and the base, of which one is the input's own first line.
#include "base/url.h"
#include "fuzz_input.h"
#include "harmless_url.h"

namespace {

using namespace longread;

constexpr std::string_view bases[] = {"https://news.example/world/story.html?x=1#top",
                                      "http://news.example:8080/a/b/", "https://news.example", "",
                                      "javascript:alert(1)//https://a/"};

void check(std::string_view reference, std::string_view base, UrlUse use) {
    Arena arena;
    const auto url = resolve_url(reference, base, use, arena);
    if (!url) return;
    require(is_harmless_url(*url, use == UrlUse::link), "a URL that does harm");
    const auto again = resolve_url(*url, base, use, arena);
    require(again == url, "a URL that changes when it is resolved again");
    require(url->substr(0, url_origin(*url).size()) == url_origin(*url), "an origin of another URL");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr std::size_t count = sizeof bases / sizeof bases[0];
    const std::string_view text = as_text(data, size).substr(1);
    const std::size_t which = data[0] / 4U % (count + 1);
    const auto use = static_cast<UrlUse>(data[0] % 4U);
    if (which < count) {
        check(text, bases[which], use);
    } else {
        const std::size_t line = text.find('\n');
        check(line == std::string_view::npos ? "" : text.substr(line + 1), text.substr(0, line), use);
    }
    return 0;
}
