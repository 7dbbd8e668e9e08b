// The related-stories archive as a page fetches it, from the folder that it is in.
#pragma once

#include <string>

#include "app/answer.h"

namespace longread {

class ArchiveView {
  public:
    // Reads what the request's article needs of the archive in the folder and lets the request see it. False:
    // a file of the archive cannot be read; `problem` says which.
    bool open(const std::string& folder, Request& request, std::string& problem);
    // What the page may ask for at once: "s/12/04.lra?m=...", for its attribute archive-shard; empty where
    // the archive does not have the story.
    [[nodiscard]] const std::string& named() const { return named_; }

  private:
    std::string directory_, file_, named_;
};

}  // namespace longread
