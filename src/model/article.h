// One article, and the cards and feeds that stand around it. URLs have passed the URL policy, text has been
// tidied (base/tidy_text.h); an empty string or list means "not given".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "model/block.h"

namespace longread {

struct Link {
    std::string label;
    std::string url;
};

struct Author {
    std::string name;
    std::string url;
    std::string role;
    Image image;
    std::string bio;
};

struct Follow {
    std::string network;  // "mastodon", "rss", ...: names the icon
    std::string label;
    std::string url;
};

struct Correction {
    std::optional<Timestamp> date;
    std::string text;
};

// A related or rail story.
struct Card {
    std::string id;
    std::string url;
    std::string title;
    std::string series;               // "Diplomacy Watch", printed before the title
    std::vector<std::string> teaser;  // paragraphs
    Image image;
    std::vector<Link> kicker;
    std::optional<Timestamp> published;
    std::vector<std::string> tags;
    std::string lang;
};

struct Feed {
    std::string title;
    std::vector<Card> items;
};

// A titled list beside or below the article. Its items are its own, or come from a feed by tag.
struct Rail {
    std::string title;
    std::string tag;  // "": newest first; else only cards with this tag
    std::vector<Card> items;
    bool from_feed = false;
};

struct Newsletter {
    std::string title;
    std::string pitch;
    std::string action;  // where the form posts; empty: no form is drawn
    std::string field = "email";
    std::string button;
    std::string consent;
    [[nodiscard]] bool exists() const { return !action.empty(); }
};

struct Article {
    std::string id;
    std::string url;
    std::string lang;  // BCP 47; "en" when the document does not say
    bool right_to_left = false;
    std::string title;
    std::string dek;
    std::vector<Link> kicker;
    std::vector<Link> tags;
    std::vector<Author> byline;
    std::optional<Timestamp> published;
    std::optional<Timestamp> updated;
    Image hero;
    std::vector<Block> body;
    std::vector<Follow> follow;
    std::vector<Card> related;
    std::vector<Rail> rails;
    Newsletter newsletter;
    bool sensitive = false;
    std::vector<Correction> corrections;
};

}  // namespace longread
