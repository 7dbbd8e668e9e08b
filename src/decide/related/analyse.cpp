#include "decide/related/analyse.h"

#include "base/hash.h"
#include "base/sort.h"
#include "base/text.h"
#include "decide/related/stem_english.h"
#include "decide/related/stop_words.h"
#include "decide/related/text_units.h"

namespace longread {
namespace {

constexpr std::size_t most_terms = 20'000;  // some 120 KB of English: no news story, but a bound

// "pt" of "pt-BR".
std::string_view primary_language(std::string_view tag) {
    const std::string_view lang = tag.substr(0, tag.find_first_of("-_"));
    return lang.empty() ? "en" : lang;
}

Term stop_word_key(std::string_view lang, std::string_view word) { return hash_text(word) ^ hash_text(lang); }

// One term for a tag, however it is spaced and capitalised.
Term tag_term(std::string_view tag) {
    Term term = hash_text("#");
    UnitReader reader(tag);
    Unit unit;
    while (reader.next(unit)) term = mix_bits(term + hash_text(unit.letters));
    return term;
}

void add(Term term, std::size_t begin, std::size_t end, List<PlacedTerm>& terms, Arena& arena) {
    terms.add({term, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, arena);
}

}  // namespace

Analyser::Analyser(Stemming stemming, Arena& arena) : stemming_(stemming) {
    const StopLists lists = stemming == Stemming::every_language ? full_stop_lists() : short_stop_lists();
    std::size_t bytes = 0;
    for (const StopWords* list = lists.begin; list != lists.end; ++list) bytes += list->words.size();
    // A word and its space take more than two bytes: at least half of the table stays empty.
    std::size_t size = 256;
    while (size < bytes / 2) size *= 2;
    mask_ = size - 1;
    stop_words_ = static_cast<Term*>(arena.take(size * sizeof(Term)));
    std::memset(stop_words_, 0, size * sizeof(Term));
    for (const StopWords* list = lists.begin; list != lists.end; ++list) {
        for (std::string_view words = list->words; !words.empty();) {
            const Term key = stop_word_key(list->lang, take_word(words));
            std::size_t at = key & mask_;
            while (stop_words_[at] != 0) at = (at + 1) & mask_;
            stop_words_[at] = key;
        }
    }
}

bool Analyser::is_stop_word(std::string_view lang, std::string_view word) const {
    const Term key = stop_word_key(lang, word);
    for (std::size_t at = key & mask_; stop_words_[at] != 0; at = (at + 1) & mask_) {
        if (stop_words_[at] == key) return true;
    }
    return false;
}

void Analyser::add_word(Unit& word, std::string_view lang, List<PlacedTerm>& terms, Arena& arena) {
    // A single letter or digit says nothing.
    if (word.letters.size() < 2 || is_stop_word(lang, word.letters)) return;
    char stem[64];
    std::size_t size = word.letters.size();
    std::memcpy(stem, word.letters.data(), size);
    if (lang == "en") {
        size = stem_english(stem, size);
    } else if (stemming_ == Stemming::every_language) {
        size = stemmers_.stem(lang, stem, size);
    }
    add(hash_text({stem, size}), word.begin, word.end, terms, arena);
    if (word.kind != UnitKind::hangul) return;
    constexpr std::size_t syllable = 3;  // bytes
    for (std::size_t at = 0; at + 2 * syllable < word.letters.size(); at += syllable)
        add(hash_text(word.letters.substr(at, 2 * syllable)), word.begin, word.end, terms, arena);
}

void Analyser::add_terms(std::string_view text, std::string_view lang, List<PlacedTerm>& terms,
                         Arena& arena) {
    lang = primary_language(lang);
    UnitReader reader(text);
    Unit unit;
    Unit before;            // the unit before this one
    bool is_paired = true;  // whether that stands in a pair, if it is a character
    const auto add_single = [&] {
        if (!is_paired)
            add(hash_text(text.substr(before.begin, before.end - before.begin)), before.begin, before.end,
                terms, arena);
    };
    while (terms.size() < most_terms && reader.next(unit)) {
        const bool joins = unit.is_character() && before.is_character() && before.end == unit.begin;
        if (joins) {
            if (unit.kind != UnitKind::hiragana || before.kind != UnitKind::hiragana)
                add(hash_text(text.substr(before.begin, unit.end - before.begin)), before.begin, unit.end,
                    terms, arena);
        } else {
            add_single();
            if (!unit.is_character()) add_word(unit, lang, terms, arena);
        }
        is_paired = joins || unit.kind != UnitKind::character;
        before = unit;
    }
    add_single();
}

StoryTerms Analyser::count_terms(const Story& story, Arena& arena) {
    List<PlacedTerm> found;
    add_terms(story.title, story.lang, found, arena);
    const std::size_t title_size = found.size();
    for (std::size_t i = 0; i < title_size; ++i) found.add(found[i], arena);
    for (const std::string_view tag : story.tags) {
        if (found.size() < most_terms) found.add({tag_term(tag), 0, 0}, arena);
    }
    add_terms(story.dek, story.lang, found, arena);
    add_terms(story.text, story.lang, found, arena);
    List<SortItem> sorted;
    for (const PlacedTerm& one : found) sorted.add({one.term, 0}, arena);
    sort_by_key(sorted, arena);
    StoryTerms counted;
    for (const SortItem& one : sorted) {
        if (counted.terms.empty() || counted.terms.back().term != one.key)
            counted.terms.add({one.key, 0}, arena);
        ++counted.terms.back().count;
    }
    counted.length = static_cast<std::uint32_t>(found.size());
    return counted;
}

}  // namespace longread
