#include "show/cure_words.h"

#include <string>

#include "show/findings_page.h"

namespace jumelage::tools {

std::string_view cure_of(std::string_view code) {
  // A line of the page: | `code` | what it means | what to do |
  const std::string_view page = findings_page();
  const std::string start = "\n| `" + std::string(code) + "` | ";
  const std::size_t at = page.find(start);
  if (at == std::string_view::npos) return {};
  std::string_view line = page.substr(at + start.size());
  line = line.substr(0, line.find('\n'));
  const std::size_t cell = line.find(" | ");
  if (cell == std::string_view::npos) return {};
  std::string_view cure = line.substr(cell + 3);
  if (const std::size_t end = cure.rfind(" |"); end != std::string_view::npos) cure = cure.substr(0, end);
  return cure;
}

}  // namespace jumelage::tools
