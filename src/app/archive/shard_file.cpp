#include "app/archive/shard_file.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/checksum.h"
#include "base/time.h"

namespace longread {
namespace {

constexpr std::size_t most_bytes_of_text = 300;
constexpr std::size_t most_bytes_of_url = 2048;  // as resolve_url takes
constexpr std::size_t most_tags = 4;
constexpr std::size_t most_words = 255;

void append_u32(std::string& out, std::uint32_t value) {
    for (std::uint32_t shift = 0; shift < 32; shift += 8) out += static_cast<char>(value >> shift & 0xFFU);
}

void append_number(std::string& out, std::uint64_t number) {
    for (; number >= 0x80; number >>= 7U) out += static_cast<char>((number & 0x7FU) | 0x80U);
    out += static_cast<char>(number);
}

// At most so many bytes of whole characters, as one line.
std::string line_of(std::string_view text, std::size_t most) {
    if (text.size() > most) {
        while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80) --most;
        text = text.substr(0, most);
    }
    std::string line(text);
    for (char& c : line) {
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    }
    return line;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end != 0) lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

void replace_first(std::string& text, std::string_view part, std::string_view mark) {
    if (part.size() <= mark.size()) return;
    if (const std::size_t at = text.find(part); at != std::string::npos) text.replace(at, part.size(), mark);
}

std::string day_of(std::int64_t minutes) {
    TextBuffer out;
    append_machine_time(out, {minutes * 60, 0, false});
    std::string day(out.view());
    std::replace(day.begin(), day.end(), '-', '/');
    return day;
}

// The slug of the title, or as much of it as stands before the end of the path's last part.
void shorten_slug(std::string& url, std::string_view title) {
    TextBuffer buffer;
    append_slug(buffer, title);
    const std::string_view slug = buffer;
    const std::size_t start = url.rfind('/') + 1;
    std::size_t same = 0;
    while (same < slug.size() && start + same < url.size() && url[start + same] == slug[same]) ++same;
    constexpr std::size_t least = 4;
    constexpr std::size_t most_cut = 0x7E - 0x20;
    if (same < least) return;
    if (same == slug.size()) {
        url.replace(start, same, "\x01");
    } else {
        same = std::min(same, most_cut);
        url.replace(start, same, {'\x02', static_cast<char>(0x20 + same)});
    }
}

struct ShownCard {
    std::string id, title, url, image, dek;
    std::string section, series, lang;
    std::vector<std::string> tags;
    std::int64_t minutes = 0;
    std::uint32_t copies = 0;
};

// Where it can say them from the card: never longer.
std::string short_url(std::string_view url, const ShownCard& card) {
    if (url.size() > most_bytes_of_url) return {};
    std::string out = line_of(url, most_bytes_of_url);
    shorten_slug(out, card.title);
    if (card.minutes != 0) replace_first(out, day_of(card.minutes), "\x03");
    replace_first(out, card.id, "\x04");
    return out;
}

ShownCard show(const ArchiveStory& story, std::uint32_t dek_bytes) {
    ShownCard card;
    if (story.id != story.url) card.id = line_of(story.id, most_bytes_of_url);
    card.title = line_of(story.title, most_bytes_of_text);
    card.minutes = story.published / 60 - (story.published % 60 < 0 ? 1 : 0);
    if (std::abs(card.minutes) > archive_most_minutes) card.minutes = 0;
    card.url = short_url(story.url, card);
    card.image = short_url(story.image, card);
    card.dek = line_of(story.dek, dek_bytes);
    card.section = line_of(story.section, most_bytes_of_text);
    card.series = line_of(story.series, most_bytes_of_text);
    card.lang = line_of(story.lang, most_bytes_of_text);
    for (const std::string_view tag : lines_of(story.tags)) {
        if (card.tags.size() < most_tags) card.tags.push_back(line_of(tag, most_bytes_of_text));
    }
    card.copies = story.copies;
    return card;
}

// Words that the cards say, the most frequent first so that they survive where there are too many.
class Words {
  public:
    void count(const std::string& word) {
        if (!word.empty()) ++counts_[word];
    }
    void number() {
        for (const auto& [word, count] : counts_) order_.push_back(&word);
        std::stable_sort(order_.begin(), order_.end(), [this](const std::string* a, const std::string* b) {
            return counts_[*a] > counts_[*b];
        });
        if (order_.size() > most_words) order_.resize(most_words);
        for (std::size_t i = 0; i < order_.size(); ++i)
            numbers_[*order_[i]] = static_cast<std::uint8_t>(i + 1);
    }
    // 0: none.
    [[nodiscard]] std::uint8_t number_of(const std::string& word) const {
        const auto found = numbers_.find(word);
        return found == numbers_.end() ? std::uint8_t{0} : found->second;
    }
    [[nodiscard]] const std::vector<const std::string*>& all() const { return order_; }

