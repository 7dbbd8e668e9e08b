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

void add_attribute(std::string& out, std::string_view name, std::string_view value) {
    if (!value.empty()) out.append(" ").append(name).append("=\"").append(escape(value)).append("\"");
}

}  // namespace

std::string write_element(const PageText& text, const CliOptions& options) {
    std::string out = "<long-read";
    add_attribute(out, "src", options.source);
    // What is decided again for the reader is drawn by these, as the page was.
    add_attribute(out, "lang", options.lang);
    add_attribute(out, "heading-level", options.heading_level == "1" ? "" : options.heading_level);
    add_attribute(out, "hide", options.hide);
    add_attribute(out, "format", options.format);
    add_attribute(out, "campaigns", options.campaigns_url);
    add_attribute(out, "donate-hosts", options.donate_hosts);
    add_attribute(out, "archive", options.archive);
    if (!options.archive.empty()) add_attribute(out, "archive-shard", text.shard);
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
