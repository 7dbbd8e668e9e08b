#include "read/markdown.h"

#include <cstdlib>
#include <memory>
#include <optional>

#include "base/text.h"
#include "read/cmark/memory.h"
#include "read/markdown_guard.h"
#include "read/markdown_html.h"

// cmark.c has one for those of cmark's functions that take none, which are not called here.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" cmark_mem DEFAULT_MEM_ALLOCATOR;
// NOLINTNEXTLINE(readability-identifier-naming)
cmark_mem DEFAULT_MEM_ALLOCATOR{std::calloc, std::realloc, std::free};

namespace longread {

MarkdownMemory::MarkdownMemory(ParseText parse_html, const Parsing& parsing)
    : cmark_mem{std::calloc, std::realloc, std::free}, parse_html_(parse_html), parsing_(parsing) {}

std::string_view MarkdownMemory::find_character(std::string_view name) {
    if (questions_left_-- <= 0) return {};
    const Result<HtmlTree> tree = parse_html_(parsing_.arena.join({"&", name, ";"}), parsing_);
    if (!tree || tree->events().size() != 1) return {};
    // HTML reads "&notx;" as "\u00ACx;". No character that is asked for is a semicolon.
    const std::string_view value = tree->events()[0].text;
    return value.ends_with(';') ? std::string_view() : value;
}

namespace {

constexpr std::size_t max_depth = 100;
constexpr std::size_t max_nodes = 50'000;

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

std::unique_ptr<cmark_node, FreeNode> parse(std::string_view text, MarkdownMemory& memory) {
    const std::unique_ptr<cmark_parser, FreeParser> parser(
        cmark_parser_new_with_mem(CMARK_OPT_VALIDATE_UTF8, &memory));
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return std::unique_ptr<cmark_node, FreeNode>(cmark_parser_finish(parser.get()));
}

std::string_view literal_of(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return text == nullptr ? std::string_view() : text;
}

// What cmark's own renderer prints for an address: bytes that cannot stand in a URL as %XX.
void append_url(TextBuffer& out, std::string_view url) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    constexpr std::string_view safe = "-_.+!*(),%#@?=;:/,+$~&'";
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_alphanumeric =
            (c >= '0' && c <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
        if (is_alphanumeric || safe.find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += '%';
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        }
    }
}

bool is_line_break(cmark_node* node) {
    return node == nullptr || cmark_node_get_type(node) == CMARK_NODE_SOFTBREAK;
}

// "|---|:--:|", the second line of a table in other dialects, alone on its line.
bool is_delimiter_row(cmark_node* node) {
    if (cmark_node_get_type(node) != CMARK_NODE_TEXT || !is_line_break(cmark_node_next(node))) return false;
    const std::string_view text = literal_of(node);
    return text.find_first_not_of("|-: \t") == std::string_view::npos &&
           text.find('|') != std::string_view::npos && text.find('-') != std::string_view::npos;
}

// CommonMark has no tables and runs their rows together. The first soft break of a paragraph that must become
// a line break so that the rows stay on lines of their own; nullptr where no table is.
cmark_node* find_table(cmark_node* paragraph) {
    cmark_node* before = nullptr;  // the soft break in front of the line before
    for (cmark_node* node = cmark_node_first_child(paragraph); node != nullptr;
         node = cmark_node_next(node)) {
        if (cmark_node_get_type(node) != CMARK_NODE_SOFTBREAK) continue;
        if (cmark_node* row = cmark_node_next(node); row != nullptr && is_delimiter_row(row)) {
            return before == nullptr ? node : before;
        }
        before = node;
    }
    return nullptr;
}

bool is_in_tight_list(cmark_node* paragraph) {
    cmark_node* list = cmark_node_parent(cmark_node_parent(paragraph));
    return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST &&
           cmark_node_get_list_tight(list) != 0;
}

// Writes cmark's nodes as elements. Raw HTML stands in the tree as an unknown element that holds its source.
class TreeWriter {
  public:
    TreeWriter(cmark_node* document, Arena& arena) : iterator_(cmark_iter_new(document)), tree_(arena) {}

    // Stops at the first thing that is beyond a limit.
    bool write() {
        cmark_event_type event = CMARK_EVENT_NONE;
        while (is_within_limits() && (event = cmark_iter_next(iterator_.get())) != CMARK_EVENT_DONE) {
            cmark_node* node = cmark_iter_get_node(iterator_.get());
            if (image_ != nullptr) {
                write_alt(node);
            } else if (event == CMARK_EVENT_ENTER) {
                enter(node);
            } else {
                exit(node);
            }
        }
        return is_within_limits();
    }

    [[nodiscard]] bool is_too_deep() const { return depth_ > max_depth; }
    [[nodiscard]] bool has_raw_html() const { return has_raw_html_; }
    [[nodiscard]] const HtmlTree& tree() const { return tree_; }

  private:
    [[nodiscard]] bool is_within_limits() const { return !is_too_deep() && nodes_ <= max_nodes; }

    void open(Tag tag) {
        tree_.open(tag);
        ++depth_;
        ++nodes_;
    }
    void close() {
        tree_.close();
        --depth_;
    }
    void text(std::string_view text) {
        tree_.text(text);
        ++nodes_;
    }
    void empty_element(Tag tag) {
        open(tag);
        close();
    }
    void element(Tag tag, std::string_view content) {
        open(tag);
        text(content);
        close();
    }
    void link_attributes(cmark_node* node, Attr address) {
        TextBuffer url;
        append_url(url, cmark_node_get_url(node));
        tree_.attribute(address, url);
    }
    void title_attribute(cmark_node* node) {
        const std::string_view title = cmark_node_get_title(node);
        if (!title.empty()) tree_.attribute(Attr::title, title);
    }

