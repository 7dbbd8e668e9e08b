#include "platform/cli_page.h"

#include "base/text.h"
#include "platform/cli_sha256.h"
#include "platform/stylesheet.h"

namespace longread {
namespace {

// The page around the element: nothing but room. Everything else is the element's own.
constexpr std::string_view page_style = "body{margin:0}long-read{--longread-gutter:1rem;padding-block:24px}";

std::string escape(std::string_view text) {
    TextBuffer out;
    append_escaped(out, text);
    return std::string(out.view());
}

std::string style_of(const CliOptions& options) {
    if (options.styles == "none") return {};
    if (options.styles != "inline")
        return "<link rel=\"stylesheet\" href=\"" + escape(options.styles) + "\">";
    return "<style>" + std::string(embedded_stylesheet()) + "</style>";
}

}  // namespace

std::string write_element(const PageText& text, const CliOptions& options) {
    std::string out = "<long-read";
    if (!options.source.empty()) out += " src=\"" + escape(options.source) + "\"";
    if (!options.donate_hosts.empty()) out += " donate-hosts=\"" + escape(options.donate_hosts) + "\"";
    if (!options.archive.empty()) out += " archive=\"" + escape(options.archive) + "\"";
    if (!options.archive.empty() && !text.shard.empty())
        out += " archive-shard=\"" + escape(text.shard) + "\"";
    out += "><template shadowrootmode=\"open\">" + style_of(options) + text.content +
           "</template></long-read>\n";
    return out;
}

std::string write_page(const PageText& text, const CliOptions& options) {
    std::string out =
        "<!doctype html>\n<html lang=\"" + escape(text.lang) + "\" dir=\"" + escape(text.dir) + "\">\n";
    out += "<head>\n<meta charset=\"utf-8\">\n";
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    out += "<title>" + escape(text.title) + "</title>\n";
    if (options.styles == "inline") out += "<style>" + std::string(page_style) + "</style>\n";
    out +=
        "<script type=\"module\" src=\"" + escape(options.script) + "\"></script>\n</head>\n<body>\n<main>\n";
    out += write_element(text, options);
    out += "</main>\n</body>\n</html>\n";
    return out;
}

std::string style_hashes(const CliOptions& options) {
    if (options.styles != "inline") return {};
    std::string hashes = "'sha256-" + sha256_base64(embedded_stylesheet()) + "'";
    if (options.page) hashes += " 'sha256-" + sha256_base64(page_style) + "'";
    return hashes;
}

}  // namespace longread
