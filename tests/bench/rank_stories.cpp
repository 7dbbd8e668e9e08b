// rank_stories.wasm, for the bench alone: the page's ranking (src/decide/related, English stemming) of the
// same sources and with the same kind of memory, from bytes of stories to ids, without the cards' markup.
// `scripts/bench related` builds it.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <optional>

#include "decide/related/collection.h"
#include "read/read_story.h"

extern "C" unsigned char __heap_base;  // the linker's name for the end of the stack and the constants

namespace {

constexpr std::size_t page_size = 65'536;

// How far the memory is used. Nothing is given back: a page view is one call.
std::size_t used_to = 0;

void* take_memory(std::size_t size) {
    if (used_to == 0) used_to = (reinterpret_cast<std::size_t>(&__heap_base) + 15) & ~std::size_t{15};
    const std::size_t begin = used_to;
    used_to += (size + 15) & ~std::size_t{15};
    const std::size_t there = __builtin_wasm_memory_size(0) * page_size;
    if (used_to > there) {
        std::size_t pages = (used_to - there + page_size - 1) / page_size;
        if (pages < there / page_size / 16) pages = there / page_size / 16;
        if (__builtin_wasm_memory_grow(0, pages) == static_cast<std::size_t>(-1)) __builtin_trap();
    }
    return reinterpret_cast<void*>(begin);
}

struct Ranking {
    longread::Arena arena;
    longread::Collection collection{longread::Stemming::english_only, arena};
    longread::List<std::uint32_t> numbers;  // by place in the feed
};

Ranking* ranking = nullptr;

}  // namespace

void* operator new(std::size_t size) { return take_memory(size); }
void* operator new[](std::size_t size) { return take_memory(size); }
void operator delete(void* /*unused*/) noexcept {}
void operator delete(void* /*unused*/, std::size_t /*unused*/) noexcept {}
void operator delete[](void* /*unused*/) noexcept {}
void operator delete[](void* /*unused*/, std::size_t /*unused*/) noexcept {}

extern "C" {

__attribute__((export_name("alloc"))) void* bench_alloc(std::uint32_t size) { return take_memory(size); }

// Takes in the stories, a line of JSON each, and compares all with all. How many they are; 0 where one cannot
// be read.
__attribute__((export_name("build"))) std::uint32_t bench_build(const char* bytes, std::uint32_t size) {
    ranking = new Ranking;
    for (std::string_view rest(bytes, size); !rest.empty();) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(line.size() < rest.size() ? line.size() + 1 : line.size());
        if (line.empty()) continue;
        longread::Notes notes;
        const longread::Result<longread::Story> story = longread::read_story(line, ranking->arena, notes);
        if (!story) return 0;
        ranking->collection.add(*story);
    }
    ranking->collection.rank();
    const auto count = static_cast<std::uint32_t>(ranking->collection.size());
    for (std::uint32_t number = 0; number < count; ++number) ranking->numbers.add(0, ranking->arena);
    for (std::uint32_t number = 0; number < count; ++number)
        ranking->numbers[ranking->collection.place(number)] = number;
    return count;
}

// The nearest to the story at this place of the feed, at most so many: {u32 how many, their places}.
__attribute__((export_name("related"))) std::uint32_t* bench_related(std::uint32_t place,
                                                                     std::uint32_t most) {
    longread::Arena arena;
    auto* const answer = static_cast<std::uint32_t*>(arena.take((most + 1) * sizeof(std::uint32_t)));
    answer[0] = 0;
    for (const longread::Neighbour& near : ranking->collection.related(ranking->numbers[place], most, arena))
        answer[++answer[0]] = ranking->collection.place(near.story);
    return answer;
}

}  // extern "C"
