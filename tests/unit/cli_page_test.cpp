#include "platform/cli_page.h"

#include <gtest/gtest.h>

namespace longread {
namespace {

TEST(CliPage, AnElementHasWhatItsPageDecidesAgainBy) {
    CliOptions options;
    options.styles = "none";
    EXPECT_EQ(write_element({}, options),
              "<long-read><template shadowrootmode=\"open\"></template></long-read>\n");
    options.source = "/a.json";
    options.lang = "fr";
    options.heading_level = "2";
    options.hide = "meta rails";
    options.format = "ghost";
    options.campaigns_url = "/asks.json?a=1&b=\"2\"";
    options.donate_hosts = "give.example.org";
    EXPECT_EQ(
        write_element({}, options),
        "<long-read src=\"/a.json\" lang=\"fr\" heading-level=\"2\" hide=\"meta rails\" format=\"ghost\" "
        "campaigns=\"/asks.json?a=1&amp;b=&quot;2&quot;\" donate-hosts=\"give.example.org\">"
        "<template shadowrootmode=\"open\"></template></long-read>\n");
}

TEST(CliPage, AFileOfTheArchiveIsNamedOnlyWithTheArchive) {
    CliOptions options;
    options.styles = "none";
    PageText text;
    text.shard = "s/12.lra";
    EXPECT_EQ(write_element(text, options).find("archive"), std::string::npos);
}

}  // namespace
}  // namespace longread
