// A piece of the input once it has been read: cards and terms of its stories, and what was found wrong. It is
// kept as bytes from which it can be viewed without a copy.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/archive/story_card.h"
#include "app/archive/term_dictionary.h"
#include "base/error.h"
#include "decide/related/analyse.h"
#include "decide/related/copies.h"

namespace longread {

// Sketches of stories, one behind the other.
struct SketchesView {
    std::span<const std::uint64_t> starts;  // one more than there are stories
    std::span<const std::uint32_t> hashes;
    std::span<const std::uint32_t> sizes;

    [[nodiscard]] std::span<const std::uint32_t> hashes_of(std::uint32_t story) const {
        return hashes.subspan(starts[story], starts[story + 1] - starts[story]);
    }
    [[nodiscard]] Sketch sketch(std::uint32_t story, Arena& arena) const;
};

// Where a document stands.
struct DocumentPlace {
    std::string_view file;   // of a folder; empty: it is a line of the file of lines
    std::uint32_t line = 0;  // within the piece, from 1; 0: the document is a file of its own
};

class PieceWriter {
  public:
    PieceWriter();
    void add(const DocumentPlace& place, const ArchiveStory& card, const StoryTerms& terms,
             const Sketch& sketch);
    void note(const DocumentPlace& place, const Note& note);
    // lines: of the input, so that those of the piece behind it can be numbered.
    std::string finish(std::uint32_t lines);

  private:
    std::uint32_t number_of(Term term);
    void grow();

    std::vector<std::uint64_t> card_starts_{0};
    PackedWriter cards_;
    std::vector<std::uint64_t> place_starts_{0};
    PackedWriter places_;
    std::vector<std::uint64_t> count_starts_{0};
    PackedWriter counts_;
    std::vector<std::uint32_t> lengths_;
    std::vector<std::uint64_t> sketch_starts_{0};
    std::vector<std::uint32_t> hashes_;
    std::vector<std::uint32_t> sketch_sizes_;
    std::vector<TermStories> terms_;    // as they were met
    std::vector<std::uint32_t> slots_;  // a hash table of places in terms_, plus 1
    std::uint64_t note_count_ = 0;
    PackedWriter notes_;
};

struct PieceNote {
    DocumentPlace place;
    Note note;  // its line and column are those in the document
};

// A term of a story: its place in the piece's terms.
struct PieceCount {
    std::uint32_t term;
    std::uint32_t count;
};

struct PieceView {
    std::uint32_t lines = 0;
    CardsView cards;
    std::span<const std::uint64_t> place_starts;
    std::string_view places;
    std::span<const std::uint64_t> count_starts;
    std::string_view counts;
    std::span<const std::uint32_t> lengths;  // of the stories, in terms
    SketchesView sketches;
    std::span<const TermStories> terms;
    std::string_view notes;

    [[nodiscard]] std::uint32_t size() const { return cards.size(); }
    [[nodiscard]] DocumentPlace place_of(std::uint32_t story) const;
    // The terms of a story, in the order of their numbers elsewhere.
    void read_counts(std::uint32_t story, std::vector<PieceCount>& into) const;
    [[nodiscard]] std::vector<PieceNote> read_notes() const;
};

// nullopt where the bytes are no piece. They must begin at a multiple of 8.
std::optional<PieceView> view_piece(std::string_view bytes);

}  // namespace longread
