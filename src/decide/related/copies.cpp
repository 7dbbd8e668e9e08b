#include "decide/related/copies.h"

#include "base/hash.h"
#include "base/sort.h"
#include "decide/related/text_units.h"

namespace longread {
namespace {

constexpr std::size_t most_runs = 20'000;
constexpr std::uint32_t fewest_for_parts = 4;  // runs of a story, for it to count as part of another

// Goes along a text and hashes the run of units that ends at each.
class RunHasher {
  public:
    RunHasher(List<SortItem>& hashes, Arena& arena) : hashes_(hashes), arena_(arena) {}

    void read(std::string_view text) {
        UnitReader reader(text);
        Unit unit;
        while (hashes_.size() < most_runs && reader.next(unit)) {
            last_[count_++ % 8] = hash_text(unit.letters);
            run_ = unit.is_character() ? 8 : 4;
            if (count_ >= run_) add(run_);
        }
    }

    // What is shorter than a run is one.
    void finish() {
        if (hashes_.empty() && count_ > 0) add(count_);
    }

  private:
    void add(std::size_t size) {
        std::uint64_t run = size;
        for (std::size_t i = count_ - size; i < count_; ++i) run = mix_bits(run + last_[i % 8]);
        hashes_.add({run & 0xFFFFFFFF, 0}, arena_);
    }

    List<SortItem>& hashes_;
    Arena& arena_;
    std::uint64_t last_[8] = {};
    std::size_t count_ = 0;
    std::size_t run_ = 4;
};

bool is_complete(const Sketch& sketch) { return sketch.size == sketch.hashes.size(); }

// Up to here the sketch holds all that there are.
std::uint32_t end_of(const Sketch& sketch) { return is_complete(sketch) ? 0xFFFFFFFF : sketch.hashes.back(); }

std::uint32_t count_up_to(const Sketch& sketch, std::uint32_t limit) {
    std::uint32_t count = 0;
    for (const std::uint32_t hash : sketch.hashes) count += hash <= limit ? 1 : 0;
    return count;
}

}  // namespace

Sketch sketch_of(const Story& story, Arena& arena) {
    List<SortItem> hashes;
    RunHasher hasher(hashes, arena);
    for (const std::string_view text : {story.title, story.dek, story.text}) hasher.read(text);
    hasher.finish();
    sort_by_key(hashes, arena);
    Sketch sketch;
    std::uint32_t before = 0;
    for (const SortItem& item : hashes) {
        const auto hash = static_cast<std::uint32_t>(item.key);
        if (sketch.size > 0 && hash == before) continue;
        if (sketch.size++ < most_sketch_hashes) sketch.hashes.add(hash, arena);
        before = hash;
    }
    return sketch;
}

bool are_copies(const Sketch& one, const Sketch& other) {
    if (one.size == 0 || other.size == 0) return false;
    // Below this, both sketches hold all that there are.
    const std::uint32_t limit = end_of(one) < end_of(other) ? end_of(one) : end_of(other);
    std::uint32_t shared = 0;
    const std::uint32_t* a = one.hashes.begin();
    const std::uint32_t* b = other.hashes.begin();
    const std::uint32_t* const end_a = one.hashes.end();
    const std::uint32_t* const end_b = other.hashes.end();
    while (a != end_a && b != end_b && *a <= limit) {
        shared += *a == *b ? 1 : 0;
        const bool moves_b = *b <= *a;
        a += *a <= *b ? 1 : 0;
        b += moves_b ? 1 : 0;
    }
    if (shared == 0) return false;
    const std::uint32_t in_one = count_up_to(one, limit);
    const std::uint32_t in_other = count_up_to(other, limit);
    const std::uint32_t in_shorter = one.size < other.size ? in_one : in_other;
    return 5 * shared >= 2 * (in_one + in_other - shared) ||
           (in_shorter >= fewest_for_parts && 10 * shared >= 7 * in_shorter);
}

}  // namespace longread
