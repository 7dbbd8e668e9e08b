#include "decide/asking/remember_asks.h"

namespace longread {
namespace {

template <typename T>
void remove_at(List<T>& list, std::size_t index) {
    for (; index + 1 < list.size(); ++index) list[index] = list[index + 1];
    list.pop_back();
}

}  // namespace

void add_ask(ReaderState& state, const AskEvent& event, Arena& arena) {
    List<AskEvent>& log = state.asks;
    log.add(event, arena);
    if (log.size() <= most_asks) return;
    std::size_t earliest = 0;
    for (std::size_t i = 1; i < log.size(); ++i) {
        if (log[i].minute < log[earliest].minute) earliest = i;
    }
    remove_at(log, earliest);
}

void add_subscription(ReaderState& state, std::string_view list, Arena& arena) {
    const std::uint32_t key = hash_address(list);
    for (const std::uint32_t known : state.subscribed) {
        if (known == key) return;
    }
    state.subscribed.add(key, arena);
    if (state.subscribed.size() > most_lists) remove_at(state.subscribed, 0);
}

void set_counting(ReaderState& state, bool counts) {
    state.counts = counts;
    if (!counts) state.weeks = {};
}

}  // namespace longread
