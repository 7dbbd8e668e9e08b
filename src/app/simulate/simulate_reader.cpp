#include "app/simulate/simulate_reader.h"

#include <algorithm>

#include "app/simulate/habits.h"
#include "decide/asking/assign_group.h"
#include "decide/asking/choose_ask.h"
#include "decide/asking/remember_asks.h"
#include "decide/keep_history.h"

namespace longread {
namespace {

constexpr std::int64_t day_seconds = 86'400;

const ReadingHabit& draw_habit(Chance& chance) {
    std::uint32_t number = chance.below(1000);
    for (const ReadingHabit& habit : reading_habits) {
        if (number < habit.share) return habit;
        number -= habit.share;
    }
    return reading_habits[0];
}

std::uint32_t share_that_sees(Placement placement) {
    switch (placement) {
        case Placement::after_paragraph: return share_at_paragraph;
        case Placement::foot_bar: return share_at_foot_bar;
        case Placement::end: break;
    }
    return share_at_end;
}

// As the filters look at it, all that comes before the reader's group is met.
bool reaches_group(const Campaign& campaign, const AskSituation& situation) {
    const auto obstacle = find_obstacle(campaign, situation);
    return !obstacle || obstacle->filter >= AskFilter::holdback;
}

Answer draw_answer(AskKind kind, Chance& chance) {
    const AnswerShares& shares = answer_shares[static_cast<std::size_t>(kind)];
    std::uint32_t number = chance.below(1000);
    if (number < shares.accepts) return Answer::accepted;
    number -= shares.accepts;
    if (number < shares.dismisses) return Answer::dismissed;
    return number < shares.dismisses + shares.stops ? Answer::stopped : Answer::ignored;
}

class Life {
  public:
    Life(const Simulation& simulation, std::uint32_t reader)
        : simulation_(simulation), chance_(simulation.seed, reader) {
        outcome_.groups.assign(simulation.campaigns.campaigns.size(), in_no_group);
    }

    ReaderOutcome live() {
        const ReadingHabit& habit = draw_habit(chance_);
        for (std::uint32_t day = 0; day < simulation_.days; ++day) {
            if (!chance_.happens(habit.visits)) continue;
            Timestamp now = simulation_.start;
            now.seconds += day * day_seconds + chance_.below(visit_seconds);
            for (std::uint32_t left = 1 + chance_.below(habit.most_articles); left > 0; --left) {
                view_page(now);
                now.seconds += article_seconds;
            }
        }
        return std::move(outcome_);
    }

  private:
    // A page decides when the reader comes near to the ask: by then an article that is read has been counted.
    void view_page(const Timestamp& now) {
        const ShelfStory& article = simulation_.articles.pick(now, chance_);
        const std::uint32_t depth = chance_.below(1000);
        ++outcome_.page_views;
        if (depth < share_at_middle) {
            if (const auto after = keep_history(state_, article.around.story, now, arena_)) state_ = *after;
        }
        const std::uint32_t draw = state_.draw ? *state_.draw : chance_.below(draws);
        const AskSituation situation{
            article.around, article.campaigns, state_, now, simulation_.donate_hosts, draw};
        const Campaign* const chosen = choose_campaign(situation);
        // Who is in no group yet needs no draw.
        const bool is_grouped = note_groups(situation, chosen);
        if (is_grouped && !state_.draw && needs_draw(situation)) state_.draw = draw;
        if (chosen == nullptr && outcome_.seen.empty()) note_obstacle(situation);
        if (chosen == nullptr) return;
        if (depth < share_that_sees(chosen->placement))
            see(*chosen, draw, now);
        else if (outcome_.seen.empty())
            ++outcome_.out_of_sight;
    }

    // The draw matters for a campaign of the same or a higher priority than the one chosen (needs_draw).
    // Whether a group is new.
    bool note_groups(const AskSituation& situation, const Campaign* chosen) {
        const List<Campaign>& campaigns = simulation_.campaigns.campaigns;
        bool is_new = false;
        for (std::size_t i = 0; i < campaigns.size(); ++i) {
            const Campaign& campaign = campaigns[i];
            if (outcome_.groups[i] != in_no_group || !is_experiment(campaign)) continue;
            if (chosen != nullptr && campaign.priority < chosen->priority) continue;
            if (!reaches_group(campaign, situation)) continue;
            outcome_.groups[i] = find_group(campaign, *situation.draw);
            is_new = true;
        }
        return is_new;
    }

    static std::int32_t find_group(const Campaign& campaign, std::uint32_t draw) {
        if (find_bucket(draw, campaign.id) < campaign.holdback) return held_back;
        const Variant* const variant = find_variant(draw, campaign);
        return variant == nullptr ? in_no_group
                                  : static_cast<std::int32_t>(variant - campaign.variants.begin());
    }

    // Of several campaigns the one that came furthest says what was in the way.
    void note_obstacle(const AskSituation& situation) {
        std::size_t furthest = 0;
        for (const Campaign& campaign : simulation_.campaigns.campaigns) {
            const auto obstacle = find_obstacle(campaign, situation);
            if (obstacle) furthest = std::max(furthest, static_cast<std::size_t>(obstacle->filter));
        }
        ++outcome_.stopped_by[furthest];
    }

    void see(const Campaign& campaign, std::uint32_t draw, const Timestamp& now) {
        const Variant* const variant = find_variant(draw, campaign);
        AskEvent event{now.seconds / 60, campaign.kind, hash_address(campaign.id), false};
        const Answer answer = draw_answer(campaign.kind, chance_);
        outcome_.seen.push_back(
            {event.minute, static_cast<std::uint32_t>(&campaign - simulation_.campaigns.campaigns.begin()),
             static_cast<std::uint32_t>(variant - campaign.variants.begin()), answer});
        add_ask(state_, event, arena_);
        if (answer == Answer::stopped) state_.silent = event.minute;
        if (answer == Answer::accepted) accept(campaign, event.minute);
        if (answer != Answer::dismissed) return;
        event.dismissed = true;
        add_ask(state_, event, arena_);
    }

    // What the page tells when it has happened; to follow is not remembered.
    void accept(const Campaign& campaign, std::int64_t minute) {
        if (campaign.kind == AskKind::donation) state_.donated = minute;
        if (campaign.kind == AskKind::newsletter) add_subscription(state_, campaign.list, arena_);
    }

    const Simulation& simulation_;
    Chance chance_;
    ReaderOutcome outcome_;
    Arena arena_;
    ReaderState state_;
};

}  // namespace

ReaderOutcome simulate_reader(const Simulation& simulation, std::uint32_t reader) {
    return Life(simulation, reader).live();
}

}  // namespace longread
