// What a full build leaves in the work folder for updates. What does not change until the next full build is
// in files of its own ("base-..."); what an update adds is one file ("tail"), which every update writes anew.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/archive/analysed_piece.h"
#include "app/archive/impact_index.h"
#include "app/archive/related_lists.h"
#include "app/archive/story_card.h"
#include "app/archive/term_dictionary.h"
#include "app/archive/vector_table.h"
#include "platform/cli_work_folder.h"

namespace longread {

// A story's key, hashed, and its number.
struct KeyedStory {
    std::uint64_t key;
    std::uint32_t story;
    std::uint32_t padding = 0;
};

struct ArchiveBase {
    std::uint64_t build = 0;  // tells one full build from another
    std::uint32_t stories = 0;
    std::uint64_t lengths = 0;
    DictionaryView dictionary;
    VectorsView vectors;
    ImpactView index;
    CardsView cards;
    SketchesView sketches;
    std::span<const KeyedStory> keys;  // rising
    ListsView lists;
    std::span<const std::uint32_t> order;  // of equally near stories, and of copies: the lower goes first
    std::vector<WorkFile> files;  // that all this looks into
};

// What an update has added, or changed; of a full build nothing but groups, layout and sums.
struct ArchiveTail {
    std::vector<std::uint32_t> groups;      // of copies, by story
    std::string layout;                     // pack_layout's
    std::vector<std::uint64_t> input_sums;  // of the pieces of the input that are in the archive
    std::vector<std::uint64_t> card_starts{0};
    std::string cards;  // of the new stories
    VectorTable vectors;
    std::vector<std::uint64_t> sketch_starts{0};
    std::vector<std::uint32_t> hashes;
    std::vector<std::uint32_t> sketch_sizes;
    std::vector<std::uint32_t> changed_cards;  // stories whose cards are other ones now, rising
    std::vector<std::uint64_t> changed_card_starts{0};
    std::string changed_card_bytes;
    std::vector<std::uint32_t> changed_lists;  // stories whose lists are other ones now, rising; new ones too
    RelatedLists lists;

    [[nodiscard]] std::uint32_t size() const { return vectors.size(); }
};

// Writes the files of a full build; false: errno says why.
bool write_base(const WorkFolder& folder, const ArchiveBase& base, std::span<const std::string_view> cards);
// nullopt where there is none, or it is broken.
std::optional<ArchiveBase> open_base(const WorkFolder& folder);

bool write_tail(const WorkFolder& folder, std::uint64_t build, const ArchiveTail& tail);
std::optional<ArchiveTail> open_tail(const WorkFolder& folder, std::uint64_t build);

}  // namespace longread
