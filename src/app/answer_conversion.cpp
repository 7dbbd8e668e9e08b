#include "app/answer.h"
#include "read/formats/convert_document.h"

namespace longread {

Reply answer_conversion(const Request& request, const Parsers& parsers, Arena& arena) {
    Reply reply(arena);
    const bool is_feed = request.article.empty() && !request.feeds.empty();
    const std::string_view source = is_feed ? request.feeds[0] : request.article;
    const DocumentUse use = is_feed ? DocumentUse::feed : DocumentUse::article;
    const Result<std::string_view> document =
        convert_document(source, use, is_feed ? std::string_view() : request.format, request.base_url,
                         parsers, arena, reply.notes);
    if (document) {
        reply.document = *document;
    } else {
        reply.error = document.error();
        reply.failed = true;
    }
    return reply;
}

}  // namespace longread
