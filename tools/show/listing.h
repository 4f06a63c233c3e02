// A page of a list, each cell said once: a table for people, objects for programs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/json_output.h"
#include "app/reading.h"
#include "cli/table.h"

namespace jumelage::tools {

// A Rata Die day; 0, for none, is "-" to people and left out for programs.
struct Day {
  std::uint32_t number = 0;
};

class Listing {
 public:
  // `member`: its name for programs.
  struct Column {
    std::string_view title;
    std::string_view member;
  };
  // Empty texts and lists are left out for programs; several words are parted by commas for people.
  using Cell = std::variant<std::string, std::vector<std::string>, Day, std::uint64_t>;

  // `list`: what programs find the rows under.
  Listing(std::string_view list, std::vector<Column> columns);

  // As many cells as columns. `state`: which column says how it stands, and therefore that it is irregular.
  void row(const std::vector<Cell>& cells, std::size_t state, bool irregular);

  // Prints it, with how to go on; `none`: a line that says that there is nothing, and what to do.
  void print_page(const Register& reg, const Page& page, const Ui& ui, std::string_view none);

 private:
  std::vector<Column> columns_;
  cli::Table table_;
  JsonOutput out_;
};

}  // namespace jumelage::tools
