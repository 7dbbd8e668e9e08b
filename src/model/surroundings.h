// What stands around a story: cards of other stories, rails of them, the newsletter. It comes after the
// article and is never needed to read it. Texts and URLs as in article.h.
#pragma once

#include <optional>
#include <string_view>

#include "model/article.h"
#include "model/story.h"

namespace longread {

// A related or rail story.
struct Card {
    std::string_view id;
    std::string_view url;
    std::string_view title;
    std::string_view series;        // "Diplomacy Watch", printed before the title
    List<std::string_view> teaser;  // paragraphs
    Image image;
    List<Link> kicker;
    std::optional<Timestamp> published;
    List<std::string_view> tags;
    std::string_view lang;
    std::string_view article;  // its document, where it may be read in place
    std::string_view reason;   // a tag or a word that it shares with the story: "Central Asia"
    bool is_read = false;      // by this reader, on this device
    std::int32_t score = 0;    // how near it is to the page's story, 1 to 1000, where its feed says so
};

// A story that may be shown beside another one: of a feed, of an archive, of a search engine's answer.
struct ScoredCard {
    Card card;
    std::int32_t score = 0;     // 0 to 1000
    std::uint32_t copies = 0;   // number of its group of near copies among these cards; 0: none
    List<std::uint64_t> terms;  // hashes of those that decided, heaviest first; empty: not known
};

struct Feed {
    std::string_view title;
    List<Card> items;
};

// A titled list beside or below the article. Its items are its own, or come from a feed by tag.
struct Rail {
    std::string_view title;
    std::string_view tag;  // "": newest first; else only cards with this tag
    List<Card> items;
    bool from_feed = false;
    std::int32_t limit = 6;  // stories shown
};

// A list that a newsletter form offers.
struct NewsletterList {
    std::string_view id;  // as the service knows it
    std::string_view title;
    std::string_view description;
    bool checked = false;
};

struct Newsletter {
    std::string_view title;
    std::string_view pitch;
    std::string_view action;                 // where the form posts; empty: no form is drawn
    std::string_view field = "email";        // names of its fields; empty: not sent by the form itself
    std::string_view lists_field = "lists";  // empty: each list is a field of its own, named by its id
    std::string_view trap = "lr-website";    // the field that people never see
    std::string_view button;
    std::string_view consent;
    Link consent_link;
    std::string_view
        service;  // "mailchimp", "buttondown", "ghost", "convertkit"; empty: any that takes a form
    List<NewsletterList> lists;
    [[nodiscard]] bool exists() const { return !action.empty(); }
};

struct Surroundings {
    Card story;     // the article itself; its tags hold its kicker too
    Story subject;  // the same as ranking sees it
    bool sensitive = false;
    List<Card> related;
    List<Rail> rails;
    Newsletter newsletter;
};

}  // namespace longread
