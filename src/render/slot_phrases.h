// The words of the interface that stand in the slots below an article.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/locale.h"

namespace longread {

enum class SlotPhrase : std::uint8_t {
    related,
    keep_reading,
    show_less,
    newsletter,
    email,
    subscribe,
    donate,
    choose_amount,
    monthly,
    annual,
    recommended,
    once,
    latest,
    read,
    same_topic,
};

std::string_view phrase(SlotPhrase phrase, Language language);

}  // namespace longread
