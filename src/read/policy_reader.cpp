#include "read/policy_reader.h"

#include "base/text.h"
#include "base/time.h"
#include "read/document_reader.h"

namespace longread {
namespace {

constexpr std::size_t max_depth = 110;

bool is_block(Tag tag) {
    switch (tag) {
        case Tag::address:
        case Tag::article:
        case Tag::aside:
        case Tag::audio:
        case Tag::blockquote:
        case Tag::caption:
        case Tag::dd:
        case Tag::details:
        case Tag::div:
        case Tag::dl:
        case Tag::dt:
        case Tag::figcaption:
        case Tag::figure:
        case Tag::footer:
        case Tag::h1:
        case Tag::h2:
        case Tag::h3:
        case Tag::h4:
        case Tag::h5:
        case Tag::h6:
        case Tag::header:
        case Tag::hr:
        case Tag::iframe:
        case Tag::li:
        case Tag::main:
        case Tag::nav:
        case Tag::ol:
        case Tag::p:
        case Tag::pre:
        case Tag::section:
        case Tag::summary:
        case Tag::table:
        case Tag::tbody:
        case Tag::td:
        case Tag::tfoot:
        case Tag::th:
        case Tag::thead:
        case Tag::tr:
        case Tag::ul:
        case Tag::video: return true;
        default: return false;
    }
}

// What an inline element stands for by itself; InlineKind::text for nothing.
InlineKind format_of(Tag tag) {
    switch (tag) {
        case Tag::em:
        case Tag::i:
        case Tag::cite:
        case Tag::dfn:
        case Tag::var: return InlineKind::emphasis;
        case Tag::b:
        case Tag::strong: return InlineKind::strong;
        case Tag::s:
        case Tag::del: return InlineKind::deleted;
        case Tag::ins: return InlineKind::inserted;
        case Tag::small: return InlineKind::small;
        case Tag::sub: return InlineKind::sub;
        case Tag::sup: return InlineKind::sup;
        case Tag::mark: return InlineKind::mark;
        case Tag::kbd: return InlineKind::keyboard;
        case Tag::q: return InlineKind::quote;
        case Tag::ruby: return InlineKind::ruby;
        default: return InlineKind::text;
    }
}

}  // namespace

Blocks PolicyReader::read() {
    Blocks out;
    while (!cursor_.at_end()) read_node(out);
    finish_paragraph(out);
    return out;
}

// From behind an open event to behind its close.
void PolicyReader::read_children(Blocks& out) {
    while (!cursor_.at_end() && cursor_.kind() != HtmlEventKind::close) read_node(out);
    cursor_.advance();
}

void PolicyReader::read_node(Blocks& out) {
    if (cursor_.kind() == HtmlEventKind::open) return read_element(out);
    if (cursor_.kind() == HtmlEventKind::text) builder_.add_text(cursor_.text(), leaf_lang());
    cursor_.advance();
}

void PolicyReader::read_nested(Blocks& out) {
    read_children(out);
    finish_paragraph(out);
}

void PolicyReader::read_line(Inlines& out) {
    Blocks blocks;
    read_nested(blocks);
    flatten(blocks, out, arena_);
}

void PolicyReader::skip(const HtmlElement& element) {
    cursor_ = element;
    cursor_.skip_element();
}

void PolicyReader::read_element(Blocks& out) {
    const HtmlElement element = cursor_;
    if (is_dropped(element.tag())) return source_.drop_element();
    if (depth_ == max_depth) return builder_.add_text(source_.take_raw_text(), leaf_lang());
    const Scope outer = scope_;
    const std::string_view lang = attribute_of(element, Attr::lang);
    if (is_lang_tag(lang)) scope_.lang = arena_.keep(lang);
    ++depth_;
    read_content(element, out);
    --depth_;
    scope_ = outer;
}

void PolicyReader::read_content(const HtmlElement& element, Blocks& out) {
    const bool is_block_element = is_block(element.tag());
    if (is_block_element) {
        finish_paragraph(out);
        scope_.block_lang = scope_.lang;
    }
    ids_.notice(element);
    if (read_apart(element, out) || read_picture_text(element, out)) return;
    if (!is_block_element) {
        if (!read_leaf(element)) read_inline(element, out);
        return;
    }
    cursor_.advance();
    read_block(element, out);
    finish_paragraph(out);
}

void PolicyReader::read_block(const HtmlElement& element, Blocks& out) {
    switch (element.tag()) {
        case Tag::h1:
        case Tag::h2:
        case Tag::h3:
        case Tag::h4:
        case Tag::h5:
        case Tag::h6: return read_heading(element, out);
        case Tag::blockquote: return read_quote(element, out);
        case Tag::ul:
        case Tag::ol: return read_list(element, out);
        case Tag::pre: return read_code(element, out);
        case Tag::hr: open_block(BlockKind::divider, out); return read_children(out);
        case Tag::figure: return read_figure(element, out);
        case Tag::div: return read_div(element, out);
        case Tag::audio:
        case Tag::video: return read_media(element, out);
        case Tag::iframe: return read_embed(element, out);
        case Tag::details: return read_details(element, out);
        case Tag::aside: return read_aside(out);
        case Tag::table: return read_table(out);
        case Tag::thead:
        case Tag::tbody:
        case Tag::tfoot: scope_.in_head = element.tag() == Tag::thead; return read_children(out);
        case Tag::tr: return read_row(element, out);
        case Tag::td:
        case Tag::th: return read_cell(element, out);
        case Tag::dt:
            builder_.open(InlineKind::strong);
            read_children(out);
            finish_paragraph(out);
            return builder_.close();
        default: return read_children(out);
    }
}

// Elements of which no format remains.
bool PolicyReader::read_leaf(const HtmlElement& element) {
    switch (element.tag()) {
        case Tag::rt: builder_.add_reading(source_.take_raw_text()); return true;
        case Tag::code:
        case Tag::samp: builder_.add_code(source_.take_raw_text(), leaf_lang()); return true;
        case Tag::br: builder_.add_break(); break;
        case Tag::img: read_image(element, element); break;
        case Tag::picture: {
            HtmlElement image = element;
            if (find_inside(image, Tag::img)) read_image(image, element);
            break;
        }
        case Tag::rp: break;
        default: return false;
    }
    skip(element);
    return true;
}

void PolicyReader::read_inline(const HtmlElement& element, Blocks& out) {
    InlineKind kind = format_of(element.tag());
    std::string_view value;  // or title
    switch (element.tag()) {
        case Tag::a:
            value = link_of(element);
            if (!value.empty()) kind = InlineKind::link;
            break;
        case Tag::abbr:
            value = source_.bounded_text(element, Attr::title, max_title);
            if (!value.empty()) kind = InlineKind::abbr;
            break;
        case Tag::time:
            if (const auto time = parse_time(attribute_of(element, Attr::datetime))) {
                TextBuffer machine;
                append_machine_time(machine, *time);
                value = arena_.keep(machine);
                kind = InlineKind::time;
            }
            break;
        case Tag::b:
            // Google Docs puts all that is copied from it into a <b> that is not bold.
            if (attribute_of(element, Attr::id).substr(0, 13) == "docs-internal") kind = InlineKind::text;
            break;
        case Tag::unknown:
            source_.note_name(Code::html_unwrapped, element);
            if (attribute_of(element, Attr::name_was) == "strike") kind = InlineKind::deleted;
            break;
        default: break;
    }
    Inline& format = builder_.open(kind);
    (kind == InlineKind::abbr ? format.title : format.value) = value;
    cursor_.advance();
    read_children(out);
    builder_.close();
}

bool PolicyReader::read_apart(const HtmlElement& element, Blocks& out) {
    const Tag tag = element.tag();
    if (tag == Tag::summary && scope_.summary != nullptr && scope_.summary->empty()) {
        *scope_.summary = source_.take_text(max_title);
    } else if (tag == Tag::caption && scope_.table != nullptr && scope_.table->text.empty()) {
        cursor_.advance();
        read_line(scope_.table->text);
    } else if (tag == Tag::figcaption && scope_.caption != nullptr && !scope_.in_caption &&
               scope_.caption->text.empty()) {
        scope_.in_caption = true;
        cursor_.advance();
        read_line(scope_.caption->text);
    } else if (is_credit(element)) {
        scope_.caption->says_credit = has_class_part(element, "credit");
        append_words(scope_.caption->credit, source_.take_text(max_caption));
    } else if (is_attribution(element)) {
        finish_paragraph(out);
        Inlines& attribution = *scope_.attribution;
        scope_.attribution = nullptr;
        cursor_.advance();
        read_line(attribution);
    } else {
        return false;
    }
    return true;
}

bool PolicyReader::is_credit(const HtmlElement& element) const {
    if (!scope_.in_caption) return false;
    return element.tag() == Tag::cite || element.tag() == Tag::small || has_class_part(element, "credit");
}

// A footer of the quotation, or a <cite> at its end or in a paragraph or line of its own there.
bool PolicyReader::is_attribution(const HtmlElement& element) const {
    if (scope_.attribution == nullptr || !scope_.attribution->empty()) return false;
    const std::size_t inside = depth_ - scope_.quote_depth;
    if (element.tag() == Tag::footer) return inside == 1;
    if (element.tag() != Tag::cite || !ends_parent(element)) return false;
    return inside == 1 || (inside == 2 && builder_.at_line_start());
}

Block& PolicyReader::open_block(BlockKind kind, Blocks& out) {
    Block& block = add_block(kind, out, arena_);
    if (scope_.block_lang != scope_.outer_lang) block.lang = scope_.block_lang;
    scope_.outer_lang = scope_.block_lang;
    ids_.mark(block);
    return block;
}

void PolicyReader::finish_paragraph(Blocks& out) {
    const std::size_t before = out.size();
    builder_.finish(out);
    for (std::size_t i = before; i < out.size(); ++i) {
        if (scope_.block_lang != scope_.outer_lang) out[i].lang = scope_.block_lang;
        ids_.mark(out[i]);
    }
}

std::string_view PolicyReader::link_of(const HtmlElement& element) {
    const std::string_view href = attribute_of(element, Attr::href);
    return content_link(source_.checked_url(href, UrlUse::link), href, arena_);
}

}  // namespace longread
