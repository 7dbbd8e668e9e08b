// Memory for one call: what a document becomes is taken piece by piece and given back all at once. So texts
// and lists of the model are plain views (std::string_view, List), which cost nothing to copy and have no
// destructor.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string_view>

namespace longread {

class Arena {
  public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    ~Arena();

    // size bytes, aligned for any type of the model; valid as long as the arena stands.
    void* take(std::size_t size);
    // A copy of the text, or of several one after the other.
    std::string_view keep(std::string_view text) { return join({text}); }
    std::string_view join(std::initializer_list<std::string_view> texts);

  private:
    struct Chunk {
        std::unique_ptr<Chunk> before;
        std::unique_ptr<std::byte[]> bytes;
    };

    std::unique_ptr<Chunk> last_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
};

}  // namespace longread
