// What the files of the related-stories archive that came with a request say about its story.
#pragma once

#include "app/answer.h"
#include "model/archive_files.h"

namespace longread {

struct ArchiveReading {
    List<ScoredCard> related;  // nearest first
    List<Card> fresh;          // of the story's section, or whichever list came
    bool is_question = false;  // the request asks only which file it needs next
    std::string_view wanted;   // its path in the archive
};

// story: its id or URL, and its section. Files that cannot be read are noted and cost their stories. Wanted
// are the directory file, then the shard that it names or, for a story that is in none, the fresh stories of
// its section.
ArchiveReading read_archive_files(const Request& request, const Card& story, Arena& arena, Notes& notes);

}  // namespace longread
