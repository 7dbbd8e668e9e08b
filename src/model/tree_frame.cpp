#include "model/tree_frame.h"

#include <array>

#include "base/frame.h"
#include "base/text.h"

namespace longread {
namespace {

enum class Operation : std::uint32_t { close = 0, open = 1, attribute = 2, text = 3 };

constexpr std::size_t word = 4;
constexpr std::size_t head_size = 3 * word;
constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::count_);
constexpr std::size_t attr_count = static_cast<std::size_t>(Attr::count_);

// Appends text and returns its length in UTF-16 units. Bytes that are not UTF-8 become U+FFFD here: the page
// would replace them by another rule, and then all later slices of the pool would be shifted, links among
// them.
std::uint32_t append_counted(std::string& pool, std::string_view text) {
    std::uint32_t length = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
        pool += text.substr(begin, i - begin);
        length += static_cast<std::uint32_t>(i - begin);
        if (i == text.size()) break;
        const CodePoint c = decode_at(text, i);
        append_utf8(pool, c.value);
        length += c.value > 0xFFFF ? 2U : 1U;
        i += c.size;
    }
    return length;
}

class TreeFrameWriter {
  public:
    explicit TreeFrameWriter(const HtmlTree& tree) : cursor_(tree) {}

    std::string write() {
        while (!cursor_.at_end()) write_event();
        names_.append((word - names_.size() % word) % word, '\n');
        std::string frame;
        frame.reserve(head_size + names_.size() + operations_.size() + pool_.size());
        append_u32(frame, static_cast<std::uint32_t>(names_.size()));
        append_u32(frame, static_cast<std::uint32_t>(operations_.size() / word));
        append_u32(frame, static_cast<std::uint32_t>(pool_.size()));
        frame += names_;
        frame += operations_;
        frame += pool_;
        return frame;
    }

  private:
    void write_event() {
        switch (cursor_.kind()) {
            case HtmlEventKind::open:
                if (cursor_.tag() == Tag::dropped) return cursor_.skip_element();
                open_.push_back(cursor_.tag());
                if (is_inside_known()) put(Operation::open, tag_index(cursor_.tag()));
                break;
            case HtmlEventKind::close:
                if (is_inside_known()) put(Operation::close, 0);
                if (!open_.empty()) open_.pop_back();
                break;
            case HtmlEventKind::attribute:
                if (cursor_.attr() == Attr::name_was || !is_inside_known()) break;
                put(Operation::attribute, attr_index(cursor_.attr()));
                append_u32(operations_, append_counted(pool_, cursor_.text()));
                break;
            case HtmlEventKind::text: put(Operation::text, append_counted(pool_, cursor_.text())); break;
        }
        cursor_.advance();
    }

    [[nodiscard]] bool is_inside_known() const { return !open_.empty() && open_.back() != Tag::unknown; }

    void put(Operation operation, std::uint32_t argument) {
        append_u32(operations_, argument << 2U | static_cast<std::uint32_t>(operation));
    }

    std::uint32_t tag_index(Tag tag) {
        std::uint8_t& index = indices_[static_cast<std::size_t>(tag)];
        if (index == 0) index = add_name(tag_name(tag));
        return index - 1U;
    }

    std::uint32_t attr_index(Attr attr) {
        std::uint8_t& index = indices_[tag_count + static_cast<std::size_t>(attr)];
        if (index == 0) index = add_name(attr_name(attr));
        return index - 1U;
    }

    std::uint8_t add_name(std::string_view name) {
        names_ += name;
        names_ += '\n';
        return ++name_count_;
    }

    HtmlCursor cursor_;
    std::vector<Tag> open_;
    std::array<std::uint8_t, tag_count + attr_count> indices_{};  // plus 1; 0: not in use yet
    std::uint8_t name_count_ = 0;
    std::string names_;
    std::string operations_;
    std::string pool_;

    static_assert(tag_count + attr_count < 256);
};

struct Name {
    std::string_view text;
    Tag tag{};
    Attr attr{};
};

class TreeFrameReader {
  public:
    explicit TreeFrameReader(const TreeLimits& limits) : limits_(limits) {}

    Result<HtmlTree> read(std::string_view frame) {
        if (!read_head(frame) || !read_names()) return failure();
        while (!operations_.empty()) {
            if (!read_operation()) return failure();
        }
        if (depth_ != 0 || pool_at_ != pool_.size() || owed_ != 0) return failure();
        return std::move(tree_);
    }

  private:
    bool read_head(std::string_view frame) {
        if (frame.size() < head_size) return false;
        const std::size_t names = read_u32(frame, 0);
        const std::size_t operations = read_u32(frame, word);
        const std::size_t pool = read_u32(frame, 2 * word);
        frame.remove_prefix(head_size);
        // Compared one by one: a sum could overflow where size_t has 32 bits.
        if (names % word != 0 || names > frame.size()) return false;
        name_list_ = frame.substr(0, names);
        frame.remove_prefix(names);
        if (operations > frame.size() / word || pool != frame.size() - operations * word) return false;
        operations_ = frame.substr(0, operations * word);
        append_counted(pool_, frame.substr(operations * word));
        return true;
    }

