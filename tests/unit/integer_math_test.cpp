#include "base/integer_math.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/sort.h"
#include "test_arena.h"

namespace longread {
namespace {

TEST(SquareRoot, IsTheLargestThatFits) {
    for (std::uint64_t root = 1; root < (1ULL << 32U); root = root * 3 / 2 + 1) {
        EXPECT_EQ(square_root(root * root), root);
        EXPECT_EQ(square_root(root * root - 1), root - 1);
        EXPECT_EQ(square_root(root * root + root), root);
    }
    EXPECT_EQ(square_root(0), 0U);
    EXPECT_EQ(square_root(~0ULL), 0xFFFFFFFFU);
}

TEST(Log2Fixed, IsRoundedDownTo65536ths) {
    EXPECT_EQ(log2_fixed(0), 0U);
    EXPECT_EQ(log2_fixed(1), 0U);
    for (unsigned power = 0; power < 64; ++power) EXPECT_EQ(log2_fixed(1ULL << power), power << 16U);
    for (std::uint64_t value = 3; value < (1ULL << 53U); value = value * 5 / 4 + 1) {
        const double exact = std::log2(static_cast<double>(value)) * 65536;
        EXPECT_LE(log2_fixed(value), exact) << value;
        EXPECT_GE(log2_fixed(value), exact - 2) << value;
    }
}

TEST(SortByKey, IsStableForAnySize) {
    for (std::size_t size = 0; size < 70; ++size) {
        for (const std::uint64_t kinds : {1U, 3U, 1000U}) {
            List<SortItem> items;
            std::uint64_t seed = size + 1;
            for (std::size_t i = 0; i < size; ++i) {
                seed = seed * 6364136223846793005 + 1442695040888963407;
                items.add({(seed >> 33U) % kinds, i}, test_arena());
            }
            sort_by_key(items, test_arena());
            for (std::size_t i = 1; i < size; ++i) {
                ASSERT_LE(items[i - 1].key, items[i].key);
                if (items[i - 1].key == items[i].key) {
                    ASSERT_LT(items[i - 1].value, items[i].value);
                }
            }
        }
    }
}

}  // namespace
}  // namespace longread
