// The JSON reader: what it takes is sound.
#include "base/json.h"
#include "base/text.h"
#include "fuzz_input.h"

namespace {

using namespace longread;

void check_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode_at(text, i);
        require(c.value != 0xFFFD || c.size == 3, "a text that is not UTF-8");
        i += c.size;
    }
}

void check_value(JsonValue value, std::string_view source, Arena& arena, int depth) {
    require(depth <= 128, "deeper than the limit");
    require(value.offset() < source.size(), "a value outside the source");
    check_utf8(value.key());
    check_utf8(value.text());
    if (value.is(JsonKind::integer) || value.is(JsonKind::decimal)) {
        require(value.text().find_first_not_of("0123456789+-.eE") == std::string_view::npos, "no number");
        require(source.substr(value.offset(), value.text().size()) == value.text(), "a number of elsewhere");
    }
    if (depth < 3) check_utf8(value.pointer(arena));
    for (const JsonValue child : value) check_value(child, source, arena, depth + 1);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view source = as_text(data, size);
    Arena arena;
    const Result<JsonDocument> document = parse_json(source, arena);
    if (document) {
        check_value(document->root(), source, arena, 0);
    } else {
        require(document.error().offset <= size && document.error().line > 0, "an error without a place");
    }
    return 0;
}
