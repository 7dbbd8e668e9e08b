#include "read/formats/xml_reader.h"

#include "base/json.h"
#include "base/text.h"

namespace longread {
namespace {

constexpr auto none = std::string_view::npos;
constexpr std::size_t most_bytes = 4U << 20U;  // as JSON: notes/security.md section 6
constexpr std::uint32_t most_elements = 200'000;
constexpr std::size_t most_depth = 100;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool begins(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

bool is_name_byte(char c) {
    return (lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

// The character that "&name;" stands for, without its '&'; size 0: none that XML knows.
CodePoint read_entity(std::string_view text) {
    const std::size_t end = text.substr(0, 12).find(';');
    if (end == none || end == 0) return {0, 0};
    const std::string_view name = text.substr(0, end);
    const auto size = static_cast<std::uint32_t>(end + 1);
    constexpr std::string_view names = "lt gt amp quot apos";
    const int index = word_index(names, name);
    if (index >= 0) return {static_cast<char32_t>("<>&\"'"[index]), size};
    if (name[0] != '#' || name.size() < 2) return {0, 0};
    const bool is_hex = name[1] == 'x' || name[1] == 'X';
    char32_t value = 0;
    for (const char c : name.substr(is_hex ? 2 : 1)) {
        const char lower = lower_ascii(c);
        const bool is_digit = c >= '0' && c <= '9';
        if (!is_digit && !(is_hex && lower >= 'a' && lower <= 'f')) return {0, 0};
        const auto digit = static_cast<char32_t>(is_digit ? c - '0' : lower - 'a' + 10);
        value = value * (is_hex ? 16 : 10) + digit;  // at most ten digits
        if (value > 0x10FFFF) value = 0x110000;
    }
    return {value == 0 ? 0xFFFD : value, size};
}

}  // namespace

bool begins_with_tag(std::string_view source) {
    if (begins(source, byte_order_mark)) source.remove_prefix(byte_order_mark.size());
    return trim(source).substr(0, 1) == "<";
}

XmlReader::XmlReader(std::string_view source, Arena& arena)
    : source_(source), arena_(arena), at_(begins(source, byte_order_mark) ? byte_order_mark.size() : 0) {}

XmlEvent XmlReader::fail(std::string_view detail, Code code) {
    const std::size_t offset = at_ < source_.size() ? at_ : source_.size();
    const Position place = locate(source_, static_cast<std::uint32_t>(offset));
    error_ = Error{code, {}, static_cast<std::uint32_t>(offset), place.line, place.column, detail};
    return XmlEvent::failure;
}

XmlEvent XmlReader::next() {
    if (error_) return XmlEvent::failure;
    if (source_.size() > most_bytes) return fail({}, Code::input_too_large);
    if (is_empty_) return close();
    event_ = at_;
    while (at_ < source_.size()) {
        if (source_[at_] == '<') {
            const XmlEvent event = take_markup();
            if (event == XmlEvent::finish) continue;  // a comment and the like: no event
            return event;
        }
        const std::size_t end = source_.find('<', at_);
        text_ = source_.substr(at_, end == none ? none : end - at_);
        is_cdata_ = false;
        if (open_.empty()) {
            if (!trim(text_).empty()) return fail("XML: text outside of the document");
            at_ += text_.size();
            continue;
        }
        at_ += text_.size();
        return XmlEvent::text;
    }
    if (!open_.empty()) return fail(arena_.join({"XML: the end comes within <", open_.back(), ">"}));
    if (!has_root_) return fail("XML: no element");
    return XmlEvent::finish;
}

bool XmlReader::pass(std::string_view begin, std::string_view end) {
    const std::size_t found = source_.find(end, at_ + begin.size());
    if (found == none) {
        fail("XML: not closed");
        return false;
    }
    at_ = found + end.size();
    return true;
}

// What it declares is not read.
bool XmlReader::pass_document_type() {
    int brackets = 0;
    char quote = 0;
    for (std::size_t i = at_; i < source_.size(); ++i) {
        const char c = source_[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '[') {
            ++brackets;
        } else if (c == ']') {
            --brackets;
        } else if (c == '>' && brackets <= 0) {
            at_ = i + 1;
            return true;
        }
    }
    fail("XML: not closed");
    return false;
}

// finish: there was nothing that is an event.
XmlEvent XmlReader::take_markup() {
    event_ = at_;
    if (begins(rest(), "<!--")) return pass("<!--", "-->") ? XmlEvent::finish : XmlEvent::failure;
    if (begins(rest(), "<?")) return pass("<?", "?>") ? XmlEvent::finish : XmlEvent::failure;
    if (begins(rest(), "<![CDATA[")) {
        constexpr std::size_t mark = 9;
        const std::size_t begin = at_ + mark;
        if (open_.empty()) return fail("XML: text outside of the document");
        if (!pass("<![CDATA[", "]]>")) return XmlEvent::failure;
        text_ = source_.substr(begin, at_ - 3 - begin);
        is_cdata_ = true;
        return XmlEvent::text;
    }
    if (begins(rest(), "<!")) return pass_document_type() ? XmlEvent::finish : XmlEvent::failure;
    return begins(rest(), "</") ? take_end() : take_start();
}

void XmlReader::skip_space() {
    while (at_ < source_.size() && is_ascii_space(source_[at_])) ++at_;
}

std::string_view XmlReader::take_name() {
    const std::size_t begin = at_;
    while (at_ < source_.size() && is_name_byte(source_[at_])) ++at_;
    return source_.substr(begin, at_ - begin);
}

XmlEvent XmlReader::take_start() {
    if (open_.empty() && has_root_) return fail("XML: a second document");
    if (open_.size() == most_depth) return fail({}, Code::tree_too_deep);
    if (++elements_ > most_elements) return fail({}, Code::tree_too_large);
    ++at_;
    name_ = take_name();
    if (name_.empty()) return fail("XML: expected the name of an element");
    const std::size_t begin = at_;
    for (;;) {
        skip_space();
        if (begins(rest(), ">") || begins(rest(), "/>")) break;
        if (!take_attribute()) return XmlEvent::failure;
    }
    attributes_ = source_.substr(begin, at_ - begin);
    is_empty_ = source_[at_] == '/';
    at_ += is_empty_ ? 2 : 1;
    open_.add(name_, arena_);
    has_root_ = true;
    return XmlEvent::start;
}

bool XmlReader::take_attribute() {
    const bool has_name = !take_name().empty();
    skip_space();
    if (!has_name || !begins(rest(), "=")) {
        fail("XML: expected an attribute, '>' or '/>'");
        return false;
    }
    ++at_;
    skip_space();
    const std::string_view quote = rest().substr(0, 1);
    if (quote != "\"" && quote != "'") {
        fail("XML: expected a value in quotes");
        return false;
    }
    return pass(quote, quote);
}

XmlEvent XmlReader::take_end() {
    const std::size_t begin = at_;
    at_ += 2;
    name_ = take_name();
    skip_space();
    const bool is_right = !open_.empty() && open_.back() == name_ && begins(rest(), ">");
    if (!is_right) {
        at_ = begin;
        return fail(open_.empty() ? "XML: an end without a beginning"
                                  : arena_.join({"XML: expected </", open_.back(), ">"}));
    }
    ++at_;
    return close();
}

XmlEvent XmlReader::close() {
    is_empty_ = false;
    name_ = open_.back();
    open_.pop_back();
    return XmlEvent::end;
}

bool XmlReader::next_child(std::uint32_t parent_depth) {
    for (;;) {
        const XmlEvent event = next();
        if (event == XmlEvent::failure || event == XmlEvent::finish) return false;
        if (event == XmlEvent::start && depth() == parent_depth + 1) return true;
        if (event == XmlEvent::end && depth() < parent_depth) return false;
    }
}

std::string_view XmlReader::attribute(const char* name) const {
    std::string_view rest = attributes_;
    for (;;) {
        while (!rest.empty() && is_ascii_space(rest[0])) rest.remove_prefix(1);
        const std::size_t equals = rest.find('=');
        if (equals == none) return {};
        const std::string_view found = trim(rest.substr(0, equals));
        const std::size_t open = rest.find_first_of("\"'", equals);
        const std::size_t end = rest.find(rest[open], open + 1);
        if (found == name) return trim(decode(rest.substr(open + 1, end - open - 1), true));
        rest.remove_prefix(end + 1);
    }
}

std::string_view XmlReader::read_text() {
    const std::uint32_t around = depth();
    TextBuffer text;
    while (depth() >= around) {
        const XmlEvent event = next();
        if (event == XmlEvent::failure) break;
        if (event == XmlEvent::text) text += decode(text_, !is_cdata_);
    }
    return trim(arena_.keep(text));
}

std::string_view XmlReader::read_markup() {
    const std::uint32_t around = depth();
    const std::size_t begin = at_;
    while (depth() >= around) {
        if (next() == XmlEvent::failure) return {};
    }
    return event_ > begin ? decode(source_.substr(begin, event_ - begin), false) : std::string_view();
}

// The text as UTF-8, whatever it was.
std::string_view XmlReader::decode(std::string_view raw, bool has_entities) const {
    TextBuffer text;
    for (std::size_t i = 0; i < raw.size();) {
        const char c = raw[i];
        if (c == '&' && has_entities) {
            const CodePoint entity = read_entity(raw.substr(i + 1));
            if (entity.size != 0) {
                append_utf8(text, entity.value);
                i += entity.size + 1;
                continue;
            }
        }
        const CodePoint read = decode_at(raw, i);
        const bool is_latin = read.value == 0xFFFD && read.size == 1;
        if (is_latin) {
            append_utf8(text, static_cast<unsigned char>(c));
        } else if (read.value != 0) {
            text += raw.substr(i, read.size);
        }
        i += read.size;
    }
    return arena_.keep(text);
}

}  // namespace longread
