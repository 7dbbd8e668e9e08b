// Markdown as a WebAssembly module of its own: `parse` takes text and gives {u32 size, u32 kind, bytes}. Kind
// 1: a tree frame; 2: HTML that must go through parse_html; 3: a refusal (model/tree_frame.h), which the
// page hands to the core in the place of a tree frame. A buffer belongs to whoever
// receives it.
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "app/wire.h"
#include "base/frame.h"
#include "model/tree_frame.h"
#include "read/markdown.h"

namespace {

enum class Kind : std::uint32_t { tree = 1, html = 2, error = 3 };

void append_reply(longread::TextBuffer& reply, Kind kind, std::string_view bytes) {
    longread::append_u32(reply, static_cast<std::uint32_t>(bytes.size()) + 4);
    longread::append_u32(reply, static_cast<std::uint32_t>(kind));
    reply += bytes;
}

void parse(std::string_view text, longread::TextBuffer& reply) {
    longread::Arena arena;
    const longread::Result<longread::MarkdownOutcome> outcome = longread::parse_markdown(text, arena);
    longread::TextBuffer bytes;
    if (!outcome) {
        longread::append_u32(bytes,
                             longread::refused_frame | static_cast<std::uint32_t>(outcome.error().code));
        bytes += outcome.error().detail;
        return append_reply(reply, Kind::error, bytes);
    }
    if (outcome->is_html) return append_reply(reply, Kind::html, outcome->html);
    longread::append_tree_frame(bytes, outcome->tree, longread::LengthUnit::bytes);
    append_reply(reply, Kind::tree, bytes);
}

}  // namespace

extern "C" {

// Libc would ask the page to end a process, and tell it of memory that has grown.
void __wasi_proc_exit(std::uint32_t /*code*/) { __builtin_trap(); }  // NOLINT
void emscripten_notify_memory_growth(std::size_t /*memory*/) {}

__attribute__((export_name("abi"))) std::uint32_t longread_abi() { return longread::abi_version; }

__attribute__((export_name("alloc"))) void* longread_alloc(std::uint32_t size) { return std::malloc(size); }

__attribute__((export_name("free"))) void longread_free(void* buffer) { std::free(buffer); }

__attribute__((export_name("parse"))) void* longread_parse(char* text, std::uint32_t size) {
    longread::TextBuffer reply;
    parse({text, size}, reply);
    std::free(text);
    void* buffer = std::malloc(reply.size());
    if (buffer != nullptr) std::memcpy(buffer, reply.view().data(), reply.size());
    return buffer;
}

}  // extern "C"
