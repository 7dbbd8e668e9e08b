#include "decide/related/analyse.h"

#include "base/hash.h"
#include "base/text.h"
#include "decide/related/stem_english.h"
#include "decide/related/stop_words.h"
#include "decide/related/text_units.h"

namespace longread {
namespace {

constexpr std::size_t least_table = 2048;
constexpr std::size_t most_words = 65'536;  // that are remembered; the rest is stemmed each time
constexpr std::size_t most_terms = 20'000;  // some 120 KB of English: no news story, but a bound

// "pt" of "pt-BR".
std::string_view primary_language(std::string_view tag) {
    const std::string_view lang = tag.substr(0, tag.find_first_of("-_"));
    return lang.empty() ? "en" : lang;
}

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

Analyser::Analyser(Stemming stemming, Arena& arena) : arena_(arena), stemming_(stemming) {
    make_table(least_table);
    const StopLists lists = stemming == Stemming::every_language ? full_stop_lists() : short_stop_lists();
    for (const StopWords* list = lists.begin; list != lists.end; ++list) {
        const Term lang_key = hash_text(list->lang);
        for (std::string_view words = list->words; !words.empty();)
            remember(hash_text(take_word(words)) ^ lang_key, 0);
    }
}

void Analyser::make_table(std::size_t size) {
    mask_ = size - 1;
    words_ = static_cast<Word*>(arena_.take(size * sizeof(Word)));
    std::memset(words_, 0, size * sizeof(Word));
}

Analyser::Word& Analyser::find(Term key) const {
    std::size_t at = key & mask_;
    while (words_[at].key != 0 && words_[at].key != key) at = (at + 1) & mask_;
    return words_[at];
}

void Analyser::remember(Term key, Term term) {
    if (count_ == most_words) return;
    ++count_;
    if (2 * count_ > mask_) {
        const Word* const before = words_;
        const std::size_t size = mask_ + 1;
        make_table(2 * size);
        for (std::size_t i = 0; i < size; ++i) {
            if (before[i].key != 0) find(before[i].key) = before[i];
        }
    }
    find(key) = {key, term};
}

Term Analyser::term_of(std::string_view word, const Language& lang) {
    const Term key = hash_text(word) ^ lang.key;
    const Word& known = find(key);
    if (known.key != 0) return known.term;
    char stem[64];
    std::size_t size = word.size();
    std::memcpy(stem, word.data(), size);
    if (lang.name == "en") {
        size = stem_english(stem, size);
    } else if (stemming_ == Stemming::every_language) {
        size = stemmers_.stem(lang.name, stem, size);
    }
    const Term term = hash_text({stem, size});
    remember(key, term);
    return term;
}

void Analyser::add_word(const Unit& word, const Language& lang, List<PlacedTerm>& terms, Arena& arena) {
    // A single letter or digit says nothing.
    const Term term = word.letters.size() < 2 ? 0 : term_of(word.letters, lang);
    if (term == 0) return;
    add(term, word.begin, word.end, terms, arena);
    constexpr std::size_t syllable = 3;  // bytes
    constexpr std::size_t pair = 2 * syllable;
    if (word.kind != UnitKind::hangul || word.letters.size() <= pair) return;
    for (std::size_t at = 0; at + pair <= word.letters.size(); at += syllable)
        add(hash_text(word.letters.substr(at, pair)), word.begin, word.end, terms, arena);
}

void Analyser::add_terms(std::string_view text, std::string_view tag, List<PlacedTerm>& terms, Arena& arena) {
    const std::string_view name = primary_language(tag);
    const Language lang{name, hash_text(name)};
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
    found_.cut(0);
    add_terms(story.title, story.lang, found_, arena_);
    const std::size_t title_size = found_.size();
    for (std::size_t i = 0; i < title_size; ++i) found_.add(found_[i], arena_);
    for (const std::string_view tag : story.tags) {
        if (found_.size() < most_terms) found_.add({tag_term(tag), 0, 0}, arena_);
    }
    add_terms(story.dek, story.lang, found_, arena_);
    add_terms(story.text, story.lang, found_, arena_);
    sorted_.cut(0);
    for (const PlacedTerm& one : found_) sorted_.add({one.term, 0}, arena_);
    sort_by_key(sorted_, arena);
    std::size_t different = 0;
    for (std::size_t i = 0; i < sorted_.size(); ++i) {
        if (i == 0 || sorted_[i].key != sorted_[i - 1].key) ++different;
    }
    StoryTerms counted;
    counted.terms.reserve(different, arena);
    for (const SortItem& one : sorted_) {
        if (counted.terms.empty() || counted.terms.back().term != one.key)
            counted.terms.add({one.key, 0}, arena);
        ++counted.terms.back().count;
    }
    counted.length = static_cast<std::uint32_t>(found_.size());
    return counted;
}

}  // namespace longread
