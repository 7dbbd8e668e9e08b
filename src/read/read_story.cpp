#include "read/read_story.h"

#include "read/document_reader.h"

namespace longread {

Result<Story> read_story(std::string_view line, Arena& arena, Notes& notes) {
    const Result<JsonDocument> document = parse_json(line, arena);
    if (!document) return document.error();
    DocumentReader reader(line, {}, arena, notes);
    return read_story(document->root(), reader);
}

Result<Story> read_story(JsonValue root, DocumentReader& reader) {
    if (!root.is(JsonKind::object)) return reader.error(Code::not_a_document, root, "a story is an object");
    Story story;
    story.id = reader.raw_text(root, "id");
    story.url = reader.raw_text(root, "url");
    if (story.id.empty()) story.id = story.url;
    story.title = reader.raw_text(root, "title");
    if (story.id.empty() || story.title.empty())
        return reader.error(Code::missing_field, root, story.id.empty() ? "id" : "title");
    story.dek = reader.raw_text(root, "dek");
    story.text = reader.raw_text(root, "text");
    story.section = reader.raw_text(root, "section");
    story.series = reader.raw_text(root, "series");
    story.lang = reader.lang_tag(root, "lang");
    story.tags = reader.words(root, "tags");
    story.published = reader.time(root, root.find("published").exists() ? "published" : "date");
    return story;
}

}  // namespace longread
