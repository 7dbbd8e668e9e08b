#include "decide/related/stem_english.h"

#include <cstdint>
#include <cstring>
#include <string_view>

namespace longread {
namespace {

// A y that is a consonant is written Y while the stemmer works.
bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

// What an ending becomes. Of endings that end alike, the longer ones stand first.
struct Ending {
    std::uint8_t size;
    char letters[8] = {};
    char instead[5] = {};  // "-": stays as it is; "+": its first letter stays and may lie before the region
    constexpr Ending(std::string_view ending, std::string_view becomes)
        : size(static_cast<std::uint8_t>(ending.size())) {
        for (std::size_t i = 0; i < ending.size(); ++i) letters[i] = ending[i];
        for (std::size_t i = 0; i < becomes.size(); ++i) instead[i] = becomes[i];
    }
};

// "2": goes where it lies in the second region; "?": after certain letters.
constexpr Ending endings_2[] = {
    {"ational", "ate"}, {"tional", "tion"}, {"fulness", "ful"}, {"ousness", "ous"}, {"iveness", "ive"},
    {"ization", "ize"}, {"ation", "ate"},   {"lessli", "less"}, {"biliti", "ble"},  {"entli", "ent"},
    {"ousli", "ous"},   {"fulli", "ful"},   {"aliti", "al"},    {"iviti", "ive"},   {"alism", "al"},
    {"enci", "ence"},   {"anci", "ance"},   {"abli", "able"},   {"alli", "al"},     {"izer", "ize"},
    {"ator", "ate"},    {"logi", "+og"},    {"bli", "ble"},     {"ogi", "-"},       {"li", "?"},
};
constexpr Ending endings_3[] = {
    {"ational", "ate"}, {"tional", "tion"}, {"alize", "al"}, {"icate", "ic"}, {"ative", "2"},
    {"iciti", "ic"},    {"ical", "ic"},     {"ness", ""},    {"ful", ""},
};
constexpr Ending endings_4[] = {
    {"ement", ""}, {"ance", ""},  {"ence", ""}, {"able", ""}, {"ible", ""}, {"ment", ""}, {"ant", ""},
    {"ent", ""},   {"ism", ""},   {"ate", ""},  {"iti", ""},  {"ous", ""},  {"ive", ""},  {"ize", ""},
    {"sion", "+"}, {"tion", "+"}, {"ion", "-"}, {"al", ""},   {"er", ""},   {"ic", ""},
};

bool may_stand_before_li(char c) { return std::string_view("cdeghkmnrt").find(c) != std::string_view::npos; }

class EnglishWord {
  public:
    EnglishWord(char* letters, std::size_t size) : letters_(letters), size_(size) {}

    std::size_t stem() {
        mark_consonants();
        mark_regions();
        cut_plural();
        constexpr std::string_view whole[] = {"inning",  "outing",  "canning", "herring",
                                              "earring", "proceed", "exceed",  "succeed"};
        for (const std::string_view word : whole) {
            if (word == std::string_view(letters_, size_)) return size_;
        }
        cut_past_or_ing();
        if (size_ > 2 && (last() | 0x20) == 'y' && !is_vowel(letters_[size_ - 2])) letters_[size_ - 1] = 'i';
        replace_ending(endings_2, region_1_);
        replace_ending(endings_3, region_1_);
        replace_ending(endings_4, region_2_);
        cut_e_or_l();
        for (std::size_t i = 0; i < size_; ++i) {
            if (letters_[i] == 'Y') letters_[i] = 'y';
        }
        return size_;
    }

  private:
    [[nodiscard]] char last() const { return letters_[size_ - 1]; }
    [[nodiscard]] bool ends_with(std::string_view ending) const {
        return size_ >= ending.size() &&
               std::memcmp(letters_ + size_ - ending.size(), ending.data(), ending.size()) == 0;
    }
    [[nodiscard]] bool has_vowel_before(std::size_t end) const {
        for (std::size_t i = 0; i < end; ++i) {
            if (is_vowel(letters_[i])) return true;
        }
        return false;
    }
    // Whether the first so many letters end in a short syllable.
    [[nodiscard]] bool is_short(std::size_t end) const {
        if (end < 2 || is_vowel(letters_[end - 1]) || !is_vowel(letters_[end - 2])) return false;
        const char c = letters_[end - 1];
        return end == 2 || (c != 'w' && c != 'x' && c != 'Y' && !is_vowel(letters_[end - 3]));
    }

    void mark_consonants() {
        for (std::size_t i = 0; i < size_; ++i) {
            if (letters_[i] == 'y' && (i == 0 || is_vowel(letters_[i - 1]))) letters_[i] = 'Y';
        }
    }

