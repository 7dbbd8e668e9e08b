// The words of what is asked of readers, why, and of what their device remembers.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/locale.h"
#include "base/text_buffer.h"

namespace longread {

enum class AskPhrase : std::uint8_t {
    how_often,
    other_amount,
    limits,    // # least, @ most
    progress,  // # total, @ target
    as_of,     // # date
    articles,  // # of them, in @ days; both more than one
    count_off,
    remind,
    not_now,
    why,
    why_device,
    why_topic,     // # tag or section
    why_articles,  // # read, asked from @ on
    why_asked,     // # times, @ at most
    why_quiet,
    why_draw,
    silence,  // # days
    given,
    thanks,
    ledger,
    ledger_device,
    ledger_nothing,
    ledger_week,     // # first day, @ articles
    ledger_stories,  // # of them
    ledger_asked,
    ledger_silent,
    ledger_lists,  // # of them
    ledger_draw,   // # the number
    not_counted,
    count_on,
    save_copy,
    load_copy,
    delete_all,
};

std::string_view phrase(AskPhrase phrase, Language language);

// The phrase with `first` in the place of its "#" and `second` in that of its "@".
void append_phrase(TextBuffer& out, AskPhrase which, Language language, std::string_view first,
                   std::string_view second = {});

}  // namespace longread
