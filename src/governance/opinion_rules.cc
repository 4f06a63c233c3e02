// LegalOpinionGiven: what an expert in law says of a proposal or agreement.
#include <fmt/format.h>

#include "governance/dates.h"
#include "governance/decision_finding_codes.h"
#include "governance/own_hand.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

Result<Number> find_target(const Context& c, capnp::Text::Reader id) {
  const Number number = c.number_of(view(id));
  if (number == 0) return Error(Refusal::kUnknownSubject, fmt::format("nothing here has the id {}", quoted(id)));
  const SubjectKind kind = c.kind_of(number);
  if (kind == SubjectKind::PROPOSAL || kind == SubjectKind::AGREEMENT) return number;
  return Error(Refusal::kWrongKind, fmt::format("an opinion is on a proposal or agreement, and {} is neither; name the "
                                                "proposal of a decision",
                                                quoted(id)));
}

// Who signs was found to be in exercise; one for whom a secretary attests is looked at here.
Result<void> check_expert(Context& c, Number expert) {
  const auto mandate = c.mandate(expert);
  if (mandate.getKind() != MandateKind::LEGAL_EXPERT)
    return Error(Refusal::kBadValue, fmt::format("{} is not the mandate of a legal expert", quoted(c, expert)));
  JUMELAGE_TRY(need_own_hand(c, expert));
  if (mandate.getStatus() == schema::MandateState::Status::EFFECTIVE &&
      in_term(mandate.getFrom(), mandate.getUntil(), c.day()))
    return ok();
  return Error(Refusal::kImpossible,
               fmt::format("mandate {} is not in exercise on {}", quoted(c, expert), format_day(c.day())));
}

Result<void> check_proposal(Context& c, Number on, Number opinion) {
  if (c.kind_of(on) != SubjectKind::PROPOSAL) return ok();
  using Status = schema::ProposalState::Status;
  const Status status = c.proposal(on).getStatus();
  if (status == Status::WITHDRAWN)
    return Error(Refusal::kImpossible,
                 fmt::format("{} was withdrawn; there is nothing to give an opinion on", quoted(c, on)));
  if (status == Status::VOTED || status == Status::DECIDED || status == Status::CONSENSUS)
    c.finding(kOpinionLate,
              fmt::format("{} was settled before the opinion was recorded; nobody can have weighed it", quoted(c, on)),
              opinion);
  return ok();
}

Result<std::vector<Number>> find_commitments(const Context& c, schema::LegalOpinionGiven::Reader act) {
  std::vector<Number> commitments;
  for (const auto id : act.getCommitments()) {
    JUMELAGE_TRY(const Number commitment, c.find(id, SubjectKind::COMMITMENT));
    commitments.push_back(commitment);
  }
  return commitments;
}

}  // namespace

Result<void> legal_opinion_given(Context& c, schema::LegalOpinionGiven::Reader act) {
  JUMELAGE_TRY(const Number on, find_target(c, act.getOn()));
  JUMELAGE_TRY(const Number expert, c.find(act.getExpert(), SubjectKind::MANDATE));
  JUMELAGE_TRY(check_expert(c, expert));
  JUMELAGE_TRY(const auto commitments, find_commitments(c, act));
  if (act.getSummary().size() == 0 && !act.hasDocument())
    return Error(Refusal::kBadValue, "an opinion says something; give its summary, or the document");
  JUMELAGE_TRY(const Number opinion, c.create(act.getId(), SubjectKind::OPINION));
  JUMELAGE_TRY(check_proposal(c, on, opinion));
  if (act.hasDocument()) {
    JUMELAGE_TRY(c.register_document(act.getDocument()));
  }
  c.link(on, SubjectKind::OPINION, opinion);
  c.touch(on);
  c.put_state(opinion, [&](schema::SubjectRow::Builder row) {
    auto state = row.initOpinion();
    state.setOn(on);
    state.setExpert(expert);
    state.setOpinion(act.getOpinion());
    auto cited = state.initCommitments(static_cast<unsigned>(commitments.size()));
    for (unsigned i = 0; i < cited.size(); ++i) cited.set(i, commitments[i]);
    state.setGivenAt(c.position());
  });
  return ok();
}

}  // namespace jumelage::governance
