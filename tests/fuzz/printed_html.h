// What every printed article must be, whatever it was made from; written apart from the policy and the
// writer: elements and attributes of a closed list, everything closed and escaped, harmless URLs, and HTML
// that comes out of a parser as it went in. What is wrong ends the fuzzer with a sentence.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "harmless_url.h"
#include "platform/html_parser_gumbo.h"
#include "render/html_writer.h"

namespace longread {

class PrintedHtml {
  public:
    explicit PrintedHtml(std::string_view html) : html_(html), rest_(html) {}

    void check() {
        while (!rest_.empty()) rest_[0] == '<' ? read_tag() : read_text();
        require(open_.empty(), "an element stays open");
        // Our parser leaves out forms, and unwraps what is deeper.
        if (!has_form_ && deepest_ < 95 && tags_ < 20'000) check_parsed_again();
    }

  private:
    void require(bool holds, const char* problem) const {
        if (holds) return;
        std::fprintf(stderr, "%s, before: %.*s\nin: %.*s\n", problem,
                     static_cast<int>(rest_.size() < 300 ? rest_.size() : 300), rest_.data(),
                     static_cast<int>(html_.size() < 20'000 ? html_.size() : 20'000), html_.data());
        std::abort();
    }

    static bool has_word(std::string_view words, std::string_view word) {
        for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            const bool begins = at == 0 || words[at - 1] == ' ';
            if (begins && (end == words.size() || words[end] == ' ')) return !word.empty();
        }
        return false;
    }

    bool skip(std::string_view text) {
        if (rest_.substr(0, text.size()) != text) return false;
        rest_.remove_prefix(text.size());
        return true;
    }

    std::string_view take_until(std::string_view ends) {
        const std::string_view taken = rest_.substr(0, rest_.find_first_of(ends));
        rest_.remove_prefix(taken.size());
        return taken;
    }

    // What the escaped text stands for.
    std::string unescape(std::string_view text) const {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            require(text[i] != '<' && text[i] != '>' && text[i] != '\0' && text[i] != '\r',
                    "a bare character");
            if (text[i] != '&') {
                out += text[i];
                continue;
            }
            const std::string_view name = text.substr(i, text.find(';', i) - i + 1);
            require(has_word("&amp; &lt; &gt; &quot; &nbsp;", name), "a reference that is none of ours");
            out += name == "&amp;"    ? "&"
                   : name == "&lt;"   ? "<"
                   : name == "&gt;"   ? ">"
                   : name == "&quot;" ? "\""
                                      : " ";
            i += name.size() - 1;
        }
        return out;
    }

    void read_text() { unescape(take_until("<")); }

    void read_tag() {
        if (skip("</")) {
            const std::string_view name = take_until(">");
            require(!open_.empty() && open_.back() == name, "an end tag of another element");
            open_.pop_back();
            require(skip(">"), "an open end tag");
            return;
        }
        skip("<");
        const std::string_view name = take_until(" >");
        require(has_word(elements, name), "an element that is not listed");
        has_form_ = has_form_ || name == "form";
        ++tags_;
        std::string names = " ";
        while (skip(" ")) {
            const std::string_view attribute = take_until("= >");
            require(!has_word(names, attribute), "an attribute twice");
            (names += attribute) += ' ';
            require(skip("=\""), "an attribute without quotes");
            const std::string value = unescape(take_until("\""));
            check_attribute(name, attribute, value);
            require(skip("\""), "an open value");
        }
        require(skip(">"), "an open tag");
        if (!has_word("br hr img input", name)) open_.push_back(name);
        deepest_ = open_.size() > deepest_ ? open_.size() : deepest_;
    }

    void check_attribute(std::string_view element, std::string_view name, std::string_view value) const {
        require(has_word(global_attributes, name) || has_word(own_attributes(element), name),
                "an attribute that is not listed");
        if (name == "id" || name == "for" || name == "aria-labelledby")
            require(value.substr(0, 3) == "lr-" && value.size() > 3, "an id without our prefix");
        if (name == "class" || name == "part" || name == "data-part" || name == "data-slot")
            require(
                value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789- ") == std::string_view::npos,
                "a name that is none of ours");
        if (name == "rel") require(value == "noopener noreferrer" || value == "me noopener", "a rel");
        if (name == "type") require(has_word("radio hidden email submit", value), "a type");
        if (name == "href") require(is_harmless_url(value, true), "a link");
        if (has_word("src cite poster action data-action", name))
            require(is_harmless_url(value, false), "a URL");
        if (name == "srcset") check_srcset(value);
    }

    void check_srcset(std::string_view value) const {
        while (!value.empty()) {
            const std::size_t end = value.find(", ");
            const std::string_view candidate = value.substr(0, end);
            require(is_harmless_url(candidate.substr(0, candidate.find(' ')), false), "a URL of a srcset");
            value = end == std::string_view::npos ? "" : value.substr(end + 2);
        }
    }

    void check_parsed_again() const {
        Arena arena;
        const Result<HtmlTree> tree = parse_html(html_, arena);
        require(tree.has_value(), "no parser takes it");
        const std::string again = write_html(*tree);
        if (again == html_) return;
        std::size_t at = 0;
        while (at < again.size() && at < html_.size() && again[at] == html_[at]) ++at;
        at -= at < 60 ? at : 60;
        std::fprintf(stderr, "parsed again it is: %s\n", again.substr(at, 300).c_str());
        std::fprintf(stderr, "and was:            %s\n", std::string(html_.substr(at, 300)).c_str());
        require(false, "it changes when it is parsed");
    }

    static std::string_view own_attributes(std::string_view element) {
        if (element == "a") return "href rel";
        if (element == "blockquote") return "cite";
        if (element == "img") return "src srcset sizes width height alt decoding loading fetchpriority";
        if (element == "audio") return "src controls preload";
        if (element == "video") return "src controls preload poster";
        if (element == "ol") return "start";
        if (element == "td") return "colspan rowspan";
        if (element == "th") return "colspan rowspan scope";
        if (element == "time") return "datetime";
        if (element == "details") return "open";
        if (element == "form") return "action method data-form data-action";
        if (element == "input") return "type name value checked required autocomplete inputmode";
        if (element == "button") return "type";
        if (element == "label") return "for";
        return {};
    }

    static constexpr std::string_view elements =
        "a abbr article aside audio blockquote br button caption code del details div em fieldset figcaption "
        "figure "
        "footer form h1 h2 h3 h4 h5 h6 header hr img input ins kbd label legend li mark nav ol p pre q rp rt "
        "ruby "
        "section small span strong sub summary sup table tbody td th thead time tr ul video";
    static constexpr std::string_view global_attributes =
        "class part id lang dir title role tabindex aria-label aria-labelledby data-longread data-network "
        "data-part "
        "data-slot";

    std::string_view html_;
    std::string_view rest_;
    std::vector<std::string_view> open_;
    std::size_t deepest_ = 0;
    std::size_t tags_ = 0;
    bool has_form_ = false;
};

}  // namespace longread
