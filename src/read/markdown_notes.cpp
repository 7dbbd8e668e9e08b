#include "read/markdown_notes.h"

#include <cstdint>

#include "base/text.h"

namespace longread {
namespace {

constexpr std::string_view::size_type none = std::string_view::npos;

// "|---|:--:|"
bool is_delimiter_row(std::string_view line) {
    return line.find_first_not_of("|-: \t\r>") == none && line.find('|') != none && line.find('-') != none;
}

// The length of a code fence that opens or closes at the start of a trimmed line; 0: none.
std::size_t fence_size(std::string_view line) {
    if (line.empty() || (line[0] != '`' && line[0] != '~')) return 0;
    const std::size_t end = line.find_first_not_of(line[0]);
    const std::size_t size = end == none ? line.size() : end;
    return size >= 3 ? size : 0;
}

// A run of two tildes before a letter and, further on, another one behind a letter.
bool is_struck_at(std::string_view line, std::size_t at) {
    if (line.substr(at, 2) != "~~" || at + 2 >= line.size() || is_ascii_space(line[at + 2])) return false;
    const std::size_t end = line.find("~~", at + 3);
    return end != none && !is_ascii_space(line[end - 1]);
}

// "[^1]", "[^note]:"
bool is_footnote_at(std::string_view line, std::size_t at) {
    if (line.substr(at, 2) != "[^") return false;
    const std::size_t end = line.find_first_of(" \t[]", at + 2);
    return end != none && end > at + 2 && line[end] == ']';
}

class ExtensionFinder {
  public:
    ExtensionFinder(std::string_view path, Arena& arena, Notes& notes)
        : path_(path), arena_(arena), notes_(notes) {}

    void read(std::string_view source) {
        while (!source.empty()) {
            const std::size_t end = source.find('\n');
            ++number_;
            read_line(source.substr(0, end));
            source.remove_prefix(end == none ? source.size() : end + 1);
        }
    }

  private:
    void read_line(std::string_view line) {
        const std::string_view text = trim(line);
        const std::size_t fence = fence_size(text);
        if (fence_ != 0) {
            if (fence >= fence_ && text[0] == fence_mark_ && text.size() == fence) fence_ = 0;
            return;
        }
        // An info string of backticks has none in it: otherwise it is a code span.
        if (fence != 0 && (text[0] == '~' || text.find('`', fence) == none)) {
            fence_ = fence;
            fence_mark_ = text[0];
            return;
        }
        if (is_after_cells_ && is_delimiter_row(line)) note(Code::markdown_table, has_table_);
        is_after_cells_ = text.find('|') != none;
        if (line.substr(0, 4) != "    " && line.substr(0, 1) != "\t") read_text(text);
    }

    void read_text(std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\\') {
                ++i;
            } else if (text[i] == '`') {
                i = skip_code(text, i);
            } else if (text[i] == '~' && is_struck_at(text, i)) {
                note(Code::markdown_strikethrough, has_strikethrough_);
            } else if (text[i] == '[' && is_footnote_at(text, i)) {
                note(Code::markdown_footnote, has_footnote_);
            }
        }
    }

    // The last place of a code span, or of its ticks alone when nothing closes it on this line.
    static std::size_t skip_code(std::string_view text, std::size_t at) {
        const std::size_t end = text.find_first_not_of('`', at);
        if (end == none) return text.size();
        const std::size_t size = end - at;
        // Bounds the searches of a line, since a search in vain is made once for each size.
        if (size > 16) return end - 1;
        for (std::size_t i = text.find('`', end); i != none; i = text.find('`', i)) {
            std::size_t stop = text.find_first_not_of('`', i);
            if (stop == none) stop = text.size();
            if (stop - i == size) return stop - 1;
            i = stop;
        }
        return end - 1;
    }

    void note(Code code, bool& is_noted) {
        if (is_noted) return;
        is_noted = true;
        const std::string_view where = arena_.join({"line ", Decimal(number_), " of the Markdown"});
        notes_.add({code, path_, 0, 0, 0, where}, arena_);
    }

    std::string_view path_;
    Arena& arena_;
    Notes& notes_;
    std::int64_t number_ = 0;
    std::size_t fence_ = 0;  // of the code block we are in
    char fence_mark_ = '\0';
    bool is_after_cells_ = false;  // the line before holds a '|'
    bool has_table_ = false;
    bool has_strikethrough_ = false;
    bool has_footnote_ = false;
};

}  // namespace

void note_markdown_extensions(std::string_view source, std::string_view path, Arena& arena, Notes& notes) {
    ExtensionFinder(path, arena, notes).read(source);
}

}  // namespace longread
