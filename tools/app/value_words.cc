#include "app/value_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "app/json_output.h"
#include "app/tool_error.h"
#include "base/text.h"

namespace jumelage::tools {
namespace {

struct Word {
  std::string_view typed;
  std::string_view json;
};
constexpr Word kUnits[] = {{"day", "calendarDays"},
                           {"days", "calendarDays"},
                           {"calendar days", "calendarDays"},
                           {"clear day", "clearDays"},
                           {"clear days", "clearDays"},
                           {"working day", "workingDays"},
                           {"working days", "workingDays"},
                           {"month", "months"},
                           {"months", "months"},
                           {"year", "years"},
                           {"years", "years"},
                           {"hour", "hours"},
                           {"hours", "hours"}};
constexpr Word kStages[] = {
    {"signature", "beforeSignature"}, {"force", "beforeEntryIntoForce"}, {"execution", "beforeExecution"}};
constexpr Word kStepKinds[] = {
    {"transmission", "transmission"}, {"visa", "visa"}, {"consultation", "consultation"}, {"approval", "approval"}};
constexpr Word kSilences[] = {{"nothing", "meansNothing"}, {"approves", "approves"}, {"refuses", "refuses"}};

template <std::size_t N>
std::optional<std::string_view> json_of(const Word (&words)[N], std::string_view typed) {
  const auto found = std::ranges::find(words, typed, &Word::typed);
  return found == std::end(words) ? std::nullopt : std::optional(found->json);
}

template <std::size_t N>
std::string all_of(const Word (&words)[N]) {
  std::string out;
  for (const Word& word : words) out += fmt::format("{}{}", out.empty() ? "" : ", ", word.typed);
  return out;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t end = text.find(at);
    out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

template <class Int>
std::optional<Int> whole_number(std::string_view text) {
  Int value{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole ? std::optional(value) : std::nullopt;
}

bool is_currency(std::string_view text) {
  return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "1250.5" with two decimals is 125050.
std::optional<std::int64_t> minor_units(std::string_view amount, std::size_t decimals) {
  const std::size_t point = amount.find('.');
  std::string digits(amount.substr(0, point));
  std::string_view fraction = point == std::string_view::npos ? "" : amount.substr(point + 1);
  const bool points_at_nothing = point != std::string_view::npos && fraction.empty();
  if (digits.empty() || points_at_nothing || fraction.size() > decimals) return std::nullopt;
  digits += fraction;
  digits.append(decimals - fraction.size(), '0');
  return whole_number<std::int64_t>(digits);
}

Error bad_clearance(std::string_view option, std::string_view word, std::string_view why) {
  return {ToolError::kUsage,
          fmt::format("--{} {}: {}; write [PARTY=]ID:KIND:STAGE:AUTHORITY[:DEADLINE[:SILENCE]], such as "
                      "es-semara=ma-visa:visa:signature:Governor:\"30 days\":approves",
                      option, for_terminal(word), why)};
}

}  // namespace

std::size_t decimals_of(std::string_view currency) {
  constexpr std::string_view kNone[] = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                                        "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
  constexpr std::string_view kThree[] = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
  if (std::ranges::find(kNone, currency) != std::end(kNone)) return 0;
  return std::ranges::find(kThree, currency) != std::end(kThree) ? 3 : 2;
}

Result<std::string> money_json(std::string_view option, std::string_view word) {
  const std::size_t space = word.find(' ');
  const std::string_view currency = space == std::string_view::npos ? "" : word.substr(space + 1);
  const auto units = is_currency(currency) ? minor_units(word.substr(0, space), decimals_of(currency)) : std::nullopt;
  if (!units)
    return Error(ToolError::kUsage, fmt::format("--{} {}: write an amount and a currency in three capital letters, "
                                                "such as \"12000 EUR\" or \"1250.50 MAD\"",
                                                option, for_terminal(word)));
  return fmt::format("{{\"minorUnits\": {}, \"currency\": \"{}\"}}", *units, currency);
}

Result<std::string> period_json(std::string_view option, std::string_view word) {
  const std::size_t space = word.find(' ');
  const auto count = whole_number<std::uint32_t>(word.substr(0, space));
  const auto unit = json_of(kUnits, space == std::string_view::npos ? "" : word.substr(space + 1));
  if (!count || !unit)
    return Error(ToolError::kUsage,
                 fmt::format("--{} {}: write a number and a unit, such as \"3 years\", \"6 months\", \"30 days\", "
                             "\"15 clear days\", \"10 working days\"",
                             option, for_terminal(word)));
  return fmt::format("{{\"count\": {}, \"unit\": \"{}\"}}", *count, *unit);
}

Result<ClearanceWord> clearance_of(std::string_view option, std::string_view word) {
  const auto parts = split(word, ':');
  if (parts.size() < 4 || parts.size() > 6) return bad_clearance(option, word, "it has four to six parts");
  const std::size_t equals = parts[0].find('=');
  const auto kind = json_of(kStepKinds, parts[1]);
  const auto stage = json_of(kStages, parts[2]);
  const auto silence = json_of(kSilences, parts.size() > 5 ? parts[5] : "nothing");
  if (!kind) return bad_clearance(option, word, "the kind is one of " + all_of(kStepKinds));
  if (!stage) return bad_clearance(option, word, "the stage, before which it is needed, is one of " + all_of(kStages));
  if (!silence) return bad_clearance(option, word, "silence is one of " + all_of(kSilences));
  ClearanceWord out;
  if (equals != std::string_view::npos) out.party = parts[0].substr(0, equals);
  out.id = equals == std::string_view::npos ? parts[0] : parts[0].substr(equals + 1);
  out.kind = *kind;
  out.stage = *stage;
  out.authority = parts[3];
  if (parts.size() > 4 && !parts[4].empty()) {
    JUMELAGE_TRY(out.deadline, period_json(option, parts[4]));
  }
  out.silence = *silence;
  return out;
}

std::string step_json(const ClearanceWord& step, Checklist list) {
  JsonOutput out;
  out.object().text("id", step.id).text("authority", step.authority).text("kind", step.kind).text("stage", step.stage);
  if (!step.deadline.empty()) out.raw("deadline", step.deadline);
  out.text("silence", step.silence);
  if (list == Checklist::kOfDecision) out.optional_text("party", step.party);
  return out.end().take();
}

}  // namespace jumelage::tools
