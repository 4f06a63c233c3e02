#include "governance/signer_memory.h"

namespace jumelage::governance {

const SignerMemory::Known* SignerMemory::find(std::string_view who, const SigningDays& days) const {
  const auto found = known_.find(who);
  return found == known_.end() || found->second.days != days ? nullptr : &found->second;
}

void SignerMemory::keep(std::string_view who, const Known& known) {
  if (known_.size() >= kMost) forget();
  known_.insert_or_assign(std::string(who), known);
  for (const Number subject : {known.key, known.role.mandate, known.role.member, known.role.office})
    if (subject != 0) rests_on_.insert(subject);
}

void SignerMemory::see(const Effects& effects) {
  if (known_.empty()) return;
  bool touched = false;
  effects.for_each([&](Table table, ByteView key, ByteView) {
    if (table != Table::kRows || touched) return;
    const auto number = static_cast<Number>(read_big_endian(key.first(4)));
    touched = rests_on_.contains(number);
  });
  if (touched) forget();
}

void SignerMemory::forget() {
  known_.clear();
  rests_on_.clear();
}

}  // namespace jumelage::governance
