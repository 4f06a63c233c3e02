#include "show/words.h"

#include <fmt/format.h>

#include "app/value_words.h"
#include "base/clock.h"
#include "base/hex.h"
#include "base/text.h"
#include "event/json_scalars.h"

namespace jumelage::tools {

std::string spaced(std::string_view camel_case) {
  std::string out;
  for (const char c : camel_case) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper) out += ' ';
    out += upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

std::string words(capnp::DynamicEnum value) {
  KJ_IF_MAYBE (known, value.getEnumerant()) {
    const auto name = known->getProto().getName();
    return spaced({name.begin(), name.size()});
  }
  return fmt::format("unknown ({})", value.getRaw());
}

std::string computed_text(schema::Outcome outcome) {
  return outcome == schema::Outcome::NOT_ANNOUNCED ? "cannot be computed" : words(schema::Outcome{outcome});
}

std::string one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c == '\n' || c == '\t') c = ' ';
  return out;
}

std::string best_text(capnp::List<schema::LocalText>::Reader texts) {
  using Standing = schema::LocalText::Standing;
  for (const Standing wanted : {Standing::PREVAILING, Standing::AUTHENTIC})
    for (const auto text : texts)
      if (text.getStanding() == wanted) return one_line(view(text.getText()));
  return texts.size() > 0 ? one_line(view(texts[0].getText())) : std::string();
}

std::string best_name(capnp::List<schema::Name>::Reader names) {
  for (const auto name : names)
    if (!name.getAlias()) return std::string(view(name.getText()));
  return names.size() > 0 ? std::string(view(names[0].getText())) : std::string();
}

std::string date_text(std::uint32_t day) {
  return day == 0 ? "-" : event::format_day(day);
}

std::string moment_text(schema::Moment::Reader moment) {
  std::string local = format_with_offset(moment.getUtc(), moment.getOffsetMinutes());
  std::string out = local.substr(0, 10);
  if (moment.getPrecision() != schema::Precision::DAY) {
    const std::string offset = local.ends_with('Z') ? "UTC" : local.substr(local.size() - 6);
    out += fmt::format(" {} {}", local.substr(11, 5), offset);
  }
  if (moment.hasZone()) out += fmt::format(" ({})", view(moment.getZone()));
  return out;
}

std::string minute_text(std::int64_t utc_ms) {
  const std::string text = format_utc(utc_ms);
  return fmt::format("{} {} UTC", text.substr(0, 10), text.substr(11, 5));
}

std::string money_text(std::int64_t minor_units, std::string_view currency) {
  const std::size_t decimals = decimals_of(currency);
  const bool negative = minor_units < 0;
  // Not by abs(): the smallest number has no opposite.
  std::string digits = fmt::format("{}", minor_units).substr(negative ? 1 : 0);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  const std::string fraction = digits.substr(digits.size() - decimals);
  digits.resize(digits.size() - decimals);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ' ');
  return fmt::format("{}{}{}{}{}", negative ? "-" : "", digits, decimals == 0 ? "" : ".", fraction,
                     currency.empty() ? "" : fmt::format(" {}", currency));
}

void write_texts(std::string_view name, capnp::List<schema::LocalText>::Reader texts, JsonOutput& out) {
  out.list(name);
  for (const auto each : texts) {
    out.object().text("language", view(each.getLanguage())).text("text", view(each.getText()));
    out.text("standing", words(each.getStanding())).end();
  }
  out.end();
}

std::string number_text(std::string_view series, unsigned year, unsigned number) {
  return fmt::format("{}-{}-{:03}", series, year, number);
}

void add_arithmetic(std::string_view label, std::string_view arithmetic, cli::Fields& fields) {
  constexpr std::string_view kStep = "; ";
  for (std::size_t end = 0; end != std::string_view::npos; label = "") {
    end = arithmetic.find(kStep);
    fields.field(label, arithmetic.substr(0, end));
    if (end != std::string_view::npos) arithmetic.remove_prefix(end + kStep.size());
  }
}

std::string short_hex(ByteView bytes) {
  return to_hex(bytes.first(std::min<std::size_t>(bytes.size(), 6)));
}

// JSON of ours, but its texts are other people's: each line is made safe on its own.
std::string safe_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += "  " + for_terminal(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  if (count == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", count, one) : fmt::format("{} {}", count, many);
}

}  // namespace jumelage::tools
