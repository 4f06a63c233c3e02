// What the schema calls things, as people say it. Nothing here is escaped: pass it through a table, a field or
// for_terminal().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/json_output.h"
#include "base/bytes.h"
#include "cli/table.h"
#include "event/json.h"
#include "schema/act.capnp.h"

namespace jumelage::tools {

// "minutesApproved" -> "minutes approved"
std::string spaced(std::string_view camel_case);

// An enumerant in words: Phase::MINUTES_APPROVED -> "minutes approved".
std::string words(capnp::DynamicEnum value);

// An outcome that the rules came to: "cannot be computed" where they came to none.
std::string computed_text(schema::Outcome outcome);

inline std::string_view view(capnp::Text::Reader text) {
  return {text.begin(), text.size()};
}
inline ByteView bytes_of(capnp::Data::Reader data) {
  return {data.begin(), data.size()};
}

// On one line: titles may hold line breaks.
std::string one_line(std::string_view text);

// A text of several languages in one of them, on one line: the prevailing one, else the first authentic one, else the
// first.
std::string best_text(capnp::List<schema::LocalText>::Reader texts);
// The first name that is no alias.
std::string best_name(capnp::List<schema::Name>::Reader names);

// A Rata Die day as a date; "-" for none.
std::string date_text(std::uint32_t day);
// "2026-03-12 10:30 +01:00 (Africa/Casablanca)"
std::string moment_text(schema::Moment::Reader moment);
// "2026-03-12 10:30 UTC"
std::string minute_text(std::int64_t utc_ms);

// "1 234.56 EUR": as many decimals as the currency has by ISO 4217, thousands apart, the same whatever the locale.
std::string money_text(std::int64_t minor_units, std::string_view currency);

// A text of several languages whole: member `name`, a list.
void write_texts(std::string_view name, capnp::List<schema::LocalText>::Reader texts, JsonOutput& out);

// "CCI-2026-007"
std::string number_text(std::string_view series, unsigned year, unsigned number);

// The steps of an outcome's arithmetic, a line each: the rules put semicolons between them.
void add_arithmetic(std::string_view label, std::string_view arithmetic, cli::Fields& fields);

// The first digits of a digest, enough to tell things apart: jumelage show takes them.
std::string short_hex(ByteView bytes);

// JSON of ours, but its texts are other people's: each line made safe for a terminal on its own, and indented.
std::string safe_lines(std::string_view text);

// "cci, water-committee"
std::string joined(const std::vector<std::string>& words);

// "1 act", "3 acts"
std::string counted(std::uint64_t count, std::string_view one, std::string_view many = {});

}  // namespace jumelage::tools
