// What witnesses have signed, as a hand-over brings it along: freezes, and the certificates of the highest lock and the
// highest final among them. All that can be verified from the log's prefix is verified here (docs/finality.md).
#pragma once

#include <optional>
#include <vector>

#include "governance/context.h"

namespace jumelage::governance {

using FinalityRule = schema::FinalityRule::Reader;

// The rules that a checkpoint of `size` entries answers to: the one that held then, and the one before it when the last
// entry is a boundary.
std::vector<FinalityRule> rules_at(Context& c, std::uint64_t size);

// What the freezes of a hand-over come to.
struct Frozen {
  std::optional<schema::Head::Reader> lock;   // the highest, by term and then by size
  std::optional<schema::Head::Reader> final;  // likewise
};

// Each freeze is a witness's, for this order, with heads of terms below the order's. Refused otherwise, and where two
// of the highest heads contradict each other.
Result<Frozen> check_freezes(Context& c, schema::PrimaryHandedOver::Reader act);

// The freezes are those of a quorum after the last final, and of one after this place.
Result<void> need_frozen_quorums(Context& c, schema::PrimaryHandedOver::Reader act, const Frozen& frozen);

// The certificate is there exactly when a freeze names such a head, and it is a quorum's word for this log at it.
Result<void> check_lock(Context& c, schema::PrimaryHandedOver::Reader act, const Frozen& frozen);
Result<void> check_final(Context& c, schema::PrimaryHandedOver::Reader act, const Frozen& frozen);

}  // namespace jumelage::governance
