#include "governance/session_seats.h"

#include <algorithm>

#include "governance/dates.h"

namespace jumelage::governance {
namespace {

using Status = schema::MandateState::Status;

// A mandate that ended keeps its last day, so that its term alone tells whether it was in exercise on a day.
bool effective(schema::MandateState::Reader mandate, std::uint32_t day) {
  return mandate.getStatus() != Status::IMPEDED && in_term(mandate.getFrom(), mandate.getUntil(), day);
}

bool contains(const std::vector<Number>& in, Number n) {
  return std::find(in.begin(), in.end(), n) != in.end();
}

bool entitled(Context& c, Number member) {
  if (member == 0) return true;
  const auto state = c.member(member);
  return state.getVotingRight() && state.getStanding() == schema::MemberChanged::Standing::ACTIVE;
}

Seat seat_of(Context& c, Number number, schema::MandateState::Reader mandate) {
  Seat seat;
  seat.mandate = number;
  seat.member = mandate.getMember();
  seat.college = view(mandate.getCollege());
  seat.weight = mandate.getWeight();
  seat.entitled = entitled(c, mandate.getMember());
  return seat;
}

}  // namespace

std::vector<Seat> seats_in_exercise(Context& c, Number body, std::uint32_t day) {
  std::vector<Number> mandates;
  c.children(body, SubjectKind::MANDATE, [&](Number number) {
    mandates.push_back(number);
    return true;
  });
  std::vector<Seat> seats;
  std::vector<Number> impeded;  // titulars who keep their seats if an alternate could act
  std::vector<Number> covered;  // titulars for whom one could
  for (const Number number : mandates) {
    const auto mandate = c.mandate(number);
    if (!in_term(mandate.getFrom(), mandate.getUntil(), day)) continue;
    if (mandate.getAlternateOf() != 0) {
      if (effective(mandate, day)) covered.push_back(mandate.getAlternateOf());
    } else if (mandate.getCollege().size() != 0) {  // without a college: a secretary who is not a member of the body
      if (!effective(mandate, day)) impeded.push_back(number);
      seats.push_back(seat_of(c, number, mandate));
    }
  }
  std::erase_if(seats, [&](const Seat& s) { return contains(impeded, s.mandate) && !contains(covered, s.mandate); });
  return seats;
}

void take_attendance(Context& c, Number session, std::uint32_t day, std::span<Seat> seats) {
  std::size_t next = 0;  // rows and seats both come in the order of mandates
  c.reader().scan(Table::kAttendance, Key().u32(session), [&](Register::Item item) {
    const auto mandate = static_cast<Number>(read_big_endian(item.key.subspan(4, 4)));
    while (next < seats.size() && seats[next].mandate < mandate) ++next;
    if (next == seats.size()) return false;
    if (seats[next].mandate != mandate) return true;
    if (read_big_endian(item.key.subspan(8)) >= c.position()) return true;  // in hindsight: not so yet
    const Row<schema::AttendanceRow> row(item.value);  // the last row of a mandate is the one that stands
    seats[next].presence = row.reader().getPresence();
    seats[next].by = row.reader().getBy();
    return true;
  });
  for (Seat& seat : seats)
    if (seat.presence == Presence::REPLACED && !may_replace(c, seat.by, seat.mandate, day))
      seat.presence = Presence::ABSENT;
}

bool may_replace(Context& c, Number alternate, Number titular, std::uint32_t day) {
  if (alternate == 0) return false;
  const auto mandate = c.mandate(alternate);
  return mandate.getAlternateOf() == titular && effective(mandate, day);
}

std::uint32_t seat_count(schema::BodyState::Reader body) {
  std::uint32_t count = 0;
  for (const auto seat : body.getSeats()) count += seat.getCount();
  return count;
}

}  // namespace jumelage::governance
