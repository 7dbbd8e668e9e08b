// Memory for gumbo, in the place of its own util.c: that ends the program when there is no more, and a text
// of 1 MB can ask for gigabytes (formatting that is never closed is opened anew in every paragraph).
#pragma once

#include <csetjmp>
#include <cstddef>

namespace longread {

class GumboMemory {
  public:
    explicit GumboMemory(std::size_t budget) : budget_(budget) {}
    // Frees all that gumbo has allocated and not freed: its output needs no other end.
    ~GumboMemory();
    GumboMemory(const GumboMemory&) = delete;
    GumboMemory& operator=(const GumboMemory&) = delete;

    // Calls parse(argument), which calls gumbo. false: gumbo wanted more than the budget and was left in the
    // middle, by longjmp: so nothing that parse itself has on its stack may need a destructor.
    bool run(void (*parse)(void*), void* argument);

    // What gumbo calls, through the memory of the run that is on. Never null.
    static void* take(std::size_t size);
    static void* resize(void* bytes, std::size_t size);
    static void give_back(void* bytes);

  private:
    struct Block;

    void add(Block* block, std::size_t size);
    void remove(Block* block);
    // Does not return where the size would go beyond the budget.
    void check(std::size_t size);
    [[noreturn]] void leave() { std::longjmp(way_back_, 1); }

    std::size_t budget_;
    std::size_t used_ = 0;
    Block* last_ = nullptr;
    std::jmp_buf way_back_{};
};

}  // namespace longread
