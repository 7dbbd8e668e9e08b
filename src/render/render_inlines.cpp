#include "render/render_blocks.h"

namespace longread {
namespace {

Tag tag_of(InlineKind kind) {
    switch (kind) {
        case InlineKind::strong: return Tag::strong;
        case InlineKind::emphasis: return Tag::em;
        case InlineKind::code: return Tag::code;
        case InlineKind::sub: return Tag::sub;
        case InlineKind::sup: return Tag::sup;
        case InlineKind::mark: return Tag::mark;
        case InlineKind::deleted: return Tag::del;
        case InlineKind::inserted: return Tag::ins;
        case InlineKind::line_break: return Tag::br;
        case InlineKind::abbr: return Tag::abbr;
        case InlineKind::quote: return Tag::q;
        case InlineKind::time: return Tag::time;
        case InlineKind::keyboard: return Tag::kbd;
        case InlineKind::small: return Tag::small;
        case InlineKind::ruby: return Tag::ruby;
        default: return Tag::span;
    }
}

void render_footnote_ref(const Inline& ref, Markup& out) {
    out.open(Tag::sup, "footnote-ref");
    out.attribute(Attr::id, "lr-fnref-", ref.value);
    out.open(Tag::a);
    out.attribute(Attr::href, "#lr-fn-", ref.value);
    out.attribute(Attr::role, "doc-noteref");
    out.text(ref.text.empty() ? ref.value : ref.text);
    out.close();
    out.close();
}

void render_link(const Inline& link, Markup& out) {
    // A link that the policy refused keeps its words.
    if (!link.value.empty()) {
        out.open_link(link.value);
        out.optional(Attr::title, link.title);
    }
    render_inlines(link.children, out);
    if (!link.value.empty()) out.close();
}

void render_reading(const Inline& ruby, Markup& out) {
    if (ruby.title.empty()) return;
    out.element(Tag::rp, {}, "(");
    out.element(Tag::rt, {}, ruby.title);
    out.element(Tag::rp, {}, ")");
}

void render_inline(const Inline& run, Markup& out) {
    if (run.kind == InlineKind::text && run.lang.empty()) return out.text(run.text);
    if (run.image != nullptr) return out.image(*run.image, Markup::Loading::later);
    if (run.kind == InlineKind::footnote_ref) return render_footnote_ref(run, out);
    if (run.kind == InlineKind::link) return render_link(run, out);
    out.open(tag_of(run.kind));
    out.optional(Attr::lang, run.lang);
    if (run.kind == InlineKind::abbr) out.optional(Attr::title, run.title);
    if (run.kind == InlineKind::time) out.optional(Attr::datetime, run.value);
    if (!run.text.empty()) out.text(run.text);
    render_inlines(run.children, out);
    if (run.kind == InlineKind::ruby) render_reading(run, out);
    out.close();
}

}  // namespace

void render_inlines(const Inlines& inlines, Markup& out) {
    for (const Inline& run : inlines) render_inline(run, out);
}

}  // namespace longread
