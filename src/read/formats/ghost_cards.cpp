#include "read/formats/ghost_cards.h"

#include "base/text.h"
#include "read/formats/foreign_html.h"

namespace longread {
namespace {

constexpr auto none = std::string_view::npos;
constexpr std::string_view spacer = "img.spacergif.org";

// What an element of a class becomes; without a name it goes, with all that is in it.
struct CardPart {
    std::string_view css_class;
    std::string_view name;
};
constexpr CardPart parts[] = {
    {"kg-audio-card", "figure"},       {"kg-audio-thumbnail", ""},        {"kg-audio-title", "figcaption"},
    {"kg-audio-player", ""},           {"kg-video-player-container", ""}, {"kg-callout-card", "aside"},
    {"kg-callout-emoji", "span"},      {"kg-callout-text", "span"},       {"kg-toggle-card", "details"},
    {"kg-toggle-heading", "summary"},  {"kg-bookmark-icon", ""},          {"kg-bookmark-author", "span"},
    {"kg-file-card-filename", "span"}, {"kg-file-card-filesize", "span"}, {"kg-signup-card", ""},
};

const CardPart* find_part(std::string_view tag) {
    const std::string_view classes = attribute_text(tag, "class");
    for (const CardPart& part : parts) {
        if (has_word(classes, part.css_class)) return &part;
    }
    return nullptr;
}

class CardNamer {
  public:
    explicit CardNamer(Arena& arena) : arena_(arena) {}

    std::string_view name(std::string_view html) {
        write(html);
        return arena_.keep(out_);
    }

  private:
    void write(std::string_view html) {
        std::size_t done = 0;
        for (HtmlTagText tag = find_tag_text(html, 0); tag.exists(); tag = find_tag_text(html, tag.end)) {
            const std::string_view text = html.substr(tag.begin, tag.end - tag.begin);
            const CardPart* const part = find_part(text);
            const HtmlTagText close = part == nullptr ? HtmlTagText() : find_close(html, tag);
            if (close.exists()) {
                out_ += html.substr(done, tag.begin - done);
                write_part(part->name, html.substr(tag.end, close.begin - tag.end));
                done = tag.end = close.end;
            } else if (tag.name == "figure") {
                thumbnail_ = attribute_text(text, "data-kg-thumbnail");
            } else if (tag.name == "video" && text.find(spacer) != none) {
                out_ += html.substr(done, tag.begin - done);
                write_poster();
                done = tag.begin + tag.name.size() + 1;
            }
        }
        out_ += html.substr(done);
    }

    // The space keeps lines apart that stand in one now.
    void write_part(std::string_view name, std::string_view content) {
        if (name.empty()) return;
        out_ += '<';
        out_ += name;
        out_ += '>';
        --levels_left_;
        write(content);
        ++levels_left_;
        out_ += "</";
        out_ += name;
        out_ += "> ";
    }

    // Films have an empty picture of another host over their own; of two attributes the first counts.
    void write_poster() {
        out_ += "<video poster=\"";
        out_ += thumbnail_;
        out_ += '"';
    }

    // The end tag of an element. Parts stand one in another but twice, and Ghost's elements all end: so the
    // text is gone through a few times and no more.
    HtmlTagText find_close(std::string_view html, const HtmlTagText& open) {
        HtmlTagText at = open;
        at.begin = open.end;
        if (open.name == "img") return at;
        if (levels_left_ == 0 || is_broken_) return {};
        for (int depth = 1; depth > 0 && at.exists();) {
            at = find_tag_text(html, at.end);
            if (at.name == open.name) ++depth;
            if (at.name.substr(0, 1) == "/" && at.name.substr(1) == open.name) --depth;
        }
        is_broken_ = !at.exists();
        return at;
    }

    Arena& arena_;
    TextBuffer out_;
    std::string_view thumbnail_;
    int levels_left_ = 3;
    bool is_broken_ = false;
};

}  // namespace

std::string_view name_cards(std::string_view html, Arena& arena) {
    if (html.find("kg-") == none) return html;
    return CardNamer(arena).name(html);
}

}  // namespace longread
