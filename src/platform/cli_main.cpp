// The command `longread`: files in, HTML or a report out. All thinking is done by app; this is the shell.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "app/answer.h"
#include "app/check_document.h"
#include "app/describe_document.h"
#include "app/wire.h"
#include "platform/cli_archive_view.h"
#include "platform/cli_explain.h"
#include "platform/cli_files.h"
#include "platform/cli_index.h"
#include "platform/cli_options.h"
#include "platform/cli_page.h"
#include "platform/cli_parsers.h"
#include "platform/cli_related.h"
#include "platform/cli_schemas.h"
#include "platform/cli_simulate.h"
#include "render/html_writer.h"

namespace {

using namespace longread;

constexpr int bad_input = 1;
constexpr int bad_usage = 2;

int fail_usage(std::string_view problem) {
    std::cerr << "longread: " << problem << "\n\n" << usage();
    return bad_usage;
}

// The documents a rendering needs, kept as long as the request that views them.
struct Documents {
    std::string article;
    std::vector<std::string> feeds;
    std::vector<std::string> campaigns;
    std::string state;
};

bool read_documents(const CliOptions& options, Documents& documents) {
    if (!read_into(options.files[0], documents.article)) return false;
    for (const std::string& path : options.feeds) {
        if (!read_into(path, documents.feeds.emplace_back())) return false;
    }
    if (!options.state.empty() && !read_into(options.state, documents.state)) return false;
    for (const std::string& path : options.campaigns) {
        if (!read_into(path, documents.campaigns.emplace_back())) return false;
    }
    return true;
}

Request make_request(const CliOptions& options, const Documents& documents, Arena& arena) {
    Request request;
    request.article = documents.article;
    for (const std::string& feed : documents.feeds) request.feeds.add(feed, arena);
    for (const std::string& file : documents.campaigns) request.campaigns.add(file, arena);
    request.state = documents.state;
    request.donate_hosts = options.donate_hosts;
    request.base_url = options.base_url;
    request.format = options.format;
    request.lang = options.lang;
    request.now = options.now;
    request.hide = options.hide;
    request.heading_level = static_cast<std::uint8_t>(options.heading_level[0] - '0');
    return request;
}

// The direction of the article, which its first element says.
std::string_view find_direction(const HtmlTree& tree) {
    for (const HtmlEvent& event : tree.events()) {
        if (event.kind == HtmlEventKind::attribute && static_cast<Attr>(event.name) == Attr::dir)
            return event.text;
    }
    return {};
}

// A page decides again about what it asks its reader for, by the campaigns that its element names.
void warn_of_prompt(const HtmlTree& tree, const CliOptions& options) {
    if (options.fragment || !options.campaigns_url.empty()) return;
    const bool asks = std::any_of(tree.events().begin(), tree.events().end(), [](const HtmlEvent& event) {
        return event.kind == HtmlEventKind::attribute && static_cast<Attr>(event.name) == Attr::data_slot &&
               event.text == "prompt";
    });
    if (asks)
        std::cerr << "longread: the prompt goes when its reader comes near: --campaigns-url says where the "
                     "page finds its campaigns\n";
}

std::string write_output(const Reply& reply, const std::string& shard, const CliOptions& options) {
    std::string html = write_html(reply.tree);
    if (options.fragment) return html;
    warn_of_prompt(reply.tree, options);
    const PageText text{std::string(reply.title), std::string(reply.lang),
                        std::string(find_direction(reply.tree)), html, shard};
    const std::string hashes = style_hashes(options);
    if (!hashes.empty()) std::cerr << "Content-Security-Policy: style-src " << hashes << "\n";
    return options.page ? write_page(text, options) : write_element(text, options);
}

bool write_notes(const CliOptions& options, const Notes& notes) {
    if (options.notes.empty()) return true;
    std::string lines;
    for (const Note& note : notes) lines += format_finding(options.files[0], note);
    return write_file(options.notes, lines);
}

void place_in_source(Reply& reply, std::string_view source, Arena& arena) {
    const Result<JsonDocument> document = parse_json(source, arena);
    if (!document || document->root().find("longread").exists()) return;
    place_findings(reply.notes, reply.failed ? &reply.error : nullptr, source, document->root(), arena);
}

int render(const CliOptions& options) {
    if (options.files.size() != 1) return fail_usage("render takes one file");
    Documents documents;
    if (!read_documents(options, documents)) return bad_input;
    Arena arena;
    Request request = make_request(options, documents, arena);
    ArchiveView archive;
    std::string problem;
    if (!options.index.empty() && !archive.open(options.index, request, problem)) {
        std::cerr << problem << "\n";
        return bad_input;
    }
    Reply reply = answer(request, native_parsers(), arena);
    place_in_source(reply, documents.article, arena);
    if (reply.failed) {
        std::cerr << format_finding(options.files[0], reply.error);
        return bad_input;
    }
    const std::string output = write_output(reply, archive.named(), options);
    bool written = write_notes(options, reply.notes);
    if (options.out.empty()) {
        std::cout << output << std::flush;
        written = written && std::cout.good();
    } else {
        written = write_file(options.out, output) && written;
    }
    return written ? 0 : bad_input;
}

// What was read of a document: "story.json: article (wordpress): 834 words in 14 paragraphs".
std::string format_reading(std::string_view file, const CheckReport& report) {
    constexpr std::string_view kinds[] = {"article", "feed", "campaigns"};
    std::string line(file);
    line.append(": ").append(kinds[static_cast<std::size_t>(report.kind)]);
    if (!report.format.empty() && report.format != "longread")
        line.append(" (").append(report.format).append(")");
    return line.append(": ").append(report.contents).append("\n");
}

int check(const CliOptions& options) {
    if (options.files.empty()) return fail_usage("check takes at least one file");
    std::size_t errors = 0;
    std::size_t notes = 0;
    for (const std::string& path : options.files) {
        std::string source;
        if (!read_into(path, source)) {
            ++errors;
            continue;
        }
        Arena arena;
        const CheckReport report = check_document(source, options.format, options.base_url, native_parsers(),
                                                  native_schemas(), arena);
        if (!report.error) std::cout << format_reading(path, report);
        for (const Note& note : report.notes) std::cout << format_finding(path, note);
        if (report.error) std::cout << format_finding(path, *report.error);
        notes += report.notes.size();
        if (report.error) ++errors;
    }
    std::cout << options.files.size() << " files checked, " << errors << " errors, " << notes << " notes\n";
    return errors == 0 ? 0 : bad_input;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    std::string problem;
    if (arguments.empty() || arguments[0] == "help" || arguments[0] == "--help") {
        std::cout << usage();
        return arguments.empty() ? bad_usage : 0;
    }
    if (arguments[0] == "version" || arguments[0] == "--version") {
        std::cout << "longread 0.1.0, wire format " << abi_version << "\n";
        return 0;
    }
    const auto options = parse_options(arguments, problem);
    if (!options) return fail_usage(problem);
    problem = find_bad_value(*options);
    if (!problem.empty()) return fail_usage(problem);
    if (options->help) {
        std::cout << usage();
        return 0;
    }
    if (options->verb == "render") return render(*options);
    if (options->verb == "check") return check(*options);
    if (options->verb == "explain") return explain_asks(*options);
    if (options->verb == "simulate") return simulate_asks(*options);
    if (options->verb == "index") return index_archive(*options);
    if (options->verb == "related") return print_related(*options);
    return fail_usage("unknown verb " + options->verb);
}
