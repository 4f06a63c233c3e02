#include <fmt/format.h>

#include "show/act_words_of.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using schema::Act;

std::string launched(schema::ProjectLaunched::Reader act) {
  return fmt::format("project {} launched, led by {} for {}: {}", view(act.getId()), view(act.getLead()),
                     view(act.getLeadMember()), best_text(act.getTitle()));
}

std::string exchanged(schema::ExchangeReported::Reader act) {
  std::string guests;
  for (const auto guest : act.getGuests()) guests += fmt::format("{}{}", guests.empty() ? "" : ", ", view(guest));
  return fmt::format("{} at {}, with {}: {}", view(act.getId()), view(act.getHost()), guests,
                     one_line(view(act.getTheme())));
}

}  // namespace

std::string cooperation_words(Act::Reader act) {
  switch (act.which()) {
    case Act::COMMITMENT_REGISTERED:
      return fmt::format("commitment {} registered: {}", view(act.getCommitmentRegistered().getId()),
                         best_text(act.getCommitmentRegistered().getTitle()));
    case Act::COMMITMENT_CHANGED:
      return fmt::format("commitment {} is {} from {}", view(act.getCommitmentChanged().getId()),
                         words(act.getCommitmentChanged().getState()), date_text(act.getCommitmentChanged().getFrom()));
    case Act::PROJECT_LAUNCHED: return launched(act.getProjectLaunched());
    case Act::PROJECT_REPORTED:
      return fmt::format("report on {} for {} to {}", view(act.getProjectReported().getProject()),
                         date_text(act.getProjectReported().getFrom()), date_text(act.getProjectReported().getUntil()));
    case Act::PROJECT_STATE_CHANGED:
      return fmt::format("project {} {} from {}", view(act.getProjectStateChanged().getProject()),
                         words(act.getProjectStateChanged().getState()),
                         date_text(act.getProjectStateChanged().getFrom()));
    case Act::PROJECT_HANDED_OVER:
      return fmt::format("project {} handed over to {} for {}", view(act.getProjectHandedOver().getProject()),
                         view(act.getProjectHandedOver().getNewLead()),
                         view(act.getProjectHandedOver().getNewLeadMember()));
    case Act::EXPERTISE_OFFERED:
      return fmt::format("{} {} {}: {}", view(act.getExpertiseOffered().getMember()),
                         act.getExpertiseOffered().getWithdrawn() ? "withdraws" : "offers",
                         view(act.getExpertiseOffered().getId()), one_line(view(act.getExpertiseOffered().getTheme())));
    case Act::EXCHANGE_REPORTED: return exchanged(act.getExchangeReported());
    case Act::CONSULTATION_OPENED:
      return fmt::format("consultation {} on {} opened until {}", view(act.getConsultationOpened().getId()),
                         view(act.getConsultationOpened().getSubject()),
                         date_text(act.getConsultationOpened().getUntil()));
    case Act::CONSULTATION_CLOSED:
      return fmt::format("consultation {} closed, {}", view(act.getConsultationClosed().getId()),
                         counted(act.getConsultationClosed().getCount(), "contribution"));
    default: return {};
  }
}

}  // namespace jumelage::tools
