#include "read/read_archive.h"

#include "base/checksum.h"
#include "base/little_endian.h"
#include "base/text.h"
#include "base/url.h"

namespace longread {
namespace {

constexpr std::size_t largest_file = 256UL << 10U;  // ten times what the writer makes

Error refused(std::string_view why) { return {Code::archive_refused, {}, 0, 0, 0, why}; }

std::uint8_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

// What is wrong with a file as a whole.
std::optional<Error> check_head(std::string_view file, ArchiveFile kind) {
    if (file.size() < archive_head_size + 4 || file.size() > largest_file || file.substr(0, 3) != "LRA" ||
        file[3] != static_cast<char>(kind))
        return refused("no file of this kind");
    if (read_u32(file, 4) != archive_format_version) return refused("another version");
    if (read_u32(file, 8) != file.size()) return refused("another length");
    if (read_u32(file, 12) != crc32(file.substr(16))) return refused("another checksum");
    return std::nullopt;
}

// Takes columns off the front of a shard; past its end all that comes is empty, and `is_short` tells.
class Columns {
  public:
    explicit Columns(std::string_view rest) : rest_(rest) {}

    std::string_view take(std::size_t size) {
        is_short_ = is_short_ || size > rest_.size();
        const std::string_view column = rest_.substr(0, size);
        rest_.remove_prefix(column.size());
        return column;
    }
    std::uint8_t take_byte() {
        const std::string_view byte = take(1);
        return byte.empty() ? std::uint8_t{0} : byte_at(byte, 0);
    }
    // Seven bits a byte, low ones first.
    std::uint64_t take_number() {
        std::uint64_t number = 0;
        for (std::uint32_t shift = 0; shift < 63; shift += 7) {
            const std::uint64_t byte = take_byte();
            number |= (byte & 0x7FU) << shift;
            if (byte < 0x80) return number;
        }
        is_short_ = true;
        return 0;
    }
    std::string_view take_line() {
        const std::string_view line = take(rest_.find('\n') + 1);
        is_short_ = is_short_ || line.empty();
        return line.substr(0, line.size() - (line.empty() ? 0 : 1));
    }
    [[nodiscard]] bool is_short() const { return is_short_; }
    [[nodiscard]] bool is_whole() const { return !is_short_ && rest_.empty(); }

  private:
    std::string_view rest_;
    bool is_short_ = false;
};

std::size_t sum(std::string_view column) {
    std::size_t sum = 0;
    for (const char c : column) sum += static_cast<unsigned char>(c);
    return sum;
}

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode_at(text, i);
        if (c.value == 0xFFFD && c.size == 1) return false;
        i += c.size;
    }
    return true;
}

// Columns of bytes, in their order.
enum Column : std::uint8_t {
    copies,
    sections,
    series,
    langs,
    tag_counts,
    tags,
    list_sizes,
    lists,
    drops,
    count_
};

// Columns of lines, in their order.
enum class LineColumn : std::uint8_t { id, title, url, image, dek, count_ };

// What a shard or a list of fresh stories holds.
struct Table {
    std::size_t own = 0;
    std::size_t cards = 0;
    std::size_t words = 0;
    List<std::int64_t> minutes;
    std::string_view columns[count_];
    List<std::string_view> lines;

    [[nodiscard]] std::size_t at(Column column, std::size_t place) const {
        return byte_at(columns[column], place);
    }
    [[nodiscard]] std::string_view line(LineColumn column, std::size_t card) const {
        return lines[words + static_cast<std::size_t>(column) * cards + card];
    }
    // Number 0, and any that is too large, is no word.
    [[nodiscard]] std::string_view word(Column column, std::size_t place) const {
        const std::size_t number = at(column, place);
        return number == 0 || number > words ? std::string_view() : lines[number - 1];
    }
};

std::optional<Error> read_table(std::string_view file, Table& table, Arena& arena) {
    Columns columns(file.substr(archive_head_size));
    table.own = columns.take_byte();
    table.cards = columns.take_byte();
    table.words = columns.take_byte();
    if (columns.take_byte() != 0 || table.own > table.cards) return refused("counts");
    std::int64_t minutes = 0;
    for (std::size_t i = 0; i < table.cards; ++i) {
        const std::uint64_t step = columns.take_number();
        // Unsigned, so that no sum overflows; zigzag.
        minutes =
            static_cast<std::int64_t>(static_cast<std::uint64_t>(minutes) + (step >> 1U ^ (0 - (step & 1U))));
        if (minutes > archive_most_minutes || minutes < -archive_most_minutes) return refused("dates");
        table.minutes.add(minutes, arena);
    }
    for (std::size_t i = 0; i < count_; ++i) {
        std::size_t size = table.cards;
        if (i == tags) size = sum(table.columns[tag_counts]);
        if (i == list_sizes) size = table.own;
        if (i == lists) size = sum(table.columns[list_sizes]);
        if (i == drops) size = table.columns[lists].size();
        table.columns[i] = columns.take(size);
    }
    std::size_t lines = table.words + static_cast<std::size_t>(LineColumn::count_) * table.cards;
    for (; lines > 0 && !columns.is_short(); --lines) table.lines.add(columns.take_line(), arena);
    if (!columns.is_whole()) return refused("columns");
    return std::nullopt;
}

