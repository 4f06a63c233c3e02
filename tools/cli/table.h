// Tables and lists of fields for people. Every cell, label and heading passes through for_terminal(): a title
// out of the ledger can neither move the cursor nor fake a line. Widths are the terminal's columns, so accents,
// Arabic and wide characters line up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/layout.h"
#include "cli/terminal.h"

namespace jumelage::cli {

struct Look {
  std::size_t width = kUnlimitedWidth;  // columns to stay within
  bool colour = false;
};

// The terminal as it is now.
Look look_of_stdout(bool no_color_option);

struct Column {
  std::string title;
  Align align = Align::kLeft;
};

// Cells too long for the terminal are wrapped, never cut. When even columns of 8 do not fit, lines are longer
// than the terminal.
class Table {
 public:
  explicit Table(std::vector<Column> columns);

  void row(std::vector<std::string> cells);  // as many as columns
  void tone(Tone tone);                      // of the last row
  std::size_t size() const { return rows_.size(); }

  std::string render(const Look& look) const;  // ends in a line break

 private:
  struct Row {
    std::vector<std::string> cells;
    Tone tone = Tone::kPlain;
  };
  std::vector<std::size_t> widths(std::size_t available) const;
  void append_row(const Row& row, const std::vector<std::size_t>& widths, bool colour, std::string& out) const;

  std::vector<Column> columns_;
  Row titles_;
  std::vector<Row> rows_;
};

// "Label   value", the values in one column.
class Fields {
 public:
  void field(std::string_view label, std::string_view value, Tone tone = Tone::kPlain);

  std::string render(const Look& look) const;

 private:
  struct Field {
    std::string label;
    std::string value;
    Tone tone;
  };
  std::vector<Field> fields_;
};

// A title on a line of its own.
std::string heading(std::string_view text, const Look& look);

}  // namespace jumelage::cli
