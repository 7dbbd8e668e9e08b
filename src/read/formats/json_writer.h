// Writes JSON text, value by value; what it writes is valid where every container is closed.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/text_buffer.h"

namespace longread {

class JsonWriter {
  public:
    explicit JsonWriter(TextBuffer& out) : out_(out) {}

    // name: of the member, in an object; empty in an array and for the whole document. Literals have
    // functions of their own, because a call of these costs the module less.
    void begin_object(std::string_view name) { begin(name, '{'); }
    void begin_object(const char* name = "");
    void end_object() { end('}'); }
    void begin_array(std::string_view name) { begin(name, '['); }
    void begin_array(const char* name = "");
    void end_array() { end(']'); }

    void member(std::string_view name, std::string_view text);
    // A literal would rather be a flag than a string_view.
    void member(std::string_view name, const char* text) { member(name, std::string_view(text)); }
    void member(std::string_view name, std::int64_t number);
    void member(std::string_view name, bool flag);
    void member(const char* name, std::string_view text);
    void member(const char* name, const char* text);
    void member(const char* name, std::int64_t number);
    void member(const char* name, bool flag);
    // An element of an array.
    void element(std::string_view text);

  private:
    void begin(std::string_view name, char bracket);
    void end(char bracket);
    void start(std::string_view name);
    void put(std::string_view text);

    TextBuffer& out_;
    bool is_first_ = true;  // nothing stands in the container yet
};

}  // namespace longread
