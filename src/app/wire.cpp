#include "app/wire.h"

#include "base/frame.h"
#include "base/text.h"
#include "model/tree_frame.h"

namespace longread {
namespace {

// One finding is one line of fields, whatever the document holds.
void append_field(TextBuffer& out, std::string_view text, char end) {
    for (const char c : text) out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    out += end;
}

void append_finding(TextBuffer& out, const Error& finding) {
    append_field(out, code_name(finding.code), '\t');
    append_field(out, finding.path, '\t');
    append_field(out, Decimal(finding.line), '\t');
    append_field(out, Decimal(finding.column), '\t');
    append_field(out, finding.detail, '\t');
    append_field(out, Decimal(finding.offset), '\n');
}

// By key, the members that are one text each.
constexpr std::string_view Request::*texts[] = {
    nullptr,
    &Request::article,
    nullptr,
    &Request::campaigns,
    &Request::base_url,
    &Request::lang,
    &Request::now,
    nullptr,
    &Request::hide,
    &Request::format,
    &Request::state,
    &Request::archive_directory,
    &Request::archive_shard,
    &Request::archive_fresh,
    &Request::shown,
    &Request::related_options,
    &Request::event,
};

void read_section(const Section& section, Request& request, Arena& arena) {
    const std::string_view bytes = section.bytes;
    const auto key = static_cast<RequestKey>(section.key);
    if (key == RequestKey::feed) request.feeds.add(bytes, arena);
    if (key == RequestKey::heading_level && bytes.size() == 1 && bytes[0] >= '1' && bytes[0] <= '4')
        request.heading_level = static_cast<std::uint8_t>(bytes[0] - '0');
    if (section.key < sizeof texts / sizeof texts[0] && texts[section.key] != nullptr)
        request.*texts[section.key] = bytes;
}

}  // namespace

Result<Request> read_request(std::string_view frame, Arena& arena) {
    const Result<List<Section>> sections = read_frame(frame, arena);
    if (!sections) return sections.error();
    Request request;
    for (const Section& section : *sections) read_section(section, request, arena);
    return request;
}

void append_reply(TextBuffer& out, const Reply& reply) {
    TextBuffer tree;
    if (!reply.tree.events().empty()) append_tree_frame(tree, reply.tree, LengthUnit::utf16);
    TextBuffer notes;
    for (const Note& note : reply.notes) append_finding(notes, note);
    TextBuffer error;
    if (reply.failed) append_finding(error, reply.error);
    const std::string_view sections[] = {tree,           notes,       reply.wants, error,
                                         reply.document, reply.state, reply.url};
    append_u32(out, sizeof sections / sizeof sections[0]);
    std::uint32_t key = 0;
    for (const std::string_view section : sections) append_section(out, ++key, section);
}

}  // namespace longread
