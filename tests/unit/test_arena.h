// Where tests keep what documents become: texts and lists that live as long as the program.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "base/list.h"
#include "base/text_buffer.h"

namespace longread {

inline Arena& test_arena() {
    static Arena arena;
    return arena;
}

inline std::string_view kept(std::string_view text) { return test_arena().keep(text); }

template <typename T>
List<T> list_of(std::initializer_list<T> values) {
    List<T> list;
    for (const T& value : values) list.add(value, test_arena());
    return list;
}

// Memory for one case of many: what the case before has made is given back.
inline Arena& fresh_arena() {
    static std::unique_ptr<Arena> arena;
    arena = std::make_unique<Arena>();
    return *arena;
}

inline std::string string_of(std::string_view text) { return std::string(text); }

}  // namespace longread
