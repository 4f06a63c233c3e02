#include "governance/session_quorum.h"

#include "governance/session_seats.h"
#include "governance/vote_rule_set.h"

namespace jumelage::governance {

QuorumResult quorum_of(Context& c, schema::SessionState::Reader session, schema::RuleSet::Reader rules,
                       std::span<const Seat> seats) {
  const QuorumRule rule = quorum_rule(rules.getQuorum());
  return test_quorum(rule, count_heads(seats, rule.base, seat_count(c.body(session.getBody()))), session.getCall());
}

QuorumResult quorum_for_item(Context& c, schema::SessionState::Reader session, schema::RuleSet::Reader rules,
                             std::span<const Seat> seats) {
  const bool each = session.getMode() == schema::SessionMode::WRITTEN ||
                    rules.getQuorum().getTestedAt() == schema::Quorum::TestedAt::EACH_ITEM;
  if (each) return quorum_of(c, session, rules, seats);
  return {session.getQuorate(), std::string(view(session.getQuorumText()))};
}

}  // namespace jumelage::governance
