// What a parser outside the core hands over: frames of any bytes, and well-formed frames of trees that no
// parser of HTML would build. The policy and what is drawn get both.
#include "checked_answer.h"
#include "model/tree_frame.h"

namespace {

using namespace longread;

std::string_view frame;

Result<HtmlTree> read_input(std::string_view /*text*/, const Parsing& parsing) {
    return read_tree_frame(frame, parsing.arena);
}

void check_frame(std::string_view bytes) {
    frame = bytes;
    check_article(R"({"longread":1,"title":"T","body":{"html":"x"}})", {read_input, nullptr});
}

constexpr auto first_tag = static_cast<std::size_t>(Tag::a);
constexpr auto tag_count = static_cast<std::size_t>(Tag::count_);
constexpr auto attr_count = static_cast<std::size_t>(Attr::count_);

// A text of the input: up to a byte that is in no UTF-8.
std::string_view take_text(std::string_view& rest) {
    const std::size_t end = rest.find('\xFF');
    const std::string_view text = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return text;
}

// Each byte is an element, an attribute with a text, a text or an end.
void build(HtmlTree& tree, std::string_view program) {
    std::size_t depth = 0;
    bool in_head = false;
    while (!program.empty()) {
        const auto byte = static_cast<std::uint8_t>(program[0]);
        program.remove_prefix(1);
        if (byte >= first_tag && byte < tag_count) {
            tree.open(static_cast<Tag>(byte));
            ++depth;
            in_head = true;
        } else if (byte == 0) {
            tree.open(Tag::unknown);
            tree.attribute(Attr::name_was, take_text(program));
            ++depth;
            in_head = true;
        } else if (byte >= 0x80 && byte < 0x80 + attr_count - 1) {
            const std::string_view value = take_text(program);
            if (in_head) tree.attribute(static_cast<Attr>(byte - 0x80 + 1), value);
        } else if (byte == 0xFF) {
            if (depth > 0) tree.close();
            depth -= depth > 0 ? 1 : 0;
            in_head = false;
        } else {
            tree.text(take_text(program));
            in_head = false;
        }
    }
    for (; depth > 0; --depth) tree.close();
}

void check_tree(std::string_view program) {
    Arena arena;
    HtmlTree tree(arena);
    build(tree, program);
    TextBuffer bytes;
    append_tree_frame(bytes, tree, LengthUnit::bytes);
    const Result<HtmlTree> read = read_tree_frame(bytes, arena);
    require(read || read.error().code != Code::bad_request, "a frame of ours that cannot be read");
    if (read) check_frame(bytes);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = as_text(data, size);
    if (size > 0 && data[0] == '#') {
        check_tree(text.substr(1));
    } else {
        check_frame(text);
    }
    return 0;
}
