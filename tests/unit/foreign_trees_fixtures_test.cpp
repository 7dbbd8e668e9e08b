// Every document of the shared fixtures in the formats that are trees of elements: it becomes an article that
// shows its words, or is refused for a reason that is listed. Then the same documents with each value
// replaced in turn: nothing of that may crash.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <vector>

#include "base/text.h"
#include "foreign_trees.h"

namespace longread {
namespace {

namespace fs = std::filesystem;

struct Refusal {
    std::string_view files;  // a part of the path
    Code code{};
};

struct FixtureSet {
    std::string_view folder;
    std::string_view format;
    // Members that hold the document, where the file is a test case of another project.
    std::string_view wrapper;
    // Names of members whose texts readers are to see; and of those inside of which nothing is looked for.
    std::string_view texts;
    std::string_view unseen;
    bool are_html = false;  // the texts
    // Words that may be lost, for the reason that is given.
    std::string_view spared;
    std::vector<Refusal> refusals;
};

// clang-format off
const FixtureSet sets[] = {
    {"ans", "ans", "",
     "content caption basic endorsement",
     // Other stories, what is for the newsroom, what says how it was made, the still of a film.
     "related_content planning workflow contributors additional_properties taxonomy label owner source promo_image", true,
     "Foo",  // a text that a divider has against the rules
     {// Parts of ANS that are no elements: an address, a credit, a tag ...
      {"address-", Code::not_a_document}, {"auxiliary-", Code::not_a_document}, {"credit-", Code::not_a_document},
      {"geo-", Code::not_a_document}, {"label-", Code::not_a_document}, {"social-", Code::not_a_document},
      {"source-", Code::not_a_document}, {"taxonomy-", Code::not_a_document}, {"topic-", Code::not_a_document},
      {"trait-", Code::not_a_document}, {"video-stream-", Code::not_a_document}, {"fixture-bad", Code::not_a_document},
      // Elements of which nothing can be shown, and stories without any.
      {"no-source", Code::empty_body}, {"alignment", Code::empty_body}, {"link-fixture-bad", Code::empty_body},
      {"extra-properties", Code::empty_body}, {"taxonomy", Code::empty_body}, {"collection-", Code::empty_body},
      {"good-old-", Code::empty_body}, {"good-slugs", Code::empty_body}, {"good-tags", Code::empty_body},
      {"reference-", Code::empty_body}, {"tag-", Code::empty_body}, {"restricted-content-", Code::empty_body},
      {"operation-", Code::empty_body}, {"custom_embed-", Code::empty_body}, {"media-fixture", Code::empty_body},
      {"content-fixture", Code::empty_body}, {"numeric-rating-fixture-bad", Code::empty_body}}},
    {"apple-news", "apple-news", "", "text caption html", "", true,
     "45 AM",  // of a line that says author and date, as the fields do
     {// Examples of what Apple refuses: without components, or with none that says something.
      {"empty-document", Code::not_a_document}, {"html-table-missing", Code::empty_body},
      {"invalid-identifier", Code::empty_body}, {"missing-", Code::empty_body}, {"metadata", Code::empty_body},
      {"text-on-background-color", Code::empty_body}, {"banner-advertisement", Code::empty_body}}},
    {"guardian-dcr", "guardian", "",
     "html headline standfirst byline caption captionText text label mediaTitle title description prefix",
     // The page around the article, what is said elsewhere too, other stories, forms.
     "config nav linkedData openGraphData twitterData commercialProperties pageFooter keyEvents tags main discussion "
     "subMetaKeywordLinks subMetaSectionLinks storyPackage promotedNewsletter branding formFields",
     true, "",
     {// Comments are no articles.
      {"discussion", Code::empty_body}, {"topPicks", Code::empty_body}}},
    {"guardian-capi", "guardian", "",
     "headline standfirst byline body bodyHtml caption credit",
     // Blocks say in HTML what their elements say again.
     "elements", true, "",
     {// Lists of sections, tags, packages, and of articles without their text.
      {"item-", Code::empty_body}, {"packages", Code::empty_body}, {"search", Code::empty_body},
      {"section", Code::empty_body}, {"tag", Code::empty_body}, {"atom-usage", Code::empty_body},
      {"entities", Code::empty_body}, {"quiz", Code::empty_body}, {"video-stats", Code::not_a_document}}},
    {"portable-text", "portable-text", "input", "text code", "markDefs", false, "",
     {{"001-empty-block", Code::empty_body}, {"020-empty-array", Code::empty_body}}},
    {"contentful", "contentful", "", "value", "", false, "", {}},
    {"prosemirror-tiptap", "prosemirror", "doc", "text", "", false, "", {}},
    {"editorjs", "editorjs", "", "text items caption message title content code", "", true, "", {}},
};
// clang-format on

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> files_of(std::string_view folder) {
    std::vector<fs::path> files;
    const fs::path root = fs::path(LONGREAD_SHARED_DIR) / "fixtures" / folder;
    std::error_code none;
    for (const auto& entry : fs::recursive_directory_iterator(root, none)) {
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

// Prints a value again. replaced: the number, counted from the root, of the value that another takes the
// place of.
class JsonPrinter {
  public:
    JsonPrinter(int replaced, std::string_view other) : left_(replaced), other_(other) {}

    std::string print(JsonValue value) {
        TextBuffer out;
        JsonWriter writer(out);
        put(value, value.key(), true, writer);
        return std::string(out.view());
    }

  private:
    void put(JsonValue value, std::string_view name, bool is_root, JsonWriter& out) {
        const std::string_view key = is_root ? std::string_view() : name;
        if (left_-- == 0) return put_other(key, out);
        switch (value.kind()) {
            case JsonKind::object:
            case JsonKind::array: {
                const bool is_object = value.kind() == JsonKind::object;
                is_object ? out.begin_object(key) : out.begin_array(key);
                for (const JsonValue child : value) put(child, child.key(), false, out);
                is_object ? out.end_object() : out.end_array();
                break;
            }
            case JsonKind::boolean: out.member(key, value.boolean()); break;
            case JsonKind::integer:
                if (!key.empty()) {
                    out.member(key, value.integer());
                    break;
                }
                [[fallthrough]];
            default: key.empty() ? out.element(value.text()) : out.member(key, value.text());
        }
    }

    void put_other(std::string_view key, JsonWriter& out) {
        if (other_ == "7") {
            key.empty() ? out.element("7") : out.member(key, std::int64_t{7});
        } else if (other_ == "[]") {
            out.begin_array(key);
            out.element("x");
            out.end_array();
        } else if (other_ == "{}") {
            out.begin_object(key);
            out.member("type", "text");
            out.end_object();
        } else {
            key.empty() ? out.element(other_) : out.member(key, other_);
        }
    }

    int left_;
    std::string_view other_;
};

std::string copy_of(JsonValue value, int replaced = -1, std::string_view other = {}) {
    return JsonPrinter(replaced, other).print(value);
}

// The documents of a file.
std::vector<std::string> documents_of(const std::string& source, std::string_view wrapper, Arena& arena) {
    if (wrapper.empty()) return {source};
    const Result<JsonDocument> file = parse_json(source, arena);
    if (!file) return {source};
    const JsonValue root = file->root();
    std::vector<std::string> documents;
    if (root.find(wrapper).exists()) documents.push_back(copy_of(root.find(wrapper)));
    if (!root.is(JsonKind::array)) return documents;
    for (const JsonValue item : root) documents.push_back(copy_of(item.find(wrapper)));
    return documents;
}

bool is_within_words(Tag tag) {
    return tag == Tag::span || tag == Tag::a || tag == Tag::b || tag == Tag::strong || tag == Tag::i ||
           tag == Tag::em || tag == Tag::sup || tag == Tag::sub || tag == Tag::code || tag == Tag::mark ||
           tag == Tag::u || tag == Tag::s || tag == Tag::small || tag == Tag::unknown;
}

enum class Gaps : bool { at_blocks, at_all_elements };

// What is to be read of HTML: its text, and values of attributes; with all gaps, URLs that stand for texts
// too.
class PlainText {
  public:
    explicit PlainText(Gaps gaps) : gaps_(gaps) {}

    std::string read(std::string_view html, Arena& arena) {
        Notes notes;
        const Result<HtmlTree> tree = native_parsers().html(html, {{}, arena, notes});
        if (!tree) return {};
        for (HtmlCursor at(*tree); !at.at_end();) {
            const bool is_dropped = at.kind() == HtmlEventKind::open && at.tag() == Tag::dropped;
            if (is_dropped) {
                at.skip_element();
                continue;
            }
            add(at);
            at.advance();
        }
        return text_;
    }

  private:
    [[nodiscard]] bool is_shown(Attr attr) const {
        if (gaps_ == Gaps::at_all_elements && (attr == Attr::href || attr == Attr::src)) return true;
        return attr == Attr::alt || attr == Attr::title;
    }

    void add(const HtmlCursor& at) {
        switch (at.kind()) {
            case HtmlEventKind::open:
                open_.push_back(at.tag());
                add_gap();
                break;
            case HtmlEventKind::close:
                add_gap();
                open_.pop_back();
                break;
            case HtmlEventKind::attribute:
                if (is_shown(at.attr())) text_ += " " + std::string(at.text()) + " ";
                break;
            case HtmlEventKind::text: text_ += std::string(at.text());
        }
    }
    void add_gap() {
        if (gaps_ == Gaps::at_all_elements || !is_within_words(open_.back())) text_ += ' ';
    }

    Gaps gaps_;
    std::vector<Tag> open_;
    std::string text_;
};

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (is_word(c.value)) {
            word += text.substr(at, c.size);
        } else if (!word.empty()) {
            words.insert(std::move(word));
            word.clear();
        }
        at += c.size;
    }
    if (!word.empty()) words.insert(word);
    return words;
}

// The words that a document has in fields of those names.
void add_source_words(JsonValue value, std::string_view name, const FixtureSet& set, Arena& arena,
                      std::set<std::string>& words) {
    if (!value.key().empty()) name = value.key();
    if (word_index(set.unseen, name) >= 0) return;
    if (value.is(JsonKind::string) && word_index(set.texts, name) >= 0) {
        const std::string plain =
            set.are_html ? PlainText(Gaps::at_blocks).read(value.text(), arena) : std::string(value.text());
        words.merge(words_of(plain));
    }
    for (const JsonValue child : value) add_source_words(child, name, set, arena, words);
}

std::string page_of(std::string_view json, Arena& arena) {
    Request request;
    request.article = json;
    const Reply reply = answer(request, native_parsers(), arena);
    return reply.failed ? std::string() : write_html(reply.tree);
}

std::optional<Code> refusal_of(const fs::path& file, const FixtureSet& set, Code code) {
    for (const Refusal& refusal : set.refusals) {
        const bool is_meant = file.string().find(refusal.files) != std::string::npos;
        if (is_meant && refusal.code == code) return code;
    }
    return std::nullopt;
}

struct Figures {
    int converted = 0;
    int refused = 0;
    std::size_t words = 0;
    std::size_t lost = 0;
};

void check_document(const std::string& source, const fs::path& file, const FixtureSet& set,
                    Figures& figures) {
    Arena arena;
    Notes notes;
    const auto text =
        convert_document(source, DocumentUse::article, set.format, {}, native_parsers(), arena, notes);
    const auto article =
        text ? read_article(*text, {}, native_parsers(), arena, notes) : Result<Article>(text.error());
    if (!article) {
        EXPECT_TRUE(refusal_of(file, set, article.error().code))
            << file << ": " << code_name(article.error().code) << " " << article.error().path;
        ++figures.refused;
        return;
    }
    ++figures.converted;
    EXPECT_FALSE(article->body.empty()) << file;
    const std::string page = page_of(*text, arena);
    std::set<std::string> shown = words_of(PlainText(Gaps::at_blocks).read(page, arena));
    shown.merge(words_of(PlainText(Gaps::at_all_elements).read(page, arena)));
    std::set<std::string> words;
    const Result<JsonDocument> document = parse_json(source, arena);
    add_source_words(document->root(), {}, set, arena, words);
    std::string lost;
    for (const std::string& word : words) {
        if (shown.count(word) != 0 || word_index(set.spared, word) >= 0) continue;
        lost += " " + word;
        ++figures.lost;
    }
    figures.words += words.size();
    EXPECT_EQ(lost, "") << file << "\n" << notes_text(notes);
}

class ForeignTrees : public testing::TestWithParam<FixtureSet> {};

TEST_P(ForeignTrees, NoWordIsLost) {
    const FixtureSet& set = GetParam();
    const auto files = files_of(set.folder);
    if (files.empty()) GTEST_SKIP() << "no " LONGREAD_SHARED_DIR "/fixtures/" << set.folder;
    Figures figures;
    for (const fs::path& file : files) {
        Arena arena;
        for (const std::string& source : documents_of(read_file(file), set.wrapper, arena)) {
            check_document(source, file, set, figures);
        }
    }
    std::cout << set.folder << ": " << files.size() << " files, " << figures.converted << " documents, "
              << figures.refused << " refused, " << figures.lost << " of " << figures.words
              << " words lost\n";
}

// Every value of a document replaced by one of another type, in turn; of the large ones, every so many.
TEST_P(ForeignTrees, WrongTypesDoNoHarm) {
    const FixtureSet& set = GetParam();
    const auto files = files_of(set.folder);
    if (files.empty()) GTEST_SKIP() << "no " LONGREAD_SHARED_DIR "/fixtures/" << set.folder;
    for (const fs::path& file : files) {
        Arena file_arena;
        for (const std::string& source : documents_of(read_file(file), set.wrapper, file_arena)) {
            const Result<JsonDocument> document = parse_json(source, file_arena);
            if (!document) continue;
            const auto commas = static_cast<int>(std::count(source.begin(), source.end(), ','));
            const int step = 1 + commas / (source.size() > 20'000 ? 8 : 60);
            for (int i = 0; i <= 2 * commas; i += step) {
                for (const std::string_view other : {"", "7", "[]", "{}", "<b>x"}) {
                    Arena arena;
                    const std::string changed = copy_of(document->root(), i, other);
                    const Converted converted = convert(changed, set.format, DocumentUse::article, arena);
                    if (converted.json.substr(0, 5) == "error") continue;
                    EXPECT_TRUE(parse_json(converted.json, arena)) << file << " " << i << " " << other;
                }
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, ForeignTrees, testing::ValuesIn(sets), [](const auto& test) {
    std::string name(test.param.folder);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

}  // namespace
}  // namespace longread
