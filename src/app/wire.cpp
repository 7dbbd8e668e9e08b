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

void read_section(const Section& section, Request& request, Arena& arena) {
    const std::string_view bytes = section.bytes;
    switch (static_cast<RequestKey>(section.key)) {
        case RequestKey::article: request.article = bytes; break;
        case RequestKey::feed: request.feeds.add(bytes, arena); break;
        case RequestKey::campaigns: request.campaigns.add(bytes, arena); break;
        case RequestKey::base_url: request.base_url = bytes; break;
        case RequestKey::lang: request.lang = bytes; break;
        case RequestKey::now: request.now = bytes; break;
        case RequestKey::hide: request.hide = bytes; break;
        case RequestKey::format: request.format = bytes; break;
        case RequestKey::state: request.state = bytes; break;
        case RequestKey::archive_directory: request.archive_directory = bytes; break;
        case RequestKey::archive_shard: request.archive_shard = bytes; break;
        case RequestKey::archive_fresh: request.archive_fresh = bytes; break;
        case RequestKey::shown: request.shown = bytes; break;
        case RequestKey::related_options: request.related_options = bytes; break;
        case RequestKey::event: request.event = bytes; break;
        case RequestKey::donate_hosts: request.donate_hosts = bytes; break;
        case RequestKey::random: request.random = bytes; break;
        case RequestKey::heading_level:
            if (bytes.size() == 1 && bytes[0] >= '1' && bytes[0] <= '4')
                request.heading_level = static_cast<std::uint8_t>(bytes[0] - '0');
            break;
    }
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
