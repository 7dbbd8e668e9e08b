#include "platform/gumbo_memory.h"

#include <cstdlib>
#include <cstring>

namespace longread {
namespace {

thread_local GumboMemory* current = nullptr;

}  // namespace

// Stands before each allocation, so that those that are left can be found.
struct alignas(std::max_align_t) GumboMemory::Block {
    Block* previous;
    Block* next;
    std::size_t size;
};

GumboMemory::~GumboMemory() {
    while (last_ != nullptr) {
        Block* previous = last_->previous;
        std::free(last_);
        last_ = previous;
    }
}

bool GumboMemory::run(void (*parse)(void*), void* argument) {
    current = this;
    if (setjmp(way_back_) == 0) {
        parse(argument);
        current = nullptr;
        return true;
    }
    current = nullptr;
    return false;
}

void* GumboMemory::take(std::size_t size) {
    current->check(size);
    auto* block = static_cast<Block*>(std::malloc(sizeof(Block) + size));
    if (block == nullptr) current->leave();
    current->add(block, size);
    return block + 1;
}

void* GumboMemory::resize(void* bytes, std::size_t size) {
    if (bytes == nullptr) return take(size);
    Block* block = static_cast<Block*>(bytes) - 1;
    const std::size_t old_size = block->size;
    if (size > old_size) current->check(size - old_size);
    current->remove(block);
    auto* moved = static_cast<Block*>(std::realloc(block, sizeof(Block) + size));
    if (moved == nullptr) {
        current->add(block, old_size);
        current->leave();
    }
    current->add(moved, size);
    return moved + 1;
}

void GumboMemory::give_back(void* bytes) {
    if (bytes == nullptr) return;
    Block* block = static_cast<Block*>(bytes) - 1;
    current->remove(block);
    std::free(block);
}

void GumboMemory::add(Block* block, std::size_t size) {
    *block = {last_, nullptr, size};
    if (last_ != nullptr) last_->next = block;
    last_ = block;
    used_ += sizeof(Block) + size;
}

void GumboMemory::remove(Block* block) {
    (block->next == nullptr ? last_ : block->next->previous) = block->previous;
    if (block->previous != nullptr) block->previous->next = block->next;
    used_ -= sizeof(Block) + block->size;
}

void GumboMemory::check(std::size_t size) {
    if (size > budget_ || used_ + sizeof(Block) + size > budget_) leave();
}

}  // namespace longread

// gumbo's own names for these.
extern "C" {

void* gumbo_alloc(std::size_t size) { return longread::GumboMemory::take(size); }

void* gumbo_realloc(void* bytes, std::size_t size) { return longread::GumboMemory::resize(bytes, size); }

void gumbo_free(void* bytes) { longread::GumboMemory::give_back(bytes); }

char* gumbo_strdup(const char* text) {
    const std::size_t size = std::strlen(text) + 1;
    return static_cast<char*>(std::memcpy(gumbo_alloc(size), text, size));
}

void gumbo_debug(const char* /*format*/, ...) {}

}  // extern "C"
