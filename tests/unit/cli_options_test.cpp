#include "platform/cli_options.h"

#include <gtest/gtest.h>

namespace longread {
namespace {

std::string problem_with(const std::vector<std::string>& arguments) {
    std::string problem;
    const auto options = parse_options(arguments, problem);
    return options ? find_bad_value(*options) : problem;
}

TEST(CliOptions, ValuesThatMakeNoSenseAreRefused) {
    EXPECT_EQ(problem_with({"render", "a.json", "--now", "2026-11-24T10:00:00Z", "--lang", "pt-BR", "--hide",
                            "meta tags", "--format", "wordpress", "--base", "https://news.example/a",
                            "--heading-level=2"}),
              "");
    EXPECT_EQ(problem_with({"render", "--now", "yesterday"}).substr(0, 5), "--now");
    EXPECT_EQ(problem_with({"render", "--lang=<x>"}).substr(0, 6), "--lang");
    EXPECT_EQ(problem_with({"render", "--hide", "meta bogus"}).substr(0, 6), "--hide");
    EXPECT_EQ(problem_with({"render", "--format", "bogus"}).substr(0, 34),
              "--format takes one of these: json-");
    for (const char* base : {"notaurl", "/articles/", "javascript://a"})
        EXPECT_EQ(problem_with({"render", "--base", base}).substr(0, 6), "--base") << base;
    EXPECT_EQ(problem_with({"render", "--heading-level", "5"}), "--heading-level takes 1 to 4");
    EXPECT_EQ(problem_with({"render", "--what"}), "unknown option --what");
    EXPECT_EQ(problem_with({"render", "--out"}), "--out needs a value");
}

}  // namespace
}  // namespace longread
