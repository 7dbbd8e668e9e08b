#include "app/check_document.h"

#include "app/describe_document.h"
#include "base/json.h"
#include "read/formats/convert_document.h"
#include "read/read_article.h"
#include "read/read_campaigns.h"
#include "read/read_cards.h"
#include "read/read_surroundings.h"

namespace longread {
namespace {

DocumentKind kind_of(JsonValue root) {
    if (root.find("campaigns").exists() || root.find("exclusions").exists()) return DocumentKind::campaigns;
    if (root.find("items").exists()) return DocumentKind::feed;
    return DocumentKind::article;
}

// What begins as RSS and Atom do; a page that is neither comes out as one, with its error.
bool may_be_xml(const Error& error) { return error.code == Code::html_not_json; }

template <typename T>
std::optional<Error> error_of(const Result<T>& result) {
    if (result) return std::nullopt;
    return result.error();
}

// Of what is missing a place may have several notes; else one is enough for it.
bool says_same(const Note& note, const Note& found) {
    if (note.path != found.path) return false;
    const bool is_missing = note.code == Code::missing_field || found.code == Code::missing_field;
    return !is_missing || (note.code == found.code && note.detail == found.detail);
}

bool is_noted(const Notes& notes, const Note& found) {
    for (const Note& note : notes) {
        if (says_same(note, found)) return true;
    }
    return false;
}

// What the readers have not said already.
void add_schema_notes(CheckReport& report, std::string_view source, JsonValue root,
                      const SchemaSource& schemas, Arena& arena) {
    constexpr std::string_view names[] = {"article.schema.json", "feed.schema.json", "campaign.schema.json"};
    // A list of stories with a version is meant for a JSON Feed.
    const bool is_own = report.format == "longread" || report.format == "json-feed" ||
                        (report.format == "list" && root.find("version").exists()) ||
                        report.kind == DocumentKind::campaigns;
    if (schemas.find == nullptr || report.error || !is_own) return;
    const std::string_view name = names[static_cast<std::size_t>(report.kind)];
    for (const Note& note : check_schema(source, root, name, schemas, arena)) {
        if (!is_noted(report.notes, note)) report.notes.add(note, arena);
    }
}

// Reads one document into its report.
class Checker {
  public:
    Checker(std::string_view base_url, const Parsers& parsers, Arena& arena, CheckReport& report)
        : base_url_(base_url), parsers_(parsers), arena_(arena), report_(report) {}

    void campaigns(std::string_view source) {
        const auto campaigns = read_campaigns(source, base_url_, arena_, report_.notes);
        report_.error = error_of(campaigns);
        if (campaigns)
            report_.contents = describe_count(campaigns->campaigns.size(), "campaign", "campaigns", arena_);
    }

    void feed(std::string_view own) {
        const Result<Feed> feed = read_feed(own, base_url_, arena_, report_.notes);
        report_.error = error_of(feed);
        if (feed) report_.contents = describe_count(feed->items.size(), "card", "cards", arena_);
    }

    void article(std::string_view own) {
        const Result<Article> article = read_article(own, base_url_, parsers_, arena_, report_.notes);
        report_.error = error_of(article);
        if (!article) return;
        report_.contents = describe_body(article->body, arena_);
        report_.error = error_of(read_surroundings(own, base_url_, arena_, report_.notes));
    }

  private:
    std::string_view base_url_;
    const Parsers& parsers_;
    Arena& arena_;
    CheckReport& report_;
};

}  // namespace

CheckReport check_document(std::string_view source, std::string_view format, std::string_view base_url,
                           const Parsers& parsers, const SchemaSource& schemas, Arena& arena) {
    CheckReport report;
    const Result<JsonDocument> document = parse_json(source, arena);
    if (!document && !may_be_xml(document.error())) {
        report.error = document.error();
        return report;
    }
    const JsonValue root = document ? document->root() : JsonValue();
    report.kind = document ? kind_of(root) : DocumentKind::feed;
    report.format = document ? find_format(root, format) : "xml";
    Checker checker(base_url, parsers, arena, report);
    if (report.kind == DocumentKind::campaigns) {
        checker.campaigns(source);
        add_schema_notes(report, source, root, schemas, arena);
        return report;
    }
    const bool is_feed = report.kind == DocumentKind::feed;
    const Result<std::string_view> own =
        convert_document(source, is_feed ? DocumentUse::feed : DocumentUse::article, format, base_url,
                         parsers, arena, report.notes);
    report.error = error_of(own);
    if (own) is_feed ? checker.feed(*own) : checker.article(*own);
    if (root.exists())
        place_findings(report.notes, report.error ? &*report.error : nullptr, source, root, arena);
    add_schema_notes(report, source, root, schemas, arena);
    return report;
}

}  // namespace longread
