// resolve_urls BASE: reads JSON strings, one a line, and prints for each what resolve_url makes of it as a
// link:
// "=" and the URL, or "!" where it is refused. For tests/security/url.test.mjs.
#include <iostream>
#include <string>

#include "base/json.h"
#include "base/url.h"

int main(int argc, char** argv) {
    using namespace longread;
    const std::string base = argc > 1 ? argv[1] : "";
    std::ios::sync_with_stdio(false);
    std::string line;
    while (std::getline(std::cin, line)) {
        Arena arena;
        const Result<JsonDocument> document = parse_json(line, arena);
        if (!document) {
            std::cerr << "no JSON: " << line << "\n";
            return 1;
        }
        const auto url = resolve_url(document->root().text(), base, UrlUse::link, arena);
        std::cout << (url ? '=' : '!') << url.value_or("") << '\n';
    }
    return std::cout.flush().good() ? 0 : 1;
}