// The URL in full: its marks stand for what the card says elsewhere.
std::string_view expand(std::string_view url, std::string_view title, std::string_view id,
                        const Timestamp& time, Arena& arena) {
    TextBuffer out;
    for (std::size_t i = 0; i < url.size(); ++i) {
        const char c = url[i];
        if (c == 1 || c == 2) {
            const std::size_t start = out.size();
            append_slug(out, title);
            const std::size_t cut = c == 2 && ++i < url.size() ? start + byte_at(url, i) - 0x20U : out.size();
            if (cut >= start && cut < out.size()) out.cut(cut);
        } else if (c == 3) {
            TextBuffer day;
            append_machine_time(day, {time.seconds, 0, false});
            for (const char d : day.view()) out += d == '-' ? '/' : d;
        } else if (c == 4) {
            out += id;
        } else {
            out += c;
        }
    }
    return arena.keep(out);
}

// Added, unless its URL is refused.
void add_card(const Table& table, std::size_t at, std::int32_t score, std::string_view base_url,
              List<ScoredCard>& cards, Arena& arena) {
    if (at >= table.cards) return;
    ScoredCard one;
    one.score = score;
    one.copies = static_cast<std::uint32_t>(table.at(copies, at));
    Card& card = one.card;
    const Timestamp time{table.minutes[at] * 60, 0, true};
    if (time.seconds != 0) card.published = time;
    card.id = table.line(LineColumn::id, at);
    card.title = table.line(LineColumn::title, at);
    const auto resolve = [&](LineColumn column, UrlUse use) {
        const std::string_view url = table.line(column, at);
        if (url.empty()) return url;
        return resolve_or_drop(expand(url, card.title, card.id, time, arena), base_url, use, arena);
    };
    card.url = resolve(LineColumn::url, UrlUse::web);
    if (card.url.empty() || card.title.empty()) return;
    card.image.src = resolve(LineColumn::image, UrlUse::image);
    if (const std::string_view dek = table.line(LineColumn::dek, at); !dek.empty())
        card.teaser.add(dek, arena);
    if (const std::string_view section = table.word(sections, at); !section.empty())
        card.kicker.add({section, {}}, arena);
    card.series = table.word(series, at);
    card.lang = table.word(langs, at);
    const std::size_t first = sum(table.columns[tag_counts].substr(0, at));
    for (std::size_t i = 0; i < table.at(tag_counts, at); ++i)
        card.tags.add(table.word(tags, first + i), arena);
    cards.add(one, arena);
}

std::optional<Error> read_file(std::string_view file, ArchiveFile kind, Table& table, Arena& arena) {
    if (const auto error = check_head(file, kind)) return error;
    if (const auto error = read_table(file, table, arena)) return error;
    for (const std::string_view line : table.lines) {
        if (!is_utf8(line)) return refused("not UTF-8");
    }
    return std::nullopt;
}

std::size_t find_story(const Table& table, std::string_view key, Arena& arena) {
    std::size_t at = 0;
    for (; at < table.own; ++at) {
        std::string_view own = table.line(LineColumn::id, at);
        if (own.empty()) {
            const Timestamp time{table.minutes[at] * 60, 0, true};
            own = expand(table.line(LineColumn::url, at), table.line(LineColumn::title, at), {}, time, arena);
        }
        if (own == key) break;
    }
    return at;
}

}  // namespace

Result<std::optional<ArchiveShard>> find_archive_shard(std::string_view directory, std::uint64_t hash) {
    if (const auto error = check_head(directory, ArchiveFile::directory)) return *error;
    constexpr std::size_t columns = archive_head_size + 4;
    const std::size_t width = byte_at(directory, archive_head_size + 1);
    const std::size_t count =
        byte_at(directory, archive_head_size + 2) + 256U * byte_at(directory, archive_head_size + 3);
    if (width < 1 || width > 3 || directory.size() != columns + count * (3 + width)) return refused("counts");
    if (read_u32(directory, 20) != archive_directory_of(hash)) return refused("another directory file");
    const std::size_t wanted = archive_check_of(hash, byte_at(directory, archive_head_size));
    const auto at = [&](std::size_t column, std::size_t entry) {
        return static_cast<std::uint32_t>(byte_at(directory, columns + column * count + entry));
    };
    std::size_t next = 0;  // check that a step of 0 leads to
    for (std::size_t i = 0; i < count && next <= wanted; ++i) {
        next += 1 + at(0, i) + (at(1, i) << 8U);
        if (next != wanted + 1) continue;
        ArchiveShard shard;
        for (std::size_t k = width; k-- > 0;) shard.number = shard.number << 8U | at(2 + k, i);
        shard.build = read_u32(directory, 16);
        shard.mark = static_cast<std::uint8_t>(at(2 + width, i));
        return std::optional(shard);
    }
    return std::optional<ArchiveShard>();
}

Result<List<ScoredCard>> read_archive_shard(std::string_view shard, std::string_view id, std::string_view url,
                                            std::string_view base_url, Arena& arena) {
    Table table;
    if (const auto error = read_file(shard, ArchiveFile::shard, table, arena)) return *error;
    const std::size_t story = find_story(table, id.empty() ? url : id, arena);
    if (story == table.own) return Error{Code::archive_stale, {}, 0, 0, 0, {}};
    List<ScoredCard> cards;
    std::int32_t score = 1000;
    std::size_t i = sum(table.columns[list_sizes].substr(0, story));
    for (std::size_t left = table.at(list_sizes, story); left > 0; --left, ++i) {
        score -= 4 * static_cast<std::int32_t>(table.at(drops, i));
        add_card(table, table.at(lists, i), score < 0 ? 0 : score, base_url, cards, arena);
    }
    return cards;
}

Result<List<ScoredCard>> read_archive_fresh(std::string_view fresh, std::string_view base_url, Arena& arena) {
    Table table;
    if (const auto error = read_file(fresh, ArchiveFile::fresh, table, arena)) return *error;
    List<ScoredCard> cards;
    for (std::size_t i = 0; i < table.cards; ++i) add_card(table, i, 0, base_url, cards, arena);
    return cards;
}

}  // namespace longread
