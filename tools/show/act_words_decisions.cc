#include <fmt/format.h>

#include "show/act_words_of.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using schema::Act;

std::string revised(schema::ProposalRevised::Reader act) {
  if (act.getChange() == schema::ProposalRevised::Change::NEW_TEXT)
    return fmt::format("{} has a new text: {}", view(act.getId()), best_text(act.getTitle()));
  return fmt::format("{} {}", view(act.getId()), words(act.getChange()));
}

std::string elected(schema::ElectionRecorded::Reader act) {
  return fmt::format("election on {}, {}, {}: {}", view(act.getItem()),
                     counted(act.getCandidates().size(), "candidate"), counted(act.getRounds().size(), "round"),
                     act.hasElected() ? fmt::format("{} announced as elected", view(act.getElected()))
                                      : "nobody announced as elected");
}

std::string delegated(schema::DelegationGranted::Reader act) {
  if (act.getEnded()) return fmt::format("delegation {} ends", view(act.getId()));
  return fmt::format("{} may decide from {}: {}", view(act.getDelegate()), date_text(act.getFrom()),
                     best_text(act.getPowers()));
}

std::string supervised(schema::SupervisionRecorded::Reader act) {
  return fmt::format("{} of {}: {}, {}", view(act.getStep()), view(act.getTarget()), words(act.getEvent()),
                     one_line(view(act.getAuthority())));
}

std::string ended(schema::DecisionEnded::Reader act) {
  std::string out = fmt::format("{} {}", view(act.getDecision()), words(act.getHow()));
  if (act.hasBy()) out += fmt::format(" by {}", view(act.getBy()));
  return out + fmt::format(" from {}", date_text(act.getFrom()));
}

}  // namespace

std::string decision_words(Act::Reader act) {
  switch (act.which()) {
    case Act::PROPOSAL_REVISED: return revised(act.getProposalRevised());
    case Act::LEGAL_OPINION_GIVEN:
      return fmt::format("{} opinion on {} by {}", words(act.getLegalOpinionGiven().getOpinion()),
                         view(act.getLegalOpinionGiven().getOn()), view(act.getLegalOpinionGiven().getExpert()));
    case Act::ELECTION_RECORDED: return elected(act.getElectionRecorded());
    case Act::DELEGATION_GRANTED: return delegated(act.getDelegationGranted());
    case Act::DELEGATED_DECISION:
      return fmt::format("{} decided under {}: {}", view(act.getDelegatedDecision().getId()),
                         view(act.getDelegatedDecision().getDelegation()),
                         best_text(act.getDelegatedDecision().getTitle()));
    case Act::SUPERVISION_RECORDED: return supervised(act.getSupervisionRecorded());
    case Act::CHALLENGE_RECORDED:
      return fmt::format("{} before {}: {}", view(act.getChallengeRecorded().getDecision()),
                         one_line(view(act.getChallengeRecorded().getCourt())),
                         words(act.getChallengeRecorded().getResult()));
    case Act::PUBLISHED:
      return fmt::format("{} published: {}", view(act.getPublished().getSubject()),
                         one_line(view(act.getPublished().getWhere())));
    case Act::DECISION_ENDED: return ended(act.getDecisionEnded());
    case Act::EXTRACT_ISSUED:
      return fmt::format("extract about {} issued to: {}", view(act.getExtractIssued().getSubject()),
                         words(act.getExtractIssued().getToClass()));
    default: return {};
  }
}

}  // namespace jumelage::tools
