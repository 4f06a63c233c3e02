#include "app/reading.h"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "app/open_ledger.h"
#include "app/reference.h"
#include "app/tool_error.h"
#include "base/clock.h"
#include "base/text.h"
#include "event/json_scalars.h"
#include "projection/as_of.h"
#include "projection/children.h"

namespace jumelage::tools {
namespace {

std::string hyphened(std::string_view camel_case) {
  std::string out;
  for (const char c : camel_case) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper) out += '-';
    out += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

Result<void> look_back(ledger::Snapshot& snapshot, std::uint64_t size) {
  if (size <= snapshot.size().value) return snapshot.look_back(TreeSize{size});
  return Error(ToolError::kUsage, fmt::format("--at {}: the log holds {} entries, so it cannot be seen at that size",
                                              size, snapshot.size().value));
}

}  // namespace

void add_time_options(cli::Command& command) {
  command.option({.name = "as-of", .value = "DATE", .help = "what was true on that day, such as 2026-03-12"});
  add_size_option(command);
}

void add_size_option(cli::Command& command) {
  command.option({.name = "at",
                  .value = "SIZE",
                  .help = "what was known when the log held SIZE entries",
                  .range = cli::Range{1, UINT64_MAX}});
}

std::uint32_t today() {
  return *event::parse_day(format_utc(system_clock().now()).substr(0, 10));
}

Result<std::optional<std::uint32_t>> date_option(const cli::Arguments& arguments, std::string_view name) {
  const auto text = arguments.maybe(name);
  if (!text) return std::optional<std::uint32_t>();
  if (const auto day = event::parse_day(*text)) return std::optional(*day);
  return Error(ToolError::kUsage,
               fmt::format("--{}: \"{}\" is no date; write one as 2026-03-12", name, for_terminal(*text)));
}

Result<Number> subject_option(const Register& reg, const cli::Arguments& arguments, std::string_view name,
                              SubjectKind kind) {
  const auto id = arguments.maybe(name);
  if (!id) return Number{0};
  return find_called(reg, *id, kind);
}

Result<Reading> open_reading(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const auto day, date_option(arguments, "as-of"));
  JUMELAGE_TRY(auto reading, open_reading_at(arguments, ui));
  if (day) reading.day = *day;
  reading.is_day_given = day.has_value();
  return reading;
}

Result<Reading> open_reading_at(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(auto ledger, open_to_read(ui));
  JUMELAGE_TRY(auto snapshot, ledger->snapshot());
  if (arguments.has("at")) {
    JUMELAGE_TRY(look_back(snapshot, arguments.number("at")));
  }
  return Reading{std::move(ledger), std::move(snapshot), today(), false};
}

std::optional<projection::RowAt> Reading::state(Number number) const {
  if (!is_day_given) return projection::row_at(reg(), number);
  return projection::row_on(reg(), snapshot.history(), number, day);
}

Result<projection::RowAt> Reading::known_state(Number number) const {
  auto row = state(number);
  if (row) return std::move(*row);
  return Error(ToolError::kNotFound, fmt::format("\"{}\" did not exist on {}: its first act is later",
                                                 projection::slug_of(reg(), number), event::format_day(day)));
}

void add_limit_option(cli::Command& command) {
  command.option({.name = "limit",
                  .value = "N",
                  .help = "at most so many, up to 1000",
                  .fallback = "50",
                  .range = cli::Range{1, kMostOnAPage}});
}

void add_page_options(cli::Command& command) {
  add_limit_option(command);
  command.option({.name = "after", .value = "ID", .help = "go on after this one"});
}

Result<Page> Page::of(const Register& reg, const cli::Arguments& arguments, SubjectKind kind) {
  Page page(arguments.number("limit"));
  JUMELAGE_TRY(page.after_, subject_option(reg, arguments, "after", kind));
  return page;
}

bool Page::offer(Number number, const std::function<bool(Number)>& keep) {
  has_more_ = looks_ == 0;
  if (has_more_) return false;
  --looks_;
  const bool wanted = keep(number);
  has_more_ = wanted && numbers_.size() == limit_;
  if (has_more_) return false;
  last_ = number;
  if (wanted) numbers_.push_back(number);
  return true;
}

bool Page::take(Number number) {
  return offer(number, [](Number) { return true; });
}

void fill_page(Page& page, const Register& reg, const std::vector<Number>& parents, SubjectKind kind,
               const std::function<bool(Number)>& keep) {
  Number first = page.after() + 1;
  bool is_begun = page.after() == 0;
  for (const Number parent : parents) {
    is_begun = is_begun || projection::is_child(reg, parent, kind, page.after());
    if (!is_begun) continue;
    projection::for_each_child_from(reg, parent, kind, first, [&](Number child) { return page.offer(child, keep); });
    if (page.has_more()) return;
    first = 1;
  }
}

void fill_page(Page& page, const Register& reg, SubjectKind kind, const std::function<bool(Number)>& keep) {
  const projection::Term term{projection::Field::kKind, static_cast<std::uint64_t>(kind)};
  fill_page(page, reg, std::array{term}, keep);
}

void fill_page(Page& page, const Register& reg, std::span<const projection::Term> terms,
               const std::function<bool(Number)>& keep) {
  projection::for_each_common(reg, terms, {0, page.after() + 1}, projection::Direction::kOldestFirst,
                              [&](projection::Place place) { return page.offer(place.number, keep); });
}

void write_next(const Register& reg, const Page& page, JsonOutput& out) {
  if (page.has_more()) out.text("next", projection::slug_of(reg, page.last()));
}

std::string next_line(const Register& reg, const Page& page) {
  if (!page.has_more()) return {};
  const std::string after = for_terminal(projection::slug_of(reg, page.last()));
  if (page.is_cut_short())
    return fmt::format("\n{} were looked at; there may be more: add --after {}\n", kMostLookedAt, after);
  return fmt::format("\nThere are more: add --after {}\n", after);
}

std::vector<std::string> choices_in(capnp::EnumSchema schema) {
  std::vector<std::string> out;
  for (const auto each : schema.getEnumerants()) out.push_back(hyphened(each.getProto().getName().cStr()));
  return out;
}

std::uint16_t choice_in(capnp::EnumSchema schema, std::string_view text) {
  for (const auto each : schema.getEnumerants())
    if (hyphened(each.getProto().getName().cStr()) == text) return each.getOrdinal();
  throw std::logic_error("an option has a value that is not among its choices");
}

}  // namespace jumelage::tools
