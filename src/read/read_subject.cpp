#include "read/read_subject.h"

namespace longread {
namespace {

constexpr std::size_t most_text = 64U << 10U;

// Without what stands in angle brackets; a character reference is a gap.
void append_words(TextBuffer& out, std::string_view markup) {
    constexpr std::size_t longest_reference = 10;  // "&hellip;" and kin
    bool is_tag = false;
    for (std::size_t i = 0; i < markup.size() && out.size() < most_text; ++i) {
        const char c = markup[i];
        if (c == '<') is_tag = true;
        if (c == '&') {
            const std::size_t end = markup.substr(i, longest_reference).find(';');
            if (end != std::string_view::npos) i += end;
        }
        if (!is_tag) out += c == '&' ? ' ' : c;
        if (c == '>') is_tag = false;
    }
    out += '\n';
}

// Whatever has a space is text, and no name, number or address.
void append_texts(TextBuffer& out, JsonValue value) {
    const std::string_view text = value.is(JsonKind::string) ? value.text() : std::string_view();
    if (text.find(' ') != std::string_view::npos) append_words(out, text);
    for (const JsonValue child : value) append_texts(out, child);
}

}  // namespace

Story read_subject(JsonValue article, const Card& story, DocumentReader& reader) {
    Story subject;
    subject.id = story.id;
    subject.url = story.url;
    subject.lang = story.lang;
    subject.tags = story.tags;
    subject.title = reader.text(article, "title");
    subject.dek = reader.text(article, "dek");
    subject.published = reader.time(article, "published");
    TextBuffer text;
    append_texts(text, article.find("body"));
    subject.text = reader.arena().keep(text);
    return subject;
}

}  // namespace longread
