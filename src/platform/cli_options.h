// The command line, taken apart: one verb, options, files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longread {

struct CliOptions {
    std::string verb;
    std::vector<std::string> files;
    bool help = false;
    bool page = false;
    bool fragment = false;
    std::string now;
    std::string lang;
    std::string notes;
    std::string base_url;
    std::string format;
    std::vector<std::string> campaigns;
    std::string campaigns_url;
    std::string donate_hosts;
    std::string state;
    std::string article;
    std::vector<std::string> feeds;
    std::string styles = "inline";
    std::string hide;
    std::string heading_level = "1";
    std::string script = "/longread/longread.js";
    std::string source;
    std::string out;
    std::string archive;
    // Of related.
    bool all = false;
    bool archive_quality = false;
    std::string id;
    std::string most = "10";
    // Of index, and of related in an index.
    std::string index;
    bool update = false;
    bool merge = false;
    std::string part;
    std::string work;
    std::string threads = "0";
    std::string piece_size;  // empty, as the next two: what BuildSettings say
    std::string posting_limit;
    std::string candidates;
    // Of simulate.
    std::string readers = "100000";
    std::string days = "90";
    std::string seed = "1";
    std::string articles;
    std::string start;
    std::string report;
};

// nullopt where the usage is wrong; `problem` then says what is.
std::optional<CliOptions> parse_options(const std::vector<std::string>& arguments, std::string& problem);

// What is wrong with a value of the options, or an empty text.
std::string find_bad_value(const CliOptions& options);

std::string_view usage();

}  // namespace longread
