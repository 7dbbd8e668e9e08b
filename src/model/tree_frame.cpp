#include "model/tree_frame.h"

#include "base/frame.h"
#include "base/text.h"

namespace longread {
namespace {

constexpr std::size_t word = 4;
constexpr std::size_t head_size = 2 * word;

// Appends text and returns its length. Bytes that are not UTF-8 become U+FFFD here: the page would replace
// them by another rule, and then all later slices of the pool would be shifted, links among them.
std::uint32_t append_counted(TextBuffer& pool, std::string_view text, LengthUnit unit) {
    const std::size_t before = pool.size();
    std::uint32_t units = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
        pool += text.substr(begin, i - begin);
        units += static_cast<std::uint32_t>(i - begin);
        if (i == text.size()) break;
        const CodePoint c = decode_at(text, i);
        append_utf8(pool, c.value);
        units += c.value > 0xFFFF ? 2U : 1U;
        i += c.size;
    }
    return unit == LengthUnit::utf16 ? units : static_cast<std::uint32_t>(pool.size() - before);
}

class TreeFrameReader {
  public:
    TreeFrameReader(Arena& arena, const TreeLimits& limits) : limits_(limits), tree_(arena) {}

    Result<HtmlTree> read(std::string_view frame) {
        if (!read_head(frame)) return failure();
        while (!operations_.empty()) {
            if (!read_operation()) return failure();
        }
        if (depth_ != 0 || !pool_.empty()) return failure();
        return tree_;
    }

  private:
    bool read_head(std::string_view frame) {
        if (frame.size() < head_size) return false;
        const std::size_t operations = read_u32(frame, 0);
        const std::size_t pool = read_u32(frame, word);
        frame.remove_prefix(head_size);
        // Compared one by one: a sum could overflow where size_t has 32 bits.
        if (operations > frame.size() / word || pool != frame.size() - operations * word) return false;
        operations_ = frame.substr(0, operations * word);
        pool_ = frame.substr(operations * word);
        return true;
    }

    bool read_operation() {
        const std::uint32_t operation = next_word();
        const std::uint32_t argument = operation >> 2U;
        const bool was_head = in_head_;
        in_head_ = false;
        switch (static_cast<HtmlEventKind>(operation & 3U)) {
            case HtmlEventKind::close: return close();
            case HtmlEventKind::open: return open(argument);
            case HtmlEventKind::attribute: in_head_ = was_head; return was_head && attribute(argument);
            case HtmlEventKind::text: return text(argument);
        }
        return false;
    }

    bool open(std::uint32_t name) {
        auto tag = static_cast<Tag>(name);
        std::string_view name_was;
        if (name >= static_cast<std::uint32_t>(Tag::count_) || tag == Tag::dropped) return false;
        if (tag == Tag::unknown) {
            constexpr auto name_follows = static_cast<std::uint32_t>(HtmlEventKind::attribute);
            if (operations_.empty() || next_word() != name_follows || !take_value(name_was)) return false;
            tag = find_foreign_tag(name_was);
        }
        if (++depth_ > limits_.refused_depth) return refuse(Code::tree_too_deep);
        in_head_ = true;
        if (dropped_depth_ != 0) return true;
        if (!count_node()) return false;
        if (depth_ <= limits_.depth) {
            tree_.open(tag);
            if (!name_was.empty()) tree_.attribute(Attr::name_was, name_was);
        }
        if (tag == Tag::dropped) dropped_depth_ = depth_;
        keeps_attributes_ = depth_ <= limits_.depth && tag != Tag::unknown;
        return true;
    }

    bool close() {
        if (depth_ == 0) return false;
        if (dropped_depth_ == depth_) dropped_depth_ = 0;
        if (dropped_depth_ == 0 && depth_ <= limits_.depth) tree_.close();
        --depth_;
        return true;
    }

    bool attribute(std::uint32_t name) {
        std::string_view value;
        if (name == 0 || name >= static_cast<std::uint32_t>(Attr::count_) || !take_value(value)) return false;
        if (keeps_attributes_ && dropped_depth_ == 0) tree_.attribute(static_cast<Attr>(name), value);
        return true;
    }

    bool text(std::uint32_t size) {
        std::string_view value;
        if (!take(size, value)) return false;
        if (dropped_depth_ != 0) return true;
        tree_.text(value);
        return count_node();
    }

    bool take_value(std::string_view& value) { return !operations_.empty() && take(next_word(), value); }

    bool take(std::uint32_t size, std::string_view& text) {
        if (size > pool_.size()) return false;
        text = pool_.substr(0, size);
        pool_.remove_prefix(size);
        return true;
    }

    std::uint32_t next_word() {
        const std::uint32_t value = read_u32(operations_, 0);
        operations_.remove_prefix(word);
        return value;
    }

    bool count_node() { return ++nodes_ <= limits_.nodes || refuse(Code::tree_too_large); }

    bool refuse(Code code) {
        code_ = code;
        return false;
    }

    [[nodiscard]] Error failure() const { return Error{code_, {}, 0, 0, 0, {}}; }

    TreeLimits limits_;
    std::string_view operations_;
    std::string_view pool_;
    std::uint32_t nodes_ = 0;
    std::uint32_t depth_ = 0;
    std::uint32_t dropped_depth_ = 0;  // depth of the dropped element that we are in; 0: in none
    bool in_head_ = false;             // directly after an open or one of its attributes
    bool keeps_attributes_ = false;
    Code code_ = Code::bad_request;
    HtmlTree tree_;
};

}  // namespace

void append_tree_frame(TextBuffer& out, const HtmlTree& tree, LengthUnit unit) {
    TextBuffer operations;
    TextBuffer pool;
    for (const HtmlEvent& event : tree.events()) {
        const auto kind = static_cast<std::uint32_t>(event.kind);
        const std::uint32_t length = append_counted(pool, event.text, unit);
        append_u32(operations, (event.kind == HtmlEventKind::text ? length : event.name) << 2U | kind);
        if (event.kind == HtmlEventKind::attribute) append_u32(operations, length);
    }
    append_u32(out, static_cast<std::uint32_t>(operations.size() / word));
    append_u32(out, static_cast<std::uint32_t>(pool.size()));
    out += operations;
    out += pool;
}

Result<HtmlTree> read_tree_frame(std::string_view frame, Arena& arena, const TreeLimits& limits) {
    return TreeFrameReader(arena, limits).read(frame);
}

}  // namespace longread
