#include "platform/cli_options.h"

#include "base/text.h"
#include "base/time.h"
#include "read/document_reader.h"
#include "read/formats/convert_document.h"

namespace longread {
namespace {

// Where the value of an option goes; null for a name that is none.
std::string* value_of(CliOptions& options, std::string_view name) {
    struct Named {
        std::string_view name;
        std::string* value;
    };
    const Named all[] = {
        {"--now", &options.now},
        {"--lang", &options.lang},
        {"--notes", &options.notes},
        {"--base", &options.base_url},
        {"--campaigns-url", &options.campaigns_url},
        {"--donate-hosts", &options.donate_hosts},
        {"--state", &options.state},
        {"--article", &options.article},
        {"--format", &options.format},
        {"--styles", &options.styles},
        {"--hide", &options.hide},
        {"--heading-level", &options.heading_level},
        {"--script", &options.script},
        {"--src", &options.source},
        {"--out", &options.out},
        {"--archive", &options.archive},
        {"--id", &options.id},
        {"-k", &options.most},
        {"--index", &options.index},
        {"--part", &options.part},
        {"--work", &options.work},
        {"--threads", &options.threads},
        {"--piece-size", &options.piece_size},
        {"--postings", &options.posting_limit},
        {"--candidates", &options.candidates},
        {"--readers", &options.readers},
        {"--days", &options.days},
        {"--seed", &options.seed},
        {"--articles", &options.articles},
        {"--start", &options.start},
        {"--report", &options.report},
    };
    for (const Named& one : all) {
        if (one.name == name) return one.value;
    }
    if (name == "--campaigns") return &options.campaigns.emplace_back();
    return name == "--feed" ? &options.feeds.emplace_back() : nullptr;
}

constexpr std::string_view parts = "follow hero meta tags prompt related rails newsletter";

bool are_parts(std::string_view words) {
    for (words = trim(words); !words.empty(); words = trim(words)) {
        if (!has_word(parts, take_word(words))) return false;
    }
    return true;
}

bool is_absolute(std::string_view url) {
    Arena arena;
    return url.find("://") != std::string_view::npos && resolve_url(url, {}, UrlUse::web, arena).has_value();
}

}  // namespace

std::string find_bad_value(const CliOptions& options) {
    const std::string& level = options.heading_level;
    if (level.size() != 1 || level[0] < '1' || level[0] > '4') return "--heading-level takes 1 to 4";
    if (!options.now.empty() && !parse_time(options.now)) return "--now takes a time, 2026-07-30T09:15:00Z";
    if (!options.lang.empty() && !is_lang_tag(options.lang))
        return "--lang takes a language tag, fr or pt-BR";
    if (!options.base_url.empty() && !is_absolute(options.base_url)) return "--base takes an absolute URL";
    if (!are_parts(options.hide)) return "--hide takes words of these: " + std::string(parts);
    Arena arena;
    const std::string_view formats = format_names(arena);
    if (!options.format.empty() && !has_word(formats, options.format))
        return "--format takes one of these: " + std::string(formats);
    return {};
}

std::optional<CliOptions> parse_options(const std::vector<std::string>& arguments, std::string& problem) {
    CliOptions options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument == "--help" || argument == "-h") {
            options.help = true;
        } else if (argument == "--page") {
            options.page = true;
        } else if (argument == "--fragment") {
            options.fragment = true;
        } else if (argument == "--all") {
            options.all = true;
        } else if (argument == "--update") {
            options.update = true;
        } else if (argument == "--merge") {
            options.merge = true;
        } else if (argument == "--archive-quality") {
            options.archive_quality = true;
        } else if (argument.size() > 1 && argument[0] == '-') {
            const std::size_t equals = argument.find('=');
            std::string* value = value_of(options, argument.substr(0, equals));
            if (value == nullptr) {
                problem = "unknown option " + argument;
                return std::nullopt;
            }
            if (equals != std::string::npos) {
                *value = argument.substr(equals + 1);
            } else if (i + 1 < arguments.size()) {
                *value = arguments[++i];
            } else {
                problem = argument + " needs a value";
                return std::nullopt;
            }
        } else if (options.verb.empty()) {
            options.verb = argument;
        } else {
            options.files.push_back(argument);
        }
    }
    return options;
}

