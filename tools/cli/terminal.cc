#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace jumelage::cli {
namespace {

constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kWidest = 500;
constexpr std::size_t kUsual = 80;

// SGR sequences of ECMA-48, section 8.3.117. The sixteen basic colours follow the person's own theme.
std::string_view sequence(Tone tone) {
  switch (tone) {
    case Tone::kPlain: return "";
    case Tone::kHeading: return "\x1b[1m";
    case Tone::kGood: return "\x1b[32m";
    case Tone::kWarning: return "\x1b[33m";
    case Tone::kBad: return "\x1b[31m";
    case Tone::kFaint: return "\x1b[2m";
  }
  return "";
}

}  // namespace

std::size_t terminal_width() {
  if (::isatty(STDOUT_FILENO) == 0) return kUnlimitedWidth;
  struct winsize size {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsual;
  return std::clamp<std::size_t>(size.ws_col, kNarrowest, kWidest);
}

bool may_colour(bool is_terminal, const char* no_color_variable, bool no_color_option) {
  const bool refused = no_color_option || (no_color_variable && *no_color_variable);
  return is_terminal && !refused;
}

bool may_colour_stdout(bool no_color_option) {
  return may_colour(::isatty(STDOUT_FILENO) != 0, std::getenv("NO_COLOR"), no_color_option);
}

std::string styled(std::string_view text, Tone tone, bool colour) {
  if (!colour || tone == Tone::kPlain) return std::string(text);
  return std::string(sequence(tone)) + std::string(text) + "\x1b[0m";
}

}  // namespace jumelage::cli
