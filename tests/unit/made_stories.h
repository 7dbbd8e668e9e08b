// Stories for tests of archives, a line of JSON each, made by number: on topics with words of their own, told
// in words that all share; every ninth is a near copy of the one before it.
#pragma once

#include <cstdint>
#include <string>

#include "base/hash.h"

namespace longread {

inline std::string made_word(std::uint64_t number) {
    static constexpr const char* begins[] = {"bra", "clo", "dri", "fle", "gra",
                                             "kno", "pli", "sto", "tre", "wha"};
    static constexpr const char* ends[] = {"bond", "cket",  "dlow", "fter", "gant",
                                           "lmer", "mping", "rdon", "stan", "ver"};
    return begins[number % 10] + std::string(ends[number / 10 % 10]) +
           std::string(number >= 100 ? begins[number / 100 % 10] : "");
}

inline std::string made_text(std::uint64_t story) {
    const std::uint64_t topic = story / 12;
    std::string text;
    for (std::uint64_t i = 0; i < 60; ++i) {
        const std::uint64_t chance = mix_bits(story * 1000 + i);
        text += made_word(chance % 3 == 0 ? 300 + topic * 7 + chance / 3 % 7 : chance / 3 % 300) +
                (i % 9 == 8 ? ". " : " ");
    }
    return text;
}

inline std::string made_story(std::uint64_t number) {
    const bool is_copy = number % 9 == 8;
    const std::uint64_t told = is_copy ? number - 1 : number;
    const std::string id = "s" + std::to_string(number);
    return R"({"id": ")" + id + R"(", "title": ")" + made_word(300 + told / 12 * 7) + " " + made_word(told) +
           (is_copy ? " again" : "") + R"(", "text": ")" + made_text(told) +
           R"(", "url": "https://news.example/)" + id + R"(", "date": "2021-03-)" +
           std::to_string(10 + number % 19) + R"(", "tags": ["topic )" + std::to_string(told / 12) +
           R"("], "image": "https://img.example/)" + id + R"(.jpg"})" + "\n";
}

inline std::string made_stories(std::uint64_t first, std::uint64_t last) {
    std::string lines;
    for (std::uint64_t i = first; i < last; ++i) lines += made_story(i);
    return lines;
}

}  // namespace longread
