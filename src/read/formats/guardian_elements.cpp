#include "read/formats/guardian_elements.h"

#include "base/text.h"
#include "read/formats/find_any.h"

namespace longread {
namespace {

// In small letters; what is not here is shown field by field.
constexpr std::string_view kinds =
    "image cartoon multiimage pullquote richlink link divider code starrating adplaceholder audio audioatom "
    "guvideo youtube tweet instagram embed interactive interactiveatom chartatom contentatom genericatom "
    "document "
    "map soundcloud spotify video videofacebook videovimeo videoyoutube vine callout qa guideatom "
    "profileatom "
    "timelineatom explaineratom calltoactionatom newslettersignup reportercallout witness comment";

enum Kind : int {
    image,
    cartoon,
    multi_image,
    pull_quote,
    rich_link,
    link,
    divider,
    code,
    star_rating,
    ad_placeholder,
    audio,
    audio_atom,
    gu_video,
    youtube,
    tweet,
    vine = tweet + 15,
    callout,
};

// Fields of an element that is shown by them, in the order in which they stand, and as what.
constexpr std::string_view fields =
    "kicker title headline heading primaryHeading name productName captionText date unlinkedDate label "
    "secondaryHeading image html primaryHeadingHtml secondaryHeadingHtml text prompt description bio body "
    "bodyHtml content caption credit byline endNote stat dateline snippet introHtml elements main images "
    "keyTakeaways items events sections subheadings miniProfiles multiBylines qAndAExplainers questions "
    "answers "
    "products trails timeline steps ingredients ingredientsList instructions shareText revealText";

constexpr std::string_view heading_fields = "title headline heading primaryHeading name productName";

// The largest of several sizes of a picture, up to one that pages have use for.
constexpr std::int64_t widest = 2000;

std::int64_t number_of(JsonValue value) {
    if (value.is(JsonKind::integer)) return value.integer();
    std::int64_t number = 0;
    for (const char c : value.text().substr(0, 6)) {
        if (c < '0' || c > '9') return 0;
        number = number * 10 + (c - '0');
    }
    return number;
}

void add_candidate(TextBuffer& srcset, std::string_view url, std::int64_t width) {
    if (url.empty() || width <= 0 || url.find_first_of(" ,") != std::string_view::npos) return;
    if (!srcset.empty()) srcset += ", ";
    srcset += url;
    srcset += ' ';
    srcset += Decimal(width);
    srcset += 'w';
}

// The sources for the role that the picture plays in the article.
JsonValue find_sources(JsonValue element) {
    const JsonValue all = element.find("imageSources");
    JsonValue found = all.first();
    for (const JsonValue sources : all) {
        const std::string_view weighting = sources.find("weighting").text();
        if (weighting == element.find("role").text()) return sources.find("srcSet");
        if (weighting == "inline") found = sources;
    }
    return found.find("srcSet");
}

void take_sources(JsonValue sources, Picture& picture, Arena& arena) {
    constexpr int most_sources = 20;
    TextBuffer srcset;
    std::int64_t best = 0;
    int count = 0;
    for (const JsonValue source : sources) {
        const std::string_view url = source.find("src").text();
        // Of poorer quality, for screens of many pixels.
        if (url.find("dpr=2") != std::string_view::npos || ++count > most_sources) continue;
        const std::int64_t width = number_of(source.find("width"));
        add_candidate(srcset, url, width);
        if (width >= best) {
            best = width;
            picture.src = url;
        }
    }
    if (count > 1) picture.srcset = arena.keep(srcset);
}

// {"url" or "file", "fields" or "typeData": {"width", "height"}}
void take_asset(JsonValue asset, Picture& picture, std::int64_t& best, JsonValue& best_asset) {
    const JsonValue data = asset.find(asset.find("fields").exists() ? "fields" : "typeData");
    const JsonValue width = data.exists() ? data.find("width") : asset.find("width");
    const std::int64_t size = number_of(width);
    const std::string_view url = find_any(asset, "url file secureUrl").text();
    const bool is_better = best == 0 || (size > best && size <= widest) || (best > widest && size < best);
    if (url.empty() || !is_better) return;
    best = size;
    best_asset = asset;
    if (picture.srcset.empty()) picture.src = url;
    picture.width = width.text();
    picture.height = (data.exists() ? data : asset).find("height").text();
}

// Paragraphs and headings are most of what there is.
bool begins_block(std::string_view html) { return html.substr(0, 2) == "<p" || html.substr(0, 2) == "<h"; }

// The data of an element of the Content API stands in a member that is called after its type.
JsonValue find_data(JsonValue element) {
    TextBuffer key(element.find("type").text());
    key += "TypeData";
    const JsonValue data = element.find(key);
    return data.is(JsonKind::object) ? data : element;
}

}  // namespace

std::string_view guardian_kind(JsonValue element) {
    std::string_view type = element.find("_type").text();
    if (type.empty()) return element.find("type").text();
    type = type.substr(type.rfind('.') + 1);
    const std::size_t block = type.find("BlockElement");
    return type.substr(0, block == std::string_view::npos ? type.find("Element") : block);
}

bool is_guardian_image(JsonValue element) {
    return equals_ignoring_ascii_case(guardian_kind(element), "image");
}

Picture guardian_picture(JsonValue element, Converter& to) {
    Picture picture;
    take_sources(find_sources(element), picture, to.arena());
    const JsonValue images = element.find("media").find("allImages");
    std::int64_t best = 0;
    JsonValue best_asset;
    for (const JsonValue asset : images.exists() ? images : element.find("assets")) {
        take_asset(asset, picture, best, best_asset);
    }
    const JsonValue own = element.find("data");
    const JsonValue data = own.is(JsonKind::object) ? own : find_data(element);
    const JsonValue asset = best_asset.find("typeData");
    const auto either = [&](std::string_view keys) {
        const JsonValue found = find_any(data, keys);
        return found.exists() ? found : find_any(asset, keys);
    };
    if (picture.src.empty()) picture.src = find_any(data, "url secureUrl").text();
    picture.alt = alt_text(either("alt altText"));
    picture.caption = to.plain(either("caption"));
    const JsonValue shown = element.find("displayCredit");
    if (!shown.exists() || shown.boolean()) picture.credit = to.plain(either("credit"));
    return picture;
}

void GuardianElements::write(JsonValue element) {
    if (element.is(JsonKind::array)) return write_all(element);
    if (!element.is(JsonKind::object)) return;
    const std::string_view name = guardian_kind(element);
    const int kind = name.empty() ? -1 : word_index(kinds, name, Letters::any_case);
    write_kind(kind, element, find_data(element));
}

void GuardianElements::write_kind(int kind, JsonValue element, JsonValue data) {
    switch (kind) {
        case image: html_.figure(guardian_picture(element, to_)); break;
        case cartoon: write_cartoon(data); break;
        case multi_image: write_pictures(data); break;
        case pull_quote: write_pull_quote(data); break;
        case rich_link:
        case link: write_link(data); break;
        case divider: html_.markup("<hr>"); break;
        case code: html_.code(data.find("html").text(), data.find("language").text()); break;
        case star_rating: write_stars(data.find("rating").integer()); break;
        case ad_placeholder: break;
        case audio:
        case audio_atom: write_media("audio", element, data); break;
        case gu_video: write_media("video", element, data); break;
        case youtube: write_atom_film(data); break;
        default:
            if (kind < 0) {
                write_fields(data);
            } else if (kind <= vine) {
                write_embed(data);
            } else {
                write_aside(data);
            }
    }
}

void GuardianElements::write_fields(JsonValue data) {
    const std::size_t before = html_.html().size();
    std::string_view rest = fields;
    while (!rest.empty()) {
        if (const JsonValue field = data.find(take_word(rest)); field.exists()) write_field(field);
    }
    const std::string_view url = find_any(data, "embedUrl url iframeUrl").text();
    if (html_.html().size() == before) html_.embed(url, {});
}

// Texts may hold HTML anywhere. Lists hold elements, or things that are shown by their fields again.
void GuardianElements::write_field(JsonValue field) {
    const std::string_view key = field.key();
    if (field.is(JsonKind::string)) {
        if (key == "image") {
            html_.figure({field.text(), {}, {}, {}, {}, {}, {}});
        } else if (begins_block(field.text())) {
            html_.fragment(field.text());
        } else {
            html_.fragment_element(find_word(heading_fields, key) ? "h3" : "p", field.text());
        }
    } else if (key == "image" && field.is(JsonKind::object)) {
        html_.figure(guardian_picture(field, to_));
    } else {
        for (const JsonValue item : field.is(JsonKind::array) ? field : JsonValue()) {
            if (item.is(JsonKind::string)) html_.fragment_element("p", item.text());
            write(item);
        }
        if (field.is(JsonKind::object)) write(field);
    }
}

void GuardianElements::write_aside(JsonValue data) {
    html_.markup("<aside>");
    write_fields(data);
    const std::string_view url = data.find("url").text();
    if (!url.empty()) {
        html_.markup("<p>");
        html_.link(url, find_any(data, "btnText").text());
        html_.markup("</p>");
    }
    if (!data.find("formFields").is_empty()) to_.note(Code::html_dropped, data.find("formFields"), "form");
    html_.markup("</aside>");
}

void GuardianElements::write_pull_quote(JsonValue data) {
    html_.markup("<blockquote class=\"pullquote\">");
    html_.fragment_element("p", data.find("html").text());
    html_.fragment_element("footer", data.find("attribution").text());
    html_.markup("</blockquote>");
}

// "Related: ..."
void GuardianElements::write_link(JsonValue data) {
    html_.markup("<p>");
    html_.text(data.find("prefix").text());
    html_.link(find_any(data, "url originalUrl").text(), find_any(data, "text linkText label").text());
    html_.markup("</p>");
}

void GuardianElements::write_pictures(JsonValue data) {
    html_.markup("<figure>");
    for (const JsonValue picture : data.find("images")) html_.figure(guardian_picture(picture, to_));
    html_.fragment_element("figcaption", data.find("caption").text());
    html_.markup("</figure>");
}

// One picture for each size of screen: the first is for large ones.
void GuardianElements::write_cartoon(JsonValue data) {
    const JsonValue first = data.find("variants").first().find("images").first();
    Picture picture;
    picture.src = find_any(first, "url file").text();
    picture.width = first.find("width").text();
    picture.height = first.find("height").text();
    picture.alt = alt_text(data.find("alt"));
    picture.caption = to_.plain(data.find("caption"));
    picture.credit = to_.plain(data.find("credit"));
    html_.figure(picture);
}

// HTML is of the document, and may be read without a click.
void GuardianElements::write_embed(JsonValue data) {
    const std::string_view caption = to_.plain(data.find("caption"));
    const std::string_view title = to_.plain(find_any(data, "title alt"));
    const std::string_view html = data.find("html").text();
    const std::string_view url = find_any(data, "embedUrl iframeUrl url originalUrl").text();
    if (html.empty()) return html_.embed(url, title, caption);
    html_.fragment(html);
    // What scripts work on can be seen at work on its own page.
    if (data.find("js").exists() && !url.empty()) html_.embed(url, title);
    html_.element("p", caption);
}

void GuardianElements::write_atom_film(JsonValue data) {
    const std::string_view id = data.find("assetId").text();
    const std::string_view url = to_.arena().join({"https://www.youtube-nocookie.com/embed/", id});
    const std::string_view title = to_.plain(find_any(data, "mediaTitle title altText"));
    html_.embed(id.empty() ? "" : url, title, title);
}

void GuardianElements::write_media(std::string_view tag, JsonValue element, JsonValue data) {
    std::string_view url = find_any(data, "trackUrl").text();
    for (const JsonValue asset : element.find("assets")) {
        const std::string_view file = find_any(asset, "url file").text();
        if (url.empty() || asset.find("mimeType").text() == "video/mp4") url = file;
    }
    const std::string_view caption = to_.plain(data.find("caption"));
    const std::string_view title = to_.plain(data.find("title"));
    if (url.empty()) html_.fragment(data.find("html").text());
    html_.media(tag, url, title, {}, caption.empty() ? title : caption);
}

void GuardianElements::write_stars(std::int64_t rating) {
    if (rating < 0 || rating > 5) return;
    html_.markup("<p>");
    for (std::int64_t i = 0; i < 5; ++i) html_.markup(i < rating ? "★" : "☆");
    html_.markup("</p>");
}

}  // namespace longread
