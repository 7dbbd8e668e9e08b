// What a story is about, as terms: stems of its words, pairs of characters where words are not written apart,
// and its tags. The same terms come out in the browser, in the command and in an archive.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/list.h"
#include "base/sort.h"
#include "decide/related/stemmers.h"
#include "model/story.h"

namespace longread {

// The hash (base/hash.h) of a stem, of a pair of characters, or of "#" and a tag.
using Term = std::uint64_t;

struct TermCount {
    Term term = 0;
    std::uint32_t count = 0;  // a word of the title counts twice
};

struct StoryTerms {
    List<TermCount> terms;     // by term, each once
    std::uint32_t length = 0;  // the sum of the counts
};

// A term and the part of the text that it stands for.
struct PlacedTerm {
    Term term = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

// english_only: stems English and leaves out the short lists of stop words; what a page can do, here and
// there. every_language: Snowball's stemmers and stop words for all languages that have them; for archives.
// In the browser the same as english_only.
enum class Stemming : bool { english_only, every_language };

// Not for two threads at once; two analysers of one kind give the same terms.
class Analyser {
  public:
    // The arena holds the table of words, up to 2 MB, and what is used again from story to story.
    Analyser(Stemming stemming, Arena& arena);

    // Title, dek, text and tags. Of texts beyond 20,000 terms the beginning counts.
    StoryTerms count_terms(const Story& story, Arena& arena);

    // Adds the terms of a text in the language of this tag (BCP 47; empty: English) in order, without stop
    // words.
    void add_terms(std::string_view text, std::string_view tag, List<PlacedTerm>& terms, Arena& arena);

  private:
    // A language and the hash of its name.
    struct Language {
        std::string_view name;
        Term key;
    };
    // A word that was met, by its hash and its language's; what it stands for, 0 for a stop word.
    struct Word {
        Term key;
        Term term;
    };

    void add_word(const struct Unit& word, const Language& lang, List<PlacedTerm>& terms, Arena& arena);
    Term term_of(std::string_view word, const Language& lang);
    // Where the word stands in the table, or would stand.
    [[nodiscard]] Word& find(Term key) const;
    void remember(Term key, Term term);
    void make_table(std::size_t size);

    Arena& arena_;
    Stemming stemming_;
    Stemmers stemmers_;
    Word* words_ = nullptr;  // a hash table, at least half of it empty (key 0)
    std::size_t mask_ = 0;
    std::size_t count_ = 0;
    List<PlacedTerm> found_;  // of one story
    List<SortItem> sorted_;
};

}  // namespace longread