  private:
    std::map<std::string, std::uint32_t> counts_;
    std::map<std::string, std::uint8_t> numbers_;
    std::vector<const std::string*> order_;
};

void append_byte(std::string& out, std::size_t value) { out += static_cast<char>(value); }

void append_times(std::string& out, const std::vector<ShownCard>& cards) {
    std::int64_t before = 0;
    for (const ShownCard& card : cards) {
        const std::int64_t step = card.minutes - before;
        append_number(out, static_cast<std::uint64_t>(step) << 1U ^ static_cast<std::uint64_t>(step >> 63U));
        before = card.minutes;
    }
}

// Groups are numbered anew, and those with one card here are none.
void append_copies(std::string& out, const std::vector<ShownCard>& cards) {
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const ShownCard& card : cards) ++counts[card.copies];
    std::map<std::uint32_t, std::size_t> numbers;
    for (const ShownCard& card : cards) {
        const bool is_copy = card.copies != 0 && counts[card.copies] > 1;
        append_byte(out, is_copy ? numbers.try_emplace(card.copies, numbers.size() + 1).first->second : 0);
    }
}

void append_words(std::string& out, const std::vector<ShownCard>& cards, const Words& words) {
    for (std::string ShownCard::*const field : {&ShownCard::section, &ShownCard::series, &ShownCard::lang}) {
        for (const ShownCard& card : cards) append_byte(out, words.number_of(card.*field));
    }
    std::string tags;
    for (const ShownCard& card : cards) {
        const std::size_t before = tags.size();
        for (const std::string& tag : card.tags) {
            if (const std::uint8_t number = words.number_of(tag); number != 0) append_byte(tags, number);
        }
        append_byte(out, tags.size() - before);
    }
    out += tags;
}

void append_lists(std::string& out, const ShardContent& content) {
    for (const auto& list : content.lists) append_byte(out, list.size());
    for (const auto& list : content.lists) {
        for (const ArchiveNeighbour& one : list) append_byte(out, one.story);
    }
    for (const auto& list : content.lists) {
        std::uint32_t before = 250;
        for (const ArchiveNeighbour& one : list) {
            const std::uint32_t score = std::min(std::uint32_t{one.score} / 4U, before);
            append_byte(out, before - score);
            before = score;
        }
    }
}

void append_lines(std::string& out, const std::vector<ShownCard>& cards, const Words& words) {
    for (const std::string* word : words.all()) out += *word + '\n';
    for (std::string ShownCard::*const field :
         {&ShownCard::id, &ShownCard::title, &ShownCard::url, &ShownCard::image, &ShownCard::dek}) {
        for (const ShownCard& card : cards) out += card.*field + '\n';
    }
}

}  // namespace

std::string with_archive_head(ArchiveFile kind, std::uint32_t build, std::uint32_t number,
                              std::string_view body) {
    std::string rest;
    append_u32(rest, build);
    append_u32(rest, number);
    rest += body;
    std::string file = {'L', 'R', 'A', static_cast<char>(kind)};
    append_u32(file, archive_format_version);
    append_u32(file, static_cast<std::uint32_t>(rest.size() + 16));
    append_u32(file, crc32(rest));
    return file + rest;
}

std::string write_shard_body(const ShardContent& content, const ArchiveStories& stories,
                             std::uint32_t dek_bytes) {
    std::vector<ShownCard> cards;
    for (const std::uint32_t story : content.cards) cards.push_back(show(stories.story(story), dek_bytes));
    Words words;
    for (const ShownCard& card : cards) {
        words.count(card.section);
        words.count(card.series);
        words.count(card.lang);
        for (const std::string& tag : card.tags) words.count(tag);
    }
    words.number();
    std::string out;
    append_byte(out, content.own);
    append_byte(out, cards.size());
    append_byte(out, words.all().size());
    append_byte(out, 0);
    append_times(out, cards);
    append_copies(out, cards);
    append_words(out, cards, words);
    append_lists(out, content);
    append_lines(out, cards, words);
    return out;
}

std::uint32_t card_size(const ArchiveStory& story, std::uint32_t dek_bytes) {
    const ShownCard card = show(story, dek_bytes);
    constexpr std::size_t numbers = 14;
    return static_cast<std::uint32_t>(card.id.size() + card.title.size() + card.url.size() +
                                      card.image.size() + card.dek.size() + card.series.size() + numbers);
}

}  // namespace longread
