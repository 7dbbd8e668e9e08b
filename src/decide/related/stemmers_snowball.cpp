// Snowball's stemmers, of Debian's libstemmer: the only user of it. Not in the browser: native_only_sources
// of scripts/cmake.
#include <libstemmer.h>

#include <cstring>
#include <string>
#include <vector>

#include "decide/related/stemmers.h"

namespace longread {

struct Stemmers::Loaded {
    struct Delete {
        void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
    };
    struct Stemmer {
        std::string lang;
        std::unique_ptr<sb_stemmer, Delete> snowball;  // null where Snowball has none
    };
    std::vector<Stemmer> stemmers;

    sb_stemmer* find(std::string_view lang) {
        for (const Stemmer& one : stemmers) {
            if (one.lang == lang) return one.snowball.get();
        }
        const bool is_norwegian = lang == "nb" || lang == "nn";
        std::string name(is_norwegian ? "no" : lang);
        auto* const snowball = sb_stemmer_new(name.c_str(), nullptr);
        stemmers.push_back({std::string(lang), std::unique_ptr<sb_stemmer, Delete>(snowball)});
        return snowball;
    }
};

Stemmers::Stemmers() : loaded_(std::make_unique<Loaded>()) {}
Stemmers::~Stemmers() = default;

std::size_t Stemmers::stem(std::string_view lang, char* word, std::size_t size) {
    sb_stemmer* const snowball = loaded_->find(lang);
    if (snowball == nullptr) return size;
    const sb_symbol* const stem =
        sb_stemmer_stem(snowball, reinterpret_cast<const sb_symbol*>(word), static_cast<int>(size));
    if (stem == nullptr) return size;
    const auto stem_size = static_cast<std::size_t>(sb_stemmer_length(snowball));
    if (stem_size > size) return size;  // which no stemmer of news does
    std::memcpy(word, stem, stem_size);
    return stem_size;
}

}  // namespace longread
