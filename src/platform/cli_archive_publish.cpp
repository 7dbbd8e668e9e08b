// The end of a build: from neighbours to the archive's files, and what updates need.
#include <algorithm>
#include <cerrno>
#include <cstring>

#include "app/archive/improve_neighbours.h"
#include "app/archive/list_related.h"
#include "app/archive/packed_vectors.h"
#include "app/archive/write_archive.h"
#include "platform/cli_archive_base.h"
#include "platform/cli_archive_build.h"
#include "platform/cli_archive_folder.h"

namespace longread {
namespace {

// The sketches of the stories that stay, without those of duplicates.
struct Sketches {
    std::vector<std::uint64_t> starts{0};
    std::vector<std::uint32_t> hashes;
    std::vector<std::uint32_t> sizes;

    [[nodiscard]] SketchesView view() const { return {starts, hashes, sizes}; }
};

Sketches join_sketches(std::span<const PieceView> pieces, const JoinedPieces& joined) {
    Sketches all;
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        const SketchesView& sketches = pieces[p].sketches;
        for (std::uint32_t story = 0; story < pieces[p].size(); ++story) {
            if (joined.dropped[p][story] != 0) continue;
            const auto hashes = sketches.hashes_of(story);
            all.hashes.insert(all.hashes.end(), hashes.begin(), hashes.end());
            all.starts.push_back(all.hashes.size());
            all.sizes.push_back(sketches.sizes[story]);
        }
    }
    return all;
}

}  // namespace

// The neighbours of every story, as round 3 has left them.
bool ArchiveBuild::open_related(std::vector<WorkFile>& files, std::vector<std::span<const Near>>& found) {
    for (std::uint32_t piece = 0; piece < pieces_.size(); ++piece) {
        auto file = folder_.open(related_name(piece), related_key());
        const PieceRange own = stories_of(piece);
        std::span<const Near> all;
        if (file) all = PackedReader(file->payload).array<Near>();
        if (!file || all.size() != std::size_t{own.last - own.first} * most_found)
            return fail(related_name(piece) + " is missing: all parts must have ended the round before");
        for (std::uint32_t i = 0; i < own.last - own.first; ++i)
            found.push_back(all.subspan(std::size_t{i} * most_found, most_found));
        files.push_back(std::move(*file));
    }
    return true;
}

bool ArchiveBuild::publish() {
    std::vector<WorkFile> files;
    std::vector<std::span<const Near>> found;
    if (!join() || !open_related(files, found) || !load_mixed()) return false;

    progress_.begin("neighbours of neighbours", 1);
    std::vector<Near> improved = improve_neighbours(
        vectors_.view(), vectors_.view().count_terms(), [&](std::uint32_t story) { return found[story]; },
        order_, workers_);
    for (std::uint32_t story = 0; story < stories(); ++story)
        found[story] = std::span(improved).subspan(std::size_t{story} * most_found, most_found);
    files.clear();
    progress_.end("");

    progress_.begin("copies", 1);
    const Sketches sketches = join_sketches(pieces_, joined_);
    ArchiveTail tail;
    tail.groups = group_copies(
        stories(), [&](std::uint32_t story) { return found[story]; },
        [&](std::uint32_t story, Arena& arena) { return sketches.view().sketch(story, arena); }, workers_);
    const std::vector<std::uint32_t> newest = find_newest(tail.groups, order_);
    RelatedLists lists;
    for (std::uint32_t story = 0; story < stories(); ++story)
        lists.add(list_related(story, found[story], tail.groups, newest));
    found.clear();
    improved = {};
    progress_.end("");

    progress_.begin("files", 1);
    ArchiveFolder out(settings_.out);
    ArchiveLayout layout;
    if (!out.begin() || !write_files(out, tail.groups, lists, layout) || !out.publish())
        return fail(settings_.out + ": " + std::strerror(errno));
    progress_.end(std::to_string(out.written()) + " files, " + std::to_string(out.written_bytes() >> 20U) +
                  " MB");

    progress_.begin("work folder", 1);
    tail.layout = pack_layout(layout);
    for (const WorkFile& file : analysed_) tail.input_sums.push_back(file.key);
    // Its index takes the most memory of all: what the system can read again makes room.
    for (const WorkFile& file : analysed_) file.file.leave_memory();
    if (!keep_base(lists, sketches.view(), tail)) return fail(folder_.path() + ": " + std::strerror(errno));
    progress_.end("");
    return true;
}

bool ArchiveBuild::write_files(ArchiveFolder& out, std::span<const std::uint32_t> groups,
                               const RelatedLists& lists, ArchiveLayout& layout) {
    std::vector<ArchiveNeighbour> list;
    ArchiveStories all;
    all.count = stories();
    all.story = [&](std::uint32_t story) {
        ArchiveStory card = unpack_card(joined_.cards[story]);
        card.copies = groups[story];
        return card;
    };
    all.neighbours = [&](std::uint32_t story) -> std::span<const ArchiveNeighbour> {
        lists.view().read(story, list);
        return list;
    };
    const ArchiveSink sink = [&](std::string_view path, std::string_view bytes) {
        return out.write(path, bytes);
    };
    return write_archive(all, ArchiveOptions{}, sink, layout);
}

bool ArchiveBuild::keep_base(const RelatedLists& lists, const SketchesView& sketches,
                             const ArchiveTail& tail) {
    if (dictionary_.terms.empty()) dictionary_ = join_dictionary(pieces_, joined_, workers_);
    const ImpactIndex index =
        build_impact_index(vectors_.view(), dictionary_.view().size(), settings_.heaviest, workers_);
    ArchiveBase base;
    base.build = related_key();
    base.stories = stories();
    base.lengths = joined_.lengths;
    base.dictionary = dictionary_.view();
    base.vectors = vectors_.view();
    base.index = index.view();
    base.sketches = sketches;
    base.lists = lists.view();
    base.order = order_;
    return write_base(folder_, base, joined_.cards) && write_tail(folder_, base.build, tail);
}

}  // namespace longread
