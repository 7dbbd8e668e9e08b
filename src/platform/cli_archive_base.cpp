#include "platform/cli_archive_base.h"

#include <algorithm>

#include "app/archive/packed_vectors.h"
#include "base/hash.h"

namespace longread {
namespace {

constexpr const char* tail_name = "tail";

std::span<const char> bytes_of(std::string_view text) { return {text.data(), text.size()}; }
std::string_view text_of(std::span<const char> bytes) { return {bytes.data(), bytes.size()}; }

template <typename T>
void copy_array(PackedReader& in, std::vector<T>& into) {
    const std::span<const T> array = in.array<T>();
    into.assign(array.begin(), array.end());
}

std::string pack_stories(std::span<const std::string_view> cards, const SketchesView& sketches) {
    std::vector<std::uint64_t> starts{0};
    std::vector<KeyedStory> keys;
    std::string bytes;
    for (const std::string_view card : cards) {
        keys.push_back({hash_text(key_of(unpack_card(card))), static_cast<std::uint32_t>(keys.size())});
        bytes += card;
        starts.push_back(bytes.size());
    }
    std::sort(keys.begin(), keys.end(), [](const KeyedStory& a, const KeyedStory& b) {
        return a.key != b.key ? a.key < b.key : a.story < b.story;
    });
    PackedWriter out;
    out.array(starts);
    out.array(bytes_of(bytes));
    out.array(keys);
    out.array(sketches.starts);
    out.array(sketches.hashes);
    out.array(sketches.sizes);
    return out.take();
}

}  // namespace

bool write_base(const WorkFolder& folder, const ArchiveBase& base, std::span<const std::string_view> cards) {
    PackedWriter terms;
    terms.number(base.stories);
    terms.number(base.lengths);
    terms.array(base.dictionary.terms);
    terms.array(base.dictionary.stories);
    if (!folder.write("base-terms", base.build, terms.take())) return false;
    PackedWriter vectors;
    pack_vectors(vectors, base.vectors);
    if (!folder.write("base-vectors", base.build, vectors.take())) return false;
    PackedWriter index;
    pack_index(index, base.index);
    if (!folder.write("base-index", base.build, index.take())) return false;
    PackedWriter lists;
    pack_lists(lists, base.lists);
    lists.array(base.order);
    if (!folder.write("base-lists", base.build, lists.take())) return false;
    return folder.write("base-stories", base.build, pack_stories(cards, base.sketches));
}

std::optional<ArchiveBase> open_base(const WorkFolder& folder) {
    ArchiveBase base;
    std::vector<PackedReader> readers;
    for (const char* const name :
         {"base-terms", "base-vectors", "base-index", "base-lists", "base-stories"}) {
        auto file = folder.open_unchecked(name);
        if (!file || (!base.files.empty() && file->key != base.build)) return std::nullopt;
        base.build = file->key;
        readers.emplace_back(file->payload);
        base.files.push_back(std::move(*file));
    }
    PackedReader& terms = readers[0];
    base.stories = static_cast<std::uint32_t>(terms.number());
    base.lengths = terms.number();
    base.dictionary.terms = terms.array<std::uint64_t>();
    base.dictionary.stories = terms.array<std::uint32_t>();
    const auto vectors = unpack_vectors(readers[1]);
    const auto index = unpack_index(readers[2]);
    base.lists = unpack_lists(readers[3]);
    base.order = readers[3].array<std::uint32_t>();
    PackedReader& stories = readers[4];
    base.cards.starts = stories.array<std::uint64_t>();
    base.cards.bytes = text_of(stories.array<char>());
    base.keys = stories.array<KeyedStory>();
    base.sketches.starts = stories.array<std::uint64_t>();
    base.sketches.hashes = stories.array<std::uint32_t>();
    base.sketches.sizes = stories.array<std::uint32_t>();
    const bool is_whole = vectors && index && terms.ok() && readers[3].ok() && stories.ok() &&
                          vectors->size() == base.stories && base.cards.size() == base.stories &&
                          base.lists.size() == base.stories && base.order.size() == base.stories;
    if (!is_whole) return std::nullopt;
    base.vectors = *vectors;
    base.index = *index;
    return base;
}

bool write_tail(const WorkFolder& folder, std::uint64_t build, const ArchiveTail& tail) {
    PackedWriter out;
    out.array(tail.groups);
    out.text(tail.layout);
    out.array(tail.input_sums);
    out.array(tail.card_starts);
    out.text(tail.cards);
    pack_vectors(out, tail.vectors.view());
    out.array(tail.sketch_starts);
    out.array(tail.hashes);
    out.array(tail.sketch_sizes);
    out.array(tail.changed_cards);
    out.array(tail.changed_card_starts);
    out.text(tail.changed_card_bytes);
    out.array(tail.changed_lists);
    pack_lists(out, tail.lists.view());
    return folder.write(tail_name, build, out.bytes());
}

std::optional<ArchiveTail> open_tail(const WorkFolder& folder, std::uint64_t build) {
    const auto file = folder.open(tail_name, build);
    if (!file) return std::nullopt;
    PackedReader in(file->payload);
    ArchiveTail tail;
    copy_array(in, tail.groups);
    tail.layout = in.text();
    copy_array(in, tail.input_sums);
    copy_array(in, tail.card_starts);
    tail.cards = in.text();
    const auto vectors = unpack_vectors(in);
    copy_array(in, tail.sketch_starts);
    copy_array(in, tail.hashes);
    copy_array(in, tail.sketch_sizes);
    copy_array(in, tail.changed_cards);
    copy_array(in, tail.changed_card_starts);
    tail.changed_card_bytes = in.text();
    copy_array(in, tail.changed_lists);
    const ListsView lists = unpack_lists(in);
    if (!vectors || !in.ok() || tail.card_starts.size() != vectors->size() + 1) return std::nullopt;
    tail.vectors.add_all(*vectors);
    std::vector<ArchiveNeighbour> list;
    for (std::uint32_t i = 0; i < lists.size(); ++i) {
        lists.read(i, list);
        tail.lists.add(list);
    }
    return tail;
}

}  // namespace longread
