#include "app/describe_document.h"

#include "base/text.h"
#include "base/text_buffer.h"

namespace longread {
namespace {

struct KindName {
    BlockKind kind;
    std::string_view one;
    std::string_view several;
};
constexpr KindName kind_names[] = {
    {BlockKind::paragraph, "paragraph", "paragraphs"},
    {BlockKind::heading, "heading", "headings"},
    {BlockKind::list, "list", "lists"},
    {BlockKind::quote, "quotation", "quotations"},
    {BlockKind::pull_quote, "pull quote", "pull quotes"},
    {BlockKind::image, "picture", "pictures"},
    {BlockKind::gallery, "gallery", "galleries"},
    {BlockKind::code, "piece of code", "pieces of code"},
    {BlockKind::table, "table", "tables"},
    {BlockKind::divider, "divider", "dividers"},
    {BlockKind::embed, "embed", "embeds"},
    {BlockKind::audio, "audio file", "audio files"},
    {BlockKind::video, "video", "videos"},
    {BlockKind::footnote, "footnote", "footnotes"},
    {BlockKind::aside, "aside", "asides"},
    {BlockKind::button, "button", "buttons"},
    {BlockKind::timeline, "timeline", "timelines"},
    {BlockKind::fact_box, "fact box", "fact boxes"},
    {BlockKind::details, "disclosure", "disclosures"},
};
constexpr std::size_t kind_count = static_cast<std::size_t>(BlockKind::details) + 1;

// Counts the words of a body and its blocks.
class Counter {
  public:
    void add(const Blocks& blocks) {
        for (const Block& block : blocks) {
            ++kinds_[static_cast<std::size_t>(block.kind)];
            in_word_ = false;
            add_text(block.kind == BlockKind::code ? block.plain : std::string_view());
            add(block.text);
            add(block.children);
        }
    }

    [[nodiscard]] std::uint32_t words() const { return words_; }
    [[nodiscard]] std::uint32_t of(BlockKind kind) const { return kinds_[static_cast<std::size_t>(kind)]; }

  private:
    void add(const Inlines& inlines) {
        for (const Inline& item : inlines) {
            if (item.kind == InlineKind::line_break) in_word_ = false;
            add_text(item.text);
            add(item.children);
        }
    }

    void add_text(std::string_view text) {
        for (std::size_t i = 0; i < text.size();) {
            const CodePoint c = decode_at(text, i);
            i += c.size;
            const bool is_apostrophe = c.value == '\'' || c.value == 0x2019 || c.value == '-';
            const bool is_letter = is_word(c.value) || (in_word_ && is_apostrophe);
            const bool stands_alone = c.value >= 0x3041 && c.value < 0xA000;  // Kana, Han
            if (is_letter && (!in_word_ || stands_alone)) ++words_;
            in_word_ = is_letter;
        }
    }

    std::uint32_t words_ = 0;
    std::uint32_t kinds_[kind_count] = {};
    bool in_word_ = false;  // words may go on in the next inline
};

JsonValue find_text(JsonValue value, std::string_view part) {
    if (value.text().find(part) != std::string_view::npos) return value;
    for (const JsonValue child : value) {
        const JsonValue found = find_text(child, part);
        if (found.exists()) return found;
    }
    return {};
}

}  // namespace

std::string_view describe_body(const Blocks& body, Arena& arena) {
    Counter counter;
    counter.add(body);
    TextBuffer text;
    text += describe_count(counter.words(), "word", "words", arena);
    std::string_view joint = " in ";
    for (const KindName& name : kind_names) {
        const std::uint32_t count = counter.of(name.kind);
        if (count == 0) continue;
        text += joint;
        text += describe_count(count, name.one, name.several, arena);
        joint = ", ";
    }
    return arena.keep(text);
}

std::string_view describe_count(std::size_t count, std::string_view one, std::string_view several,
                                Arena& arena) {
    TextBuffer text;
    text += Decimal(static_cast<std::int64_t>(count));
    text += ' ';
    text += count == 1 ? one : several;
    return arena.keep(text);
}

void place_finding(Error& finding, std::string_view source, JsonValue root, Arena& arena) {
    if (finding.path.empty()) return;  // about the whole document
    JsonValue value = find_pointer(root, finding.path);
    const bool is_url = finding.detail.find('/') != std::string_view::npos;
    const JsonValue nearer = is_url ? find_text(value.exists() ? value : root, finding.detail) : JsonValue();
    if (nearer.exists()) value = nearer;
    finding.path = value.pointer(arena);
    finding.offset = 0;
    finding.line = 0;
    finding.column = 0;
    if (!value.exists()) return;
    finding.offset = value.offset();
    const Position position = locate(source, finding.offset);
    finding.line = position.line;
    finding.column = position.column;
}

void place_findings(Notes& notes, Error* error, std::string_view source, JsonValue root, Arena& arena) {
    for (Note& note : notes) place_finding(note, source, root, arena);
    if (error != nullptr) place_finding(*error, source, root, arena);
}

}  // namespace longread
