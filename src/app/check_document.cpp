#include "app/check_document.h"

#include "base/json.h"
#include "read/formats/convert_document.h"
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

// What begins as RSS and Atom do; a page that is neither comes out as one, with its error.
bool may_be_xml(const Error& error) { return error.code == Code::html_not_json; }

template <typename T>
std::optional<Error> error_of(const Result<T>& result) {
    if (result) return std::nullopt;
    return result.error();
}

}  // namespace

CheckReport check_document(std::string_view source, std::string_view format, std::string_view base_url,
                           const Parsers& parsers, Arena& arena) {
    CheckReport report;
    const Result<JsonDocument> document = parse_json(source, arena);
    if (!document && !may_be_xml(document.error())) {
        report.error = document.error();
        return report;
    }
    report.kind = document ? kind_of(document->root()) : DocumentKind::feed;
    if (report.kind == DocumentKind::campaigns) {
        report.error = error_of(read_campaigns(source, base_url, arena, report.notes));
        return report;
    }
    const bool is_feed = report.kind == DocumentKind::feed;
    const Result<std::string_view> own =
        convert_document(source, is_feed ? DocumentUse::feed : DocumentUse::article, format, base_url,
                         parsers, arena, report.notes);
    report.error = error_of(own);
    if (!own) return report;
    if (is_feed) {
        report.error = error_of(read_feed(*own, base_url, arena, report.notes));
        return report;
    }
    report.error = error_of(read_article(*own, base_url, parsers, arena, report.notes));
    if (!report.error) report.error = error_of(read_surroundings(*own, base_url, arena, report.notes));
    return report;
}

}  // namespace longread
