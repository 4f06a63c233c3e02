#include "app/standing_vote.h"

#include "app/json_output.h"
#include "base/clock.h"
#include "base/hex.h"
#include "show/words.h"

namespace jumelage::tools {

std::optional<StandingVote> standing_vote(const Register& reg, Number item) {
  const auto now = row_of(reg, item);
  const auto state = (*now).getProposal();
  const bool by_consensus = state.getStatus() == schema::ProposalState::Status::CONSENSUS;
  if (state.getVote() == governance::kNever || by_consensus) return std::nullopt;
  const auto at = governance::vote_key(item, state.getRounds(), state.getVote());
  const auto stored = reg.get(governance::Table::kVotes, at);
  if (!stored) return std::nullopt;
  const governance::Row<schema::VoteRow> vote(*stored);
  // The item's own row of that position knows when the vote was recorded.
  const auto row = projection::row_at(reg, item, state.getVote() + 1);
  JsonOutput ref;
  ref.object().text("id", to_hex(bytes_of(vote.reader().getActId())));
  ref.text("recordedAt", format_utc((**row).getRecordedAt())).end();
  return StandingVote{ref.take(), vote.reader().getAnnounced()};
}

}  // namespace jumelage::tools