    // The place after the first consonant that follows a vowel.
    [[nodiscard]] std::size_t after_syllable(std::size_t at) const {
        while (at < size_ && !is_vowel(letters_[at])) ++at;
        while (at < size_ && is_vowel(letters_[at])) ++at;
        return at < size_ ? at + 1 : size_;
    }

    void mark_regions() {
        region_1_ = after_syllable(0);
        for (const std::string_view prefix : {"gener", "commun", "arsen"}) {
            if (size_ >= prefix.size() && std::memcmp(letters_, prefix.data(), prefix.size()) == 0)
                region_1_ = prefix.size();
        }
        region_2_ = after_syllable(region_1_);
    }

    void cut_plural() {
        if (ends_with("sses")) {
            size_ -= 2;
        } else if (ends_with("ied") || ends_with("ies")) {
            size_ -= size_ > 4 ? 2 : 1;
        } else if (last() == 's' && !ends_with("us") && !ends_with("ss") && has_vowel_before(size_ - 2)) {
            --size_;
        }
    }

    void cut_past_or_ing() {
        for (const std::string_view ending : {"eedly", "ingly", "edly", "eed", "ing", "ed"}) {
            if (!ends_with(ending)) continue;
            const std::size_t begin = size_ - ending.size();
            if (ending.substr(0, 2) == "ee") {
                if (begin >= region_1_) size_ = begin + 2;
            } else if (has_vowel_before(begin)) {
                size_ = begin;
                mend_end();
            }
            return;
        }
    }

    // After "hoping" lost its "ing", or "hopping".
    void mend_end() {
        if (ends_with("at") || ends_with("bl") || ends_with("iz")) {
            letters_[size_++] = 'e';
        } else if (size_ > 1 && last() == letters_[size_ - 2] &&
                   std::string_view("bdfgmnprt").find(last()) != std::string_view::npos) {
            --size_;
        } else if (size_ == region_1_ && is_short(size_)) {
            letters_[size_++] = 'e';
        }
    }

    template <std::size_t Count>
    void replace_ending(const Ending (&endings)[Count], std::size_t region) {
        for (const Ending& ending : endings) {
            const auto length = std::size_t{ending.size};
            if (last() != ending.letters[length - 1] || !ends_with({ending.letters, length})) continue;
            replace(ending, size_ - length, region);
            return;
        }
    }

    void replace(const Ending& ending, std::size_t begin, std::size_t region) {
        const char* put = ending.instead;
        if (*put == '+') {
            ++begin;
            ++put;
        }
        if (begin < region || *put == '-') return;
        if (*put == '2' && begin < region_2_) return;
        if (*put == '?' && (begin == 0 || !may_stand_before_li(letters_[begin - 1]))) return;
        size_ = begin;
        for (; *put >= 'a'; ++put) letters_[size_++] = *put;
    }

    void cut_e_or_l() {
        const std::size_t begin = size_ - 1;
        const bool cuts = last() == 'e' ? begin >= region_2_ || (begin >= region_1_ && !is_short(begin))
                                        : ends_with("ll") && begin >= region_2_;
        if (cuts) size_ = begin;
    }

    char* letters_;
    std::size_t size_;
    std::size_t region_1_ = 0;
    std::size_t region_2_ = 0;
};

// Words whose stem no rule finds.
constexpr Ending exceptions[] = {
    {"skis", "ski"}, {"skies", "sky"},    {"dying", "die"}, {"lying", "lie"},   {"tying", "tie"},
    {"idly", "idl"}, {"gently", "gentl"}, {"ugly", "ugli"}, {"early", "earli"}, {"only", "onli"},
    {"sky", "-"},    {"singly", "singl"}, {"news", "-"},    {"howe", "-"},      {"atlas", "-"},
    {"bias", "-"},   {"cosmos", "-"},     {"andes", "-"},
};

}  // namespace

std::size_t stem_english(char* word, std::size_t size) {
    if (size < 3) return size;
    for (const Ending& one : exceptions) {
        const auto length = std::size_t{one.size};
        if (length != size || word[0] != one.letters[0] || std::memcmp(word, one.letters, size) != 0)
            continue;
        if (one.instead[0] == '-') return size;
        const std::size_t stem_size =
            std::string_view(one.instead, sizeof one.instead).find_last_not_of('\0') + 1;
        std::memcpy(word, one.instead, stem_size);
        return stem_size;
    }
    return EnglishWord(word, size).stem();
}

}  // namespace longread
