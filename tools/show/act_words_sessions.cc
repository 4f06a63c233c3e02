#include <fmt/format.h>

#include "show/act_words_of.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using schema::Act;

// " before school-exchanges"; nothing where the anchor is the clock's alone.
std::string point_text(schema::Anchor::Reader at) {
  if (!at.hasItem()) return {};
  return fmt::format(", {} {}", words(at.getPosition()), view(at.getItem()));
}

std::string attendance_changed(schema::AttendanceChanged::Reader act) {
  std::string changes;
  for (const auto change : act.getChanges()) {
    changes +=
        fmt::format("{}{} {}", changes.empty() ? "" : ", ", view(change.getMandate()), words(change.getPresence()));
    if (change.hasBy()) changes += fmt::format(" by {}", view(change.getBy()));
  }
  return fmt::format("{}: {}{}", view(act.getSession()), changes, point_text(act.getAt()));
}

std::string agenda_amended(schema::AgendaAmended::Reader act) {
  std::string items;
  for (const auto item : act.getAgenda()) items += fmt::format("{}{}", items.empty() ? "" : ", ", view(item));
  return fmt::format("agenda of {} is now: {}", view(act.getSession()), items.empty() ? "empty" : items);
}

std::string state_changed(schema::SessionStateChanged::Reader act) {
  std::string out = fmt::format("{} {}", view(act.getSession()), words(act.getState()));
  if (act.hasUntil()) out += fmt::format(" until {}", moment_text(act.getUntil()));
  return out + ": " + one_line(view(act.getReason()));
}

std::string proxy_granted(schema::ProxyGranted::Reader act) {
  std::string out =
      fmt::format("{} votes for {} in {}", view(act.getHolder()), view(act.getPrincipal()), view(act.getSession()));
  if (act.getItems().size() != 0) out += fmt::format(", on {}", counted(act.getItems().size(), "item"));
  return out + (act.hasInstructions() ? ", as instructed" : "");
}

std::string recused(schema::InterestDeclared::Reader act) {
  return fmt::format("{} takes no part in {}{}", view(act.getMandate()), view(act.getTarget()),
                     act.getLeftTheRoom() ? ", having left the room" : "");
}

}  // namespace

std::string session_words(Act::Reader act) {
  switch (act.which()) {
    case Act::ATTENDANCE_CHANGED: return attendance_changed(act.getAttendanceChanged());
    case Act::AGENDA_AMENDED: return agenda_amended(act.getAgendaAmended());
    case Act::SESSION_STATE_CHANGED: return state_changed(act.getSessionStateChanged());
    case Act::PROXY_GRANTED: return proxy_granted(act.getProxyGranted());
    case Act::PROXY_REVOKED:
      return fmt::format("{} taken back{}", view(act.getProxyRevoked().getProxy()),
                         point_text(act.getProxyRevoked().getAt()));
    case Act::INTEREST_DECLARED: return recused(act.getInterestDeclared());
    case Act::MINUTES_APPROVED:
      return fmt::format("minutes of {} approved in {}", view(act.getMinutesApproved().getSession()),
                         view(act.getMinutesApproved().getApprovedIn()));
    default: return {};
  }
}

}  // namespace jumelage::tools
