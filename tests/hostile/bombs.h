// The dos-* corpora of shared/corpora/security: texts made to cost time, given as pieces and how often each
// stands.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "../unit/test_arena.h"
#include "base/json.h"

namespace longread {

struct BombPart {
    std::string piece;
    std::int64_t times = 0;
};

struct Bomb {
    std::string title;
    std::vector<BombPart> parts;
};

// None where there is no such corpus.
inline std::vector<Bomb> read_bombs(const std::string& name) {
    std::ifstream file(LONGREAD_SHARED_DIR "/corpora/security/" + name, std::ios::binary);
    const std::string source(std::istreambuf_iterator<char>(file), {});
    std::vector<Bomb> bombs;
    if (source.empty()) return bombs;
    const Result<JsonDocument> document = parse_json(source, test_arena());
    EXPECT_TRUE(document) << name;
    if (!document) return bombs;
    const JsonValue list = document->root();
    for (const JsonValue item : list) {
        Bomb bomb{std::string(item.find("title").text()), {}};
        for (const JsonValue part : item.find("parts")) {
            const JsonValue piece = part.first();
            bomb.parts.push_back({std::string(piece.text()), piece.next(part).integer()});
        }
        bombs.push_back(std::move(bomb));
    }
    EXPECT_GT(bombs.size(), 10U) << name;
    return bombs;
}

// The text with every piece that is repeated in 1/8, 2/8 ... of its number.
inline std::string text_of(const Bomb& bomb, int eighths = 8) {
    std::string text;
    for (const BombPart& part : bomb.parts) {
        const std::int64_t times = part.times == 1 ? 1 : std::max<std::int64_t>(1, part.times * eighths / 8);
        for (std::int64_t i = 0; i < times; ++i) text += part.piece;
    }
    return text;
}

}  // namespace longread
