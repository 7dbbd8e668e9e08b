#include "platform/cli_progress.h"

#include <unistd.h>

#include <cstdio>
#include <iostream>

namespace longread {
namespace {

constexpr std::uint64_t bar_width = 30;
constexpr auto redraw = std::chrono::milliseconds(100);
constexpr auto next_line = std::chrono::seconds(10);

std::string print_seconds(double seconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f s", seconds);
    return text;
}

}  // namespace

Progress::Progress(std::uint32_t stages) : is_terminal_(isatty(STDERR_FILENO) != 0), stages_(stages) {}

double Progress::seconds() const { return std::chrono::duration<double>(Clock::now() - begun_).count(); }

std::string Progress::bar() const {
    const std::uint64_t part = total_ == 0 ? bar_width : done_ * bar_width / total_;
    std::string line = "[" + std::string(part, '#') + std::string(bar_width - part, '.') + "] ";
    line += std::to_string(total_ == 0 ? 100 : done_ * 100 / total_) + " %";
    if (done_ > 0 && done_ < total_) {
        const double left = seconds() * static_cast<double>(total_ - done_) / static_cast<double>(done_);
        line += ", " + std::to_string(static_cast<std::uint64_t>(left)) + " s left";
    }
    return line;
}

void Progress::print_line(const std::string& text) {
    const std::string head = std::to_string(stage_) + "/" + std::to_string(stages_) + " " + name_;
    // "\033[K" clears what a longer line before left behind.
    std::cerr << (is_terminal_ ? "\r\033[K" : "") << head << ": " << text << std::flush;
}

void Progress::begin(std::string name, std::uint64_t total) {
    const std::lock_guard lock(mutex_);
    ++stage_;
    name_ = std::move(name);
    total_ = total;
    done_ = 0;
    begun_ = drawn_ = Clock::now();
    if (is_terminal_) print_line(bar());
}

void Progress::advance(std::uint64_t steps) {
    const std::lock_guard lock(mutex_);
    done_ += steps;
    const auto now = Clock::now();
    if (now - drawn_ <
        (is_terminal_ ? std::chrono::milliseconds(redraw) : std::chrono::milliseconds(next_line)))
        return;
    drawn_ = now;
    print_line(bar() + (is_terminal_ ? "" : "\n"));
}

void Progress::end(const std::string& outcome) {
    const std::lock_guard lock(mutex_);
    print_line((outcome.empty() ? "" : outcome + ", ") + print_seconds(seconds()) + "\n");
}

}  // namespace longread
