#include <fmt/format.h>

#include "show/act_words_of.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using schema::Act;

std::string drafted(schema::AgreementDrafted::Reader act) {
  std::string parties;
  std::size_t steps = 0;
  for (const auto party : act.getParties()) {
    parties += parties.empty() ? "" : ", ";
    parties += party.hasMember() ? std::string(view(party.getMember())) : best_name(party.getName());
    steps += party.getClearances().size();
  }
  return fmt::format("{} {}, draft {}, between {}, {}: {}", words(act.getKind()), view(act.getId()), act.getDraft(),
                     parties, steps == 0 ? "no clearance" : counted(steps, "clearance"), best_text(act.getTitle()));
}

std::string signed_by(schema::AgreementSigned::Reader act) {
  std::string out =
      fmt::format("{} signed for {}, draft {}", view(act.getAgreement()), view(act.getParty()), act.getDraft());
  return act.hasSignatory() ? out + fmt::format(", by {}", view(act.getSignatory())) : out;
}

std::string renewed(schema::AgreementRenewed::Reader act) {
  std::string out = fmt::format("{} renewed{} from {}", view(act.getAgreement()), act.getTacit() ? " tacitly" : "",
                                date_text(act.getFrom()));
  return act.getUntil() == 0 ? out : out + " to " + date_text(act.getUntil());
}

}  // namespace

std::string agreement_words(Act::Reader act) {
  switch (act.which()) {
    case Act::AGREEMENT_DRAFTED: return drafted(act.getAgreementDrafted());
    case Act::AGREEMENT_APPROVED:
      return fmt::format("{} approved by {}, draft {}", view(act.getAgreementApproved().getAgreement()),
                         view(act.getAgreementApproved().getParty()), act.getAgreementApproved().getDraft());
    case Act::AGREEMENT_SIGNED: return signed_by(act.getAgreementSigned());
    case Act::AGREEMENT_IN_FORCE:
      return fmt::format("{} in force from {}", view(act.getAgreementInForce().getAgreement()),
                         date_text(act.getAgreementInForce().getFrom()));
    case Act::AGREEMENT_AMENDED:
      return fmt::format("{} amended by {}", view(act.getAgreementAmended().getAgreement()),
                         view(act.getAgreementAmended().getAmendment()));
    case Act::AGREEMENT_RENEWED: return renewed(act.getAgreementRenewed());
    case Act::AGREEMENT_NOTICE_GIVEN:
      return fmt::format("{} gives notice of {}, which ends on {}", view(act.getAgreementNoticeGiven().getParty()),
                         view(act.getAgreementNoticeGiven().getAgreement()),
                         date_text(act.getAgreementNoticeGiven().getEnds()));
    case Act::AGREEMENT_STATE_CHANGED:
      return fmt::format("{} {} from {}", view(act.getAgreementStateChanged().getAgreement()),
                         words(act.getAgreementStateChanged().getState()),
                         date_text(act.getAgreementStateChanged().getFrom()));
    default: return {};
  }
}

}  // namespace jumelage::tools
