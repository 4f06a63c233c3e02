// For this folder's own files: the act that founds a ledger can't name it yet.
#pragma once

#include "event/act.h"
#include "event/identity.h"

namespace jumelage::event {

inline bool names_no_ledger(const Act& act) {
  const auto named = act.reader().getLedgerId();
  return LedgerId::from({named.begin(), named.size()})->is_zero();
}

// The ledger that the act's signatures are made for.
inline LedgerId signing_ledger(const Act& act, const LedgerId& ledger) {
  return names_no_ledger(act) ? ledger_id_of(act.bytes()) : ledger;
}

}  // namespace jumelage::event
