#include "read/read_campaigns.h"

#include "read/document_reader.h"
#include "read/read_blocks.h"

namespace longread {
namespace {

constexpr std::size_t most_campaigns = 20;  // notes/security.md section 6

std::vector<DonationChoice> read_choices(JsonValue variant, DocumentReader& reader) {
    std::vector<DonationChoice> choices;
    const JsonValue items = reader.list(variant, "choices");
    if (!items.exists()) return choices;
    for (JsonValue item = items.first(); item.exists(); item = item.next(items)) {
        DonationChoice choice;
        choice.amount = reader.integer(item, "amount", 1, 1'000'000, 0);
        choice.frequency = reader.raw_text(item, "frequency");
        choice.label = reader.text(item, "label");
        choice.recommended = reader.flag(item, "recommended");
        choice.benefits = reader.words(item, "benefits");
        if (choice.amount > 0) choices.push_back(std::move(choice));
    }
    return choices;
}

// The template's braces are not URL characters: they are put back after the URL has passed the policy.
std::string read_action_url(JsonValue action, DocumentReader& reader) {
    std::string url = reader.url(action, "url", UrlUse::web);
    for (std::size_t at = url.find("%7B"); at != std::string::npos; at = url.find("%7B", at + 1)) url.replace(at, 3, "{");
    for (std::size_t at = url.find("%7D"); at != std::string::npos; at = url.find("%7D", at + 1)) url.replace(at, 3, "}");
    // Money only ever goes over https (notes/security.md section 5).
    if (url.substr(0, 8) != "https://") return {};
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
        variant.body.push_back(std::move(paragraph));
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
    if (!variants.exists()) return campaign;
    for (JsonValue item = variants.first(); item.exists(); item = item.next(variants)) {
        Variant variant = read_variant(item, reader);
        if (variant.action_url.empty()) {
            reader.note(Code::bad_url, item, "an action needs an https URL");
            continue;
        }
        campaign.variants.push_back(std::move(variant));
    }
    return campaign;
}

}  // namespace

Result<std::vector<Campaign>> read_campaigns(std::string_view source, std::string_view base_url, Notes& notes) {
    DocumentReader reader(source, base_url, notes);
    const Result<JsonDocument> document = parse_json(source);
    if (!document) return document.error();
    const JsonValue root = document->root();
    if (!root.find("longread").exists()) return reader.error(Code::not_a_document, root, "a campaign file says \"longread\": 1");
    if (root.find("longread").integer() != 1) return reader.error(Code::unsupported_version, root.find("longread"), {});
    if (std::string lang = reader.lang_tag(root, "lang"); !lang.empty()) reader.set_lang(lang);
    std::vector<Campaign> campaigns;
    const JsonValue items = reader.list(root, "campaigns");
    if (!items.exists()) return campaigns;
    for (JsonValue item = items.first(); item.exists(); item = item.next(items)) {
        if (campaigns.size() == most_campaigns) {
            reader.note(Code::list_cut, items);
            break;
        }
        campaigns.push_back(read_campaign(item, reader));
    }
    return campaigns;
}

}  // namespace longread
