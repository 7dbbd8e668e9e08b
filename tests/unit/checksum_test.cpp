#include "base/checksum.h"

#include <gtest/gtest.h>

namespace longread {
namespace {

TEST(Checksum, IsThatOfPngAndGzip) {
    EXPECT_EQ(crc32("123456789"), 0xCBF4'3926U);
    EXPECT_EQ(crc32(""), 0U);
    EXPECT_EQ(crc32(std::string_view("\0", 1)), 0xD202'EF8DU);
}

}  // namespace
}  // namespace longread
