#include "read/formats/guardian_elements.h"

#include "base/text.h"
#include "read/formats/find_any.h"
#include "read/formats/foreign_story.h"
#include "read/formats/write_fields.h"

namespace longread {
namespace {

// What is not here is shown field by field.
constexpr const char* patterns =
    "image|@i\n"
    "cartoon|<figure><img{src=variants.0.images.0.url "
    "variants.0.images.0.file}{width=variants.0.images.0.width}"
    "{height=variants.0.images.0.height}{alt=alt}><figcaption>{=caption}<span "
    "class=\"credit\">{=credit}</span>"
    "</figcaption></figure>\n"
    "multiimage|@m\n"
    "pullquote|<blockquote class=\"pullquote\"><p>{!html}</p><footer>{!attribution}</footer></blockquote>\n"
    "richlink link|<p>{prefix}<a{href=url originalUrl}>{text linkText label url}</a></p>\n"
    "divider|<hr>\n"
    "code|<pre class=\"language-{language}\">{html}</pre>\n"
    "starrating|@s\n"
    "adplaceholder|\n"
    "audio audioatom|@a\n"
    "guvideo|@v\n"
    "youtube|<figure><iframe src=\"https://www.youtube-nocookie.com/embed/{assetId}\"{title=mediaTitle "
    "title}>"
    "</iframe><figcaption>{=mediaTitle title}</figcaption></figure>\n"
    "tweet instagram embed interactive interactiveatom chartatom contentatom genericatom document map "
    "soundcloud "
    "spotify video videofacebook videovimeo videoyoutube vine|@e\n"
    "callout qa guideatom profileatom timelineatom explaineratom calltoactionatom newslettersignup "
    "reportercallout witness comment|@b\n";

constexpr const char* embed =
    "<figure><iframe{src=embedUrl iframeUrl url originalUrl}{title=title alt}></iframe>"
    "<figcaption>{=caption}</figcaption></figure>";

// Fields of an element that is shown by them, in the order in which they stand, and as what.
constexpr std::string_view fields =
    "kicker title headline heading primaryHeading name productName captionText date unlinkedDate label "
    "secondaryHeading image html primaryHeadingHtml secondaryHeadingHtml text prompt description bio body "
    "bodyHtml content caption credit byline endNote stat dateline snippet introHtml elements main images "
    "keyTakeaways items events sections subheadings miniProfiles multiBylines qAndAExplainers questions "
    "answers "
    "products trails timeline steps ingredients ingredientsList instructions shareText revealText";

constexpr std::string_view heading_fields = "title headline heading primaryHeading name productName";

// The sources for the role that the picture plays in the article.
JsonValue find_sources(JsonValue element) {
    const JsonValue all = find_member(element, "imageSources");
    JsonValue found = all.first();
    for (const JsonValue sources : all) {
        const std::string_view weighting = find_text(sources, "weighting");
        if (weighting == find_text(element, "role")) return find_member(sources, "srcSet");
        if (weighting == "inline") found = sources;
    }
    return find_member(found, "srcSet");
}

// Of several sizes of a picture the largest that pages have use for.
JsonValue find_asset(JsonValue assets) {
    constexpr std::int64_t widest = 2000;
    std::int64_t best = 0;
    JsonValue found;
    for (const JsonValue asset : assets) {
        const std::int64_t width = number_of(find_any(asset, "fields.width typeData.width width"));
        const bool is_better = width > widest ? best > width : width > best || best > widest;
        if (found.exists() && !is_better) continue;
        found = asset;
        best = width;
    }
    return found;
}

// Paragraphs and headings are most of what there is.
bool begins_block(std::string_view html) { return html.substr(0, 2) == "<p" || html.substr(0, 2) == "<h"; }

// The data of an element of the Content API stands in a member that is called after its type.
JsonValue find_data(JsonValue element) {
    TextBuffer key(find_text(element, "type"));
    key += "TypeData";
    const JsonValue data = element.find(key);
    return data.is(JsonKind::object) ? data : element;
}

// "Text" of "model.dotcomrendering.pageElements.TextBlockElement".
std::string_view kind_of(JsonValue element) {
    std::string_view type = find_text(element, "_type type");
    type = type.substr(type.rfind('.') + 1);
    const std::size_t block = type.find("BlockElement");
    return type.substr(0, block == std::string_view::npos ? type.find("Element") : block);
}

}  // namespace

struct GuardianElements::Picture {
    std::string_view src;
    std::string_view srcset;
    JsonValue asset;  // has the size
    JsonValue data;   // has most of the texts
    std::string_view alt;
    std::string_view caption;
    std::string_view credit;
};

GuardianElements::Picture GuardianElements::read_picture(JsonValue element) {
    constexpr int most_sources = 20;
    Picture picture;
    picture.asset = find_asset(find_any(element, "media.allImages assets"));
    picture.src = find_text(picture.asset, "url file secureUrl");
    TextBuffer srcset;
    std::int64_t best = 0;
    int count = 0;
    for (const JsonValue source : find_sources(element)) {
        const std::string_view url = find_text(source, "src");
        const std::int64_t width = number_of(find_member(source, "width"));
        // Of poorer quality, for screens of many pixels.
        const bool is_poor = url.find("dpr=2") != std::string_view::npos;
        if (is_poor || width <= 0 || url.find_first_of(" ,") != std::string_view::npos) continue;
        if (++count > most_sources) break;
        if (!srcset.empty()) srcset += ", ";
        srcset += url;
        srcset += ' ';
        srcset += Decimal(width);
        srcset += 'w';
        if (width < best) continue;
        best = width;
        picture.src = url;
    }
    if (count > 1) picture.srcset = to_.arena().keep(srcset);
    const JsonValue data = find_member(element, "data");
    picture.data = data.is(JsonKind::object) ? data : find_data(element);
    // Some replies say the words of each size alone.
    const JsonValue size = find_member(picture.asset, "typeData");
    picture.alt = either(find_text(picture.data, "alt altText"), find_text(size, "altText"));
    picture.caption = to_.plain(find_any(picture.data, "caption"));
    if (picture.caption.empty()) picture.caption = to_.plain(find_any(size, "caption"));
    if (picture.src.empty()) picture.src = find_text(picture.data, "url secureUrl");
    const JsonValue shown = find_member(element, "displayCredit");
    if (shown.exists() && !shown.boolean()) return picture;
    picture.credit = to_.plain(find_any(picture.data, "credit"));
    if (picture.credit.empty()) picture.credit = to_.plain(find_any(size, "credit"));
    return picture;
}

bool GuardianElements::is_image(JsonValue element) {
    return equals_ignoring_ascii_case(kind_of(element), "image");
}

void GuardianElements::write_hero(JsonValue element) {
    const Picture picture = read_picture(element);
    if (picture.src.empty()) return;
    to_.out().begin_object("hero");
    to_.out().member("src", picture.src);
    if (!picture.srcset.empty()) to_.out().member("srcset", picture.srcset);
    write_fields(picture.asset,
                 "width#fields.width typeData.width width\nheight#fields.height typeData.height height", to_);
    if (!picture.alt.empty()) to_.out().member("alt", picture.alt);
    if (!picture.caption.empty()) to_.out().member("caption", picture.caption);
    if (!picture.credit.empty()) to_.out().member("credit", picture.credit);
    to_.out().end_object();
}

void GuardianElements::write_image(JsonValue element) {
    const Picture picture = read_picture(element);
    html_.markup("<figure><img");
    html_.attribute("src", picture.src);
    html_.attribute("srcset", picture.srcset);
    write_pattern(picture.asset,
                  "{width=fields.width typeData.width width}{height=fields.height typeData.height height}");
    html_.attribute("alt", picture.alt);
    html_.markup("><figcaption>");
    html_.text(picture.caption);
    html_.markup("<span class=\"credit\">");
    html_.text(picture.credit);
    html_.markup("</span></figcaption></figure>");
}

void GuardianElements::write(JsonValue element) {
    if (element.is(JsonKind::array)) return write_all(element);
    if (element.is(JsonKind::object)) write_data(element, find_data(element));
}

void GuardianElements::write_data(JsonValue element, JsonValue data) {
    const char part = write_by(patterns, kind_of(element), data);
    switch (part) {
        case 0: break;
        case 'i': write_image(element); break;
        case 'a': write_media("audio", element, data); break;
        case 'v': write_media("video", element, data); break;
        default: write_part(part, data);
    }
}

void GuardianElements::write_part(char which, JsonValue data) {
    switch (which) {
        case 'm':
            html_.markup("<figure>");
            for (const JsonValue picture : find_member(data, "images")) write_image(picture);
            write_pattern(data, "<figcaption>{!caption}</figcaption></figure>");
            break;
        case 's': write_stars(find_member(data, "rating").integer()); break;
        case 'e':
            // HTML is of the document, and may be read without a click; what scripts work on can be seen at
            // work on its own page.
            if (find_any(data, "html").exists()) write_pattern(data, "{!html}<p>{=caption}</p>");
            if (find_any(data, "js").exists() || !find_any(data, "html").exists()) write_pattern(data, embed);
            break;
        case 'b': write_aside(data); break;
        default: write_fields_of(data);
    }
}

void GuardianElements::write_fields_of(JsonValue data) {
    const std::size_t before = html_.html().size();
    std::string_view rest = fields;
    while (!rest.empty()) {
        if (const JsonValue field = data.find(take_word(rest)); field.exists()) write_field(field);
    }
    const bool has_url = find_any(data, "embedUrl url").exists();
    if (has_url && html_.html().size() == before) write_pattern(data, embed);
}

// Texts may hold HTML anywhere. Lists hold elements, or things that are shown by their fields again.
void GuardianElements::write_field(JsonValue field) {
    const std::string_view text = field.text();
    if (!field.is(JsonKind::string)) {
        if (field.key() == "image" && field.is(JsonKind::object)) return write_image(field);
        for (const JsonValue item : field.is(JsonKind::array) ? field : JsonValue()) {
            if (item.is(JsonKind::string)) write_text(item.text(), "p");
            write(item);
        }
        if (field.is(JsonKind::object)) write(field);
    } else if (field.key() == "image") {
        html_.markup("<figure><img");
        html_.attribute("src", text);
        html_.markup("></figure>");
    } else if (begins_block(text)) {
        html_.fragment(text);
    } else {
        write_text(text, find_word(heading_fields, field.key()) ? "h3" : "p");
    }
}

void GuardianElements::write_text(std::string_view html, const char* tag) {
    html_.open(tag);
    html_.fragment(html);
    html_.close(tag);
}

void GuardianElements::write_aside(JsonValue data) {
    html_.markup("<aside>");
    write_fields_of(data);
    if (!find_member(data, "formFields").is_empty())
        to_.note(Code::html_dropped, find_member(data, "formFields"), "form");
    write_pattern(data, "<p><a{href=url}>{btnText}</a></p></aside>");
}

void GuardianElements::write_media(const char* tag, JsonValue element, JsonValue data) {
    std::string_view url = find_text(data, "trackUrl");
    for (const JsonValue asset : find_member(element, "assets")) {
        const bool is_better = url.empty() || find_text(asset, "mimeType") == "video/mp4";
        if (is_better) url = find_text(asset, "url file");
    }
    html_.markup("<figure><");
    html_.markup(tag);
    html_.attribute("src", url);
    write_pattern(data, "{title=title}></");
    html_.markup(tag);
    write_pattern(data, "><figcaption>{=caption title}</figcaption></figure>");
    if (url.empty()) write_pattern(data, "{!html}");
}

void GuardianElements::write_stars(std::int64_t rating) {
    if (rating < 0 || rating > 5) return;
    html_.markup("<p>");
    for (std::int64_t i = 0; i < 5; ++i) html_.markup(i < rating ? "★" : "☆");
    html_.markup("</p>");
}

}  // namespace longread
