#include "docs_page.h"

#include <algorithm>
#include <sstream>

#include "base/check.h"
#include "base/files.h"
#include "base/hex.h"

namespace jumelage::test {
namespace {

constexpr std::size_t kMaxPageBytes = 1U << 20;

void put_line(const std::string& line, Bytes& block) {
  JUMELAGE_CHECK(line.size() > 6 && line.substr(4, 2) == "  ", line);
  const std::size_t offset = std::stoul(line.substr(0, 4), nullptr, 16);
  std::string digits = line.substr(6, line.find("  ", 6) - 6);
  std::erase(digits, ' ');
  const auto bytes = from_hex(digits);
  JUMELAGE_CHECK(bytes && !bytes->empty() && offset >= block.size(), line);
  block.resize(offset);
  append(block, *bytes);
}

std::string trimmed(std::string cell) {
  std::erase(cell, '`');
  const auto begin = cell.find_first_not_of(' ');
  return begin == cell.npos ? "" : cell.substr(begin, cell.find_last_not_of(' ') - begin + 1);
}

}  // namespace

std::string docs_page(const std::string& path) {
  const auto bytes = read_file(std::string(JUMELAGE_SOURCE_DIR) + "/docs/" + path, kMaxPageBytes);
  JUMELAGE_CHECK(bytes.has_value(), path);
  return std::string(as_text(bytes.value()));
}

std::string fenced(const std::string& page, std::string_view label) {
  const std::string opening = "```" + std::string(label) + "\n";
  const std::size_t begin = page.find(opening);
  JUMELAGE_CHECK(begin != page.npos, label);
  const std::size_t end = page.find("```", begin + opening.size());
  JUMELAGE_CHECK(end != page.npos, label);
  return page.substr(begin + opening.size(), end - begin - opening.size());
}

Bytes hex_block(const std::string& page, std::string_view name) {
  std::istringstream lines(fenced(page, "hex " + std::string(name)));
  Bytes block;
  for (std::string line; std::getline(lines, line);) put_line(line, block);
  return block;
}

std::vector<std::vector<std::string>> code_rows(const std::string& page) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| `")) continue;
    std::istringstream cells(line.substr(1));
    std::vector<std::string>& row = rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, '|');) row.push_back(trimmed(cell));
  }
  return rows;
}

}  // namespace jumelage::test
