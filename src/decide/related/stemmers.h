// A seam: the stemmers of languages other than English, which the command has and a page has not.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace longread {

// Not for two threads at once.
class Stemmers {
  public:
    Stemmers();
    ~Stemmers();
    Stemmers(const Stemmers&) = delete;
    Stemmers& operator=(const Stemmers&) = delete;

    // As stem_english, for the language of an ISO 639-1 code; the word as it is where there is no stemmer for
    // it.
    std::size_t stem(std::string_view lang, char* word, std::size_t size);

  private:
    struct Loaded;
    std::unique_ptr<Loaded> loaded_;
};

}  // namespace longread
