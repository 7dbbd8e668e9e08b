#include "app/read_archive_files.h"

#include "read/read_archive.h"

namespace longread {
namespace {

// A story in no shard is a new one: others of its section are the nearest there is.
void append_fresh_path(TextBuffer& path, const Card& story) {
    if (story.kicker.empty() && story.tags.empty()) return;
    const std::string_view section = story.kicker.empty() ? story.tags[0] : story.kicker[0].label;
    append_archive_path(path, ArchiveFile::fresh, archive_fresh_of(section));
}

std::string_view find_wanted(const Request& request, const Card& story, Arena& arena, Notes& notes) {
    const std::uint64_t hash = archive_hash(story.id, story.url);
    TextBuffer path;
    if (request.archive_directory.empty()) {
        append_archive_path(path, ArchiveFile::directory, archive_directory_of(hash));
        return arena.keep(path);
    }
    const Result<std::optional<ArchiveShard>> shard = find_archive_shard(request.archive_directory, hash);
    if (!shard) {
        notes.add(shard.error(), arena);
    } else if (!*shard) {
        append_fresh_path(path, story);
    } else {
        append_archive_path(path, ArchiveFile::shard, (*shard)->number);
        append_archive_mark(path, (*shard)->build, (*shard)->mark);
    }
    return arena.keep(path);
}

List<ScoredCard> read_or_note(const Result<List<ScoredCard>>& cards, Arena& arena, Notes& notes) {
    if (cards) return *cards;
    notes.add(cards.error(), arena);
    return {};
}

}  // namespace

ArchiveReading read_archive_files(const Request& request, const Card& story, Arena& arena, Notes& notes) {
    ArchiveReading reading;
    const bool has_stories = !request.archive_shard.empty() || !request.archive_fresh.empty();
    reading.is_question = request.archive_directory.data() != nullptr && !has_stories;
    if (reading.is_question) reading.wanted = find_wanted(request, story, arena, notes);
    if (!request.archive_shard.empty()) {
        reading.related = read_or_note(
            read_archive_shard(request.archive_shard, story.id, story.url, request.base_url, arena), arena,
            notes);
    }
    if (!request.archive_fresh.empty()) {
        for (const ScoredCard& one :
             read_or_note(read_archive_fresh(request.archive_fresh, request.base_url, arena), arena, notes))
            reading.fresh.add(one.card, arena);
    }
    return reading;
}

}  // namespace longread