std::string_view usage() {
    return R"(longread: articles from JSON, the same bytes as in the browser

  longread render FILE [options]   print the article as HTML
      --page               a complete page with declarative shadow DOM
      --fragment           only the content of the shadow root
                           (neither: the <long-read> element, to paste into a page)
      --styles HOW         inline (default), none, or the URL of a stylesheet to link
      --script URL         of longread.js in a page (default /longread/longread.js)
      --src URL            of the article, for the element's src attribute
      --base URL           absolute URL that relative ones are resolved against
      --format NAME        of the article, where its content does not tell: wordpress, ghost, json-feed ...
      --feed FILE          stories for the related cards and the rails; may be repeated
      --index DIR          archive of related stories, as index made it
      --archive URL        where that is for the page, for the element's attributes archive and archive-shard
      --campaigns FILE     what readers may be asked for, or where they may not be; may be repeated
      --campaigns-url "URLS"  where these are for the page, for the element's attribute campaigns
      --donate-hosts "HOSTS"  where donations may go: a campaign with a link elsewhere is not drawn
      --state FILE         what a reader's device remembers; without it, a new reader's page
      --now TIME           RFC 3339; without it, nobody is asked for anything
      --lang LANG          language of the interface, if not the article's
      --heading-level N    of the headline, 1 to 4
      --hide "WORDS"       parts not to draw: follow hero meta tags prompt related rails newsletter
      --notes FILE         write what was dropped or repaired to FILE ("-": standard error)
      --out FILE           write the HTML to FILE
  longread explain CAMPAIGNS... --article FILE --now TIME [--state FILE] [--donate-hosts "HOSTS"] [--base URL]
                           which campaign this reader would be asked by below this article, and why, condition by condition
  longread simulate CAMPAIGNS [options]   how often readers would be asked: synthetic ones, decided for by what a page decides
      --readers N          1 to 10000000 (default 100000)
      --days D             1 to 366 (default 90)
      --seed S             of chance; the same seed gives the same figures (default 1)
      --articles FEED      what they read; without it, articles made of the campaigns' own words
      --start TIME         of the first day; without it, when the first campaign begins
      --donate-hosts "HOSTS", --base URL, --threads N   as for render and index
      --report FILE        write the figures with plots to FILE, one page of HTML
  longread check FILE...           report what was read of articles, feeds and campaign files, and what was not
  longread related --feed FILE [options]   rank the stories of a feed, or of a file with one story
                           {id, title, text ...} a line; prints {"id", "related": [ids, best first]} a line
      --all                for each story
      --id ID              for this one
      -k N                 at most N related stories (default 10)
      --archive-quality    with the stemmers of all languages, as an archive is built; without it as a page ranks
  longread index FILE|FOLDER --out DIR [options]   build the archive of related stories: static files for a CDN. FILE
                           has a story {id, url, title, text, date ...} a line; FOLDER, documents that render reads.
                           A build that was interrupted goes on where it was
      --update             add the stories of FILE that are new to the archive in DIR
      --part I/N           do the next of three rounds for one of N parts; on any machine that has FILE and DIR.work
      --merge              the end of a build in parts: the same files as of one run
      --base URL           as for render
      --work DIR           where to keep what the build needs (default: DIR.work)
      --threads N          (default: as many as there are cores)
      --piece-size BYTES   of what is read and kept at a time; k, m for thousands, millions (default 32m)
      --postings N         stories that are looked at for a term, those where it weighs most (default 3000)
      --candidates N       stories that are compared exactly (default 160)
      --notes FILE         write what was dropped or repaired to FILE; without it the first ones are printed
  longread related --index DIR [--all | --id ID] [-k N]   the same from the files of an archive, as a page reads them
  longread help | version

FILE may be "-" for standard input. Exit status: 0, 1 for bad input, 2 for bad usage.
)";
}

}  // namespace longread
