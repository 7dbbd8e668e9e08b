#include "platform/cli_explain.h"

#include <iostream>

#include "app/explain_asks.h"
#include "platform/cli_files.h"
#include "platform/cli_parsers.h"
#include "read/formats/convert_document.h"

namespace longread {
namespace {

constexpr int bad_input = 1;
constexpr int bad_usage = 2;

}  // namespace

int explain_asks(const CliOptions& options) {
    if (options.files.empty() || options.article.empty() || options.now.empty()) {
        std::cerr << "longread: explain takes files of campaigns, --article and --now\n";
        return bad_usage;
    }
    std::vector<std::string> campaigns(options.files.size());
    std::string article;
    std::string state;
    for (std::size_t i = 0; i < campaigns.size(); ++i)
        if (!read_into(options.files[i], campaigns[i])) return bad_input;
    if (!read_into(options.article, article)) return bad_input;
    if (!options.state.empty() && !read_into(options.state, state)) return bad_input;
    Arena arena;
    Notes about_article;
    const Result<std::string_view> own =
        convert_document(article, DocumentUse::article, options.format, options.base_url, native_parsers(),
                         arena, about_article);
    if (!own) {
        std::cerr << format_finding(options.article, own.error());
        return bad_input;
    }
    Request request;
    request.article = *own;
    for (const std::string& file : campaigns) request.campaigns.add(file, arena);
    request.state = state;
    request.now = options.now;
    request.base_url = options.base_url;
    request.donate_hosts = options.donate_hosts;
    Notes notes;
    const Result<std::string_view> told = explain_asks(request, arena, notes);
    for (const Note& note : notes) std::cerr << format_finding(options.files[0], note);
    if (!told) {
        std::cerr << format_finding(options.files[0], told.error());
        return bad_input;
    }
    std::cout << *told << std::flush;
    return std::cout.good() ? 0 : bad_input;
}

}  // namespace longread
