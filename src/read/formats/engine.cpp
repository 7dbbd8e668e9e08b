#include "read/formats/engine.h"

#include "read/formats/find_any.h"
#include "read/formats/foreign_story.h"
#include "read/formats/site_fields.h"

namespace longread {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A number of JSON as millionths, as far as scores need it: "12.5", "1.5E-2"; 0 where it is below zero or
// beyond 10^12, as no score is.
std::int64_t millionths_of(std::string_view number) {
    constexpr std::int64_t most = 1'000'000'000'000'000'000;
    std::int64_t value = 0;
    int places = 6;  // that the value still has to be moved by
    std::size_t i = 0;
    for (bool in_fraction = false; i < number.size() && (is_digit(number[i]) || number[i] == '.'); ++i) {
        if (number[i] == '.') {
            in_fraction = true;
        } else if (value < most / 10) {
            value = value * 10 + (number[i] - '0');
            places -= in_fraction ? 1 : 0;
        } else {
            places += in_fraction ? 0 : 1;
        }
    }
    if (i + 1 < number.size()) {
        const bool is_negative = number[i + 1] == '-';
        int exponent = 0;
        for (i += is_digit(number[i + 1]) ? 1U : 2U; i < number.size() && exponent < 100; ++i)
            exponent = exponent * 10 + (number[i] - '0');
        places += is_negative ? -exponent : exponent;
    }
    for (; places < 0; ++places) value /= 10;
    for (; places > 0 && value != 0; --places) value = value < most / 10 ? value * 10 : 0;
    return number.empty() || number[0] == '-' ? 0 : value;
}

JsonValue hits_of(JsonValue root) { return root.find("hits").find("hits"); }

bool recognises(JsonValue root) {
    return hits_of(root).is(JsonKind::array) &&
           (hits_of(root).is_empty() || hits_of(root).first().find("_source").exists());
}

std::optional<Error> refuse_article(JsonValue root, Converter& to) {
    return to.error(Code::not_a_document, root, "a search engine's answer, where one story was expected");
}

void write_hit(JsonValue hit, std::int64_t best, SiteFields& site, Converter& to) {
    const JsonValue source = hit.find("_source");
    if (find_text(source, "_id id").empty()) to.text("id", hit.find("_id"));
    site.write(source);
    site.write_hero(source, "image");
    to.text("series", source.find("series"));
    const std::int64_t score = millionths_of(hit.find("_score").text());
    // 0 would say that there is none.
    if (score > 0) to.out().member("score", score * 1000 / best == 0 ? std::int64_t{1} : score * 1000 / best);
}

std::optional<Error> convert_feed(JsonValue root, Converter& to) {
    std::int64_t best = 1;
    for (const JsonValue hit : hits_of(root)) {
        const std::int64_t score = millionths_of(hit.find("_score").text());
        best = score > best ? score : best;
    }
    SiteFields site(root, to);
    std::uint32_t count = 0;
    to.out().begin_array("items");
    for (const JsonValue hit : hits_of(root)) {
        if (count++ == most_written_cards) break;
        to.out().begin_object();
        write_hit(hit, best, site, to);
        to.out().end_object();
    }
    to.out().end_array();
    return std::nullopt;
}

}  // namespace

constexpr Adapter engine = {"engine", recognises, refuse_article, convert_feed};

}  // namespace longread
