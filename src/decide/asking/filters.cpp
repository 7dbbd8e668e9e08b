#include "decide/asking/filters.h"

#include "base/text.h"
#include "base/url.h"
#include "decide/asking/assign_group.h"
#include "decide/asking/count_asks.h"
#include "decide/reading_weeks.h"

namespace longread {
namespace {

constexpr std::int64_t day_seconds = 86'400;

// A filter says whether the campaign passes, and fills in what was compared.
using Filter = bool (*)(const Campaign&, const AskSituation&, AskStep&);

std::int64_t minute_of(const AskSituation& situation) {
    return situation.now ? situation.now->seconds / 60 : 0;
}

bool is_between(const std::optional<Timestamp>& start, const std::optional<Timestamp>& end,
                const std::optional<Timestamp>& now) {
    const std::int64_t seconds = now ? now->seconds : 0;
    return (!start || seconds >= start->seconds) && (!end || seconds < end->seconds);
}

bool is_same_word(std::string_view a, std::string_view b) { return equals_ignoring_ascii_case(a, b); }

// The first of `wanted` that the article has; empty: none.
std::string_view find_common(const List<std::string_view>& wanted, const List<std::string_view>& tags) {
    for (const std::string_view word : wanted) {
        for (const std::string_view tag : tags) {
            if (is_same_word(word, tag)) return word;
        }
    }
    return {};
}

std::string_view find_section(const List<std::string_view>& wanted, const Card& story) {
    for (const std::string_view word : wanted) {
        for (const Link& section : story.kicker) {
            if (is_same_word(word, section.label)) return word;
        }
    }
    return {};
}

// Of what must be there and what must not be, which are the first that are there.
bool passes_words(const List<std::string_view>& wanted, std::string_view found, std::string_view unwanted,
                  AskStep& step) {
    step.word = unwanted.empty() ? found : unwanted;
    return unwanted.empty() && (wanted.empty() || !found.empty());
}

bool clock(const Campaign& /*campaign*/, const AskSituation& situation, AskStep& /*step*/) {
    return is_asking_time(situation.now);
}

bool schedule(const Campaign& campaign, const AskSituation& situation, AskStep& /*step*/) {
    return is_between(campaign.start, campaign.end, situation.now);
}

bool excludes(const Exclusion& rule, const AskSituation& situation, AskStep& step) {
    const Card& story = situation.around.story;
    const std::string_view tag = find_common(rule.tags, story.tags);
    const std::string_view section = find_section(rule.sections, story);
    const std::string_view path = story.url.substr(url_origin(story.url).size());
    step.word = !tag.empty() ? tag : !section.empty() ? section : rule.path;
    return (rule.tags.empty() || !tag.empty()) && (rule.sections.empty() || !section.empty()) &&
           path.substr(0, rule.path.size()) == rule.path && is_between(rule.start, rule.end, situation.now);
}

bool exclusion(const Campaign& /*campaign*/, const AskSituation& situation, AskStep& step) {
    for (const Exclusion& rule : situation.campaigns.exclusions) {
        if (excludes(rule, situation, step)) return false;
    }
    step.word = {};
    return true;
}

bool sensitive(const Campaign& campaign, const AskSituation& situation, AskStep& /*step*/) {
    return !situation.around.sensitive || !campaign.audience.exclude_sensitive;
}

bool section(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    const Audience& audience = campaign.audience;
    const Card& story = situation.around.story;
    return passes_words(audience.sections, find_section(audience.sections, story),
                        find_section(audience.not_sections, story), step);
}

bool tag(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    const Audience& audience = campaign.audience;
    const List<std::string_view>& tags = situation.around.story.tags;
    return passes_words(audience.tags, find_common(audience.tags, tags), find_common(audience.not_tags, tags),
                        step);
}

bool language(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    const std::string_view lang = situation.around.story.lang;
    step.word = lang;
    for (const std::string_view wanted : campaign.audience.languages) {
        const bool is_whole = lang.size() <= wanted.size() || lang[wanted.size()] == '-';
        if (is_whole && is_same_word(lang.substr(0, wanted.size()), wanted)) return true;
    }
    return campaign.audience.languages.empty();
}

bool article_age(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    const std::optional<Timestamp>& published = situation.around.subject.published;
    step.limit = campaign.audience.max_article_age_days;
    // Of a page that nothing is known of, it is not known either what else it is about.
    if (!published || !situation.now) return step.limit == 0;
    const std::int64_t age = situation.now->seconds - published->seconds;
    step.found = age / day_seconds;
    return step.limit == 0 || age < step.limit * day_seconds;
}

// No port, no user: what stands between the slashes is a name of the list.
bool host(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    if (campaign.kind != AskKind::donation) return true;
    for (const Variant& variant : campaign.variants) {
        const std::string_view origin = url_origin(variant.action_url);
        constexpr std::string_view https = "https://";
        step.word = origin.substr(origin.substr(0, https.size()) == https ? https.size() : origin.size());
        if (step.word.empty() || !has_word(situation.donate_hosts, step.word)) return false;
    }
    return true;
}

// Whether so many days have gone by since then, if it happened.
bool is_long_ago(const std::optional<std::int64_t>& minute, std::int32_t days, const AskSituation& situation,
                 AskStep& step) {
    step.limit = days;
    if (!minute) return true;
    const std::int64_t now = minute_of(situation);
    step.found = now > *minute ? (now - *minute) / day_minutes : 0;
    return !lies_within(*minute, days, now);
}

bool opted_out(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    return is_long_ago(situation.state.silent, campaign.opt_out_days, situation, step);
}

bool donated(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    return is_long_ago(situation.state.donated, campaign.after_donation_days, situation, step);
}

// Views, or dismissals, that are this campaign's business.
AskSelection selection_of(const Campaign& campaign, bool dismissed) {
    return {dismissed, false, !campaign.cap.counts_own_alone, campaign.kind, hash_address(campaign.id)};
}

// The first "not now" is good for dismissed_days, each further one for twice as many as the one before.
bool dismissed(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    const AskSelection selection = selection_of(campaign, true);
    for (const AskEvent& event : situation.state.asks) {
        if (!is_selected(event, selection)) continue;
        if (step.limit == 0)
            step.limit = campaign.dismissed_days;
        else if (step.limit < campaign.opt_out_days)
            step.limit *= 2;
    }
    if (step.limit > campaign.opt_out_days) step.limit = campaign.opt_out_days;
    step.found = count_asks(situation.state.asks, selection, step.limit, minute_of(situation));
    return step.limit == 0 || step.found == 0;
}

bool subscribed(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    if (campaign.kind != AskKind::newsletter) return true;
    step.word = campaign.list;
    if (!situation.around.newsletter.exists()) return false;
    for (const std::uint32_t list : situation.state.subscribed) {
        if (campaign.list.empty() || list == hash_address(campaign.list)) return false;
    }
    return true;
}

bool articles_read(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    const Audience& audience = campaign.audience;
    if (situation.now)
        step.found =
            count_articles(situation.state, audience.articles_tags, audience.window_weeks, *situation.now);
    step.limit = audience.min_articles;
    if (step.found < step.limit) return false;
    if (audience.max_articles == 0) return true;
    if (step.found > audience.max_articles) step.limit = audience.max_articles;
    return step.found <= audience.max_articles;
}

// Whether fewer asks than the limit lie in the window.
bool has_room(const AskSelection& selection, std::int64_t limit, std::int64_t days,
              const AskSituation& situation, AskStep& step) {
    step.limit = limit;
    step.found = count_asks(situation.state.asks, selection, days, minute_of(situation));
    return step.found < limit;
}

bool cap(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    return has_room(selection_of(campaign, false), campaign.cap.views, campaign.cap.days, situation, step);
}

bool gap(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    const std::int64_t days = campaign.cap.min_gap_days;
    const bool passed = has_room(selection_of(campaign, false), 1, days, situation, step);
    step.limit = days;
    return passed || days == 0;
}

bool budget_day(const Campaign& /*campaign*/, const AskSituation& situation, AskStep& step) {
    return has_room({false, true, true, {}, 0}, situation.campaigns.budget.day, 1, situation, step);
}

bool budget_week(const Campaign& /*campaign*/, const AskSituation& situation, AskStep& step) {
    return has_room({false, true, true, {}, 0}, situation.campaigns.budget.week, 7, situation, step);
}

// Who has no draw, such as the reader whom a server draws a page for, is in no group.
bool holdback(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    step.limit = campaign.holdback;
    step.found = situation.draw ? find_bucket(*situation.draw, campaign.id) : buckets - 1;
    return step.found >= step.limit;
}

bool variant(const Campaign& campaign, const AskSituation& situation, AskStep& step) {
    const Variant* const found = find_variant(situation.draw.value_or(0), campaign);
    if (found != nullptr) step.word = found->id;
    step.limit = static_cast<std::int64_t>(campaign.variants.size());
    return found != nullptr;
}

constexpr Filter filters[] = {
    clock,   schedule,  exclusion,  sensitive,     section, tag, language,   article_age, host,     opted_out,
    donated, dismissed, subscribed, articles_read, cap,     gap, budget_day, budget_week, holdback, variant,
};
static_assert(sizeof filters / sizeof filters[0] == ask_filter_count);

}  // namespace

AskStep look_at(AskFilter filter, const Campaign& campaign, const AskSituation& situation) {
    AskStep step;
    step.filter = filter;
    step.passed = filters[static_cast<std::size_t>(filter)](campaign, situation, step);
    return step;
}

std::int64_t count_articles(const ReaderState& state, const List<std::string_view>& tags, std::int32_t weeks,
                            const Timestamp& now) {
    std::int64_t count = 0;
    if (!state.counts) return count;
    for (const ReadWeek& week : state.weeks) {
        if (monday_of(now) - week.monday >= 7 * weeks) continue;
        if (tags.empty()) count += week.count;
        for (const std::string_view tag : tags) {
            for (const TagCount& counted : week.tags) {
                if (counted.tag == hash_tag(tag)) count += counted.count;
            }
        }
    }
    return count;
}

}  // namespace longread
