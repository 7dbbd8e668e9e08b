// markdown.wasm: Markdown to the neutral tree, in core's memory. What cmark frees stays where it is until the
// call is over, as all else does.
#include <cstddef>
#include <cstring>
#include <utility>

#include "platform/wasm_host.h"
#include "platform/wasm_memory.h"
#include "read/markdown.h"

namespace {

// In front of each piece of cmark's: how many bytes it has, which realloc must know.
constexpr std::size_t head = 16;

void* take(std::size_t size) {
    auto* piece = static_cast<char*>(longread::take_memory(head + size));
    std::memcpy(piece, &size, sizeof size);
    return piece + head;
}

std::size_t size_of(const void* piece) {
    std::size_t size = 0;
    std::memcpy(&size, static_cast<const char*>(piece) - head, sizeof size);
    return size;
}

}  // namespace

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name)
extern "C" {

void* calloc(std::size_t count, std::size_t size) {
    void* piece = take(count * size);
    // Another call may have used the place before.
    std::memset(piece, 0, count * size);
    return piece;
}

void* realloc(void* piece, std::size_t size) {
    if (piece != nullptr && size <= size_of(piece)) return piece;
    void* larger = take(size);
    if (piece != nullptr) std::memcpy(larger, piece, size_of(piece));
    return larger;
}

void free(void* /*piece*/) {}

// A heap sort of pointers, which is all that cmark sorts: libc's weighs four times as much.
void qsort(void* items, std::size_t count, std::size_t /*size*/, int (*compare)(const void*, const void*)) {
    auto* const heap = static_cast<void**>(items);
    std::size_t root = count / 2;
    for (std::size_t end = count; end > 1;) {
        if (root > 0) {
            --root;
        } else {
            std::swap(heap[0], heap[--end]);
        }
        for (std::size_t top = root, child = 0; (child = 2 * top + 1) < end; top = child) {
            if (child + 1 < end && compare(&heap[child], &heap[child + 1]) < 0) ++child;
            if (compare(&heap[top], &heap[child]) >= 0) break;
            std::swap(heap[top], heap[child]);
        }
    }
}

__attribute__((export_name("parse"))) void longread_parse(longread::Result<longread::HtmlTree>* tree,
                                                          const std::string_view* text,
                                                          const longread::Parsing* parsing) {
    const longread::Result<longread::MarkdownOutcome> outcome =
        longread::parse_markdown(*text, longread::parse_html, *parsing);
    if (!outcome) {
        *tree = outcome.error();
    } else {
        *tree = outcome->is_html ? longread::parse_html(outcome->html, *parsing)
                                 : longread::Result<longread::HtmlTree>(outcome->tree);
    }
}

}  // extern "C"
// NOLINTEND(readability-inconsistent-declaration-parameter-name)
