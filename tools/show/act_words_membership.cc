#include <fmt/format.h>

#include "show/act_words_of.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using schema::Act;

std::string established(schema::BodyEstablished::Reader act) {
  return fmt::format("{} {} established: {}", words(act.getKind()), view(act.getId()), best_name(act.getNames()));
}

std::string body_changed(schema::BodyChanged::Reader act) {
  if (act.getDissolved()) return fmt::format("{} dissolved", view(act.getId()));
  std::string seats;
  for (const auto seat : act.getSeats())
    seats += fmt::format("{}{} {}", seats.empty() ? "" : ", ", seat.getCount(), view(seat.getCollege()));
  return fmt::format("{} changed: seats {}, rules {} version {}", view(act.getId()), seats.empty() ? "none" : seats,
                     view(act.getRuleSet().getId()), act.getRuleSet().getVersion());
}

std::string member_changed(schema::MemberChanged::Reader act) {
  std::string out = fmt::format("{} is {}", view(act.getId()), words(act.getStanding()));
  if (act.hasSuccessor()) out += fmt::format(" by {}", view(act.getSuccessor()));
  if (act.hasProfile()) out += fmt::format(", named {}", best_name(act.getProfile().getNames()));
  out += act.getVotingRight() ? ", may vote" : ", may not vote";
  return out + (act.getFeesInOrder() ? ", fees paid" : ", fees due") + ": " + one_line(view(act.getReason()));
}

std::string mandated(schema::MandateGranted::Reader act) {
  std::string out = fmt::format("{} is {} in {}", view(act.getId()), words(act.getKind()), view(act.getBody()));
  if (act.hasMember()) out += fmt::format(" for {}", view(act.getMember()));
  if (act.hasAlternateOf()) out += fmt::format(", alternate of {}", view(act.getAlternateOf()));
  out += fmt::format(", from {}", date_text(act.getFrom()));
  return act.getUntil() == 0 ? out : out + " to " + date_text(act.getUntil());
}

std::string mandate_changed(schema::MandateChanged::Reader act) {
  const std::string out =
      fmt::format("{} {} from {}", view(act.getId()), words(act.getChange()), date_text(act.getFrom()));
  if (act.getReason() == schema::MandateChanged::Reason::NONE) return out;
  return out + ": " + words(act.getReason());
}

std::string office_changed(schema::OfficeChanged::Reader act) {
  if (!act.hasHolder()) return fmt::format("{} is vacant from {}", view(act.getId()), date_text(act.getFrom()));
  return fmt::format("{} is held by {} from {}", view(act.getId()), view(act.getHolder()), date_text(act.getFrom()));
}

}  // namespace

std::string membership_words(Act::Reader act) {
  switch (act.which()) {
    case Act::BODY_ESTABLISHED: return established(act.getBodyEstablished());
    case Act::BODY_CHANGED: return body_changed(act.getBodyChanged());
    case Act::PERSON_REGISTERED: return fmt::format("person {} registered", view(act.getPersonRegistered().getId()));
    case Act::MEMBER_ADMITTED:
      return fmt::format("{} admitted as a member", best_name(act.getMemberAdmitted().getProfile().getNames()));
    case Act::MEMBER_CHANGED: return member_changed(act.getMemberChanged());
    case Act::MANDATE_GRANTED: return mandated(act.getMandateGranted());
    case Act::MANDATE_CHANGED: return mandate_changed(act.getMandateChanged());
    case Act::OFFICE_CHANGED: return office_changed(act.getOfficeChanged());
    default: return {};
  }
}

}  // namespace jumelage::tools
