// Civil dates as the register keeps them: Rata Die day numbers, 0001-01-01 being 1.
#pragma once

#include <cstdint>
#include <string>

#include "schema/act.capnp.h"

namespace jumelage::governance {

// The day that the wall clock showed then and there; 0 for times before 0001-01-01.
std::uint32_t day_of(schema::Moment::Reader moment);
// The day of what an act records: decidedAt, or recordedAt where that is all there is.
std::uint32_t decision_day(schema::Act::Reader act);
// The civil year of a day; 0 for day 0.
std::uint16_t year_of(std::uint32_t day);
// "2026-03-12"; "no date" for 0.
std::string format_day(std::uint32_t day);

// Whether `day` is in a term; `until` 0: without an end.
constexpr bool in_term(std::uint32_t from, std::uint32_t until, std::uint32_t day) {
  return from <= day && (until == 0 || day <= until);
}

}  // namespace jumelage::governance
