#include "format_pages.h"

#include <algorithm>
#include <sstream>

#include "base/check.h"
#include "base/files.h"
#include "base/hex.h"

namespace jumelage::event {
namespace {

void add_line(const std::string& line, const std::map<std::string, Bytes>& known, Bytes& block) {
  JUMELAGE_CHECK(line.size() > 6 && std::stoul(line.substr(0, 4), nullptr, 16) == block.size(), line);
  if (line[6] == '=') return append(block, known.at(line.substr(8)));
  std::string digits = line.substr(6, 23);
  std::erase(digits, ' ');
  const auto bytes = from_hex(digits);
  JUMELAGE_CHECK(bytes && bytes->size() == 8, line);
  append(block, *bytes);
}

}  // namespace

std::string format_page(const std::string& name) {
  const auto bytes = read_file(std::string(JUMELAGE_SOURCE_DIR) + "/docs/formats/" + name, 1U << 20);
  JUMELAGE_CHECK(bytes.has_value(), "no such page");
  return std::string(as_text(bytes.value()));
}

void read_hex_blocks(const std::string& page, std::map<std::string, Bytes>& known) {
  std::istringstream lines(page);
  std::string line;
  while (std::getline(lines, line)) {
    if (!line.starts_with("```hex ")) continue;
    Bytes& block = known[line.substr(7)];
    block.clear();
    while (std::getline(lines, line) && line != "```") add_line(line, known, block);
  }
}

}  // namespace jumelage::event
