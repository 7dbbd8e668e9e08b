// Whether a document keeps its words: the words of trees and texts, and what one of them has that the other
// has not.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/html_tree.h"
#include "read/html_source.h"

namespace longread {

// The words of a text: runs of letters and digits, in any script.
using Words = std::map<std::string, int>;

class WordCounter {
  public:
    void add(std::string_view text) {
        for (std::size_t i = 0; i < text.size();) {
            const CodePoint c = decode_at(text, i);
            if (is_word(c.value)) {
                word_ += text.substr(i, c.size);
            } else {
                end();
            }
            i += c.size;
        }
    }
    void end() {
        if (!word_.empty()) ++words_[word_];
        word_.clear();
    }
    Words take() {
        end();
        return std::move(words_);
    }

  private:
    std::string word_;
    Words words_;
};

// Elements that the policy leaves out with their text, by design.
inline bool is_left_out(Tag tag) {
    return tag == Tag::dropped || tag == Tag::button || tag == Tag::form || tag == Tag::input ||
           tag == Tag::fieldset || tag == Tag::output || tag == Tag::iframe || tag == Tag::rp ||
           tag == Tag::audio || tag == Tag::video;
}

// Ghost's players of its own, which have the clock's words.
inline bool is_player(const HtmlCursor& element) {
    const std::string_view classes = attribute_of(element, Attr::class_);
    return classes == "kg-audio-player" || classes == "kg-video-player-container";
}

inline bool is_inside_line(Tag tag) {
    constexpr std::string_view names =
        " a abbr b bdi bdo cite code data del dfn em i ins kbd label mark q s samp span strong sub sup time "
        "u var wbr ";
    return tag == Tag::unknown ||
           names.find(" " + std::string(tag_name(tag)) + " ") != std::string_view::npos;
}

// with_alt: also the alternative texts of pictures, which stand as text where a picture was refused.
// with_players: also what the adapter for Ghost leaves out.
inline Words words_of(const HtmlTree& tree, bool with_alt = false, bool with_players = true) {
    WordCounter counter;
    std::vector<Tag> open;
    for (HtmlCursor at(tree); !at.at_end();) {
        if (at.kind() == HtmlEventKind::open) {
            if (is_left_out(at.tag()) || (!with_players && is_player(at))) {
                counter.end();
                at.skip_element();
                continue;
            }
            open.push_back(at.tag());
            if (!is_inside_line(at.tag())) counter.end();
        } else if (at.kind() == HtmlEventKind::close) {
            if (!is_inside_line(open.back())) counter.end();
            open.pop_back();
        } else if (at.kind() == HtmlEventKind::text) {
            counter.add(at.text());
        } else if (with_alt && at.kind() == HtmlEventKind::attribute && at.attr() == Attr::alt) {
            counter.add(at.text());
        }
        at.advance();
    }
    return counter.take();
}

// Words that one has more often than the other.
inline std::string surplus(const Words& words, Words other) {
    std::string out;
    for (const auto& [word, count] : words) {
        if (other[word] < count) out += word + " ";
    }
    return out;
}

inline Words words_of(std::string_view text) {
    WordCounter counter;
    counter.add(text);
    return counter.take();
}

}  // namespace longread
