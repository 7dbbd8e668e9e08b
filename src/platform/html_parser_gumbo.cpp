#include "platform/html_parser_gumbo.h"

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>

#include "base/text.h"
#include "model/tree_frame.h"

namespace longread {
namespace {

constexpr std::uint32_t max_tags = 50'000;
constexpr std::uint32_t max_depth = 512;
// Elements that gumbo opens anew because something like <b> was never closed.
constexpr std::uint32_t max_reopened = 500'000;

constexpr std::string_view void_names =
    " area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr ";
// A start tag of the same kind, or the end of their parent, closes these.
constexpr std::string_view self_closing_names =
    " p li dd dt tr td th tbody thead tfoot colgroup option optgroup rp rt rb rtc body html head ";
constexpr std::string_view formatting_names = " a b big code em font i nobr s small strike strong tt u ";
constexpr std::string_view raw_text_names = " script style textarea title xmp iframe noembed noframes ";

bool is_one_of(std::string_view names, std::string_view name) {
    return names.find(" " + std::string(name) + " ") != std::string_view::npos;
}

std::string lower(std::string_view text) {
    std::string out;
    for (const char c : text) out += lower_ascii(c);
    return out;
}

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// Estimates in one linear pass what a text would cost gumbo, which takes quadratic time for deep nesting.
class TagMeter {
  public:
    explicit TagMeter(std::string_view text) : text_(text) {}

    bool is_within_limits() {
        for (at_ = text_.find('<'); at_ != std::string_view::npos; at_ = text_.find('<', at_)) {
            read_markup();
            if (is_too_large() || is_too_deep()) return false;
        }
        return true;
    }

    [[nodiscard]] bool is_too_large() const { return tags_ > max_tags || reopened_ > max_reopened; }
    [[nodiscard]] bool is_too_deep() const { return depth_ > max_depth; }

  private:
    void read_markup() {
        if (text_.substr(at_, 4) == "<!--") return skip_past("-->", 4);
        const bool is_end = text_.substr(at_ + 1, 1) == "/";
        at_ += is_end ? 2 : 1;
        if (at_ >= text_.size() || !is_letter(text_[at_])) return;
        std::size_t end = text_.find_first_of(" \t\n\f\r/>", at_);
        if (end == std::string_view::npos) end = text_.size();
        const std::string name = lower(text_.substr(at_, end - at_));
        at_ = end;
        ++tags_;
        if (is_end) {
            read_end_tag(name);
        } else {
            read_start_tag(name);
        }
    }

    void read_start_tag(std::string_view name) {
        if (is_one_of(raw_text_names, name)) return skip_past("</" + std::string(name), 0);
        reopened_ += formatting_;
        if (is_one_of(void_names, name) || is_one_of(self_closing_names, name)) return;
        if (is_one_of(formatting_names, name)) ++formatting_;
        ++depth_;
    }

    void read_end_tag(std::string_view name) {
        if (is_one_of(void_names, name) || is_one_of(self_closing_names, name)) return;
        if (is_one_of(formatting_names, name) && formatting_ > 0) --formatting_;
        if (depth_ > 0) --depth_;
    }

    void skip_past(std::string_view what, std::size_t from) {
        const std::size_t end = text_.find(what, at_ + from);
        at_ = end == std::string_view::npos ? text_.size() : end + what.size();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::uint32_t tags_ = 0;
    std::uint32_t depth_ = 0;
    std::uint32_t formatting_ = 0;  // open formatting elements
    std::uint32_t reopened_ = 0;
};

struct FreeOutput {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

bool is_element(const GumboNode* node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode* node) {
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
           node->type == GUMBO_NODE_CDATA;
}

const GumboNode* child_at(const GumboNode* node, std::size_t index) {
    const GumboVector& children = node->v.element.children;
    return index < children.length ? static_cast<const GumboNode*>(children.data[index]) : nullptr;
}

const GumboNode* find_body(const GumboOutput& output) {
    for (std::size_t i = 0; const GumboNode* child = child_at(output.root, i); ++i) {
        if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_BODY) return child;
    }
    return nullptr;
}

// gumbo knows the names of its time; of others it keeps the start tag's source.
std::string name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    return lower(std::string_view(name.data == nullptr ? "" : name.data, name.length));
}

class TreeCopier {
  public:
    explicit TreeCopier(Arena& arena) : tree_(arena) {}

    bool copy(const GumboNode* body) {
        const GumboNode* node = child_at(body, 0);
        while (node != nullptr && nodes_ <= TreeLimits{}.nodes) node = step(body, node);
        return nodes_ <= TreeLimits{}.nodes;
    }

    [[nodiscard]] const HtmlTree& tree() const { return tree_; }

  private:
    // Writes a node and gives the one that follows it in document order.
    const GumboNode* step(const GumboNode* body, const GumboNode* node) {
        if (is_text(node)) {
            ++nodes_;
            tree_.text(node->v.text.text);
        } else if (is_element(node)) {
            const bool is_entered = open(node->v.element, node->type == GUMBO_NODE_TEMPLATE);
            if (const GumboNode* child = is_entered ? child_at(node, 0) : nullptr; child != nullptr)
                return child;
            close();
        }
        for (; node != body; node = node->parent) {
            if (const GumboNode* next = child_at(node->parent, node->index_within_parent + 1)) return next;
            if (node->parent != body) close();
        }
        return nullptr;
    }

    // Whether the content follows; depth_ counts all elements, only the outer ones are written.
    bool open(const GumboElement& element, bool is_template) {
        ++nodes_;
        const std::string name = name_of(element);
        const bool is_foreign = element.tag_namespace != GUMBO_NAMESPACE_HTML;
        const Tag tag = is_foreign || is_template ? Tag::dropped : find_tag(name);
        if (++depth_ <= TreeLimits{}.depth) {
            tree_.open(tag);
            if (tag == Tag::unknown || tag == Tag::dropped) {
                tree_.attribute(Attr::name_was, name);
            } else {
                copy_attributes(element);
            }
        }
        return tag != Tag::dropped;
    }

    void close() {
        if (depth_ <= TreeLimits{}.depth) tree_.close();
        --depth_;
    }

    void copy_attributes(const GumboElement& element) {
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
            const Attr attr = find_attr(attribute->name);
            if (attr != Attr::count_) tree_.attribute(attr, attribute->value);
        }
    }

    HtmlTree tree_;
    std::uint32_t nodes_ = 0;
    std::uint32_t depth_ = 0;
};

Error refuse(Code code, std::string_view why) { return Error{code, {}, 0, 0, 0, why}; }

}  // namespace

Result<HtmlTree> parse_html(std::string_view text, Arena& arena) {
    TagMeter meter(text);
    if (!meter.is_within_limits()) {
        return meter.is_too_deep() ? refuse(Code::tree_too_deep, "HTML nested deeper than 512 levels")
                                   : refuse(Code::tree_too_large, "HTML of more than 50,000 tags");
    }
    const std::string document = "<!doctype html><body>" + std::string(text);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const std::unique_ptr<GumboOutput, FreeOutput> output(
        gumbo_parse_with_options(&options, document.data(), document.size()));
    TreeCopier copier(arena);
    const GumboNode* body = find_body(*output);
    if (body != nullptr && !copier.copy(body)) {
        return refuse(Code::tree_too_large, "HTML of more than 50,000 elements and texts");
    }
    return copier.tree();
}

}  // namespace longread
