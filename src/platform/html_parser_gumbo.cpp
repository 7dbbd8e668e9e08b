#include "platform/html_parser_gumbo.h"

#include <gumbo.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "model/tree_frame.h"
#include "platform/gumbo_memory.h"

namespace longread {
namespace {

constexpr std::size_t max_bytes = 1U << 20U;  // notes/security.md section 6
// gumbo looks through all open elements at some tags. Browsers flatten what is deeper.
constexpr std::uint32_t max_depth = 510;
// It compares each attribute with all others of its element. Every further <html> and <body> adds to the
// first.
constexpr int max_attributes = 1'000;
constexpr std::uint32_t max_pages = 16;
// What is meant to be read takes a hundredth of it.
constexpr std::size_t max_memory = 256U << 20U;

bool is_space_or_end(std::string_view text, std::size_t at) {
    return at >= text.size() || std::string_view(" \t\n\f\r/>").find(text[at]) != std::string_view::npos;
}

std::uint32_t count_tags(std::string_view text, std::string_view name) {
    std::uint32_t count = 0;
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const bool is_named = equals_ignoring_ascii_case(text.substr(at + 1, name.size()), name);
        if (is_named && is_space_or_end(text, at + 1 + name.size())) ++count;
    }
    return count;
}

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

class TreeCopier {
  public:
    explicit TreeCopier(Arena& arena) : tree_(arena) {}

    // false: more nodes than the limit.
    bool copy(const GumboNode* body) {
        path_.push_back({body, 0});
        while (!path_.empty()) {
            const GumboNode* child = child_at(path_.back().node, path_.back().next++);
            if (child == nullptr) {
                path_.pop_back();
                if (!path_.empty()) close();
            } else if (is_text(child)) {
                ++nodes_;
                tree_.text(child->v.text.text);
            } else if (is_element(child)) {
                copy_element(child);
            }
            if (nodes_ > TreeLimits{}.nodes) return false;
        }
        return true;
    }

    [[nodiscard]] const HtmlTree& tree() const { return tree_; }

  private:
    struct Level {
        const GumboNode* node;
        unsigned next;  // index of the child that follows
    };

    void copy_element(const GumboNode* node) {
        ++nodes_;
        const GumboElement& element = node->v.element;
        const bool is_foreign = element.tag_namespace != GUMBO_NAMESPACE_HTML;
        const Tag tag = is_foreign ? Tag::dropped : find_tag(element.name);
        const bool is_whole = is_within_depth();
        if (is_whole) open(tag, element);
        // Of a form the page, too, gives nothing but that it was there.
        if (tag != Tag::dropped && tag != Tag::form) {
            path_.push_back({node, 0});
        } else if (is_whole) {
            tree_.close();
        }
    }

    // Only the outer elements are written, the content of all.
    [[nodiscard]] bool is_within_depth() const { return path_.size() <= TreeLimits{}.depth; }

    void open(Tag tag, const GumboElement& element) {
        tree_.open(tag);
        if (tag == Tag::unknown || tag == Tag::dropped) {
            tree_.attribute(Attr::name_was, element.name);
        } else if (tag != Tag::form) {
            copy_attributes(element);
        }
    }

    // The element that has just left the path.
    void close() {
        if (is_within_depth()) tree_.close();
    }

    void copy_attributes(const GumboElement& element) {
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
            const Attr attr = find_attr(attribute->name);
            if (attr != Attr::count_) tree_.attribute(attr, attribute->value);
        }
    }

    HtmlTree tree_;
    std::vector<Level> path_;
    std::uint32_t nodes_ = 0;
};

struct Parse {
    std::string_view document;
    GumboOutput* output;
};

// Nothing here has a destructor: see gumbo_memory.h.
void call_gumbo(void* argument) {
    auto* parse = static_cast<Parse*>(argument);
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.max_attributes = max_attributes;
    options.max_tree_depth = max_depth + 2;  // with html and body
    parse->output = gumbo_parse_with_options(&options, parse->document.data(), parse->document.size());
}

Error refuse(Code code, std::string_view why) { return Error{code, {}, 0, 0, 0, why}; }

std::optional<Error> refuse_before(std::string_view text) {
    if (text.size() > max_bytes) return refuse(Code::tree_too_large, "HTML of more than 1 MiB");
    if (count_tags(text, "html") > max_pages || count_tags(text, "body") > max_pages) {
        return refuse(Code::tree_too_large, "HTML of more than 16 pages in one");
    }
    return std::nullopt;
}

std::optional<Error> refuse_after(GumboOutputStatus status) {
    if (status == GUMBO_STATUS_TREE_TOO_DEEP) {
        return refuse(Code::tree_too_deep, "HTML nested deeper than 510 levels");
    }
    if (status == GUMBO_STATUS_TOO_MANY_ATTRIBUTES) {
        return refuse(Code::tree_too_large, "HTML with an element of more than 1,000 attributes");
    }
    return std::nullopt;
}

Result<HtmlTree> copy_body(const GumboOutput& output, Arena& arena) {
    TreeCopier copier(arena);
    const GumboNode* body = find_body(output);
    if (body != nullptr && !copier.copy(body)) {
        return refuse(Code::tree_too_large, "HTML of more than 50,000 elements and texts");
    }
    return copier.tree();
}

}  // namespace

Result<HtmlTree> parse_html(std::string_view text, Arena& arena) {
    if (std::optional<Error> error = refuse_before(text)) return *error;
    const std::string document = "<!doctype html><body>" + std::string(text);
    Parse parse{document, nullptr};
    GumboMemory memory(max_memory);
    if (!memory.run(call_gumbo, &parse)) {
        return refuse(Code::tree_too_large, "HTML that grows beyond 50,000 elements when it is parsed");
    }
    if (std::optional<Error> error = refuse_after(parse.output->status)) return *error;
    return copy_body(*parse.output, arena);
}

}  // namespace longread
