#include "read/own_document.h"

namespace longread {

Result<JsonDocument> parse_own_document(std::string_view source, DocumentReader& reader) {
    const Result<JsonDocument> document = parse_json(source, reader.arena());
    if (!document) return document;
    const JsonValue root = document->root();
    const JsonValue version = root.find("longread");
    if (!version.exists()) {
        return reader.error(Code::foreign_document, root, "a document of ours says \"longread\": 1");
    }
    if (version.integer() != 1) {
        return reader.error(Code::unsupported_version, version, "this reader knows version 1");
    }
    if (const std::string_view lang = reader.lang_tag(root, "lang"); !lang.empty()) reader.set_lang(lang);
    return document;
}

}  // namespace longread
