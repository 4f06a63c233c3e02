// What commands that read have in common: at which time they look, and how much of a long list they show.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/json_output.h"
#include "app/lookup.h"
#include "app/ui.h"
#include "event/json.h"
#include "ledger/ledger.h"
#include "projection/index.h"

namespace jumelage::tools {

// --as-of DATE and --at SIZE.
void add_time_options(cli::Command& command);
// --at SIZE alone, for what has no dates of its own.
void add_size_option(cli::Command& command);

// A ledger opened for reading, as it was known at one size of the log, looked at as of one day. The snapshot goes
// first.
struct Reading {
  std::unique_ptr<ledger::Ledger> ledger;
  ledger::Snapshot snapshot;
  std::uint32_t day = 0;      // Rata Die; today unless --as-of says another
  bool is_day_given = false;  // then rows are those whose acts count by that day, not simply the newest

  const Register& reg() const { return snapshot.reg(); }
  // None: it did not exist yet.
  std::optional<projection::RowAt> state(Number number) const;
  // ToolError::kNotFound where it did not exist yet.
  Result<projection::RowAt> known_state(Number number) const;
};
// For commands with the options of add_time_options().
Result<Reading> open_reading(const cli::Arguments& arguments, const Ui& ui);
// For commands with that of add_size_option().
Result<Reading> open_reading_at(const cli::Arguments& arguments, const Ui& ui);

// Today in UTC, as a Rata Die day.
std::uint32_t today();
// The date that an option gives; none: it was not given. ToolError::kUsage.
Result<std::optional<std::uint32_t>> date_option(const cli::Arguments& arguments, std::string_view name);
// The member, body ... that an option names; 0: it was not given.
Result<Number> subject_option(const Register& reg, const cli::Arguments& arguments, std::string_view name,
                              SubjectKind kind);

inline constexpr std::uint64_t kMostOnAPage = 1000;

// --limit N, at most kMostOnAPage.
void add_limit_option(cli::Command& command);
// The same, and --after ID.
void add_page_options(cli::Command& command);

// However many there are, a page looks at no more than this to find those that are asked for.
inline constexpr std::uint64_t kMostLookedAt = 20'000;

// One page of a list, filled in its order.
class Page {
 public:
  explicit Page(std::uint64_t limit, std::uint64_t looks = kMostLookedAt) : limit_(limit), looks_(looks) {}
  // ToolError::kNotFound for an --after that nothing here has.
  static Result<Page> of(const Register& reg, const cli::Arguments& arguments, SubjectKind kind);

  Number after() const { return after_; }
  // Takes the next one, if it passes the test. False: nothing more is taken, and there may be more.
  bool offer(Number number, const std::function<bool(Number)>& keep);
  bool take(Number number);
  const std::vector<Number>& numbers() const { return numbers_; }
  bool has_more() const { return has_more_; }
  // So many were looked at that the page ended before it was full.
  bool is_cut_short() const { return has_more_ && numbers_.size() < limit_; }
  // After which one to go on, when there is more.
  Number last() const { return last_; }

 private:
  std::uint64_t limit_;
  std::uint64_t looks_;  // left
  Number after_ = 0;
  Number last_ = 0;  // looked at
  std::vector<Number> numbers_;
  bool has_more_ = false;
};

// The children of these parents that come after the page's --after and pass the test, in the order in which they were
// made.
void fill_page(Page& page, const Register& reg, const std::vector<Number>& parents, SubjectKind kind,
               const std::function<bool(Number)>& keep);

// The same of the subjects of a kind that have no parent in common: persons, proxies, opinions.
void fill_page(Page& page, const Register& reg, SubjectKind kind, const std::function<bool(Number)>& keep);
// The same of what has had these values, of fields whose order is that of the numbers.
void fill_page(Page& page, const Register& reg, std::span<const projection::Term> terms,
               const std::function<bool(Number)>& keep);

// Member "next" of the object that is open: what to give as --after. Nothing on the last page.
void write_next(const Register& reg, const Page& page, JsonOutput& out);
// The same for people: "There are more: add --after ID".
std::string next_line(const Register& reg, const Page& page);

// An option whose values are the enumerants of an enum of the schema, as the program prints them.
template <class Enum>
std::vector<std::string> choices_of();
template <class Enum>
std::optional<Enum> choice_option(const cli::Arguments& arguments, std::string_view name);

std::vector<std::string> choices_in(capnp::EnumSchema schema);
std::uint16_t choice_in(capnp::EnumSchema schema, std::string_view text);

template <class Enum>
std::vector<std::string> choices_of() {
  return choices_in(capnp::Schema::from<Enum>());
}
template <class Enum>
std::optional<Enum> choice_option(const cli::Arguments& arguments, std::string_view name) {
  const auto text = arguments.maybe(name);
  if (!text) return std::nullopt;
  return static_cast<Enum>(choice_in(capnp::Schema::from<Enum>(), *text));
}

}  // namespace jumelage::tools
