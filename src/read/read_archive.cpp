#include "read/read_archive.h"

#include "base/checksum.h"
#include "base/frame.h"
#include "base/text.h"
#include "base/url.h"

namespace longread {
namespace {

constexpr std::size_t largest_file = 256UL << 10U;  // ten times what the writer makes

Error refuse(Code code, std::string_view why) { return {code, {}, 0, 0, 0, why}; }
Error damaged(std::string_view why) { return refuse(Code::archive_damaged, why); }

std::uint8_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

// What is wrong with a file as a whole.
std::optional<Error> check_head(std::string_view file, ArchiveFile kind) {
    if (file.size() < archive_head_size + 4 || file.size() > largest_file || file.substr(0, 3) != "LRA" ||
        file[3] != static_cast<char>(kind))
        return damaged("no file of this kind");
    if (read_u32(file, 4) != archive_format_version) return refuse(Code::archive_version, "not version 1");
    if (read_u32(file, 8) != file.size()) return damaged("another length");
    if (read_u32(file, 12) != crc32(file.substr(16))) return damaged("another checksum");
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

// The columns of a shard or of a fresh list.
struct Table {
    std::size_t own = 0;
    std::size_t cards = 0;
    std::size_t words = 0;
    List<std::int64_t> minutes;
    std::string_view copies, sections, series, langs, tag_counts, tags, list_sizes, lists, drops;
    List<std::string_view> lines;
};

enum class LineColumn : std::uint8_t { id, title, url, image, dek, count_ };

std::string_view line_of(const Table& table, LineColumn column, std::size_t card) {
    return table.lines[table.words + static_cast<std::size_t>(column) * table.cards + card];
}

// Number 0 is no word; the reader of the table has seen to it that no number is too large.
std::string_view word_of(const Table& table, std::string_view column, std::size_t at) {
    const std::uint8_t number = byte_at(column, at);
    return number == 0 ? std::string_view() : table.lines[number - 1U];
}

bool has_above(std::string_view column, std::size_t most) {
    for (const char c : column) {
        if (static_cast<unsigned char>(c) > most) return true;
    }
    return false;
}

std::optional<Error> read_table(std::string_view file, Table& table, Arena& arena) {
    Columns columns(file.substr(archive_head_size));
    table.own = columns.take_byte();
    table.cards = columns.take_byte();
    table.words = columns.take_byte();
    if (columns.take_byte() != 0 || table.own > table.cards) return damaged("counts");
    std::int64_t minutes = 0;
    for (std::size_t i = 0; i < table.cards; ++i) {
        const std::uint64_t step = columns.take_number();
        // Unsigned, so that no sum overflows; zigzag.
        minutes =
            static_cast<std::int64_t>(static_cast<std::uint64_t>(minutes) + (step >> 1U ^ (0 - (step & 1U))));
        if (minutes > archive_most_minutes || minutes < -archive_most_minutes) return damaged("dates");
        table.minutes.add(minutes, arena);
    }
    for (std::string_view* const column :
         {&table.copies, &table.sections, &table.series, &table.langs, &table.tag_counts})
        *column = columns.take(table.cards);
    table.tags = columns.take(sum(table.tag_counts));
    table.list_sizes = columns.take(table.own);
    table.lists = columns.take(sum(table.list_sizes));
    table.drops = columns.take(table.lists.size());
    const std::size_t lines = table.words + static_cast<std::size_t>(LineColumn::count_) * table.cards;
    for (std::size_t i = 0; i < lines && !columns.is_short(); ++i)
        table.lines.add(columns.take_line(), arena);
    if (!columns.is_whole()) return damaged("columns");
    for (const std::string_view column : {table.sections, table.series, table.langs, table.tags}) {
        if (has_above(column, table.words)) return damaged("number of a word");
    }
    if (!table.lists.empty() && has_above(table.lists, table.cards - 1)) return damaged("number of a card");
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

// False where its URL is refused.
bool read_card(const Table& table, std::size_t at, std::string_view base_url, Card& card, Arena& arena) {
    Timestamp time;
    time.has_time = true;
    if (table.minutes[at] != 0) {
        time.seconds = table.minutes[at] * 60;
        card.published = time;
    }
    card.id = line_of(table, LineColumn::id, at);
    card.title = line_of(table, LineColumn::title, at);
    const auto resolve = [&](LineColumn column, UrlUse use) {
        const std::string_view url = line_of(table, column, at);
        if (url.empty()) return url;
        return resolve_url(expand(url, card.title, card.id, time, arena), base_url, use, arena).value_or("");
    };
    card.url = resolve(LineColumn::url, UrlUse::web);
    card.image.src = resolve(LineColumn::image, UrlUse::image);
    if (const std::string_view dek = line_of(table, LineColumn::dek, at); !dek.empty())
        card.teaser.add(dek, arena);
    if (const std::string_view section = word_of(table, table.sections, at); !section.empty())
        card.kicker.add({section, {}}, arena);
    card.series = word_of(table, table.series, at);
    card.lang = word_of(table, table.langs, at);
    const std::size_t first = sum(table.tag_counts.substr(0, at));
    for (std::size_t i = 0; i < byte_at(table.tag_counts, at); ++i) {
        if (const std::string_view tag = word_of(table, table.tags, first + i); !tag.empty())
            card.tags.add(tag, arena);
    }
    return !card.url.empty() && !card.title.empty();
}

std::optional<Error> read_file(std::string_view file, ArchiveFile kind, Table& table, Arena& arena) {
    if (const auto error = check_head(file, kind)) return error;
    if (const auto error = read_table(file, table, arena)) return error;
    for (const std::string_view line : table.lines) {
        if (!is_utf8(line)) return damaged("not UTF-8");
    }
    return std::nullopt;
}

std::size_t find_story(const Table& table, std::string_view key, Arena& arena) {
    std::size_t at = 0;
    for (; at < table.own; ++at) {
        std::string_view own = line_of(table, LineColumn::id, at);
        if (own.empty()) {
            const Timestamp time{table.minutes[at] * 60, 0, true};
            own = expand(line_of(table, LineColumn::url, at), line_of(table, LineColumn::title, at), {}, time,
                         arena);
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
    if (width < 1 || width > 3 || directory.size() != columns + count * (3 + width)) return damaged("counts");
    if (read_u32(directory, 20) != archive_directory_of(hash)) return damaged("another directory file");
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
    if (story == table.own) return refuse(Code::archive_stale, {});
    List<ScoredCard> cards;
    std::int32_t score = 250;
    const std::size_t first = sum(table.list_sizes.substr(0, story));
    for (std::size_t i = first; i < first + byte_at(table.list_sizes, story); ++i) {
        const std::int32_t drop = byte_at(table.drops, i);
        score = drop < score ? score - drop : 0;
        const std::size_t at = byte_at(table.lists, i);
        ScoredCard one;
        one.score = score * 4;
        one.copies = byte_at(table.copies, at);
        if (read_card(table, at, base_url, one.card, arena)) cards.add(one, arena);
    }
    return cards;
}

Result<List<ScoredCard>> read_archive_fresh(std::string_view fresh, std::string_view base_url, Arena& arena) {
    Table table;
    if (const auto error = read_file(fresh, ArchiveFile::fresh, table, arena)) return *error;
    List<ScoredCard> cards;
    for (std::size_t i = 0; i < table.cards; ++i) {
        ScoredCard one;
        one.copies = byte_at(table.copies, i);
        if (read_card(table, i, base_url, one.card, arena)) cards.add(one, arena);
    }
    return cards;
}

}  // namespace longread
