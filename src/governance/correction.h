// How an earlier act reads now, with the corrections made of it, and how it is looked at again. Steps of
// correction_rules.cc.
#pragma once

#include <utility>
#include <vector>

#include "governance/context.h"

namespace jumelage::governance {

// Where the corrections of the act at `target` stand that have taken effect, oldest first.
std::vector<std::uint64_t> corrections_of(const Context& c, std::uint64_t target);
void enter_correction(Context& c, std::uint64_t target);

// The act at `target` with all of them carried out.
event::Act as_corrected(const Context& c, std::uint64_t target);

// The same with one more: refused with kBadValue where `was` isn't what the act says, or it would make no act.
Result<event::Act> correct(const event::Act& act, schema::RecordCorrected::Reader correction);

// Looks at an act again as it was judged at its place, against `reg`. `look` gets a context in hindsight that writes
// nothing; what it finds is handed back.
template <class Look>
Result<std::vector<Finding>> look_back(const Context& c, const Register& reg, std::uint64_t position,
                                       const event::Act& act, Look&& look) {
  Place then = c.place();
  then.index = EntryIndex{position};
  then.sequenced_at = c.history().sequenced_at(position);
  then.signers = nullptr;
  then.hindsight = true;
  Effects found;
  Context hindsight(reg, then, act, found, Roles{});
  JUMELAGE_TRY(std::forward<Look>(look)(hindsight));
  return std::move(found.findings);
}

}  // namespace jumelage::governance
