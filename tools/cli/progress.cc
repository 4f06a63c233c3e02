#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "base/text.h"

namespace jumelage::cli {
namespace {

constexpr UnixMillis kPatienceMs = 2000;
constexpr UnixMillis kBetweenDrawingsMs = 100;
constexpr std::uint64_t kBarColumns = 30;

}  // namespace

Progress::Progress(std::string_view label, std::uint64_t total)
    : Progress(label, total, {std::cerr, ::isatty(STDERR_FILENO) != 0}, system_clock()) {}

Progress::Progress(std::string_view label, std::uint64_t total, Output output, const Clock& clock)
    : label_(for_terminal(label)), total_(total), output_(output), clock_(clock), next_ms_(clock.now() + kPatienceMs) {}

Progress::~Progress() {
  if (drawn_) output_.stream << "\r\x1b[K" << std::flush;
}

void Progress::advance_to(std::uint64_t done) {
  if (!output_.is_terminal) return;
  const UnixMillis now = clock_.now();
  if (now < next_ms_) return;
  next_ms_ = now + kBetweenDrawingsMs;
  draw(std::min(done, total_));
}

void Progress::draw(std::uint64_t done) {
  const double share = total_ == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(total_);
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(kBarColumns));
  output_.stream << fmt::format("\r\x1b[K{} [{:<{}}] {}/{}", label_, std::string(filled, '='), kBarColumns, done,
                                total_)
                 << std::flush;
  drawn_ = true;
}

}  // namespace jumelage::cli
