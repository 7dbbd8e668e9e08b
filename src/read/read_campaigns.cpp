#include "read/read_campaigns.h"

#include "base/text.h"
#include "read/document_reader.h"
#include "read/donate_services.h"
#include "read/read_blocks.h"

namespace longread {
namespace {

// notes/security.md section 6
constexpr std::uint32_t most_bytes = 64U << 10U;
constexpr std::size_t most_campaigns = 20;

constexpr std::size_t most_variants = 10;
constexpr std::size_t most_choices = 12;
constexpr std::size_t most_exclusions = 100;
constexpr std::int32_t most_days = 3650;
constexpr std::int64_t most_amount = 1'000'000;
constexpr std::int64_t most_total = 1'000'000'000'000;

constexpr std::string_view frequencies = "once monthly annual";

// Whether a list has room for one more; notes once that it has not.
template <typename T>
bool has_room(const List<T>& found, std::size_t most, JsonValue list, DocumentReader& reader) {
    if (found.size() < most) return true;
    reader.note(Code::list_cut, list);
    return false;
}

std::int32_t read_count(JsonValue object, const char* key, std::int32_t least, std::int32_t most,
                        std::int32_t otherwise, DocumentReader& reader) {
    return static_cast<std::int32_t>(reader.integer(object, key, least, most, otherwise));
}

// The place of a word in a list; -1 and a note for any other, 0 where there is none.
int read_word(JsonValue object, const char* key, std::string_view words, DocumentReader& reader) {
    const JsonValue value = object.find(key);
    if (!value.exists()) return 0;
    const int index = word_index(words, value.text());
    if (index < 0 || !value.is(JsonKind::string) || value.text().find(' ') != std::string_view::npos) {
        reader.note(Code::bad_value, value, value.text());
        return -1;
    }
    return index;
}

std::string_view read_frequency(JsonValue object, DocumentReader& reader) {
    const bool is_known =
        object.find("frequency").exists() && read_word(object, "frequency", frequencies, reader) >= 0;
    return is_known ? object.find("frequency").text() : std::string_view();
}

// What goes into links, markup and events as it is.
std::string_view read_id(JsonValue object, DocumentReader& reader) {
    constexpr std::size_t longest = 64;
    const std::string_view id = reader.raw_text(object, "id");
    bool fits = id.size() <= longest;
    for (const char c : id)
        fits = fits && c > ' ' && (is_word(static_cast<char32_t>(c)) || c == '-' || c == '_' || c == '.');
    if (fits) return id;
    reader.note(Code::bad_value, object.find("id"), id);
    return {};
}

List<DonationChoice> read_choices(JsonValue variant, DocumentReader& reader) {
    List<DonationChoice> choices;
    const JsonValue items = reader.list(variant, "choices");
    for (const JsonValue item : items) {
        if (!has_room(choices, most_choices, items, reader)) break;
        DonationChoice choice;
        choice.amount = reader.integer(item, "amount", 1, most_amount, 0);
        choice.frequency = read_frequency(item, reader);
        choice.label = reader.text(item, "label");
        choice.recommended = reader.flag(item, "recommended");
        choice.benefits = reader.words(item, "benefits");
        if (choice.amount > 0) choices.add(choice, reader.arena());
    }
    return choices;
}

// The template's braces are not URL characters: they are put back after the URL has passed the policy.
std::string_view read_action_url(JsonValue action, DocumentReader& reader) {
    if (const JsonValue service = action.find("service"); service.exists() && service.text() != "plain") {
        const std::string_view account = reader.raw_text(action, "account");
        const std::string_view url = donate_url(service.text(), account, reader.arena());
        if (url.empty()) reader.note(Code::bad_value, service, service.text());
        return url;
    }
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

std::string_view read_currency(JsonValue object, DocumentReader& reader) {
    const std::string_view code = reader.raw_text(object, "currency");
    bool fits = code.empty() || code.size() == 3;
    for (const char c : code) fits = fits && c >= 'A' && c <= 'Z';
    if (fits) return code;
    reader.note(Code::bad_value, object.find("currency"), code);
    return {};
}

OtherAmount read_other_amount(JsonValue variant, DocumentReader& reader) {
    const JsonValue value = reader.member(variant, "other_amount", JsonKind::object);
    OtherAmount other;
    if (!value.exists()) return other;
    other.least = reader.integer(value, "least", 1, most_amount, 1);
    other.most = reader.integer(value, "most", 1, most_amount, most_amount);
    if (other.least <= other.most) return other;
    reader.note(Code::bad_value, value);
    return {};
}

Variant read_variant(JsonValue value, DocumentReader& reader) {
    Variant variant;
    variant.id = read_id(value, reader);
    variant.weight = reader.integer(value, "weight", 0, 1000, 1);
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
    variant.frequency = read_frequency(value, reader);
    variant.other_amount = read_other_amount(value, reader);
    variant.shows_count = reader.flag(value, "shows_count");
    const JsonValue action = reader.member(value, "action", JsonKind::object);
    variant.action_label = reader.text(action, "label");
    variant.action_url = read_action_url(action, reader);
    return variant;
}

void read_variants(JsonValue value, Campaign& campaign, DocumentReader& reader) {
    const JsonValue variants = reader.list(value, "variants");
    for (const JsonValue item : variants) {
        if (!has_room(campaign.variants, most_variants, variants, reader)) break;
        const Variant variant = read_variant(item, reader);
        if (campaign.kind == AskKind::donation && variant.action_url.empty()) {
            reader.note(Code::bad_url, item, "an action needs an https URL");
            continue;
        }
        campaign.variants.add(variant, reader.arena());
    }
}

Goal read_goal(JsonValue value, DocumentReader& reader) {
    Goal goal;
    goal.total = reader.integer(value, "total", 0, most_total, 0);
    goal.target = reader.integer(value, "target", 1, most_total, 0);
    goal.as_of = reader.time(value, "as_of");
    goal.max_age_days = read_count(value, "max_age_days", 1, most_days, goal.max_age_days, reader);
    return goal;
}

void read_placement(JsonValue value, Campaign& campaign, DocumentReader& reader) {
    const JsonValue placement = value.find("placement");
    if (placement.is(JsonKind::object) && placement.find("after_paragraph").exists()) {
        campaign.placement = Placement::after_paragraph;
        campaign.paragraph = read_count(placement, "after_paragraph", 1, 200, campaign.paragraph, reader);
    } else if (read_word(value, "placement", "end foot-bar", reader) == 1) {
        campaign.placement = Placement::foot_bar;
    }
}

// What must not be lost: without it, more people would be asked. All that cannot be read is noted.
void read_conditions(JsonValue value, Campaign& campaign, DocumentReader& reader) {
    campaign.kind = static_cast<AskKind>(read_word(value, "kind", "donation newsletter follow", reader) & 3);
    campaign.start = reader.time(value, "start");
    campaign.end = reader.time(value, "end");
    Audience& audience = campaign.audience;
    const JsonValue given = reader.member(value, "audience", JsonKind::object);
    audience.tags = reader.words(given, "tags");
    audience.not_tags = reader.words(given, "not_tags");
    audience.sections = reader.words(given, "sections");
    audience.not_sections = reader.words(given, "not_sections");
    audience.languages = reader.words(given, "languages");
    audience.articles_tags = reader.words(given, "articles_tags");
    if (given.find("exclude_sensitive").exists())
        audience.exclude_sensitive = reader.flag(given, "exclude_sensitive");
    constexpr std::int64_t most_articles = 100'000;
    audience.min_articles = reader.integer(given, "min_articles", 0, most_articles, 0);
    audience.max_articles = reader.integer(given, "max_articles", 0, most_articles, 0);
    audience.window_weeks = read_count(given, "window_weeks", 1, 52, audience.window_weeks, reader);
    audience.max_article_age_days =
        read_count(given, "max_article_age_days", 0, 36'500, audience.max_article_age_days, reader);
}

void read_restraint(JsonValue value, Campaign& campaign, DocumentReader& reader) {
    Cap& cap = campaign.cap;
    const JsonValue given = reader.member(value, "cap", JsonKind::object);
    cap.views = read_count(given, "views", 1, 60, cap.views, reader);
    cap.days = read_count(given, "days", 1, 365, cap.days, reader);
    cap.min_gap_days = read_count(given, "min_gap_days", 0, 365, cap.min_gap_days, reader);
    cap.counts_own_alone = read_word(given, "scope", "all campaign", reader) == 1;
    const auto days = [&](const char* key, std::int32_t& field) {
        field = read_count(value, key, 0, most_days, field, reader);
    };
    days("after_donation_days", campaign.after_donation_days);
    days("opt_out_days", campaign.opt_out_days);
    days("dismissed_days", campaign.dismissed_days);
    campaign.holdback = read_count(value, "holdback", 0, 1000, 0, reader);
}

// Whether the campaign can be used.
bool read_campaign(JsonValue value, Campaign& campaign, DocumentReader& reader) {
    const std::size_t notes_before = reader.notes().size();
    campaign.id = read_id(value, reader);
    if (campaign.id.empty()) {
        if (!value.find("id").exists()) reader.note(Code::missing_field, value, "id");
        return false;
    }
    read_conditions(value, campaign, reader);
    const std::size_t notes = reader.notes().size();
    const bool is_whole = notes == notes_before && notes < DocumentReader::most_notes;
    read_restraint(value, campaign, reader);
    campaign.priority = reader.integer(value, "priority", -1'000'000, 1'000'000, 0);
    read_placement(value, campaign, reader);
    campaign.list = reader.raw_text(value, "list");
    const JsonValue goal = reader.member(value, "goal", JsonKind::object);
    campaign.goal = read_goal(goal, reader);
    campaign.currency = read_currency(goal, reader);
    if (campaign.currency.empty()) campaign.currency = read_currency(value, reader);
    read_variants(value, campaign, reader);
    return is_whole;
}

bool has_campaign(const List<Campaign>& campaigns, std::string_view id) {
    for (const Campaign& campaign : campaigns) {
        if (campaign.id == id) return true;
    }
    return false;
}

List<Campaign> read_list(JsonValue root, DocumentReader& reader) {
    List<Campaign> campaigns;
    const JsonValue items = reader.list(root, "campaigns");
    for (const JsonValue item : items) {
        if (!has_room(campaigns, most_campaigns, items, reader)) break;
        Campaign campaign;
        if (!read_campaign(item, campaign, reader)) continue;
        if (has_campaign(campaigns, campaign.id)) {
            reader.note(Code::bad_value, item.find("id"), campaign.id);
        } else {
            campaigns.add(campaign, reader.arena());
        }
    }
    return campaigns;
}

List<Exclusion> read_exclusions(JsonValue root, DocumentReader& reader) {
    List<Exclusion> exclusions;
    const JsonValue items = reader.list(root, "exclusions");
    for (const JsonValue item : items) {
        if (!has_room(exclusions, most_exclusions, items, reader)) break;
        Exclusion rule;
        rule.tags = reader.words(item, "tags");
        rule.sections = reader.words(item, "sections");
        rule.path = reader.raw_text(item, "path");
        rule.start = reader.time(item, "start");
        rule.end = reader.time(item, "end");
        const bool is_words = !rule.tags.empty() || !rule.sections.empty() || !rule.path.empty();
        if (is_words || rule.start || rule.end) {
            exclusions.add(rule, reader.arena());
        } else {
            reader.note(Code::bad_value, item, "a rule says where or when");
        }
    }
    return exclusions;
}

}  // namespace

Result<Campaigns> read_campaigns(std::string_view source, std::string_view base_url, Arena& arena,
                                 Notes& notes) {
    DocumentReader reader(source, base_url, arena, notes);
    JsonLimits limits;
    limits.bytes = most_bytes;
    const Result<JsonDocument> document = parse_json(source, arena, limits);
    if (!document) return document.error();
    const JsonValue root = document->root();
    if (!root.find("longread").exists())
        return reader.error(Code::not_a_document, root, "a campaign file says \"longread\": 1");
    if (root.find("longread").integer() != 1)
        return reader.error(Code::unsupported_version, root.find("longread"), {});
    if (const std::string_view lang = reader.lang_tag(root, "lang"); !lang.empty()) reader.set_lang(lang);
    Campaigns all;
    const JsonValue budget = reader.member(root, "budget", JsonKind::object);
    all.budget.day = read_count(budget, "day", 0, 20, all.budget.day, reader);
    all.budget.week = read_count(budget, "week", 0, 60, all.budget.week, reader);
    all.exclusions = read_exclusions(root, reader);
    all.campaigns = read_list(root, reader);
    return all;
}

}  // namespace longread
