// A campaign as its file says it: what is asked of whom, when, how often, and in which words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/time.h"
#include "model/block.h"

namespace longread {

// What a reader is asked for. All kinds share one budget.
enum class AskKind : std::uint8_t { donation, newsletter, follow };

enum class Placement : std::uint8_t { end, after_paragraph, foot_bar };

struct DonationChoice {
    std::int64_t amount = 0;     // whole units of the campaign's currency
    std::string_view frequency;  // "once", "monthly", "annual"
    std::string_view label;
    bool recommended = false;
    List<std::string_view> benefits;
};

// An amount of the reader's own, in whole units.
struct OtherAmount {
    std::int64_t least = 0;
    std::int64_t most = 0;  // 0: there is none to type in
};

struct Variant {
    std::string_view id;
    std::int64_t weight = 1;  // share of readers among the variants' weights
    std::string_view heading;
    Blocks body;
    List<DonationChoice> choices;
    std::string_view frequency;  // whose tab is open at first; empty: that of the recommended choice
    OtherAmount other_amount;
    bool shows_count = false;  // "You have read 12 articles this month"
    std::string_view action_label;
    std::string_view action_url;  // may hold {amount}, {currency}, {frequency}, {campaign}, {variant}
};

struct Goal {
    std::int64_t total = 0;
    std::int64_t target = 0;  // 0: no goal is shown
    std::optional<Timestamp> as_of;
    std::int32_t max_age_days = 7;  // older figures are not shown
};

// Who is asked: every condition that is given must hold.
struct Audience {
    List<std::string_view> tags;  // the article has one of them
    List<std::string_view> not_tags;
    List<std::string_view> sections;
    List<std::string_view> not_sections;
    List<std::string_view> languages;      // BCP 47; "en" is "en-GB" too
    std::int64_t min_articles = 0;         // that the reader has read in window_weeks
    std::int64_t max_articles = 0;         // 0: any number
    std::int32_t window_weeks = 4;         // with this one; weeks start on Monday
    List<std::string_view> articles_tags;  // only articles with one of these count
    // Nobody is asked for this year's needs under the news of three years ago. 0: any age.
    std::int32_t max_article_age_days = 365;
    bool exclude_sensitive = true;
};

// Guardian's defaults (support-dotcom-components).
struct Cap {
    std::int32_t views = 4;
    std::int32_t days = 30;
    std::int32_t min_gap_days = 0;
    bool counts_own_alone = false;  // else all views of asks of this kind
};

struct Campaign {
    std::string_view id;
    AskKind kind = AskKind::donation;
    std::string_view currency;  // ISO 4217
    std::optional<Timestamp> start;
    std::optional<Timestamp> end;
    std::int64_t priority = 0;
    Placement placement = Placement::end;
    std::int32_t paragraph = 3;  // of after_paragraph
    Goal goal;
    Audience audience;
    Cap cap;
    std::int32_t after_donation_days = 90;
    std::int32_t opt_out_days = 90;
    std::int32_t dismissed_days = 7;  // after "not now"; doubled with each, to opt_out_days at most
    std::int32_t holdback = 0;        // of 1000 readers, how many never see it
    std::string_view list;  // of a newsletter campaign: the list, as the article's newsletter has it
    List<Variant> variants;
};

// How much may be asked of one reader, whatever is asked; in rolling days.
struct AskBudget {
    std::int32_t day = 1;
    std::int32_t week = 3;
};

// Where nobody is asked, whichever campaign runs: each rule that is given must hold.
struct Exclusion {
    List<std::string_view> tags;
    List<std::string_view> sections;
    std::string_view path;  // start of the article's path
    std::optional<Timestamp> start;
    std::optional<Timestamp> end;
};

struct Campaigns {
    List<Campaign> campaigns;
    AskBudget budget;
    List<Exclusion> exclusions;
};

}  // namespace longread
