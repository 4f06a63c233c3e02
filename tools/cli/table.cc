#include "cli/table.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"
#include "base/text.h"

namespace jumelage::cli {
namespace {

constexpr std::size_t kGap = 2;              // blanks between columns
constexpr std::size_t kNarrowestColumn = 8;  // no column is squeezed below this

void trim_right(std::string& out) {
  out.erase(out.find_last_not_of(' ') + 1);
}

}  // namespace

Look look_of_stdout(bool no_color_option) {
  return {.width = terminal_width(), .colour = may_colour_stdout(no_color_option)};
}

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {
  JUMELAGE_CHECK(!columns_.empty(), "a table has columns");
  for (const Column& column : columns_) titles_.cells.push_back(for_terminal(column.title));
  titles_.tone = Tone::kHeading;
}

void Table::row(std::vector<std::string> cells) {
  JUMELAGE_CHECK(cells.size() == columns_.size(), "a row has a cell for each column");
  for (std::string& cell : cells) cell = for_terminal(cell);
  rows_.push_back({.cells = std::move(cells)});
}

void Table::tone(Tone tone) {
  JUMELAGE_CHECK(!rows_.empty(), "there is a row to give a tone to");
  rows_.back().tone = tone;
}

// As wide as the widest cell; while the sum is too much, the widest column gives way.
std::vector<std::size_t> Table::widths(std::size_t available) const {
  std::vector<std::size_t> out;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    out.push_back(display_width(titles_.cells[c]));
    for (const Row& row : rows_) out[c] = std::max(out[c], display_width(row.cells[c]));
  }
  std::size_t total = std::accumulate(out.begin(), out.end(), kGap * (columns_.size() - 1));
  while (total > available) {
    const auto widest = std::max_element(out.begin(), out.end());
    if (*widest <= kNarrowestColumn) break;
    std::size_t next = kNarrowestColumn;  // what the others are at most: squeeze down to it in one step
    for (auto it = out.begin(); it != out.end(); ++it)
      if (it != widest) next = std::max(next, std::min(*it, *widest - 1));
    const std::size_t step = std::min(total - available, *widest - next);
    *widest -= step;
    total -= step;
  }
  return out;
}

void Table::append_row(const Row& row, const std::vector<std::size_t>& widths, bool colour, std::string& out) const {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 0;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    cells.push_back(wrap(row.cells[c], widths[c]));
    height = std::max(height, cells[c].size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (c > 0) text.append(kGap, ' ');
      text += pad(line < cells[c].size() ? cells[c][line] : "", widths[c], columns_[c].align);
    }
    trim_right(text);
    out += styled(text, row.tone, colour) + "\n";
  }
}

std::string Table::render(const Look& look) const {
  const auto columns = widths(look.width);
  std::string out;
  append_row(titles_, columns, look.colour, out);
  for (const Row& row : rows_) append_row(row, columns, look.colour, out);
  return out;
}

void Fields::field(std::string_view label, std::string_view value, Tone tone) {
  fields_.push_back({for_terminal(label), for_terminal(value), tone});
}

std::string Fields::render(const Look& look) const {
  std::size_t column = 0;
  for (const Field& field : fields_) column = std::max(column, display_width(field.label));
  const std::size_t used = column + kGap;
  const std::size_t room = look.width > used + kNarrowestColumn ? look.width - used : kNarrowestColumn;
  std::string out;
  for (const Field& field : fields_) {
    std::string margin = styled(pad(field.label, column), Tone::kFaint, look.colour) + std::string(kGap, ' ');
    for (const std::string& line : wrap(field.value, room)) {
      std::string text = margin + styled(line, field.tone, look.colour);
      trim_right(text);
      out += text + "\n";
      margin.assign(used, ' ');
    }
  }
  return out;
}

std::string heading(std::string_view text, const Look& look) {
  return styled(for_terminal(text), Tone::kHeading, look.colour) + "\n";
}

}  // namespace jumelage::cli
