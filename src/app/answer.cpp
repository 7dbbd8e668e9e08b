#include "app/answer.h"

#include <optional>

#include "base/frame.h"
#include "base/text.h"
#include "base/url.h"
#include "decide/choose_prompt.h"
#include "decide/choose_rails.h"
#include "decide/choose_related.h"
#include "decide/reading_time.h"
#include "model/tree_frame.h"
#include "read/read_article.h"
#include "read/read_campaigns.h"
#include "read/read_card.h"
#include "render/html_writer.h"
#include "render/render_article.h"

namespace longread {
namespace {

// A feed or campaign file that cannot be read costs its rail, never the article: its error becomes a note.
std::vector<Feed> read_feeds(const Request& request, Notes& notes) {
    std::vector<Feed> feeds;
    for (const std::string_view source : request.feeds) {
        Result<Feed> feed = read_feed(source, request.base_url, notes);
        if (feed) {
            feeds.push_back(std::move(*feed));
        } else {
            notes.push_back(feed.error());
        }
    }
    return feeds;
}

std::vector<Campaign> read_campaign_file(const Request& request, Notes& notes) {
    if (request.campaigns.empty()) return {};
    Result<std::vector<Campaign>> campaigns = read_campaigns(request.campaigns, request.base_url, notes);
    if (campaigns) return std::move(*campaigns);
    notes.push_back(campaigns.error());
    return {};
}

Choices decide(const Article& article, const Request& request, Notes& notes) {
    const std::vector<Feed> feeds = read_feeds(request, notes);
    Choices choices;
    choices.reading_time = estimate_reading_time(article);
    choices.related = choose_related(article, feeds);
    choices.rails = choose_rails(article, feeds, choices.related);
    choices.prompt = choose_prompt(article, read_campaign_file(request, notes), parse_time(request.now));
    return choices;
}

std::string_view origin_of_pages(const Article& article, const Request& request) {
    const std::string_view own = url_origin(article.url);
    return own.empty() ? url_origin(request.base_url) : own;
}

// One finding is one line of fields, whatever the document holds.
void append_field(std::string& out, std::string_view text, char end) {
    for (const char c : text) out += c == '\n' || c == '\t' ? ' ' : c;
    out += end;
}

void append_finding(std::string& out, const Error& finding) {
    append_field(out, code_name(finding.code), '\t');
    append_field(out, finding.path, '\t');
    append_field(out, decimal(finding.line), '\t');
    append_field(out, decimal(finding.column), '\t');
    append_field(out, finding.detail, '\t');
    append_field(out, decimal(finding.offset), '\n');
}

Request read_request(const std::vector<Section>& sections) {
    Request request;
    for (const Section& section : sections) {
        switch (static_cast<RequestKey>(section.key)) {
            case RequestKey::article: request.article = section.bytes; break;
            case RequestKey::feed: request.feeds.push_back(section.bytes); break;
            case RequestKey::campaigns: request.campaigns = section.bytes; break;
            case RequestKey::base_url: request.base_url = section.bytes; break;
            case RequestKey::lang: request.lang = section.bytes; break;
            case RequestKey::now: request.now = section.bytes; break;
            case RequestKey::hide: request.hide = section.bytes; break;
            case RequestKey::form:
                request.form = section.bytes == "html" ? OutputForm::html : OutputForm::tree;
                break;
            case RequestKey::heading_level:
                if (section.bytes.size() == 1 && section.bytes[0] >= '1' && section.bytes[0] <= '4') {
                    request.heading_level = static_cast<std::uint8_t>(section.bytes[0] - '0');
                }
                break;
        }
    }
    return request;
}

void add(FrameWriter& frame, ReplyKey key, std::string_view bytes) {
    if (!bytes.empty()) frame.add(static_cast<std::uint32_t>(key), bytes);
}

std::string write_reply(const Reply& reply, OutputForm form) {
    FrameWriter frame;
    add(frame, form == OutputForm::html ? ReplyKey::html : ReplyKey::tree, reply.output);
    add(frame, ReplyKey::title, reply.title);
    add(frame, ReplyKey::wants, reply.wants);
    std::string lines;
    for (const Note& note : reply.notes) append_finding(lines, note);
    add(frame, ReplyKey::notes, lines);
    if (reply.failed) {
        std::string line;
        append_finding(line, reply.error);
        add(frame, ReplyKey::error, line);
    }
    return frame.finish();
}

}  // namespace

Reply answer(const Request& request, const Parsers& parsers) {
    Reply reply;
    const Result<Article> article = read_article(request.article, request.base_url, parsers, reply.notes);
    if (!article) {
        // A Markdown body whose parser has not come yet is no failure, but a wish.
        const std::string_view path = article.error().path;
        const bool waits = article.error().code == Code::parser_unavailable && path == "/body/markdown";
        reply.notes.clear();
        if (waits) {
            reply.wants = "markdown";
        } else {
            reply.error = article.error();
            reply.failed = true;
        }
        return reply;
    }
    const Choices choices = decide(*article, request, reply.notes);
    const HtmlTree tree = render_article(
        *article, choices, {request.lang, origin_of_pages(*article, request), request.hide, request.heading_level});
    reply.output = request.form == OutputForm::html ? write_html(tree) : write_tree_frame(tree);
    reply.title = article->title;
    reply.lang = article->lang;
    return reply;
}

std::string answer_frame(std::string_view request_bytes, const Parsers& parsers) {
    const Result<std::vector<Section>> sections = read_frame(request_bytes);
    if (!sections) {
        Reply reply;
        reply.error = sections.error();
        reply.failed = true;
        return write_reply(reply, OutputForm::tree);
    }
    const Request request = read_request(*sections);
    return write_reply(answer(request, parsers), request.form);
}

}  // namespace longread
