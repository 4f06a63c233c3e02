#include "governance/session_anchor.h"

#include <fmt/format.h>

#include <algorithm>

#include "governance/session_support.h"

namespace jumelage::governance {

using Position = schema::Anchor::Position;
using ItemStatus = schema::ProposalState::Status;

Result<AnchorPlace> read_anchor(Context& c, schema::Anchor::Reader anchor, Number session) {
  AnchorPlace place;
  if (!anchor.hasItem()) return place;
  JUMELAGE_TRY(place.item, c.find(anchor.getItem(), SubjectKind::PROPOSAL));
  if (!on_agenda(c.session(session), place.item)) {
    return Error(Refusal::kImpossible,
                 fmt::format("{} is not on the agenda of session {}", quoted(anchor.getItem()), quoted(c, session)));
  }
  const auto state = c.proposal(place.item);
  place.round = std::max<unsigned>(1, anchor.getVoteRound());
  place.after_vote = anchor.getPosition() == Position::AFTER_VOTE;
  const bool before = anchor.getPosition() == Position::BEFORE || anchor.getPosition() == Position::BEFORE_VOTE;
  if (place.after_vote && state.getRounds() < place.round) {
    return Error(Refusal::kImpossible,
                 fmt::format("this is said to come after vote {} on {}, which is not recorded yet; "
                             "record that vote first",
                             place.round, quoted(anchor.getItem())));
  }
  place.overtaken = before && state.getRounds() >= place.round && state.getStatus() != ItemStatus::TABLED;
  return place;
}

}  // namespace jumelage::governance
