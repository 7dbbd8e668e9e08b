#include "app/archive/analysed_piece.h"

namespace longread {
namespace {

std::span<const char> bytes_of(const std::string& text) { return {text.data(), text.size()}; }
std::string_view text_of(std::span<const char> bytes) { return {bytes.data(), bytes.size()}; }

// Whether starts rise from 0 to the end of what they cut, so that they can be followed blindly.
bool are_starts(std::span<const std::uint64_t> starts, std::size_t stories, std::size_t end) {
    if (starts.size() != stories + 1 || starts[0] != 0 || starts.back() != end) return false;
    for (std::size_t i = 0; i < stories; ++i) {
        if (starts[i] > starts[i + 1]) return false;
    }
    return true;
}

}  // namespace

Sketch SketchesView::sketch(std::uint32_t story, Arena& arena) const {
    Sketch sketch;
    for (const std::uint32_t hash : hashes_of(story)) sketch.hashes.add(hash, arena);
    sketch.size = sizes[story];
    return sketch;
}

PieceWriter::PieceWriter() : slots_(1024) {}

void PieceWriter::grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::uint32_t i = 0; i < terms_.size(); ++i) {
        std::size_t at = terms_[i].term & (slots_.size() - 1);
        while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = i + 1;
    }
}

std::uint32_t PieceWriter::number_of(Term term) {
    if (terms_.size() * 2 >= slots_.size()) grow();
    std::size_t at = term & (slots_.size() - 1);
    for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
        if (terms_[slots_[at] - 1].term == term) return slots_[at] - 1;
    }
    terms_.push_back({term, 0});
    slots_[at] = static_cast<std::uint32_t>(terms_.size());
    return slots_[at] - 1;
}

void PieceWriter::add(const DocumentPlace& place, const ArchiveStory& card, const StoryTerms& terms,
                      const Sketch& sketch) {
    places_.text(place.file);
    places_.number(place.line);
    place_starts_.push_back(places_.bytes().size());
    pack_card(cards_, card);
    card_starts_.push_back(cards_.bytes().size());
    for (const TermCount& one : terms.terms) {
        const std::uint32_t number = number_of(one.term);
        ++terms_[number].stories;
        counts_.number(number);
        counts_.number(one.count);
    }
    count_starts_.push_back(counts_.bytes().size());
    lengths_.push_back(terms.length);
    hashes_.insert(hashes_.end(), sketch.hashes.begin(), sketch.hashes.end());
    sketch_starts_.push_back(hashes_.size());
    sketch_sizes_.push_back(sketch.size);
}

void PieceWriter::note(const DocumentPlace& place, const Note& note) {
    ++note_count_;
    notes_.text(place.file);
    notes_.number(place.line);
    notes_.number(static_cast<std::uint64_t>(note.code));
    notes_.text(note.path);
    notes_.number(note.line);
    notes_.number(note.column);
    notes_.text(note.detail);
}

std::string PieceWriter::finish(std::uint32_t lines) {
    PackedWriter out;
    out.number(lines);
    out.array(card_starts_);
    out.array(bytes_of(cards_.bytes()));
    out.array(place_starts_);
    out.array(bytes_of(places_.bytes()));
    out.array(count_starts_);
    out.array(bytes_of(counts_.bytes()));
    out.array(lengths_);
    out.array(sketch_starts_);
    out.array(hashes_);
    out.array(sketch_sizes_);
    out.array(terms_);
    PackedWriter notes;
    notes.number(note_count_);
    const std::string all = notes.take() + notes_.take();
    out.array(bytes_of(all));
    return out.take();
}

DocumentPlace PieceView::place_of(std::uint32_t story) const {
    PackedReader in(places.substr(place_starts[story], place_starts[story + 1] - place_starts[story]));
    DocumentPlace place;
    place.file = in.text();
    place.line = static_cast<std::uint32_t>(in.number());
    return place;
}

void PieceView::read_counts(std::uint32_t story, std::vector<PieceCount>& into) const {
    into.clear();
    PackedReader in(counts.substr(count_starts[story], count_starts[story + 1] - count_starts[story]));
    while (!in.is_at_end()) {
        const std::uint64_t term = in.number();
        into.push_back({static_cast<std::uint32_t>(term), static_cast<std::uint32_t>(in.number())});
        if (!in.ok() || term >= terms.size()) {
            into.clear();
            return;
        }
    }
}

std::vector<PieceNote> PieceView::read_notes() const {
    PackedReader in(notes);
    std::vector<PieceNote> all;
    for (std::uint64_t left = in.number(); left > 0 && in.ok(); --left) {
        PieceNote one;
        one.place.file = in.text();
        one.place.line = static_cast<std::uint32_t>(in.number());
        one.note.code = static_cast<Code>(in.number());
        one.note.path = in.text();
        one.note.line = static_cast<std::uint32_t>(in.number());
        one.note.column = static_cast<std::uint32_t>(in.number());
        one.note.detail = in.text();
        all.push_back(one);
    }
    return all;
}

std::optional<PieceView> view_piece(std::string_view bytes) {
    PackedReader in(bytes);
    PieceView piece;
    piece.lines = static_cast<std::uint32_t>(in.number());
    piece.cards.starts = in.array<std::uint64_t>();
    piece.cards.bytes = text_of(in.array<char>());
    piece.place_starts = in.array<std::uint64_t>();
    piece.places = text_of(in.array<char>());
    piece.count_starts = in.array<std::uint64_t>();
    piece.counts = text_of(in.array<char>());
    piece.lengths = in.array<std::uint32_t>();
    piece.sketches.starts = in.array<std::uint64_t>();
    piece.sketches.hashes = in.array<std::uint32_t>();
    piece.sketches.sizes = in.array<std::uint32_t>();
    piece.terms = in.array<TermStories>();
    piece.notes = text_of(in.array<char>());
    const std::size_t stories = piece.lengths.size();
    const bool is_whole = in.ok() && piece.sketches.sizes.size() == stories &&
                          are_starts(piece.sketches.starts, stories, piece.sketches.hashes.size()) &&
                          are_starts(piece.cards.starts, stories, piece.cards.bytes.size()) &&
                          are_starts(piece.place_starts, stories, piece.places.size()) &&
                          are_starts(piece.count_starts, stories, piece.counts.size());
    if (!is_whole) return std::nullopt;
    return piece;
}

}  // namespace longread
