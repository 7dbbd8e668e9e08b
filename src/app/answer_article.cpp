#include "app/answer.h"
#include "app/origin_of_pages.h"
#include "decide/reading_time.h"
#include "read/read_article.h"
#include "render/render_article.h"

namespace longread {
namespace {

// What has not come yet is no failure, but a wish.
std::string_view wish_of(const Error& error) {
    if (error.code == Code::foreign_document) return "formats";
    const bool is_markdown = error.code == Code::parser_unavailable && error.path == "/body/markdown";
    return is_markdown ? "markdown" : "";
}

Reply refuse(const Error& error, Arena& arena) {
    Reply reply(arena);
    reply.wants = wish_of(error);
    if (reply.wants.empty()) {
        reply.error = error;
        reply.failed = true;
    }
    return reply;
}

}  // namespace

Reply answer_article(const Request& request, const Parsers& parsers, Arena& arena, const Slots* slots) {
    Reply reply(arena);
    const Result<Article> article =
        read_article(request.article, request.base_url, parsers, arena, reply.notes);
    if (!article) return refuse(article.error(), arena);
    const ReadingTime reading_time = estimate_reading_time(article->body, article->lang);
    const std::string_view origin = origin_of_pages(article->url, request.base_url);
    const RenderOptions options{request.lang, origin, request.hide, request.heading_level};
    reply.tree = render_article(*article, reading_time, options, slots, arena);
    if (article->has_surroundings) reply.wants = "slots";
    reply.title = article->title;
    reply.lang = article->lang;
    reply.url = article->url;
    return reply;
}

}  // namespace longread
