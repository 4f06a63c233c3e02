#include "show/listing.h"

#include "show/words.h"

namespace jumelage::tools {
namespace {

std::vector<cli::Column> titles(const std::vector<Listing::Column>& columns) {
  std::vector<cli::Column> out;
  for (const auto& column : columns) out.push_back({std::string(column.title)});
  return out;
}

struct ForPeople {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const std::vector<std::string>& words) const { return joined(words); }
  std::string operator()(Day day) const { return date_text(day.number); }
  std::string operator()(std::uint64_t number) const { return std::to_string(number); }
};

struct ForPrograms {
  std::string_view name;
  JsonOutput& out;
  void operator()(const std::string& text) const { out.optional_text(name, text); }
  void operator()(const std::vector<std::string>& words) const {
    out.list(name);
    for (const std::string& word : words) out.item(word);
    out.end();
  }
  void operator()(Day day) const { out.optional_text(name, day.number == 0 ? "" : date_text(day.number)); }
  void operator()(std::uint64_t number) const { out.number(name, number); }
};

}  // namespace

Listing::Listing(std::string_view list, std::vector<Column> columns)
    : columns_(std::move(columns)), table_(titles(columns_)) {
  out_.object().list(list);
}

void Listing::row(const std::vector<Cell>& cells, std::size_t state, bool irregular) {
  std::vector<std::string> texts;
  out_.object();
  for (std::size_t place = 0; place < columns_.size(); ++place) {
    texts.push_back(std::visit(ForPeople(), cells.at(place)));
    std::visit(ForPrograms{columns_[place].member, out_}, cells.at(place));
  }
  out_.flag("irregular", irregular).end();
  if (irregular) texts.at(state) += ", irregular";
  table_.row(std::move(texts));
  if (irregular) table_.tone(cli::Tone::kWarning);
}

void Listing::print_page(const Register& reg, const Page& page, const Ui& ui, std::string_view none) {
  if (ui.json()) {
    out_.end();
    write_next(reg, page, out_);
    print(out_.end().take());
  } else if (table_.size() == 0 && !page.has_more()) {
    print(std::string(none) + "\n");
  } else {
    print(table_.render(ui.look) + next_line(reg, page));
  }
}

}  // namespace jumelage::tools
