// ProposalRevised: the sponsor changes a proposal, or takes it back, before it is voted on.
#include <fmt/format.h>

#include "governance/authority.h"
#include "governance/own_hand.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

using Change = schema::ProposalRevised::Change;
using Status = schema::ProposalState::Status;

// The sponsor: someone of that member; the holder of that mandate, or someone of its member; a secretary for a body and
// for what nobody sponsors.
Result<void> check_sponsor(Context& c, schema::ProposalState::Reader proposal) {
  const Number sponsor = proposal.getSponsor();
  const SubjectKind kind = sponsor == 0 ? SubjectKind::BODY : c.kind_of(sponsor);
  if (kind == SubjectKind::MEMBER) return need_member(c, sponsor);
  if (kind != SubjectKind::MANDATE) return need_secretary(c, proposal.getBody());
  const Number member = c.mandate(sponsor).getMember();
  if (member == 0 || c.roles().holds(sponsor)) return need_own_hand(c, sponsor);
  return need_member(c, member);
}

Error impossible(Context& c, Number number, std::string_view why) {
  return Error(Refusal::kImpossible, fmt::format("{} {}", quoted(c, number), why));
}

Result<void> check_open(Context& c, Number number, Change change) {
  switch (c.proposal(number).getStatus()) {
    case Status::TABLED:
    case Status::NOT_REACHED: return ok();
    case Status::DEFERRED:
      return change == Change::DEFERRED ? Result<void>(impossible(c, number, "is deferred already")) : ok();
    case Status::WITHDRAWN: return impossible(c, number, "was withdrawn; table a new proposal");
    case Status::VOTED: return impossible(c, number, "was voted on; it can be changed only once it is deferred");
    case Status::NOTED:
    case Status::DECIDED:
    case Status::CONSENSUS: return impossible(c, number, "is settled already");
  }
  return impossible(c, number, "is in a state of a newer version");
}

Result<void> check_content(schema::ProposalRevised::Reader act) {
  if (act.getChange() == Change::NEW_TEXT) {
    if (act.getTitle().size() != 0) return ok();
    return Error(Refusal::kBadValue, "a revised proposal has a title; give the whole new one, or the old one again");
  }
  if (act.getTitle().size() == 0 && act.getTexts().size() == 0) return ok();
  return Error(Refusal::kBadValue, "a title and texts go with newText alone; leave them out");
}

}  // namespace

Result<void> proposal_revised(Context& c, schema::ProposalRevised::Reader act) {
  JUMELAGE_TRY(const Number number, c.find(act.getId(), SubjectKind::PROPOSAL));
  JUMELAGE_TRY(check_sponsor(c, c.proposal(number)));
  JUMELAGE_TRY(check_open(c, number, act.getChange()));
  JUMELAGE_TRY(check_content(act));
  JUMELAGE_TRY(c.register_documents(act.getTexts()));
  c.update_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.getProposal();
    switch (act.getChange()) {
      case Change::NEW_TEXT: state.setTitleAt(c.position()); break;
      case Change::WITHDRAWN: state.setStatus(Status::WITHDRAWN); break;
      case Change::DEFERRED: state.setStatus(Status::DEFERRED); break;
    }
  });
  return ok();
}

}  // namespace jumelage::governance
