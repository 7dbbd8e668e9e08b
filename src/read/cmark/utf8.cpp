// Takes the place of cmark's utf8.c, whose case folding is a switch of 1,530 cases: the same functions over
// tables of a twentieth of the size. tests/unit/cmark_parts_test.cpp holds them against upstream's for every
// code point.
#include <utf8.h>

#include "base/text.h"

namespace {

using longread::CodePoint;
using longread::decode_at;

// Code points first, first + stride, ... (count of them) fold to themselves + delta, modulo 65,536 within
// their plane.
struct FoldRun {
    std::uint16_t gap;  // from the first of the run before
    std::uint8_t count;
    std::uint8_t stride;
    std::uint16_t delta;
};

constexpr FoldRun fold_runs[] = {
    {65, 26, 1, 32},    {116, 1, 1, 775},    {11, 23, 1, 32},     {24, 7, 1, 32},      {40, 24, 2, 1},
    {50, 3, 2, 1},      {7, 8, 2, 1},        {17, 23, 2, 1},      {46, 1, 1, 65415},   {1, 3, 2, 1},
    {6, 1, 1, 65268},   {2, 1, 1, 210},      {1, 2, 2, 1},        {4, 1, 1, 206},      {1, 1, 1, 1},
    {2, 2, 1, 205},     {2, 1, 1, 1},        {3, 1, 1, 79},       {1, 1, 1, 202},      {1, 1, 1, 203},
    {1, 1, 1, 1},       {2, 1, 1, 205},      {1, 1, 1, 207},      {2, 1, 1, 211},      {1, 1, 1, 209},
    {1, 1, 1, 1},       {4, 1, 1, 211},      {1, 1, 1, 213},      {2, 1, 1, 214},      {1, 3, 2, 1},
    {6, 1, 1, 218},     {1, 1, 1, 1},        {2, 1, 1, 218},      {3, 1, 1, 1},        {2, 1, 1, 218},
    {1, 1, 1, 1},       {2, 2, 1, 217},      {2, 2, 2, 1},        {4, 1, 1, 219},      {1, 1, 1, 1},
    {4, 1, 1, 1},       {8, 1, 1, 2},        {1, 1, 1, 1},        {2, 1, 1, 2},        {1, 1, 1, 1},
    {2, 1, 1, 2},       {1, 9, 2, 1},        {19, 9, 2, 1},       {19, 1, 1, 2},       {1, 2, 2, 1},
    {4, 1, 1, 65439},   {1, 1, 1, 65480},    {1, 20, 2, 1},       {40, 1, 1, 65406},   {2, 9, 2, 1},
    {24, 1, 1, 10795},  {1, 1, 1, 1},        {2, 1, 1, 65373},    {1, 1, 1, 10792},    {3, 1, 1, 1},
    {2, 1, 1, 65341},   {1, 1, 1, 69},       {1, 1, 1, 71},       {1, 5, 2, 1},        {255, 1, 1, 116},
    {43, 2, 2, 1},      {6, 1, 1, 1},        {9, 1, 1, 116},      {7, 1, 1, 38},       {2, 3, 1, 37},
    {4, 1, 1, 64},      {2, 2, 1, 63},       {3, 17, 1, 32},      {18, 9, 1, 32},      {31, 1, 1, 1},
    {13, 1, 1, 8},      {1, 1, 1, 65506},    {1, 1, 1, 65511},    {4, 1, 1, 65521},    {1, 1, 1, 65514},
    {2, 12, 2, 1},      {24, 1, 1, 65482},   {1, 1, 1, 65488},    {3, 1, 1, 65476},    {1, 1, 1, 65472},
    {2, 1, 1, 1},       {2, 1, 1, 65529},    {1, 1, 1, 1},        {3, 3, 1, 65406},    {3, 16, 1, 80},
    {16, 32, 1, 32},    {80, 17, 2, 1},      {42, 27, 2, 1},      {54, 1, 1, 15},      {1, 7, 2, 1},
    {15, 48, 2, 1},     {97, 38, 1, 48},     {2927, 38, 1, 7264}, {39, 1, 1, 7264},    {6, 1, 1, 7264},
    {811, 6, 1, 65528}, {2184, 1, 1, 59314}, {1, 1, 1, 59315},    {1, 1, 1, 59324},    {1, 2, 1, 59326},
    {2, 1, 1, 59325},   {1, 1, 1, 59332},    {1, 1, 1, 59356},    {1, 1, 1, 35267},    {8, 43, 1, 62528},
    {45, 3, 1, 62528},  {323, 75, 2, 1},     {155, 1, 1, 65478},  {5, 48, 2, 1},       {104, 8, 1, 65528},
    {16, 6, 1, 65528},  {16, 8, 1, 65528},   {16, 8, 1, 65528},   {16, 6, 1, 65528},   {17, 4, 2, 65528},
    {15, 8, 1, 65528},  {80, 2, 1, 65528},   {2, 2, 1, 65462},    {4, 1, 1, 58363},    {10, 4, 1, 65450},
    {16, 2, 1, 65528},  {2, 2, 1, 65436},    {14, 2, 1, 65528},   {2, 2, 1, 65424},    {2, 1, 1, 65529},
    {12, 2, 1, 65408},  {2, 2, 1, 65410},    {300, 1, 1, 58019},  {4, 1, 1, 57153},    {1, 1, 1, 57274},
    {7, 1, 1, 28},      {46, 16, 1, 16},     {35, 1, 1, 1},       {819, 26, 1, 26},    {1866, 48, 1, 48},
    {96, 1, 1, 1},      {2, 1, 1, 54793},    {1, 1, 1, 61722},    {1, 1, 1, 54809},    {3, 3, 2, 1},
    {6, 1, 1, 54756},   {1, 1, 1, 54787},    {1, 1, 1, 54753},    {1, 1, 1, 54754},    {2, 1, 1, 1},
    {3, 1, 1, 1},       {9, 2, 1, 54721},    {2, 50, 2, 1},       {107, 2, 2, 1},      {7, 1, 1, 1},
    {31054, 23, 2, 1},  {64, 14, 2, 1},      {162, 7, 2, 1},      {16, 31, 2, 1},      {71, 2, 2, 1},
    {4, 1, 1, 30204},   {1, 5, 2, 1},        {13, 1, 1, 1},       {2, 1, 1, 23256},    {3, 2, 2, 1},
    {6, 10, 2, 1},      {20, 1, 1, 23228},   {1, 1, 1, 23217},    {1, 1, 1, 23221},    {1, 1, 1, 23231},
    {1, 1, 1, 23228},   {2, 1, 1, 23278},    {1, 1, 1, 23254},    {1, 1, 1, 23275},    {1, 1, 1, 928},
    {1, 8, 2, 1},       {16, 1, 1, 65488},   {1, 1, 1, 23229},    {1, 1, 1, 30152},    {1, 2, 2, 1},
    {9, 1, 1, 1},       {6, 2, 2, 1},        {31, 1, 1, 1},       {891, 80, 1, 26672}, {21425, 26, 1, 32},
    {1247, 40, 1, 40},  {176, 36, 1, 40},    {192, 11, 1, 39},    {12, 15, 1, 39},     {16, 7, 1, 39},
    {8, 2, 1, 39},      {1772, 51, 1, 64},   {3104, 32, 1, 32},   {21920, 32, 1, 32},  {31424, 34, 1, 34},
};

// Those that fold to more than one.
struct Expansion {
    char16_t from;
    char16_t to[3];
};

constexpr Expansion expansions[] = {
    {0xDF, {0x73, 0x73}},
    {0x130, {0x69, 0x307}},
    {0x149, {0x2BC, 0x6E}},
    {0x1F0, {0x6A, 0x30C}},
    {0x390, {0x3B9, 0x308, 0x301}},
    {0x3B0, {0x3C5, 0x308, 0x301}},
    {0x587, {0x565, 0x582}},
    {0x1E96, {0x68, 0x331}},
    {0x1E97, {0x74, 0x308}},
    {0x1E98, {0x77, 0x30A}},
    {0x1E99, {0x79, 0x30A}},
    {0x1E9A, {0x61, 0x2BE}},
    {0x1E9E, {0x73, 0x73}},
    {0x1F50, {0x3C5, 0x313}},
    {0x1F52, {0x3C5, 0x313, 0x300}},
    {0x1F54, {0x3C5, 0x313, 0x301}},
    {0x1F56, {0x3C5, 0x313, 0x342}},
    {0x1F80, {0x1F00, 0x3B9}},
    {0x1F81, {0x1F01, 0x3B9}},
    {0x1F82, {0x1F02, 0x3B9}},
    {0x1F83, {0x1F03, 0x3B9}},
    {0x1F84, {0x1F04, 0x3B9}},
    {0x1F85, {0x1F05, 0x3B9}},
    {0x1F86, {0x1F06, 0x3B9}},
    {0x1F87, {0x1F07, 0x3B9}},
    {0x1F88, {0x1F00, 0x3B9}},
    {0x1F89, {0x1F01, 0x3B9}},
    {0x1F8A, {0x1F02, 0x3B9}},
    {0x1F8B, {0x1F03, 0x3B9}},
    {0x1F8C, {0x1F04, 0x3B9}},
    {0x1F8D, {0x1F05, 0x3B9}},
    {0x1F8E, {0x1F06, 0x3B9}},
    {0x1F8F, {0x1F07, 0x3B9}},
    {0x1F90, {0x1F20, 0x3B9}},
    {0x1F91, {0x1F21, 0x3B9}},
    {0x1F92, {0x1F22, 0x3B9}},
    {0x1F93, {0x1F23, 0x3B9}},
    {0x1F94, {0x1F24, 0x3B9}},
    {0x1F95, {0x1F25, 0x3B9}},
    {0x1F96, {0x1F26, 0x3B9}},
    {0x1F97, {0x1F27, 0x3B9}},
    {0x1F98, {0x1F20, 0x3B9}},
    {0x1F99, {0x1F21, 0x3B9}},
    {0x1F9A, {0x1F22, 0x3B9}},
    {0x1F9B, {0x1F23, 0x3B9}},
    {0x1F9C, {0x1F24, 0x3B9}},
    {0x1F9D, {0x1F25, 0x3B9}},
    {0x1F9E, {0x1F26, 0x3B9}},
    {0x1F9F, {0x1F27, 0x3B9}},
    {0x1FA0, {0x1F60, 0x3B9}},
    {0x1FA1, {0x1F61, 0x3B9}},
    {0x1FA2, {0x1F62, 0x3B9}},
    {0x1FA3, {0x1F63, 0x3B9}},
    {0x1FA4, {0x1F64, 0x3B9}},
    {0x1FA5, {0x1F65, 0x3B9}},
    {0x1FA6, {0x1F66, 0x3B9}},
    {0x1FA7, {0x1F67, 0x3B9}},
    {0x1FA8, {0x1F60, 0x3B9}},
    {0x1FA9, {0x1F61, 0x3B9}},
    {0x1FAA, {0x1F62, 0x3B9}},
    {0x1FAB, {0x1F63, 0x3B9}},
    {0x1FAC, {0x1F64, 0x3B9}},
    {0x1FAD, {0x1F65, 0x3B9}},
    {0x1FAE, {0x1F66, 0x3B9}},
    {0x1FAF, {0x1F67, 0x3B9}},
    {0x1FB2, {0x1F70, 0x3B9}},
    {0x1FB3, {0x3B1, 0x3B9}},
    {0x1FB4, {0x3AC, 0x3B9}},
    {0x1FB6, {0x3B1, 0x342}},
    {0x1FB7, {0x3B1, 0x342, 0x3B9}},
    {0x1FBC, {0x3B1, 0x3B9}},
    {0x1FC2, {0x1F74, 0x3B9}},
    {0x1FC3, {0x3B7, 0x3B9}},
    {0x1FC4, {0x3AE, 0x3B9}},
    {0x1FC6, {0x3B7, 0x342}},
    {0x1FC7, {0x3B7, 0x342, 0x3B9}},
    {0x1FCC, {0x3B7, 0x3B9}},
    {0x1FD2, {0x3B9, 0x308, 0x300}},
    {0x1FD3, {0x3B9, 0x308, 0x301}},
    {0x1FD6, {0x3B9, 0x342}},
    {0x1FD7, {0x3B9, 0x308, 0x342}},
    {0x1FE2, {0x3C5, 0x308, 0x300}},
    {0x1FE3, {0x3C5, 0x308, 0x301}},
    {0x1FE4, {0x3C1, 0x313}},
    {0x1FE6, {0x3C5, 0x342}},
    {0x1FE7, {0x3C5, 0x308, 0x342}},
    {0x1FF2, {0x1F7C, 0x3B9}},
    {0x1FF3, {0x3C9, 0x3B9}},
    {0x1FF4, {0x3CE, 0x3B9}},
    {0x1FF6, {0x3C9, 0x342}},
    {0x1FF7, {0x3C9, 0x342, 0x3B9}},
    {0x1FFC, {0x3C9, 0x3B9}},
    {0xFB00, {0x66, 0x66}},
    {0xFB01, {0x66, 0x69}},
    {0xFB02, {0x66, 0x6C}},
    {0xFB03, {0x66, 0x66, 0x69}},
    {0xFB04, {0x66, 0x66, 0x6C}},
    {0xFB05, {0x73, 0x74}},
    {0xFB06, {0x73, 0x74}},
    {0xFB13, {0x574, 0x576}},
    {0xFB14, {0x574, 0x565}},
    {0xFB15, {0x574, 0x56B}},
    {0xFB16, {0x57E, 0x576}},
    {0xFB17, {0x574, 0x56D}},
};

// Distances from 0 to the first of the code points that are punctuation, from there to the first one that is
// not, and so on.
constexpr std::uint16_t punctuation_gaps[] = {
    33,   15, 10,  7,  26,  6,  26,   4,  34,    1,  5,     1,  3,   1,  10,  2,  3,     1,  3,     1,
    702,  1,  8,   1,  466, 6,  41,   2,  51,    1,  1,     1,  2,   1,  2,   1,  44,    2,  20,    2,
    1,    2,  13,  1,  2,   2,  74,   4,  102,   1,  43,    14, 233, 3,  54,  15, 31,    1,  261,   2,
    10,   1,  383, 1,  771, 1,  90,   1,  10,    2,  168,   15, 1,   1,  37,  4,  71,    1,  74,    5,
    4,    2,  111, 6,  171, 1,  612,  9,  151,   1,  620,   2,  44,  2,  78,  3,  71,    2,  157,   3,
    1,    3,  37,  11, 313, 2,  216,  2,  128,   7,  1,     6,  172, 7,  155, 4,  59,    5,  62,    2,
    64,   8,  11,  1,  828, 24, 8,    20, 1,     13, 1,     12, 30,  2,  14,  2,  633,   4,  29,    2,
    1085, 14, 79,  2,  31,  10, 403,  22, 63,    4,  32,    2,  763, 4,  1,   2,  112,   1,  143,   47,
    1,    19, 446, 3,  4,   10, 2,    12, 16,    1,  12,    1,  98,  1,  90,  1,  29698, 2,  269,   3,
    99,   1,  10,  1,  115, 6,  380,  4,  86,    2,  40,    3,  51,  2,  47,  1,  97,    13, 16,    2,
    124,  4,  126, 2,  16,  2,  249,  1,  20818, 2,  208,   10, 22,  35, 1,   14, 1,     1,  4,     1,
    1,    2,  149, 3,  1,   6,  1,    4,  10,    2,  3,     2,  26,  3,  1,   1,  27,    1,  1,     1,
    1,    7,  410, 3,  668, 1,  48,   1,  414,   1,  743,   1,  199, 1,  31,  1,  272,   9,  38,    1,
    112,  7,  66,  7,  89,  4,  1194, 7,  109,   2,  1,     4,  126, 4,  48,  2,  79,    4,  4,     1,
    106,  6,  648, 1,  250, 9,  119,  3,  3628,  5,  17913, 2,  133, 1,  65,  5,  8,     1,  20826, 1,
};

void append(cmark_strbuf* out, char32_t c) {
    longread::TextBuffer bytes;
    longread::append_utf8(bytes, c);
    cmark_strbuf_put(out, reinterpret_cast<const unsigned char*>(bytes.view().data()),
                     static_cast<bufsize_t>(bytes.size()));
}

char32_t fold(char32_t c) {
    char32_t first = 0;
    for (const FoldRun& run : fold_runs) {
        first += run.gap;
        if (c < first) break;
        const char32_t distance = c - first;
        if (distance % run.stride == 0 && distance / run.stride < run.count) {
            return (c & 0xFF0000U) | ((c + run.delta) & 0xFFFFU);
        }
    }
    return c;
}

void append_folded(cmark_strbuf* out, char32_t c) {
    for (const Expansion& expansion : expansions) {
        if (expansion.from != c) continue;
        for (const char16_t unit : expansion.to) {
            if (unit != 0) append(out, unit);
        }
        return;
    }
    append(out, fold(c));
}

std::string_view view(const std::uint8_t* text, bufsize_t size) {
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

// decode_at says U+FFFD of one byte where bytes are no UTF-8.
bool is_bad(CodePoint c) { return c.value == 0xFFFD && c.size == 1; }

}  // namespace

int cmark_utf8proc_iterate(const std::uint8_t* text, bufsize_t size, std::int32_t* out) {
    *out = -1;
    if (size <= 0) return -1;
    const CodePoint c = decode_at(view(text, size), 0);
    if (is_bad(c)) return -1;
    *out = static_cast<std::int32_t>(c.value);
    return static_cast<int>(c.size);
}

void cmark_utf8proc_encode_char(std::int32_t c, cmark_strbuf* out) { append(out, static_cast<char32_t>(c)); }

void cmark_utf8proc_check(cmark_strbuf* out, const std::uint8_t* line, bufsize_t size) {
    const std::string_view text = view(line, size);
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode_at(text, i);
        append(out, c.value);
        i += c.size;
    }
}

void cmark_utf8proc_case_fold(cmark_strbuf* out, const std::uint8_t* label, bufsize_t size) {
    const std::string_view text = view(label, size);
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode_at(text, i);
        append_folded(out, c.value);
        i += c.size;
    }
}

int cmark_utf8proc_is_space(std::int32_t c) {
    return c == 9 || c == 10 || c == 12 || c == 13 || c == 32 || c == 160 || c == 5760 ||
           (c >= 8192 && c <= 8202) || c == 8239 || c == 8287 || c == 12288;
}

int cmark_utf8proc_is_punctuation(std::int32_t c) {
    int is_punctuation = 0;
    std::int32_t edge = 0;
    for (const std::uint16_t gap : punctuation_gaps) {
        edge += gap;
        if (c < edge) return is_punctuation;
        is_punctuation = 1 - is_punctuation;
    }
    return 0;
}
