// Whether the documents that acts name lie beside the log as the log has them.
#pragma once

#include <functional>
#include <vector>

#include "governance/register.h"
#include "ledger/stores.h"

namespace jumelage::ledger {

enum class DocumentState : std::uint8_t {
  kKept,          // here, and what its digest says
  kErased,        // destroyed by an act, as it should be
  kMissing,       // should be here, and is not
  kDamaged,       // here, and not what its digest says
  kNotDestroyed,  // an act erased it, and it is still here
  kUnnamed,       // here, and no act names it
  kUnknown,       // neither here nor named
};
std::string_view state_text(DocumentState state);  // "kept", "not destroyed"
// Something has to be done about it.
constexpr bool is_wrong(DocumentState state) {
  return state == DocumentState::kMissing || state == DocumentState::kDamaged || state == DocumentState::kNotDestroyed;
}

struct DocumentStanding {
  DocumentState state = DocumentState::kUnknown;
  std::uint64_t registered_at = 0;  // log position of the act that named it first, unless unnamed or unknown
  std::uint64_t erased_at = 0;      // of the act that erased it
};

// Reads and hashes it. file.*, where it cannot be read.
Result<DocumentStanding> document_standing(const Stores& stores, const governance::Register& reg, const Digest& digest);

inline constexpr std::size_t kMostWrongListed = 100;

struct DocumentCheck {
  std::uint64_t kept = 0, erased = 0, missing = 0, damaged = 0, not_destroyed = 0;
  struct Wrong {
    Digest digest;
    DocumentStanding standing;
  };
  std::vector<Wrong> wrong;  // the first ones
  bool in_order() const { return missing == 0 && damaged == 0 && not_destroyed == 0; }
};

// All documents that acts named, one after the other. `progress` gets how many were looked at, and of how many.
Result<DocumentCheck> check_documents(const Stores& stores, const governance::Register& reg,
                                      const std::function<void(std::uint64_t, std::uint64_t)>& progress);

}  // namespace jumelage::ledger
