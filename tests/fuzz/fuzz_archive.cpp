// Files of the related-stories archive. The first byte says which kind; the rest is the file after its head,
// which is made whole here: an input that is refused for its checksum would show nothing. What is read has
// harmless URLs.
#include <string>

#include "app/archive/shard_file.h"
#include "fuzz_input.h"
#include "harmless_url.h"
#include "read/read_archive.h"

namespace {

using namespace longread;

constexpr std::string_view base = "https://news.example/a";

void check_cards(const Result<List<ScoredCard>>& cards) {
    if (!cards) return;
    require(cards->size() <= 255, "more cards than there can be");
    std::int32_t before = 1000;
    for (const ScoredCard& one : *cards) {
        require(one.score <= before && one.score >= 0, "scores that rise");
        before = one.score;
        require(!one.card.title.empty() && is_harmless_url(one.card.url, false), "a URL that does harm");
        require(one.card.image.src.empty() || is_harmless_url(one.card.image.src, false),
                "a picture that does harm");
    }
}

void check_shard(const std::string& file) {
    Arena arena;
    // The stories of such a file are called as the seeds' are.
    for (const std::string_view id : {"s0", "s7", ""})
        check_cards(read_archive_shard(file, id, "/", base, arena));
}

void check_directory(std::string_view body) {
    const std::uint64_t hash = archive_hash("s7", {});
    const auto shard = find_archive_shard(
        with_archive_head(ArchiveFile::directory, 1, archive_directory_of(hash), body), hash);
    require(!shard || !*shard || (*shard)->number < 1U << 24U, "a number of a shard that there cannot be");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view body = as_text(data, size).substr(1);
    if (data[0] == 'd') {
        check_directory(body);
    } else if (data[0] == 'f') {
        Arena arena;
        check_cards(read_archive_fresh(with_archive_head(ArchiveFile::fresh, 1, 2, body), base, arena));
    } else {
        check_shard(with_archive_head(ArchiveFile::shard, 1, 2, body));
    }
    return 0;
}
