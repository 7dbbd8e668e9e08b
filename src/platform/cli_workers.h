// Threads for an archive build.
#pragma once

#include "app/archive/workers.h"

namespace longread {

class Threads final : public Workers {
  public:
    // count: 0 for as many as the machine has cores.
    explicit Threads(std::uint32_t count);
    void run(std::uint32_t tasks, const std::function<void(std::uint32_t)>& task) override;

  private:
    std::uint32_t count_;
};

}  // namespace longread
