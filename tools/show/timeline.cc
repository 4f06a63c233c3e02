#include "show/timeline.h"

#include <fmt/format.h>

#include "base/hex.h"
#include "event/act.h"
#include "projection/attendance.h"
#include "show/act_words.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using schema::Act;

std::string seats_text(capnp::List<schema::Attendance>::Reader lines) {
  std::string out;
  for (const auto line : lines)
    out += fmt::format("{}{} {}{}", out.empty() ? "" : ", ", view(line.getMandate()), words(line.getPresence()),
                       line.hasBy() ? fmt::format(" by {}", view(line.getBy())) : "");
  return out;
}

std::string because(capnp::Text::Reader reason) {
  return reason.size() == 0 ? "" : ": " + one_line(view(reason));
}

std::string office_text(schema::OfficeChanged::Reader act) {
  if (!act.hasHolder()) return fmt::format("{} is vacant from {}", view(act.getId()), date_text(act.getFrom()));
  return fmt::format("{} is held by {} from {}{}", view(act.getId()), view(act.getHolder()), date_text(act.getFrom()),
                     act.getUntil() == 0 ? "" : " to " + date_text(act.getUntil()));
}

std::string mandate_text(schema::MandateChanged::Reader act) {
  return fmt::format("mandate {} {} from {}{}", view(act.getId()), words(act.getChange()), date_text(act.getFrom()),
                     act.getReason() == schema::MandateChanged::Reason::NONE ? "" : ": " + words(act.getReason()));
}

std::string member_text(schema::MemberChanged::Reader act) {
  return fmt::format("{} is {}, {}, fees {}{}", view(act.getId()), words(act.getStanding()),
                     act.getVotingRight() ? "votes" : "does not vote", act.getFeesInOrder() ? "in order" : "due",
                     because(act.getReason()));
}

std::string supervision_text(schema::SupervisionRecorded::Reader act) {
  return fmt::format("step {} of {}: {} by {} on {}", view(act.getStep()), view(act.getTarget()), words(act.getEvent()),
                     view(act.getAuthority()), moment_text(act.getAt()));
}

std::string ended_text(schema::DecisionEnded::Reader act) {
  return fmt::format("{} {} from {}{}", view(act.getDecision()), words(act.getHow()), date_text(act.getFrom()),
                     act.hasBy() ? fmt::format(" by {}", view(act.getBy())) : "");
}

std::string decision_sentence(Act::Reader act) {
  switch (act.which()) {
    case Act::SUPERVISION_RECORDED: return supervision_text(act.getSupervisionRecorded());
    case Act::CHALLENGE_RECORDED: {
      const auto challenge = act.getChallengeRecorded();
      return fmt::format("challenge of {} before {}: {}", view(challenge.getDecision()), view(challenge.getCourt()),
                         words(challenge.getResult()));
    }
    case Act::PUBLISHED:
      return fmt::format("{} published: {}", view(act.getPublished().getSubject()),
                         one_line(view(act.getPublished().getWhere())));
    case Act::DECISION_ENDED: return ended_text(act.getDecisionEnded());
    case Act::LEGAL_OPINION_GIVEN:
      return fmt::format("legal opinion: {}", words(act.getLegalOpinionGiven().getOpinion()));
    default: return {};
  }
}

std::string session_sentence(Act::Reader act) {
  switch (act.which()) {
    case Act::ATTENDANCE_CHANGED: {
      const auto change = act.getAttendanceChanged();
      return fmt::format("{}: {}", projection::anchor_text(change.getAt()), seats_text(change.getChanges()));
    }
    case Act::SESSION_STATE_CHANGED: {
      const auto change = act.getSessionStateChanged();
      return fmt::format("{} {}{}", view(change.getSession()), words(change.getState()), because(change.getReason()));
    }
    case Act::PROXY_GRANTED:
      return fmt::format("{} gives a proxy to {}", view(act.getProxyGranted().getPrincipal()),
                         view(act.getProxyGranted().getHolder()));
    case Act::INTEREST_DECLARED:
      return fmt::format("{} takes no part in {}", view(act.getInterestDeclared().getMandate()),
                         view(act.getInterestDeclared().getTarget()));
    default: return {};
  }
}

