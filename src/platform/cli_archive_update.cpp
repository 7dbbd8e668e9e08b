#include "platform/cli_archive_update.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <numeric>
#include <unordered_set>

#include "app/archive/analyse_documents.h"
#include "app/archive/list_related.h"
#include "app/archive/packed_vectors.h"
#include "base/hash.h"
#include "decide/related/vectors.h"
#include "platform/cli_archive_folder.h"
#include "platform/cli_files.h"
#include "platform/cli_parsers.h"

namespace longread {
namespace {

// Shards that an update may change without asking how many stories it adds.
constexpr std::size_t least_shards = 100;
// Copies share most of their words (list_related.cpp).
constexpr std::uint32_t least_score = 300;

}  // namespace

bool ArchiveUpdate::fail(std::string problem) {
    problem_ = std::move(problem);
    return false;
}

std::string ArchiveUpdate::outcome() const {
    return std::to_string(size() - before_) + " new stories, " + std::to_string(changes_.cards.size()) +
           " changed cards, " + std::to_string(changes_.lists.size()) + " changed lists, " +
           std::to_string(written_) + " files written; " + std::to_string(size()) + " stories";
}

bool ArchiveUpdate::run() {
    progress_.begin("open", 1);
    if (!open()) return false;
    progress_.end("");
    progress_.begin("read", input_.pieces());
    if (!read_input()) return false;
    progress_.end("");
    progress_.begin("neighbours", 1);
    relate();
    progress_.end("");
    progress_.begin("files", 1);
    if (!write()) return fail(settings_.out + ": " + std::strerror(errno));
    progress_.end("");
    return true;
}

bool ArchiveUpdate::open() {
    auto base = open_base(folder_);
    if (!base) return fail(folder_.path() + ": no full build to add to: build the archive without --update first");
    base_ = std::move(*base);
    auto tail = open_tail(folder_, base_.build);
    if (!tail || !unpack_layout(tail->layout, layout_) || tail->groups.size() != base_.stories + tail->size())
        return fail(folder_.path() + ": the last update was of another build: build the archive anew");
    tail_ = std::move(*tail);
    before_ = size();
    for (std::size_t i = 0; i < tail_.changed_cards.size(); ++i) {
        const std::size_t start = tail_.changed_card_starts[i];
        changed_cards_[tail_.changed_cards[i]] =
            tail_.changed_card_bytes.substr(start, tail_.changed_card_starts[i + 1] - start);
    }
    for (std::uint32_t i = 0; i < tail_.changed_lists.size(); ++i)
        tail_.lists.view().read(i, changed_lists_[tail_.changed_lists[i]]);
    for (std::uint32_t story = base_.stories; story < before_; ++story)
        tail_keys_[std::string(key_of(unpack_card(card(story))))] = story;
    return true;
}

std::string_view ArchiveUpdate::card(std::uint32_t story) const {
    const auto changed = changed_cards_.find(story);
    if (changed != changed_cards_.end()) return changed->second;
    if (story < base_.stories) return base_.cards.packed(story);
    const std::uint64_t* const start = &tail_.card_starts[story - base_.stories];
    return std::string_view(tail_.cards).substr(start[0], start[1] - start[0]);
}

Sketch ArchiveUpdate::sketch(std::uint32_t story, Arena& arena) const {
    if (story < base_.stories) return base_.sketches.sketch(story, arena);
    const SketchesView sketches{tail_.sketch_starts, tail_.hashes, tail_.sketch_sizes};
    return sketches.sketch(story - base_.stories, arena);
}

void ArchiveUpdate::read_list(std::uint32_t story, std::vector<ArchiveNeighbour>& into) const {
    const auto changed = changed_lists_.find(story);
    into.clear();
    if (changed != changed_lists_.end()) {
        into = changed->second;
    } else if (story < base_.stories) {
        base_.lists.read(story, into);
    }
}

std::uint32_t ArchiveUpdate::find(std::string_view key) const {
    const std::uint64_t hash = hash_text(key);
    auto at = std::lower_bound(base_.keys.begin(), base_.keys.end(), hash,
                               [](const KeyedStory& one, std::uint64_t value) { return one.key < value; });
    for (; at != base_.keys.end() && at->key == hash; ++at) {
        if (key_of(unpack_card(card(at->story))) == key) return at->story;
    }
    const auto in_tail = tail_keys_.find(std::string(key));
    return in_tail == tail_keys_.end() ? no_story : in_tail->second;
}

// Only pieces that are not in the archive as they are; of these only stories that are not.
bool ArchiveUpdate::read_input() {
    const std::unordered_set<std::uint64_t> known(tail_.input_sums.begin(), tail_.input_sums.end());
    const std::uint32_t pieces = input_.pieces();
    std::vector<std::string> analysed(pieces);
    std::vector<std::uint64_t> sums(pieces);
    std::vector<std::string> problems(pieces);
    workers_.run(pieces, [&](std::uint32_t piece) {
        InputPiece read;
        if (input_.read(piece, read, problems[piece])) {
            sums[piece] = analysed_key(settings_, read.sum);
            if (known.count(sums[piece]) == 0) analysed[piece] = analyse_documents(settings_, read);
        }
        progress_.advance(1);
    });
    const std::vector<std::uint32_t> rarities = find_rarities(base_.dictionary, base_.stories);
    const WeighingBasis basis{base_.dictionary, rarities, base_.stories, base_.lengths};
    std::uint32_t lines = 0;
    for (std::uint32_t p = 0; p < pieces; ++p) {
        if (!problems[p].empty()) return fail(settings_.input + ": " + problems[p]);
        const auto piece = view_piece(analysed[p]);
        if (!piece) continue;
        std::vector<std::uint8_t> dropped(piece->size());
        for (std::uint32_t story = 0; story < piece->size(); ++story) dropped[story] = !take_story(*piece, story);
        own_.add_all(weigh_piece(*piece, dropped, basis).view());
        for (const PieceNote& one : piece->read_notes()) notes_ += print_note(settings_, one, lines);
        lines += piece->lines;
        tail_.input_sums.push_back(sums[p]);
    }
    return true;
}

// Whether it is new.
bool ArchiveUpdate::take_story(const PieceView& piece, std::uint32_t story) {
    const std::string_view packed = piece.cards.packed(story);
    const std::string key(key_of(unpack_card(packed)));
    const std::uint32_t known = find(key);
    if (known != no_story) {
        if (known < before_ && card(known) != packed) {
            changed_cards_[known] = packed;
            changes_.cards.push_back(known);
        }
        return false;
    }
    tail_keys_[key] = base_.stories + static_cast<std::uint32_t>(tail_.card_starts.size() - 1);
    tail_.cards += packed;
    tail_.card_starts.push_back(tail_.cards.size());
    const auto hashes = piece.sketches.hashes_of(story);
    tail_.hashes.insert(tail_.hashes.end(), hashes.begin(), hashes.end());
    tail_.sketch_starts.push_back(tail_.hashes.size());
    tail_.sketch_sizes.push_back(piece.sketches.sizes[story]);
    return true;
}

void ArchiveUpdate::relate() {
    const std::uint32_t added = own_.size();
    // Stories that came since the full build count as newer than all of it, the later the newer.
    order_.resize(base_.stories + tail_.size() + added);
    const auto since = static_cast<std::uint32_t>(order_.size() - base_.stories);
    for (std::uint32_t i = 0; i < base_.stories; ++i) order_[i] = since + base_.order[i];
    for (std::uint32_t i = 0; i < since; ++i) order_[base_.stories + i] = since - 1 - i;
    const std::vector<std::uint32_t> old_groups = tail_.groups;
    tail_.groups.resize(order_.size());
    if (added == 0) return;
    GrownArchive grown{base_.index,         base_.vectors, tail_.vectors.view(), order_, settings_.heaviest,
                       settings_.rescored};
    tail_.vectors = mix_new(grown, own_.view(), workers_);
    grown.since = tail_.vectors.view();
    VectorTable queries;
    for (std::uint32_t i = tail_.size() - added; i < tail_.size(); ++i) queries.add(grown.since[i]);
    const auto found = find_in_grown(grown, queries.view(), most_found, workers_);
    group_new(found);
    list_new(found);
    link_back(found);
}

void ArchiveUpdate::group_new(const std::vector<std::vector<Near>>& found) {
    std::vector<std::uint32_t>& groups = tail_.groups;
    std::uint32_t last = *std::max_element(groups.begin(), groups.end());
    for (std::uint32_t i = 0; i < found.size(); ++i) {
        const std::uint32_t story = before_ + i;
        Arena arena;
        const Sketch own = sketch(story, arena);
        for (const Near& near : found[i]) {
            if (score_of(near.product) < least_score) break;
            if (!are_copies(own, sketch(near.story, arena))) continue;
            const std::uint32_t other = groups[near.story];
            if (other == 0) {
                if (groups[story] == 0) groups[story] = ++last;
                groups[near.story] = groups[story];
                if (near.story < before_) changes_.cards.push_back(near.story);
            } else if (groups[story] == 0) {
                groups[story] = other;
            } else if (groups[story] != other) {
                std::replace(groups.begin(), groups.end(), other, groups[story]);
            }
        }
    }
}

void ArchiveUpdate::list_new(const std::vector<std::vector<Near>>& found) {
    const std::vector<std::uint32_t> newest = find_newest(tail_.groups, order_);
    for (std::uint32_t i = 0; i < found.size(); ++i)
        changed_lists_[before_ + i] = list_related(before_ + i, found[i], tail_.groups, newest);
}

void ArchiveUpdate::link_back(const std::vector<std::vector<Near>>& found) {
    const std::uint32_t listed = ArchiveOptions{}.listed;
    std::vector<BackLink> links;
    std::vector<std::uint32_t> changed;  // shards that take in new stories
    std::vector<ArchiveNeighbour> list;
    for (std::uint32_t i = 0; i < found.size(); ++i) {
        bool is_first = true;
        for (const Near& near : found[i]) {
            if (near.story >= before_) continue;
            if (is_first) changed.push_back(layout_.shard_of[near.story]);
            is_first = false;
            BackLink link{near.story, before_ + i, static_cast<std::uint16_t>(score_of(near.product)), 0};
            read_list(near.story, list);
            if (find_place(list, tail_.groups, listed, link)) links.push_back(link);
        }
    }
    const std::size_t most = std::max(least_shards, found.size());
    for (const BackLink& link : choose_links(std::move(links), layout_.shard_of, std::move(changed), most)) {
        read_list(link.story, list);
        changed_lists_[link.story] = take_in(list, tail_.groups, link);
        changes_.lists.push_back(link.story);
    }
}

bool ArchiveUpdate::write() {
    for (std::vector<std::uint32_t>* const numbers : {&changes_.cards, &changes_.lists}) {
        std::sort(numbers->begin(), numbers->end());
        numbers->erase(std::unique(numbers->begin(), numbers->end()), numbers->end());
    }
    std::vector<ArchiveNeighbour> list;
    ArchiveStories all;
    all.count = size();
    all.story = [&](std::uint32_t story) {
        ArchiveStory one = unpack_card(card(story));
        one.copies = tail_.groups[story];
        return one;
    };
    all.neighbours = [&](std::uint32_t story) -> std::span<const ArchiveNeighbour> {
        read_list(story, list);
        return list;
    };
    ArchiveFolder out(settings_.out);
    const ArchiveSink sink = [&](std::string_view path, std::string_view bytes) { return out.write(path, bytes); };
    if (!update_archive(all, changes_, ArchiveOptions{}, sink, layout_)) return false;
    written_ = out.written();
    tail_.layout = pack_layout(layout_);
    tail_.changed_cards.clear();
    tail_.changed_card_starts = {0};
    tail_.changed_card_bytes.clear();
    tail_.changed_lists.clear();
    tail_.lists = {};
    for (std::uint32_t story = 0; story < size(); ++story) {
        if (const auto one = changed_cards_.find(story); one != changed_cards_.end()) {
            tail_.changed_cards.push_back(story);
            tail_.changed_card_bytes += one->second;
            tail_.changed_card_starts.push_back(tail_.changed_card_bytes.size());
        }
        if (const auto one = changed_lists_.find(story); one != changed_lists_.end()) {
            tail_.changed_lists.push_back(story);
            tail_.lists.add(one->second);
        }
    }
    return write_tail(folder_, base_.build, tail_);
}

}  // namespace longread
