// The query index: what people look for, so that no list reads a register from end to end. One table, whose keys are a
// field, a value, an order and a number (docs/formats/register.md).
//
// An entry says that the subject has had the value at some time: entries are made from the rows of subjects and never
// removed. So whoever finds one looks at the row, which is also how questions about an earlier time are answered right.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "governance/effects.h"
#include "governance/keys.h"
#include "governance/register.h"

namespace jumelage::projection {

// Stored: append only.
enum class Field : std::uint8_t {
  kDecision = 1,          // every decision; no value
  kDecisionBody = 2,      // the body's number
  kDecisionOutcome = 3,   // as announced
  kDecisionStanding = 4,  // every status that it has on some day, by what the row says
  kDecisionMatter = 5,    // hash of scheme and code
  kDecisionTheme = 6,     // hash of the theme
  kIrregular = 7,         // kind
  kSession = 8,           // every session; no value
  kSessionBody = 9,       // the body's number
  kAgreementPhase = 10,   // every phase that it has on some day, by what the row says
  kAgreementKind = 11,    // of any draft
  kProjectStatus = 12,    // as the row has it
  kFindingBody = 13,      // the body that a finding is about; its places are log positions
  kKind = 14,             // kind; of persons, proxies and opinions, which have no parent in common
  kMandatePerson = 15,    // the number of the person who holds a mandate
};

// One value of one field. Its entries come in order: of decisions and sessions by their day, then in the order in which
// they were made.
struct Term {
  Field field;
  std::uint64_t value = 0;
};
Term matter_term(std::string_view scheme, std::string_view code);
Term theme_term(std::string_view theme);

// Where an entry stands among those of its term.
struct Place {
  std::uint32_t order = 0;  // a Rata Die day; 0 where the field has none
  governance::Number number = 0;
  auto operator<=>(const Place&) const = default;
};
governance::Key index_key(Term term, Place place);
// Of fields whose entries are about acts.
constexpr Place place_of_position(std::uint64_t position) {
  return {static_cast<std::uint32_t>(position >> 32), static_cast<governance::Number>(position)};
}
constexpr std::uint64_t position_of(Place place) {
  return std::uint64_t{place.order} << 32 | place.number;
}

// The entries that the effects of one act make, for whoever writes them. `reg`: the register with these effects.
void for_each_entry(const governance::Effects& effects, const governance::Register& reg,
                    const std::function<void(const governance::Key&)>& put);

// Up or down.
enum class Direction : std::uint8_t { kOldestFirst, kNewestFirst };

// The places that all of these terms have, one term at least, from `from` on (included), until `visit` returns false.
// Costs one seek for each term and place.
void for_each_common(const governance::Register& reg, std::span<const Term> terms, Place from, Direction direction,
                     const std::function<bool(Place)>& visit);

}  // namespace jumelage::projection