    bool read_names() {
        while (!name_list_.empty()) {
            const std::size_t size = name_list_.find('\n');
            if (size == std::string_view::npos) return false;
            const std::string_view name = name_list_.substr(0, size);
            name_list_.remove_prefix(size + 1);
            // Every name costs a search, so a million different ones are refused as too large a tree is.
            if (names_.size() > limits_.nodes) return refuse_as_too_large();
            names_.push_back({name, find_tag(name), find_attr(name)});
        }
        return true;
    }

    bool read_operation() {
        const std::uint32_t operation = next_word();
        const std::uint32_t argument = operation >> 2U;
        const bool was_head = in_head_;
        in_head_ = false;
        switch (static_cast<Operation>(operation & 3U)) {
            case Operation::close: return close();
            case Operation::open: return is_name(argument) && open(names_[argument]);
            case Operation::attribute:
                in_head_ = was_head;
                return was_head && is_name(argument) && !operations_.empty() &&
                       attribute(names_[argument].attr);
            case Operation::text: return text(argument);
        }
        return false;
    }

    bool open(const Name& name) {
        ++depth_;
        in_head_ = true;
        keeps_attributes_ = false;
        if (dropped_depth_ != 0) return true;
        if (!count_node()) return false;
        if (depth_ <= limits_.depth) {
            tree_.open(name.tag);
            keeps_attributes_ = name.tag != Tag::unknown && name.tag != Tag::dropped;
            if (!keeps_attributes_) tree_.attribute(Attr::name_was, name.text);
        }
        if (name.tag == Tag::dropped) dropped_depth_ = depth_;
        return true;
    }

    bool close() {
        if (depth_ == 0) return false;
        if (dropped_depth_ == depth_) dropped_depth_ = 0;
        if (dropped_depth_ == 0 && depth_ <= limits_.depth) tree_.close();
        --depth_;
        return true;
    }

    bool attribute(Attr attr) {
        std::string_view value;
        if (!take_text(next_word(), value)) return false;
        if (keeps_attributes_ && attr != Attr::count_) tree_.attribute(attr, value);
        return true;
    }

    bool text(std::uint32_t length) {
        std::string_view value;
        if (!take_text(length, value)) return false;
        if (dropped_depth_ != 0) return true;
        tree_.text(value);
        return count_node();
    }

    // The next units of the pool. A page's text nodes may end between the two halves of a surrogate pair:
    // then the whole code point goes to the first of them, and the next one is a unit shorter.
    bool take_text(std::uint32_t length, std::string_view& text) {
        const std::size_t begin = pool_at_;
        const std::uint32_t paid = length < owed_ ? length : owed_;
        length -= paid;
        owed_ -= paid;
        while (length > 0) {
            if (pool_at_ >= pool_.size()) return false;
            const auto lead = static_cast<unsigned char>(pool_[pool_at_]);
            pool_at_ += lead < 0x80 ? 1U : lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U;
            const std::uint32_t units = lead < 0xF0 ? 1 : 2;
            if (units > length) owed_ = 1;
            length -= units - owed_;
        }
        text = std::string_view(pool_).substr(begin, pool_at_ - begin);
        return true;
    }

    std::uint32_t next_word() {
        const std::uint32_t value = read_u32(operations_, 0);
        operations_.remove_prefix(word);
        return value;
    }

    // Padding makes empty names, which nothing may refer to.
    [[nodiscard]] bool is_name(std::uint32_t index) const {
        return index < names_.size() && !names_[index].text.empty();
    }

    bool count_node() { return ++nodes_ <= limits_.nodes || refuse_as_too_large(); }

    bool refuse_as_too_large() {
        code_ = Code::tree_too_large;
        return false;
    }

    [[nodiscard]] Error failure() const { return Error{code_, {}, 0, 0, 0, {}}; }

    TreeLimits limits_;
    std::string_view name_list_;
    std::string_view operations_;
    std::string pool_;
    std::size_t pool_at_ = 0;
    std::vector<Name> names_;
    std::uint32_t owed_ = 0;
    std::uint32_t nodes_ = 0;
    std::uint32_t depth_ = 0;
    std::uint32_t dropped_depth_ = 0;  // depth of the dropped element that we are in; 0: in none
    bool in_head_ = false;             // directly after an open or one of its attributes
    bool keeps_attributes_ = false;
    Code code_ = Code::bad_request;
    HtmlTree tree_;
};

}  // namespace

std::string write_tree_frame(const HtmlTree& tree) { return TreeFrameWriter(tree).write(); }

Result<HtmlTree> read_tree_frame(std::string_view frame, const TreeLimits& limits) {
    return TreeFrameReader(limits).read(frame);
}

}  // namespace longread