    void raw_html(cmark_node* node) {
        has_raw_html_ = true;
        element(Tag::unknown, literal_of(node));
    }

    void code_block(cmark_node* node) {
        open(Tag::pre);
        open(Tag::code);
        const std::string_view info = cmark_node_get_fence_info(node);
        const std::string_view language = info.substr(0, info.find_first_of(" \t\n\v\f\r"));
        if (!language.empty()) {
            TextBuffer name("language-");
            name += language;
            tree_.attribute(Attr::class_, name);
        }
        text(literal_of(node));
        close();
        close();
    }

    void open_list(cmark_node* node) {
        const bool is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        open(is_ordered ? Tag::ol : Tag::ul);
        const int start = cmark_node_get_list_start(node);
        if (is_ordered && start != 1) tree_.attribute(Attr::start, Decimal(start));
    }

    void open_paragraph(cmark_node* node) {
        table_ = find_table(node);
        if (!is_in_tight_list(node)) open(Tag::p);
    }
    void close_paragraph(cmark_node* node) {
        is_in_table_ = false;
        if (!is_in_tight_list(node)) {
            close();
        } else if (cmark_node_next(node) != nullptr) {
            text("\n");
        }
    }

    void soft_break(cmark_node* node) {
        is_in_table_ = is_in_table_ || node == table_;
        if (is_in_table_) {
            empty_element(Tag::br);
        } else {
            text("\n");
        }
    }

    void enter(cmark_node* node) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_BLOCK_QUOTE: return open(Tag::blockquote);
            case CMARK_NODE_LIST: return open_list(node);
            case CMARK_NODE_ITEM: return open(Tag::li);
            case CMARK_NODE_CODE_BLOCK: return code_block(node);
            case CMARK_NODE_PARAGRAPH: return open_paragraph(node);
            case CMARK_NODE_HEADING: return open(heading(node));
            case CMARK_NODE_THEMATIC_BREAK: return empty_element(Tag::hr);
            case CMARK_NODE_TEXT: return text(literal_of(node));
            case CMARK_NODE_SOFTBREAK: return soft_break(node);
            case CMARK_NODE_LINEBREAK: return empty_element(Tag::br);
            case CMARK_NODE_CODE: return element(Tag::code, literal_of(node));
            case CMARK_NODE_HTML_BLOCK:
            case CMARK_NODE_HTML_INLINE: return raw_html(node);
            case CMARK_NODE_EMPH: return open(Tag::em);
            case CMARK_NODE_STRONG: return open(Tag::strong);
            case CMARK_NODE_LINK:
                open(Tag::a);
                link_attributes(node, Attr::href);
                return title_attribute(node);
            case CMARK_NODE_IMAGE:
                open(Tag::img);
                image_ = node;
                return link_attributes(node, Attr::src);
            default: return;
        }
    }

    void exit(cmark_node* node) {
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_DOCUMENT: return;
            case CMARK_NODE_PARAGRAPH: return close_paragraph(node);
            default: return close();
        }
    }

    // Inside an image all is text, until the image's own end.
    void write_alt(cmark_node* node) {
        if (node == image_) {
            image_ = nullptr;
            tree_.attribute(Attr::alt, alt_);
            alt_.clear();
            title_attribute(node);
            return close();
        }
        switch (cmark_node_get_type(node)) {
            case CMARK_NODE_SOFTBREAK:
            case CMARK_NODE_LINEBREAK: alt_ += ' '; return;
            default: alt_ += literal_of(node); return;
        }
    }

    static Tag heading(cmark_node* node) {
        return static_cast<Tag>(static_cast<int>(Tag::h1) + cmark_node_get_heading_level(node) - 1);
    }

    std::unique_ptr<cmark_iter, FreeIterator> iterator_;
    HtmlTree tree_;
    std::size_t depth_ = 0;
    std::size_t nodes_ = 0;
    bool has_raw_html_ = false;
    cmark_node* image_ = nullptr;  // the one whose alternative text is being read
    TextBuffer alt_;
    cmark_node* table_ = nullptr;
    bool is_in_table_ = false;
};

Error refuse(Code code, std::string_view why) { return Error{code, {}, 0, 0, 0, why}; }

}  // namespace

Result<MarkdownOutcome> parse_markdown(std::string_view text, ParseText parse_html, const Parsing& parsing) {
    if (const std::optional<Error> excess = find_markdown_excess(text)) return *excess;
    MarkdownMemory memory(parse_html, parsing);
    const std::unique_ptr<cmark_node, FreeNode> document = parse(text, memory);
    TreeWriter writer(document.get(), parsing.arena);
    if (!writer.write()) {
        return writer.is_too_deep()
                   ? refuse(Code::tree_too_deep, "Markdown nested deeper than 100 levels")
                   : refuse(Code::tree_too_large, "Markdown of more than 50,000 elements and texts");
    }
    MarkdownOutcome outcome{writer.has_raw_html(), writer.tree(), {}};
    if (outcome.is_html) outcome.html = print_markdown_html(outcome.tree, parsing.arena);
    return outcome;
}

}  // namespace longread
