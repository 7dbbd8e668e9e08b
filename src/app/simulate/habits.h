// How synthetic readers behave, and what is published for them. Each figure says where it is from; "assumed"
// is a guess of ours that no measurement stands behind. README.md has them as a table: whoever knows better
// figures of a publisher puts them here. Shares are of 1000.
#pragma once

#include <cstdint>

namespace longread {

struct ReadingHabit {
    std::uint32_t share;          // of readers
    std::uint32_t visits;         // of 1000 days, on how many
    std::uint32_t most_articles;  // of a visit; 1 to so many, each as likely
};

// Passers-by, regulars, the devoted. Shares: of the visitors of 25 news sites 77 % come once or twice a
// month, 7 % ten times or more (Pew Research Center, "Casual News Readers Online", 2011, by Nielsen's data).
// Visits: the middle of the first two (1.5 a month, 6 a month); 15 a month assumed for the last. Articles:
// means of 1.5, 2 and 2.5; who comes from search or Facebook sees 1.4 to 1.6 pages a visit, who comes
// directly 2.3 (Pew, "Social, Search & Direct", 2014).
inline constexpr ReadingHabit reading_habits[] = {{770, 50, 2}, {160, 200, 3}, {70, 500, 4}};

// A visit begins at any second of the day so early that it ends on it; assumed, as is the time on an article.
inline constexpr std::uint32_t visit_seconds = 80'000;
inline constexpr std::uint32_t article_seconds = 240;

// How far down readers get. Half of them reach the middle of an article (Chartbeat for Slate, 2013), where it
// counts as read. The rest is assumed: the end of it, where most asks stand; a paragraph in the text; and a
// bar at the foot of the window is in sight of all but those who leave at once.
inline constexpr std::uint32_t share_at_middle = 500;
inline constexpr std::uint32_t share_at_end = 350;
inline constexpr std::uint32_t share_at_paragraph = 650;
inline constexpr std::uint32_t share_at_foot_bar = 900;

// What is said to an ask that was seen; all assumed. The rest ignores it.
struct AnswerShares {
    std::uint32_t accepts;    // gives; subscribes; follows, which nothing remembers
    std::uint32_t dismisses;  // "not now"
    std::uint32_t stops;      // "do not ask me"
};

// Of donations, newsletters, and asks to follow (the order of AskKind).
inline constexpr AnswerShares answer_shares[] = {{4, 60, 5}, {10, 60, 5}, {10, 60, 5}};

// Which article a visit's next page is: one of the newest, or any that is out; both assumed.
inline constexpr std::uint32_t share_of_newest = 700;
inline constexpr std::uint32_t newest_articles = 12;

// The made list of articles (made_articles.h), all assumed: stories from before the start, over so many days,
// so that some are older than a year; how many are new each day; how many are sensitive; how often a section,
// a tag or a language is one that the campaigns want; how many have a tag, a section or a path that one of
// them, or an exclusion, does not want.
inline constexpr std::uint32_t earlier_articles = 120;
inline constexpr std::uint32_t earlier_days = 400;
inline constexpr std::uint32_t articles_a_day = 4;
inline constexpr std::uint32_t share_of_sensitive = 50;
inline constexpr std::uint32_t share_of_campaign_words = 500;
inline constexpr std::uint32_t share_of_campaign_languages = 750;
inline constexpr std::uint32_t share_of_unwanted = 50;
inline constexpr std::uint32_t tags_of_article = 3;

}  // namespace longread
