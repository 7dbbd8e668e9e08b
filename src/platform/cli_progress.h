// How far a long command is: a bar that is drawn anew on a terminal, else a line at each stage's begin and
// end and every ten seconds in between. On standard error.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

namespace longread {

class Progress {
  public:
    // stages: how many there will be.
    explicit Progress(std::uint32_t stages);

    // Begins a stage of `total` steps.
    void begin(std::string name, std::uint64_t total);
    // So many steps more are done; any thread may say so.
    void advance(std::uint64_t steps);
    // Ends the stage: what came of it, a few words, may be empty.
    void end(const std::string& outcome);

  private:
    using Clock = std::chrono::steady_clock;
    void draw();
    void print_line(const std::string& text);
    [[nodiscard]] std::string bar() const;
    [[nodiscard]] double seconds() const;

    std::mutex mutex_;
    bool is_terminal_;
    std::uint32_t stages_;
    std::uint32_t stage_ = 0;
    std::string name_;
    std::uint64_t total_ = 0;
    std::uint64_t done_ = 0;
    Clock::time_point begun_;
    Clock::time_point drawn_;
};

}  // namespace longread
