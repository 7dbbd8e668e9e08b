// The words of forms for newsletters, among them those that a form has ready for what becomes of it.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/locale.h"

namespace longread {

enum class LetterPhrase : std::uint8_t {
    lists,
    sending,
    done,
    check_mail,
    already,
    failed,
    kept,
    bad_address
};

std::string_view phrase(LetterPhrase phrase, Language language);

}  // namespace longread
