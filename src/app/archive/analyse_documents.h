// Documents of any kind that the core reads, as the stories of an archive: a line of JSON for each story,
// articles, lists of posts, feeds.
#pragma once

#include <cstdint>
#include <string_view>

#include "app/archive/analysed_piece.h"
#include "base/json.h"
#include "decide/related/analyse.h"
#include "read/parsers.h"

namespace longread {

struct SourceDocument {
    DocumentPlace place;
    std::string_view bytes;
};

// One thread's reader. What a document has no story in, or loses, is a note in the piece; nothing stops it.
class DocumentAnalyser {
  public:
    // base_url: what relative URLs are resolved against, or empty.
    DocumentAnalyser(std::string_view base_url, const Parsers& parsers, PieceWriter& piece)
        : base_url_(base_url),
          parsers_(parsers),
          piece_(piece),
          analyser_(Stemming::every_language, arena_) {}

    void add(const SourceDocument& document);

  private:
    void add_article(const SourceDocument& document, std::string_view source, Arena& arena);
    void add_feed(const SourceDocument& document, Arena& arena);
    bool add_posts(const SourceDocument& document, JsonValue root, Arena& arena);
    void add_story(const SourceDocument& document, const Story& story, std::string_view image, Arena& arena);
    void add_notes(const SourceDocument& document, const Notes& notes);

    std::string_view base_url_;
    const Parsers& parsers_;
    PieceWriter& piece_;
    Arena arena_;
    Analyser analyser_;
};

}  // namespace longread
