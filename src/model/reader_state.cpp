#include "model/reader_state.h"

#include "base/text.h"

namespace longread {

std::uint32_t hash_address(std::string_view address) {
    std::uint32_t hash = 2166136261U;
    for (const char c : address) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

namespace {

// Writes the values of a list or an object one after the other, with commas between them.
class StateWriter {
  public:
    explicit StateWriter(TextBuffer& out) : out_(out) {}

    // A member of the document: its name, quoted, with its colon and what opens its value.
    void begin(const char* name) {
        out_ += ",\"";
        out_ += name;
    }
    void separate() {
        if (out_.back() != '{' && out_.back() != '[') out_ += ',';
    }
    void number(std::int64_t value) {
        separate();
        out_ += Decimal(value);
    }
    void end(char bracket) { out_ += bracket; }
    void optional(const char* name, const std::optional<std::int64_t>& value) {
        if (!value) return;
        begin(name);
        out_ += Decimal(*value);
    }

  private:
    TextBuffer& out_;
};

void append_weeks(TextBuffer& out, const List<ReadWeek>& weeks) {
    StateWriter writer(out);
    if (weeks.empty()) return;
    writer.begin("weeks\":{");
    for (const ReadWeek& week : weeks) {
        writer.separate();
        out += '"';
        out += Decimal(week.monday);
        out += "\":[";
        writer.number(week.count);
        for (const TagCount& tag : week.tags) {
            writer.number(tag.tag);
            writer.number(tag.count);
        }
        writer.end(']');
    }
    writer.end('}');
}

void append_asks(TextBuffer& out, const List<AskEvent>& asks) {
    StateWriter writer(out);
    if (asks.empty()) return;
    writer.begin("asks\":[");
    for (const AskEvent& ask : asks) {
        writer.separate();
        out += '[';
        writer.number(ask.minute);
        writer.number(static_cast<std::int64_t>(ask.kind) + (ask.dismissed ? dismissed_mark : 0));
        writer.number(ask.campaign);
        writer.end(']');
    }
    writer.end(']');
}

}  // namespace

void append_reader_state(TextBuffer& out, const ReaderState& state) {
    StateWriter writer(out);
    out += "{\"longread\":1,\"read\":{";
    for (const ReadStory& story : state.read) {
        writer.separate();
        out += '"';
        for (int shift = 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[story.key >> shift & 15U];
        out += "\":";
        out += Decimal(story.day);
    }
    writer.end('}');
    append_weeks(out, state.weeks);
    append_asks(out, state.asks);
    if (!state.counts) out += ",\"counts\":false";
    writer.optional("donated\":", state.donated);
    writer.optional("silent\":", state.silent);
    if (!state.subscribed.empty()) {
        writer.begin("subscribed\":[");
        for (const std::uint32_t list : state.subscribed) writer.number(list);
        writer.end(']');
    }
    if (state.draw) writer.optional("draw\":", std::int64_t{*state.draw});
    writer.end('}');
}

}  // namespace longread
