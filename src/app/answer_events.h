// What a reader has done, as the page tells it: a word and, after a single space, what it is about. What the
// device shall remember comes back as the reply's `state`; nothing where that has not changed. What needs a
// time is not remembered where the clock cannot be right (decide/asking/ask_situation.h).
//
//     read                  the article has been read
//     seen CAMPAIGN         a prompt of it has been in view
//     dismissed CAMPAIGN    "not now"
//     silent                "do not ask me": for the time that the campaigns say
//     donated               the reader has given
//     subscribed LIST       to a newsletter; LIST may be left out
//     count-off, count-on   articles read are not counted any more, and forgotten; or counted again
//     import                the request's state comes from the reader: its valid part, if any, is the new one
//
// What a campaign asks for is found in the request's campaigns; where they are not there, a donation.
#pragma once

#include "app/answer.h"

namespace longread {

Reply answer_event(const Request& request, Arena& arena);

}  // namespace longread
