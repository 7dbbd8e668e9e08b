#include "base/text.h"
#include "read/policy_reader.h"

namespace longread {
namespace {

constexpr std::size_t max_embeds = 20;

bool is_pull_quote(const HtmlElement& element) {
    return has_class_part(element, "pullquote") || has_class_part(element, "pull-quote");
}

// The article's title is the one heading of the first level.
std::uint8_t level_of(Tag heading) {
    const int level = static_cast<int>(heading) - static_cast<int>(Tag::h1) + 1;
    return static_cast<std::uint8_t>(level < 2 ? 2 : level);
}

// Takes "— " off the start: the renderer sets a dash of its own before an attribution.
void trim_dash(Inlines& text) {
    if (text.empty()) return;
    std::string_view& first = text[0].text;
    std::size_t size = 0;
    while (size < first.size()) {
        const CodePoint c = decode_at(first, size);
        if (c.value != '-' && c.value != ' ' && c.value != 0x2013 && c.value != 0x2014) break;
        size += c.size;
    }
    first.remove_prefix(size);
}

// "js" of class="language-js".
std::string_view language_of(const HtmlElement& element) {
    constexpr std::string_view prefix = "language-";
    const std::string_view names = attribute_of(element, Attr::class_);
    const std::size_t at = names.find(prefix);
    if (at == std::string_view::npos) return {};
    const std::string_view name = names.substr(at + prefix.size());
    return name.substr(0, name.find(' '));
}

}  // namespace

// Its lines are headings; what is no text stays what it is.
void PolicyReader::read_heading(const HtmlElement& element, Blocks& out) {
    std::string_view own_id = attribute_of(element, Attr::id);
    if (!own_id.empty()) ids_.forget();
    std::size_t i = out.size();
    read_nested(out);
    for (; i < out.size(); ++i) {
        Block& line = out[i];
        if (line.kind != BlockKind::paragraph) continue;
        line.kind = BlockKind::heading;
        line.level = level_of(element.tag());
        if (line.id.empty()) line.id = ids_.heading_id(own_id, plain_text(line.text, arena_));
        own_id = {};
    }
}

void PolicyReader::read_quote(const HtmlElement& element, Blocks& out) {
    Block& quote = open_block(is_pull_quote(element) ? BlockKind::pull_quote : BlockKind::quote, out);
    quote.url = source_.checked_url(attribute_of(element, Attr::cite), UrlUse::web);
    scope_.attribution = &quote.text;
    scope_.quote_depth = depth_;
    read_nested(quote.children);
    trim_dash(quote.text);
    if (!quote.children.empty()) return;
    quote.kind = BlockKind::paragraph;
    if (quote.text.empty()) out.pop_back();
}

void PolicyReader::read_list(const HtmlElement& element, Blocks& out) {
    Block& list = open_block(BlockKind::list, out);
    list.ordered = element.tag() == Tag::ol;
    list.start = integer_of(element, Attr::start, 0, 99'999, 1);
    Blocks& items = list.children;
    open_block(BlockKind::list_item, items);
    while (!cursor_.at_end() && cursor_.kind() != HtmlEventKind::close) {
        // What is no item goes to the one before it: some editors write lists in lists so.
        if (cursor_.kind() == HtmlEventKind::open && cursor_.tag() == Tag::li) {
            finish_paragraph(items.back().children);
            if (!items.back().children.empty()) open_block(BlockKind::list_item, items);
        }
        read_node(items.back().children);
    }
    cursor_.advance();
    finish_paragraph(items.back().children);
    if (items.back().children.empty()) items.pop_back();
    if (items.empty()) out.pop_back();
}

void PolicyReader::read_code(const HtmlElement& element, Blocks& out) {
    std::string_view language = language_of(element);
    HtmlElement inner = element;
    if (language.empty() && find_inside(inner, Tag::code)) language = language_of(inner);
    cursor_ = element;
    std::string_view text = source_.take_raw_text();
    while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
    while (!text.empty() && text[0] == '\n') text.remove_prefix(1);
    if (text.empty()) return;
    Block& code = open_block(BlockKind::code, out);
    code.plain = text;
    code.title = arena_.keep(language);
}

void PolicyReader::read_media(const HtmlElement& element, Blocks& out) {
    std::string_view src = attribute_of(element, Attr::src);
    HtmlElement inner = element;
    if (src.empty() && find_inside(inner, Tag::source)) src = attribute_of(inner, Attr::src);
    const std::string_view url = source_.checked_url(src, UrlUse::media);
    if (url.empty()) return read_children(out);  // what stands in for it
    Block& media = open_block(element.tag() == Tag::audio ? BlockKind::audio : BlockKind::video, out);
    media.url = url;
    media.title = source_.bounded_text(element, Attr::title, max_title);
    Image poster;
    poster.src = source_.checked_url(attribute_of(element, Attr::poster), UrlUse::image);
    if (poster.exists()) media.images.add(poster, arena_);
    skip(element);
}

void PolicyReader::read_embed(const HtmlElement& element, Blocks& out) {
    skip(element);
    std::string_view src = attribute_of(element, Attr::data_src);
    if (src.empty()) src = attribute_of(element, Attr::src);
    std::string_view url;
    if (!is_pixel(element)) url = source_.checked_url(src, UrlUse::web);
    if (url.empty()) return source_.note_name(Code::html_dropped, element);
    if (embeds_++ >= max_embeds) return source_.note(Code::list_cut, "iframe");
    source_.note(Code::embed_as_link, url);
    Block& embed = open_block(BlockKind::embed, out);
    embed.url = url;
    embed.title = source_.bounded_text(element, Attr::title, max_title);
}

void PolicyReader::read_details(const HtmlElement& element, Blocks& out) {
    Block& details = open_block(BlockKind::details, out);
    details.header = attribute_of(element, Attr::open).data() != nullptr;
    scope_.summary = &details.title;
    read_nested(details.children);
    if (details.children.empty() && details.title.empty()) out.pop_back();
}

void PolicyReader::read_aside(Blocks& out) {
    Block& aside = open_block(BlockKind::aside, out);
    read_nested(aside.children);
    if (aside.children.empty()) out.pop_back();
}

}  // namespace longread