std::string agreement_sentence(Act::Reader act) {
  switch (act.which()) {
    case Act::AGREEMENT_DRAFTED:
      return fmt::format("draft {} of {} {}: {}", act.getAgreementDrafted().getDraft(),
                         words(act.getAgreementDrafted().getKind()), view(act.getAgreementDrafted().getId()),
                         best_text(act.getAgreementDrafted().getTitle()));
    case Act::AGREEMENT_APPROVED:
      return fmt::format("draft {} approved by {} on {}", act.getAgreementApproved().getDraft(),
                         view(act.getAgreementApproved().getParty()), date_text(act.getAgreementApproved().getOn()));
    case Act::AGREEMENT_SIGNED:
      return fmt::format("draft {} signed by {} on {}", act.getAgreementSigned().getDraft(),
                         view(act.getAgreementSigned().getParty()), moment_text(act.getAgreementSigned().getAt()));
    case Act::AGREEMENT_IN_FORCE: return "in force from " + date_text(act.getAgreementInForce().getFrom());
    case Act::AGREEMENT_RENEWED: return "renewed from " + date_text(act.getAgreementRenewed().getFrom());
    case Act::AGREEMENT_NOTICE_GIVEN:
      return fmt::format("notice given by {}, to end on {}", view(act.getAgreementNoticeGiven().getParty()),
                         date_text(act.getAgreementNoticeGiven().getEnds()));
    case Act::AGREEMENT_STATE_CHANGED:
      return fmt::format("{} from {}{}", words(act.getAgreementStateChanged().getState()),
                         date_text(act.getAgreementStateChanged().getFrom()),
                         because(act.getAgreementStateChanged().getReason()));
    default: return {};
  }
}

std::string project_sentence(Act::Reader act) {
  switch (act.which()) {
    case Act::PROJECT_LAUNCHED:
      return fmt::format("launched, led by {} of {}: {}", view(act.getProjectLaunched().getLead()),
                         view(act.getProjectLaunched().getLeadMember()),
                         best_text(act.getProjectLaunched().getTitle()));
    case Act::PROJECT_REPORTED:
      return fmt::format("report on {} to {}", date_text(act.getProjectReported().getFrom()),
                         date_text(act.getProjectReported().getUntil()));
    case Act::PROJECT_STATE_CHANGED:
      return fmt::format("{} from {}{}", words(act.getProjectStateChanged().getState()),
                         date_text(act.getProjectStateChanged().getFrom()),
                         because(act.getProjectStateChanged().getReason()));
    case Act::PROJECT_HANDED_OVER:
      return fmt::format("handed over to {} of {} from {}", view(act.getProjectHandedOver().getNewLead()),
                         view(act.getProjectHandedOver().getNewLeadMember()),
                         date_text(act.getProjectHandedOver().getFrom()));
    default: return {};
  }
}

std::string membership_sentence(Act::Reader act) {
  switch (act.which()) {
    case Act::MEMBER_CHANGED: return member_text(act.getMemberChanged());
    case Act::MANDATE_CHANGED: return mandate_text(act.getMandateChanged());
    case Act::OFFICE_CHANGED: return office_text(act.getOfficeChanged());
    case Act::KEY_REVOKED:
      return fmt::format("key {} revoked: {}", short_hex(bytes_of(act.getKeyRevoked().getKey())),
                         words(act.getKeyRevoked().getReason()));
    case Act::RECORD_CORRECTED: return "record corrected" + because(act.getRecordCorrected().getWhy());
    default: return {};
  }
}

bool is_listed(Act::Reader act, std::string_view id) {
  for (const auto subject : act.getSubjects())
    if (view(subject.getId()) == id) return true;
  return false;
}

}  // namespace

std::string plain_sentence(Act::Reader act) {
  std::string out;
  for (const auto& words_of :
       {decision_sentence, session_sentence, agreement_sentence, project_sentence, membership_sentence})
    if (out.empty()) out = words_of(act);
  return out.empty() ? act_sentence(act) : out;
}

std::string timeline_sentence(const Register& reg, Number subject, Act::Reader act) {
  const std::string out = plain_sentence(act);
  // The act is about something else, and changed this one as well.
  const bool is_founding = act.isLedgerConstituted();
  return is_founding || is_listed(act, projection::slug_of(reg, subject)) ? out : "in consequence: " + out;
}

}  // namespace jumelage::tools
