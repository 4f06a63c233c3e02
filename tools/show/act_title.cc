#include "show/act_title.h"

#include "show/words.h"

namespace jumelage::tools {

std::string title_in(schema::Act::Reader act) {
  using schema::Act;
  switch (act.which()) {
    case Act::PROPOSAL_TABLED: return best_text(act.getProposalTabled().getTitle());
    case Act::PROPOSAL_REVISED: return best_text(act.getProposalRevised().getTitle());
    case Act::DECISION_RECORDED: return best_text(act.getDecisionRecorded().getTitle());
    case Act::DELEGATED_DECISION: return best_text(act.getDelegatedDecision().getTitle());
    case Act::AGREEMENT_DRAFTED: return best_text(act.getAgreementDrafted().getTitle());
    case Act::AGREEMENT_AMENDED: return best_text(act.getAgreementAmended().getTitle());
    case Act::PROJECT_LAUNCHED: return best_text(act.getProjectLaunched().getTitle());
    case Act::COMMITMENT_REGISTERED: return best_text(act.getCommitmentRegistered().getTitle());
    default: return {};
  }
}

Result<std::string> title_at(const ledger::Snapshot& snapshot, std::uint64_t position) {
  JUMELAGE_TRY(const event::Entry entry, snapshot.entry(EntryIndex{position}));
  return title_in(entry.sealed.act().reader());
}

}  // namespace jumelage::tools
