#include "app/check_document.h"

#include "base/json.h"
#include "read/read_article.h"
#include "read/read_campaigns.h"
#include "read/read_cards.h"
#include "read/read_surroundings.h"

namespace longread {
namespace {

DocumentKind kind_of(JsonValue root) {
    if (root.find("campaigns").exists()) return DocumentKind::campaigns;
    if (root.find("items").exists()) return DocumentKind::feed;
    return DocumentKind::article;
}

template <typename T>
std::optional<Error> error_of(const Result<T>& result) {
    if (result) return std::nullopt;
    return result.error();
}

}  // namespace

CheckReport check_document(std::string_view source, std::string_view base_url, const Parsers& parsers, Arena& arena) {
    CheckReport report;
    const Result<JsonDocument> document = parse_json(source, arena);
    if (!document) {
        report.error = document.error();
        return report;
    }
    report.kind = kind_of(document->root());
    switch (report.kind) {
        case DocumentKind::article:
            report.error = error_of(read_article(source, base_url, parsers, arena, report.notes));
            if (!report.error) report.error = error_of(read_surroundings(source, base_url, arena, report.notes));
            break;
        case DocumentKind::feed: report.error = error_of(read_feed(source, base_url, arena, report.notes)); break;
        case DocumentKind::campaigns:
            report.error = error_of(read_campaigns(source, base_url, arena, report.notes));
            break;
    }
    return report;
}

}  // namespace longread
