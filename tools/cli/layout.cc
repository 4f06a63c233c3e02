#include "cli/layout.h"

#include <algorithm>

#include "base/text.h"

namespace jumelage::cli {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}
bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

std::size_t first_character(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && is_continuation(text[end])) ++end;
  return end;
}

// Bytes of the longest start of `word` that fits; at least one character. Combining marks take no column,
// so they always fit beside their letter.
std::size_t fitting(std::string_view word, std::size_t width) {
  std::size_t end = first_character(word);
  std::size_t used = display_width(word.substr(0, end));
  while (end < word.size()) {
    const std::size_t next = first_character(word.substr(end));
    used += display_width(word.substr(end, next));
    if (used > width) break;
    end += next;
  }
  return end;
}

class Lines {
 public:
  explicit Lines(std::size_t width) : width_(std::max<std::size_t>(width, 2)) {}

  void add(std::string_view word) {
    const std::size_t size = display_width(word);
    if (used_ > 0 && used_ + 1 + size > width_) flush();
    if (used_ > 0) put(" ");
    while (display_width(word) > width_) {
      const std::size_t end = fitting(word, width_);
      lines_.emplace_back(word.substr(0, end));
      word.remove_prefix(end);
    }
    put(word);
  }

  std::vector<std::string> take() {
    if (!line_.empty() || lines_.empty()) flush();
    return std::move(lines_);
  }

 private:
  void put(std::string_view text) {
    line_ += text;
    used_ += display_width(text);
  }
  void flush() {
    lines_.push_back(std::move(line_));
    line_.clear();
    used_ = 0;
  }

  std::size_t width_;
  std::vector<std::string> lines_;
  std::string line_;
  std::size_t used_ = 0;
};

}  // namespace

std::string pad(std::string_view text, std::size_t width, Align align) {
  const std::size_t used = display_width(text);
  const std::string blanks(width > used ? width - used : 0, ' ');
  return align == Align::kLeft ? std::string(text) + blanks : blanks + std::string(text);
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  Lines lines(width);
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && !is_blank(text[end])) ++end;
    if (end > i) lines.add(text.substr(i, end - i));
    i = end + 1;
  }
  return lines.take();
}

}  // namespace jumelage::cli
