// Who does the work of an archive build. The platform has threads; a test may do everything in turn.
#pragma once

#include <cstdint>
#include <functional>

namespace longread {

class Workers {
  public:
    virtual ~Workers() = default;
    // Calls task(0) to task(tasks - 1), each once, in any order and perhaps at the same time; returns when
    // all are done. What the tasks give must not depend on who did which.
    virtual void run(std::uint32_t tasks, const std::function<void(std::uint32_t)>& task) = 0;
};

// All in turn.
class OneWorker final : public Workers {
  public:
    void run(std::uint32_t tasks, const std::function<void(std::uint32_t)>& task) override {
        for (std::uint32_t i = 0; i < tasks; ++i) task(i);
    }
};

}  // namespace longread
