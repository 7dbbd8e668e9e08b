#include "decide/related/find_reason.h"

#include "base/fold_case.h"
#include "base/text.h"

namespace longread {
namespace {

constexpr std::size_t longest_reason = 40;  // bytes: it stands in a line below a card
constexpr std::uint32_t frequent = 2;

// How often the page has the term.
std::uint32_t count_of(const StoryTerms& page, Term term) {
    std::size_t begin = 0;
    std::size_t end = page.terms.size();
    while (begin < end) {
        const std::size_t middle = (begin + end) / 2;
        if (page.terms[middle].term == term) return page.terms[middle].count;
        if (page.terms[middle].term < term) {
            begin = middle + 1;
        } else {
            end = middle;
        }
    }
    return 0;
}

// A word that two stories share in a text of the card, and how much it says.
class ReasonFinder {
  public:
    ReasonFinder(const List<std::uint64_t>& terms, const StoryTerms& page) : terms_(terms), page_(page) {}

    void look_into(std::string_view text, std::string_view lang, Analyser& analyser, Arena& arena) {
        List<PlacedTerm> words;
        analyser.add_terms(text, lang, words, arena);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::size_t worth = worth_of(words[i].term);
            if (worth <= best_ || !is_topic(text, words[i])) continue;
            const std::string_view found = extend(text, words, i);
            if (found.size() > longest_reason) continue;
            best_ = worth;
            reason_ = found;
        }
    }

    [[nodiscard]] std::string_view reason() const { return reason_; }

  private:
    [[nodiscard]] std::size_t worth_of(Term term) const {
        const std::uint32_t count = count_of(page_, term);
        if (terms_.empty()) return count < frequent ? 0 : count;
        for (std::size_t i = 0; i < terms_.size(); ++i) {
            if (terms_[i] == term && count > 0) return terms_.size() - i;
        }
        return 0;
    }

    // Begins with a capital letter, or with a character of a script that has none and writes words together.
    static bool is_name(std::string_view text, const PlacedTerm& word) {
        const char32_t first = decode_at(text, word.begin).value;
        return first > 0x3000 || fold_case(first) != first;
    }

    // "Same topic: cannot" would say nothing. The first word of a title has its capital from there, so it
    // must be frequent on the page.
    [[nodiscard]] bool is_topic(std::string_view text, const PlacedTerm& word) const {
        const bool begins_text = word.begin == 0 && decode_at(text, 0).value < 0x3000;
        return is_name(text, word) && (!begins_text || count_of(page_, word.term) > frequent);
    }

    // Whether a word goes on with the next one: names that both stories have, pairs of one run of characters.
    [[nodiscard]] bool belong_together(std::string_view text, const PlacedTerm& left,
                                       const PlacedTerm& right) const {
        if (count_of(page_, left.term) == 0 || count_of(page_, right.term) == 0) return false;
        if (right.begin < left.end) return true;
        return right.begin == left.end + 1 && text[left.end] == ' ' && is_name(text, left) &&
               is_name(text, right);
    }

    [[nodiscard]] std::string_view extend(std::string_view text, const List<PlacedTerm>& words,
                                          std::size_t at) const {
        std::size_t first = at;
        std::size_t last = at;
        while (first > 0 && belong_together(text, words[first - 1], words[first])) --first;
        while (last + 1 < words.size() && belong_together(text, words[last], words[last + 1])) ++last;
        return text.substr(words[first].begin, words[last].end - words[first].begin);
    }

    const List<std::uint64_t>& terms_;
    const StoryTerms& page_;
    std::string_view reason_;
    std::size_t best_ = 0;
};

}  // namespace

std::string_view find_reason(const Card& card, const List<std::uint64_t>& terms, const Story& subject,
                             const StoryTerms& page, Analyser& analyser, Arena& arena) {
    for (const std::string_view own : subject.tags) {
        for (const std::string_view tag : card.tags) {
            if (equals_ignoring_ascii_case(own, tag) && tag.size() <= longest_reason) return tag;
        }
    }
    ReasonFinder finder(terms, page);
    finder.look_into(card.title, card.lang, analyser, arena);
    for (const std::string_view paragraph : card.teaser)
        finder.look_into(paragraph, card.lang, analyser, arena);
    return finder.reason();
}

}  // namespace longread
