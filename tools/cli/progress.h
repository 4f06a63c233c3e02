// How far a long piece of work is, on one line of a terminal.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace jumelage::cli {

// Silent unless the output is a terminal and the work has taken two seconds; then drawn at most ten times a
// second, and removed at the end. Cheap enough to be told about every entry. One thread at a time.
class Progress {
 public:
  struct Output {
    std::ostream& stream;
    bool is_terminal;
  };

  Progress(std::string_view label, std::uint64_t total);  // on standard error
  Progress(std::string_view label, std::uint64_t total, Output output, const Clock& clock);
  ~Progress();  // removes the line
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance_to(std::uint64_t done);

 private:
  void draw(std::uint64_t done);

  std::string label_;
  std::uint64_t total_;
  Output output_;
  const Clock& clock_;
  UnixMillis next_ms_;
  bool drawn_ = false;
};

}  // namespace jumelage::cli
