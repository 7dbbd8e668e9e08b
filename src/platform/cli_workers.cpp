#include "platform/cli_workers.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace longread {

Threads::Threads(std::uint32_t count) : count_(count) {
    if (count_ == 0) count_ = std::max(1U, std::thread::hardware_concurrency());
}

void Threads::run(std::uint32_t tasks, const std::function<void(std::uint32_t)>& task) {
    std::atomic<std::uint32_t> next{0};
    const auto work = [&] {
        for (std::uint32_t i = next++; i < tasks; i = next++) task(i);
    };
    std::vector<std::thread> others;
    for (std::uint32_t i = 1; i < std::min(count_, tasks); ++i) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
}

}  // namespace longread
