// How long an article takes to read, as a range in whole minutes, from the number of characters in each
// script and how fast people read it. Integer arithmetic only: every target gives the same answer.
#pragma once

#include "model/choices.h"

namespace longread {

// Counts the text of the body: every code point, spaces included, as the reading speed study and Firefox do.
// Besides: a picture costs 12 seconds, each further one a second less, down to 3 (the rule of Medium and
// Ghost); a table row costs 3 seconds above its text, for finding one's place (an assumption of ours); code
// is read at half the speed of text (another). Not counted: captions, credits, alternative texts, embeds,
// audio, video and what stands around the body (headline, dek, cards). lang: BCP 47, of the article.
ReadingTime estimate_reading_time(const Blocks& body, std::string_view lang);

}  // namespace longread
