#include "read/formats/convert_document.h"

#include "read/formats/adapter.h"
#include "read/formats/ans.h"
#include "read/formats/apple_news.h"
#include "read/formats/contentful.h"
#include "read/formats/editorjs.h"
#include "read/formats/engine.h"
#include "read/formats/ghost.h"
#include "read/formats/guardian.h"
#include "read/formats/json_feed.h"
#include "read/formats/json_ld.h"
#include "read/formats/portable_text.h"
#include "read/formats/prosemirror.h"
#include "read/formats/site_fields.h"
#include "read/formats/wordpress.h"
#include "read/formats/xml_feed.h"

namespace longread {
namespace {

// In the order in which they are asked whether a document is theirs.
// clang-format off
constexpr const Adapter* adapters[] = {
    &json_feed,
    &wordpress,
    &ghost,
    &ans,
    &guardian,
    &portable_text,
    &contentful,
    &prosemirror,
    &editorjs,
    &json_ld,
    &engine,
    &site_list,
    &apple_news,
};
// clang-format on

const Adapter* find_adapter(JsonValue root, std::string_view name) {
    for (const Adapter* adapter : adapters) {
        if (name.empty() ? adapter->recognises(root) : adapter->name == name) return adapter;
    }
    return nullptr;
}

}  // namespace

std::string_view format_names(Arena& arena) {
    TextBuffer names;
    for (const Adapter* adapter : adapters) {
        if (!names.empty()) names += ' ';
        names += adapter->name;
    }
    return arena.keep(names);
}

std::string_view find_format(JsonValue root, std::string_view format) {
    if (root.find("longread").exists()) return "longread";
    const Adapter* const adapter = find_adapter(root, format);
    return adapter == nullptr ? std::string_view() : adapter->name;
}

Result<std::string_view> convert_document(std::string_view source, DocumentUse use, std::string_view format,
                                          std::string_view base_url, const Parsers& parsers, Arena& arena,
                                          Notes& notes) {
    DocumentReader reader(source, base_url, arena, notes);
    TextBuffer text;
    JsonWriter out(text);
    Converter to(parsers, reader, out);
    out.begin_object();
    out.member("longread", std::int64_t{1});
    const bool is_feed = use == DocumentUse::feed;
    if (is_feed && begins_with_tag(source)) {
        if (const auto error = convert_xml_feed(source, to)) return *error;
        out.end_object();
        return arena.keep(text);
    }
    const Result<JsonDocument> document = parse_json(source, arena);
    if (!document) return document.error();
    const JsonValue root = document->root();
    if (root.find("longread").exists()) return source;
    if (is_feed && is_json_feed(root)) return source;
    const Adapter* const adapter = find_adapter(root, format);
    if (adapter == nullptr || (is_feed && adapter->convert_feed == nullptr)) {
        return reader.error(Code::not_a_document, root,
                            "neither \"longread\": 1 nor a known format of another system");
    }
    const auto error = is_feed ? adapter->convert_feed(root, to) : adapter->convert_article(root, to);
    if (error) return *error;
    out.end_object();
    return arena.keep(text);
}

}  // namespace longread
