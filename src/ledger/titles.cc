#include "ledger/titles.h"

#include <fmt/format.h>

#include "ledger/ledger_error.h"
#include "projection/query.h"

namespace jumelage::ledger {
namespace {

bool has_title(const event::Entry& entry) {
  const auto act = entry.sealed.act().reader();
  return act.isProposalTabled() || act.isProposalRevised() || act.isDecisionRecorded() || act.isDelegatedDecision();
}

}  // namespace

capnp::List<schema::LocalText>::Reader Title::texts() const {
  const auto act = entry_.sealed.act().reader();
  if (act.isProposalTabled()) return act.getProposalTabled().getTitle();
  if (act.isProposalRevised()) return act.getProposalRevised().getTitle();
  if (act.isDelegatedDecision()) return act.getDelegatedDecision().getTitle();
  return act.getDecisionRecorded().getTitle();
}

Result<Title> title_of(const Snapshot& snapshot, governance::Number subject) {
  const auto row = projection::row_at(snapshot.reg(), subject);
  if (!row || !((**row).isProposal() || (**row).isDecision()))
    throw governance::RegisterFault(fmt::format("subject number {} is no proposal and no decision", subject));
  const std::uint64_t at =
      (**row).isProposal() ? (**row).getProposal().getTitleAt() : (**row).getDecision().getTitleAt();
  JUMELAGE_TRY(event::Entry entry, snapshot.entry(EntryIndex{at}));
  if (!has_title(entry))
    return Error(LedgerError::kDamaged,
                 fmt::format("entry {} gives no title; rebuild the register: jumelage rebuild", at));
  return Title(std::move(entry));
}

}  // namespace jumelage::ledger
