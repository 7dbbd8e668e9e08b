#include "read/read_campaigns.h"

#include "read/document_reader.h"
#include "read/read_blocks.h"

namespace longread {
namespace {

constexpr std::size_t most_campaigns = 20;  // notes/security.md section 6

List<DonationChoice> read_choices(JsonValue variant, DocumentReader& reader) {
    List<DonationChoice> choices;
    for (const JsonValue item : reader.list(variant, "choices")) {
        DonationChoice choice;
        choice.amount = reader.integer(item, "amount", 1, 1'000'000, 0);
        choice.frequency = reader.raw_text(item, "frequency");
        choice.label = reader.text(item, "label");
        choice.recommended = reader.flag(item, "recommended");
        choice.benefits = reader.words(item, "benefits");
        if (choice.amount > 0) choices.add(choice, reader.arena());
    }
    return choices;
}

// The template's braces are not URL characters: they are put back after the URL has passed the policy.
std::string_view read_action_url(JsonValue action, DocumentReader& reader) {
    std::string_view url = reader.url(action, "url", UrlUse::web);
    // Money only ever goes over https (notes/security.md section 5).
    if (url.substr(0, 8) != "https://") return {};
    for (std::size_t at = url.find("%7"); at != std::string_view::npos; at = url.find("%7", at + 1)) {
        const std::string_view code = url.substr(at, 3);
        if (code != "%7B" && code != "%7D") continue;
        url = reader.arena().join({url.substr(0, at), code == "%7B" ? "{" : "}", url.substr(at + 3)});
    }
    return url;
}

Variant read_variant(JsonValue value, DocumentReader& reader) {
    Variant variant;
    variant.id = reader.raw_text(value, "id");
    variant.heading = reader.text(value, "heading");
    const JsonValue body = value.find("body");
    if (body.is(JsonKind::array)) {
        variant.body = read_json_blocks(body, reader);
    } else if (body.is(JsonKind::string)) {
        Block paragraph;
        paragraph.text = read_json_inlines(body, reader);
        variant.body.add(paragraph, reader.arena());
    }
    variant.choices = read_choices(value, reader);
    const JsonValue action = reader.member(value, "action", JsonKind::object);
    variant.action_label = reader.text(action, "label");
    variant.action_url = read_action_url(action, reader);
    return variant;
}

Campaign read_campaign(JsonValue value, DocumentReader& reader) {
    Campaign campaign;
    campaign.id = reader.raw_text(value, "id");
    campaign.start = reader.time(value, "start");
    campaign.end = reader.time(value, "end");
    campaign.priority = reader.integer(value, "priority", -1'000'000, 1'000'000, 0);
    campaign.currency = reader.raw_text(reader.member(value, "goal", JsonKind::object), "currency");
    if (campaign.currency.empty()) campaign.currency = reader.raw_text(value, "currency");
    const JsonValue variants = reader.list(value, "variants");
    for (const JsonValue item : variants) {
        const Variant variant = read_variant(item, reader);
        if (variant.action_url.empty()) {
            reader.note(Code::bad_url, item, "an action needs an https URL");
            continue;
        }
        campaign.variants.add(variant, reader.arena());
    }
    return campaign;
}

}  // namespace

Result<List<Campaign>> read_campaigns(std::string_view source, std::string_view base_url, Arena& arena,
                                      Notes& notes) {
    DocumentReader reader(source, base_url, arena, notes);
    const Result<JsonDocument> document = parse_json(source, arena);
    if (!document) return document.error();
    const JsonValue root = document->root();
    if (!root.find("longread").exists())
        return reader.error(Code::not_a_document, root, "a campaign file says \"longread\": 1");
    if (root.find("longread").integer() != 1)
        return reader.error(Code::unsupported_version, root.find("longread"), {});
    if (const std::string_view lang = reader.lang_tag(root, "lang"); !lang.empty()) reader.set_lang(lang);
    List<Campaign> campaigns;
    const JsonValue items = reader.list(root, "campaigns");
    for (const JsonValue item : items) {
        if (campaigns.size() == most_campaigns) {
            reader.note(Code::list_cut, items);
            break;
        }
        campaigns.add(read_campaign(item, reader), reader.arena());
    }
    return campaigns;
}

}  // namespace longread
