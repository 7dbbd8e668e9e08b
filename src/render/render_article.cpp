#include "render/render_article.h"

#include "render/markup.h"
#include "render/render_blocks.h"

namespace longread {
namespace {

// A correction an hour after publishing is not news to the reader (notes/visual.md).
constexpr std::int64_t update_worth_showing = 24 * 60 * 60;

void render_follow(const Article& article, Markup& out) {
    if (article.follow.empty()) return;
    out.open(Tag::nav, "follow", "follow");
    out.attribute(Attr::aria_label, phrase(Phrase::follow_us, out.language()));
    out.own_element(Tag::span, "follow-label", phrase(Phrase::follow_us, out.language()));
    out.open(Tag::ul);
    for (const Follow& follow : article.follow) {
        out.open(Tag::li);
        out.open(Tag::a, "follow-link");
        out.attribute(Attr::href, follow.url);
        out.attribute(Attr::rel, "me noopener");
        out.optional(Attr::data_network, follow.network);
        out.text(follow.label);
        out.close();
        out.close();
    }
    out.close();
    out.close();
}

void render_byline(const Article& article, Markup& out) {
    if (article.byline.empty()) return;
    out.open(Tag::p, "byline", "byline");
    for (std::size_t i = 0; i < article.byline.size(); ++i) {
        const Author& author = article.byline[i];
        out.text(author_separator(i, article.byline.size(), out.language()));
        out.link({author.name, author.url});
    }
    out.close();
}

void render_dates(const Article& article, Markup& out) {
    if (!article.published && !article.updated) return;
    out.open(Tag::p, "dates", "dates");
    if (article.published) out.time(*article.published, "published");
    const bool updated =
        article.updated &&
        (!article.published || article.updated->seconds - article.published->seconds > update_worth_showing);
    if (updated) {
        if (article.published) out.text(" ");
        out.open(Tag::span, "updated");
        out.phrase(Phrase::updated);
        out.text(" ");
        out.time(*article.updated, {});
        out.close();
    }
    out.close();
}

void render_meta(const Article& article, const ReadingTime& reading_time, Markup& out) {
    out.open(Tag::div, "meta", "meta");
    out.own_words();
    render_byline(article, out);
    render_dates(article, out);
    out.open(Tag::p, "reading-time", "reading-time");
    TextBuffer minutes;
    append_reading_time(minutes, reading_time, out.language());
    out.text(minutes);
    out.close();
    out.close();
}

void render_hero(const Article& article, Markup& out) {
    if (!article.hero.exists()) return;
    out.open(Tag::figure, "hero", "hero");
    out.image(article.hero, Markup::Loading::first);
    out.caption(article.hero.caption, article.hero.credit);
    out.close();
}

void render_corrections(const Article& article, Markup& out) {
    if (article.corrections.empty()) return;
    out.open(Tag::section, "corrections", "corrections");
    out.own_element(out.heading(1), {}, phrase(Phrase::corrections, out.language()));
    out.open(Tag::ul);
    for (const Correction& correction : article.corrections) {
        out.open(Tag::li);
        if (correction.date) {
            out.time(*correction.date, {});
            out.text(" ");
        }
        out.text(correction.text);
        out.close();
    }
    out.close();
    out.close();
}

void render_authors(const Article& article, Markup& out) {
    bool any = false;
    for (const Author& author : article.byline) {
        if (author.bio.empty()) continue;
        if (!any) out.open(Tag::section, "authors", "authors");
        any = true;
        out.open(Tag::div, "author");
        if (author.image.exists()) out.image(author.image, Markup::Loading::later);
        out.open(Tag::div);
        out.element(Tag::p, "author-name", author.name);
        out.optional_element(Tag::p, "author-role", author.role);
        out.element(Tag::p, "author-bio", author.bio);
        out.close();
        out.close();
    }
    if (any) out.close();
}

void render_header(const Article& article, const ReadingTime& reading_time, const RenderOptions& options,
                   Markup& out) {
    out.open(Tag::header, "header");
    out.link_list(article.kicker, "kicker", "kicker");
    if (!article.title.empty()) {
        out.open(out.heading(0), "headline", "headline");
        out.attribute(Attr::id, "lr-headline");
        out.text(article.title);
        out.close();
    }
    if (!article.dek.empty()) {
        out.open(Tag::p, "dek", "dek");
        out.text(article.dek);
        out.close();
    }
    if (!options.hides("meta")) render_meta(article, reading_time, out);
    if (!options.hides("follow")) render_follow(article, out);
    out.close();
}

}  // namespace

HtmlTree render_article(const Article& article, const ReadingTime& reading_time, const RenderOptions& options,
                        const Slots* slots, Arena& arena) {
    HtmlTree tree(arena);
    const Language language = find_language(options.lang.empty() ? article.lang : options.lang);
    Markup out(tree, language, article.lang, options.heading_level, options.origin);
    out.open(Tag::article, "article");
    out.attribute(Attr::lang, article.lang);
    out.attribute(Attr::dir, article.right_to_left ? "rtl" : "ltr");
    out.attribute(Attr::data_longread, "1");
    if (!article.title.empty()) out.attribute(Attr::aria_labelledby, "lr-headline");
    render_header(article, reading_time, options, out);
    if (!options.hides("hero")) render_hero(article, out);
    out.open(Tag::div, "body", "body");
    render_blocks(article.body, out);
    out.close();
    render_corrections(article, out);
    render_authors(article, out);
    if (slots != nullptr) tree.append(slots->prompt);
    if (!options.hides("tags")) out.link_list(article.tags, "tags", "tags", phrase(Phrase::topics, language));
    if (slots != nullptr) tree.append(slots->below);
    out.close();
    return tree;
}

}  // namespace longread
