#include "app/simulate/made_articles.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "app/simulate/habits.h"
#include "base/text.h"
#include "decide/asking/filters.h"

namespace longread {
namespace {

constexpr std::int64_t day_seconds = 86'400;

using Words = std::vector<std::string_view>;

void add_words(Words& words, const List<std::string_view>& more) {
    for (const std::string_view word : more) {
        if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
}

// What the campaigns name, each once, in the order of the file.
struct CampaignWords {
    Words sections;
    Words tags;
    Words languages;
    Words unwanted_sections;
    Words unwanted_tags;
    Words unwanted_paths;
};

CampaignWords collect_words(const Campaigns& campaigns) {
    CampaignWords words;
    for (const Campaign& campaign : campaigns.campaigns) {
        const Audience& audience = campaign.audience;
        add_words(words.sections, audience.sections);
        add_words(words.tags, audience.tags);
        add_words(words.tags, audience.articles_tags);
        add_words(words.languages, audience.languages);
        add_words(words.unwanted_sections, audience.not_sections);
        add_words(words.unwanted_tags, audience.not_tags);
    }
    for (const Exclusion& rule : campaigns.exclusions) {
        add_words(words.unwanted_sections, rule.sections);
        add_words(words.unwanted_tags, rule.tags);
        if (!rule.path.empty()) words.unwanted_paths.push_back(rule.path);
    }
    return words;
}

// One of the words, or the other one.
std::string_view draw_word(const Words& words, std::uint32_t share, std::string_view other, Chance& chance) {
    const bool is_ours = chance.happens(share);
    if (words.empty() || !is_ours) return other;
    return words[chance.below(static_cast<std::uint32_t>(words.size()))];
}

void add_tag(Card& story, std::string_view tag, Arena& arena) {
    for (const std::string_view known : story.tags) {
        if (known == tag) return;
    }
    if (!tag.empty()) story.tags.add(tag, arena);
}

Surroundings make_article(const CampaignWords& words, std::uint32_t number, Chance& chance, Arena& arena) {
    Surroundings around;
    Card& story = around.story;
    const std::string_view path = draw_word(words.unwanted_paths, share_of_unwanted, "/", chance);
    story.url = arena.join({"https://news.example", path.substr(0, 1) == "/" ? "" : "/", path, "story-",
                            std::string_view(Decimal(number))});
    story.lang = draw_word(words.languages, share_of_campaign_languages, "en", chance);
    std::string_view section = draw_word(words.sections, share_of_campaign_words, "News", chance);
    section = draw_word(words.unwanted_sections, share_of_unwanted, section, chance);
    story.kicker.add({section, {}}, arena);
    for (std::uint32_t i = 0; i < tags_of_article; ++i)
        add_tag(story, draw_word(words.tags, share_of_campaign_words, "Daily", chance), arena);
    add_tag(story, draw_word(words.unwanted_tags, share_of_unwanted, {}, chance), arena);
    add_tag(story, section, arena);
    around.sensitive = chance.happens(share_of_sensitive);
    return around;
}

std::int64_t date_of(const Surroundings& around) {
    const auto& published = around.subject.published;
    return published ? published->seconds : std::numeric_limits<std::int64_t>::min();
}

// Whether the rule holds for the story at some time.
bool may_exclude(Exclusion rule, const Surroundings& around, Arena& arena) {
    rule.start.reset();
    rule.end.reset();
    Campaigns alone;
    alone.exclusions.add(rule, arena);
    const ReaderState nobody;
    const AskSituation situation{around, alone, nobody, std::nullopt, {}, std::nullopt};
    return !look_at(AskFilter::exclusion, {}, situation).passed;
}

Campaigns campaigns_below(const Surroundings& around, const Campaigns& campaigns, Arena& arena) {
    Campaigns some = campaigns;
    some.exclusions = {};
    Arena tried;
    for (const Exclusion& rule : campaigns.exclusions) {
        if (may_exclude(rule, around, tried)) some.exclusions.add(rule, arena);
    }
    return some;
}

}  // namespace

Shelf::Shelf(std::vector<Surroundings> stories, const Campaigns& campaigns, Arena& arena) {
    std::stable_sort(stories.begin(), stories.end(), [](const Surroundings& one, const Surroundings& other) {
        return date_of(one) < date_of(other);
    });
    stories_.reserve(stories.size());
    dates_.reserve(stories.size());
    for (const Surroundings& around : stories) {
        Surroundings page = around;
        page.newsletter.action = "/";
        stories_.push_back({page, campaigns_below(page, campaigns, arena)});
        dates_.push_back(date_of(around));
    }
}

const ShelfStory& Shelf::pick(const Timestamp& now, Chance& chance) const {
    const auto end = std::upper_bound(dates_.begin(), dates_.end(), now.seconds);
    auto out = static_cast<std::uint32_t>(end - dates_.begin());
    if (out == 0) out = static_cast<std::uint32_t>(stories_.size());
    const std::uint32_t among = chance.happens(share_of_newest) ? std::min(out, newest_articles) : out;
    return stories_[out - 1 - chance.below(among)];
}

std::vector<Surroundings> make_articles(const Campaigns& campaigns, const Timestamp& start,
                                        std::uint32_t days, Arena& arena) {
    const CampaignWords words = collect_words(campaigns);
    // No reader's stream.
    Chance chance(0, std::numeric_limits<std::uint64_t>::max());
    std::vector<Surroundings> articles;
    const std::uint32_t count = earlier_articles + days * articles_a_day;
    articles.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        Surroundings& around = articles.emplace_back(make_article(words, i, chance, arena));
        Timestamp date = start;
        date.has_time = true;
        if (i < earlier_articles)
            date.seconds -=
                (earlier_articles - i) * std::int64_t{earlier_days} * day_seconds / earlier_articles;
        else
            date.seconds += (i - earlier_articles) * day_seconds / articles_a_day;
        around.subject.published = date;
    }
    return articles;
}

std::vector<Surroundings> articles_of(const Feed& feed, Arena& arena) {
    std::vector<Surroundings> articles;
    articles.reserve(feed.items.size());
    for (const Card& card : feed.items) {
        Surroundings around;
        around.story = card;
        around.story.tags = {};
        around.story.tags.add_all(card.tags, arena);
        for (const Link& link : card.kicker) around.story.tags.add(link.label, arena);
        if (card.lang.empty()) around.story.lang = "en";
        around.subject.published = card.published;
        articles.push_back(around);
    }
    return articles;
}

}  // namespace longread
