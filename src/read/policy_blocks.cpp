#include <utility>

#include "base/text.h"
#include "read/policy_reader.h"

namespace longread {
namespace {

constexpr std::size_t max_embeds = 20;

bool is_pull_quote(HtmlElement element) {
    return has_class_part(element, "pullquote") || has_class_part(element, "pull-quote");
}

// Takes "— " off the start: the renderer sets a dash of its own before an attribution.
void trim_dash(Inlines& text) {
    if (text.empty()) return;
    std::string& first = text[0].text;
    std::size_t i = 0;
    while (i < first.size()) {
        const CodePoint c = decode_at(first, i);
        if (c.value != '-' && c.value != ' ' && c.value != 0xA0 && (c.value < 0x2012 || c.value > 0x2015))
            break;
        i += c.size;
    }
    first.erase(0, i);
}

// "js" of class="language-js" or "lang-js".
std::string language_of(HtmlElement element) {
    std::string_view names = attribute_of(element, Attr::class_);
    const std::size_t at = names.find("lang");
    if (at == std::string_view::npos) return {};
    names.remove_prefix(at + 4);
    if (names.substr(0, 4) == "uage") names.remove_prefix(4);
    if (names.empty() || names[0] != '-') return {};
    std::size_t size = 1;
    while (size < names.size() && size < 32 && names[size] > ' ' && names[size] < 0x7F) ++size;
    return std::string(names.substr(1, size - 1));
}

}  // namespace

void PolicyReader::read_heading(HtmlElement element, Blocks& out) {
    const std::string_view own_id = attribute_of(element, Attr::id);
    if (!own_id.empty()) ids_.forget();
    Block heading = make_block(BlockKind::heading);
    const int level = static_cast<int>(element.tag()) - static_cast<int>(Tag::h1) + 1;
    heading.level = static_cast<std::uint8_t>(level < 2 ? 2 : level);
    Blocks content = read_nested();
    if (content.empty()) return;
    if (content.size() == 1 && content[0].kind == BlockKind::image) return add(std::move(content[0]), out);
    const std::string inner_id = content[0].id;
    heading.text = flatten(std::move(content));
    heading.id = ids_.heading_id(own_id, inner_id, plain_text(heading.text));
    add(std::move(heading), out);
}

void PolicyReader::read_quote(HtmlElement element, Blocks& out) {
    Block quote = make_block(is_pull_quote(element) ? BlockKind::pull_quote : BlockKind::quote);
    quote.url = source_.checked_url(attribute_of(element, Attr::cite), UrlUse::web);
    place_.attribution = &quote.text;
    place_.quote_depth = depth_;
    quote.children = read_nested();
    trim_dash(quote.text);
    if (quote.children.empty() && !quote.text.empty()) {
        quote.children.emplace_back();
        quote.children[0].text.swap(quote.text);
    }
    if (!quote.children.empty()) add(std::move(quote), out);
}

void PolicyReader::read_list(HtmlElement element, Blocks& out) {
    Block list = make_block(BlockKind::list);
    list.ordered = element.tag() == Tag::ol;
    list.start = integer_of(element, Attr::start, 0, 99'999, 1);
    Blocks& items = list.children;
    Block item;
    item.kind = BlockKind::list_item;
    const auto finish_item = [&] {
        finish_paragraph(item.children);
        if (item.children.empty()) return;
        items.push_back(std::move(item));
        item = Block();
        item.kind = BlockKind::list_item;
    };
    while (!cursor_.at_end() && cursor_.kind() != HtmlEventKind::close) {
        // What is no item goes to the one before it, as lists in lists of some editors do.
        if (cursor_.kind() == HtmlEventKind::open && cursor_.tag() == Tag::li) finish_item();
        read_node(item.children);
    }
    cursor_.advance();
    finish_item();
    if (!items.empty()) add(std::move(list), out);
}

void PolicyReader::read_code(HtmlElement element, Blocks& out) {
    Block code = make_block(BlockKind::code);
    code.title = language_of(element);
    HtmlElement inner = element;
    if (code.title.empty() && find_inside(inner, Tag::code)) code.title = language_of(inner);
    cursor_ = element;
    std::string text = source_.take_raw_text();
    while (!text.empty() && is_ascii_space(text.back())) text.pop_back();
    text.erase(0, text.find_first_not_of('\n'));
    if (text.empty()) return;
    code.plain = std::move(text);
    add(std::move(code), out);
}

void PolicyReader::read_media(HtmlElement element, Blocks& out) {
    std::string_view src = attribute_of(element, Attr::src);
    HtmlElement inner = element;
    if (src.empty() && find_inside(inner, Tag::source)) src = attribute_of(inner, Attr::src);
    std::string url = source_.checked_url(src, UrlUse::media);
    if (url.empty()) return read_children(out);  // what stands in for it
    Block media = make_block(element.tag() == Tag::audio ? BlockKind::audio : BlockKind::video);
    media.url = std::move(url);
    media.title = source_.bounded_text(element, Attr::title, max_title);
    Image poster;
    poster.src = source_.checked_url(attribute_of(element, Attr::poster), UrlUse::image);
    if (poster.exists()) media.images.push_back(std::move(poster));
    add(std::move(media), out);
    skip(element);
}

void PolicyReader::read_embed(HtmlElement element, Blocks& out) {
    skip(element);
    const std::string_view lazy = attribute_of(element, Attr::data_src);
    const std::string_view src = lazy.empty() ? attribute_of(element, Attr::src) : lazy;
    const bool is_seen =
        integer_of(element, Attr::width, 0, 1, 2) > 1 && integer_of(element, Attr::height, 0, 1, 2) > 1;
    std::string url = is_seen ? source_.checked_url(src, UrlUse::web) : std::string();
    if (url.empty()) return source_.note_name(Code::html_dropped, element);
    if (embeds_++ >= max_embeds) return source_.note(Code::list_cut, "iframe");
    source_.note(Code::embed_as_link, url);
    Block embed = make_block(BlockKind::embed);
    embed.url = std::move(url);
    embed.title = source_.bounded_text(element, Attr::title, max_title);
    add(std::move(embed), out);
}

void PolicyReader::read_details(HtmlElement element, Blocks& out) {
    Block details = make_block(BlockKind::details);
    details.header = attribute_of(element, Attr::open).data() != nullptr;
    place_.summary = &details.title;
    details.children = read_nested();
    if (!details.children.empty() || !details.title.empty()) add(std::move(details), out);
}

void PolicyReader::read_aside(Blocks& out) {
    Block aside = make_block(BlockKind::aside);
    aside.children = read_nested();
    if (!aside.children.empty()) add(std::move(aside), out);
}

}  // namespace longread
