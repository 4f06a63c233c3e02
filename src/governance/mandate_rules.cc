// MandateGranted and MandateChanged: a person in a seat of a body, for a member or in their own right.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/finding_codes.h"
#include "governance/rules.h"

namespace jumelage::governance {
namespace {

using Status = schema::MandateState::Status;
using Change = schema::MandateChanged::Change;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}
Error impossible(std::string message) {
  return Error(Refusal::kImpossible, std::move(message));
}

// Everything that a mandate refers to.
struct Grant {
  Number person = 0;
  Number body = 0;
  Number member = 0;
  Number titular = 0;  // of an alternate
};

Result<Grant> find_all(Context& c, schema::MandateGranted::Reader act) {
  Grant grant;
  JUMELAGE_TRY(grant.person, c.find(act.getPerson(), SubjectKind::PERSON));
  JUMELAGE_TRY(grant.body, c.find(act.getBody(), SubjectKind::BODY));
  JUMELAGE_TRY(grant.member, c.find_optional(act.getMember(), SubjectKind::MEMBER));
  JUMELAGE_TRY(grant.titular, c.find_optional(act.getAlternateOf(), SubjectKind::MANDATE));
  return grant;
}

Result<void> check_alive(Context& c, const Grant& grant) {
  using Standing = schema::MemberChanged::Standing;
  if (c.person(grant.person).getErased())
    return impossible(fmt::format("person \"{}\" was erased", for_terminal(c.slug_of(grant.person))));
  if (c.body(grant.body).getDissolved())
    return impossible(fmt::format("body \"{}\" is dissolved", for_terminal(c.slug_of(grant.body))));
  if (grant.member == 0) return ok();
  const Standing standing = c.member(grant.member).getStanding();
  if (standing == Standing::ACTIVE || standing == Standing::SUSPENDED) return ok();
  return impossible(
      fmt::format("member \"{}\" has left; nobody can sit for it", for_terminal(c.slug_of(grant.member))));
}

Result<void> check_alternate(Context& c, schema::MandateGranted::Reader act, const Grant& grant) {
  if (grant.titular == 0) {
    return act.getRank() == 0 ? Result<void>(ok()) : bad("a rank is for alternates; name whom this one stands in for");
  }
  const schema::MandateState::Reader titular = c.mandate(grant.titular);
  if (act.getRank() == 0) return bad("an alternate has a rank, from 1");
  if (titular.getBody() != grant.body || titular.getMember() != grant.member)
    return bad("an alternate stands in for a mandate of the same body and member");
  if (titular.getAlternateOf() != 0) return bad("an alternate stands in for a titular mandate, not for an alternate");
  return titular.getStatus() == Status::ENDED ? impossible("the titular mandate has ended") : Result<void>(ok());
}

Result<void> check_term(schema::MandateGranted::Reader act) {
  if (act.getFrom() == 0) return bad("a mandate begins on a day; fill in from");
  if (act.getUntil() == 0 || act.getUntil() >= act.getFrom()) return ok();
  return bad(fmt::format("the mandate would end on {}, before it begins on {}", format_day(act.getUntil()),
                         format_day(act.getFrom())));
}

// Titular mandates of the college that have not ended by themselves or by date on that day.
std::uint32_t seats_taken(Context& c, Number body, capnp::Text::Reader college, std::uint32_t day) {
  std::uint32_t taken = 0;
  std::vector<Number> mandates;
  c.children(body, SubjectKind::MANDATE, [&](Number mandate) {
    mandates.push_back(mandate);
    return true;
  });
  for (const Number number : mandates) {
    const schema::MandateState::Reader mandate = c.mandate(number);
    const bool over = mandate.getUntil() != 0 && mandate.getUntil() < day;
    const bool sits = mandate.getAlternateOf() == 0 && mandate.getStatus() != Status::ENDED && !over;
    if (sits && mandate.getCollege() == college) ++taken;
  }
  return taken;
}

Result<void> check_seat(Context& c, schema::MandateGranted::Reader act, const Grant& grant, Number number) {
  const capnp::Text::Reader college = act.getCollege();
  if (college.size() == 0) {
    return act.getWeight() == 0 ? Result<void>(ok()) : bad("a mandate without a college has no seat, so no weight");
  }
  if (act.getWeight() == 0) return bad("a seat carries at least one vote; fill in weight");
  for (const auto seat : c.body(grant.body).getSeats()) {
    if (seat.getCollege() != college) continue;
    if (act.getWeight() != seat.getWeight()) {
      c.finding(kMandateWeightDiffers,
                fmt::format("seats of college \"{}\" carry {} votes, this mandate {}", for_terminal(view(college)),
                            seat.getWeight(), act.getWeight()),
                number);
    }
    if (grant.titular == 0 && seats_taken(c, grant.body, college, act.getFrom()) >= seat.getCount()) {
      c.finding(kMandateNoFreeSeat,
                fmt::format("all {} seats of college \"{}\" are taken on {}; end a mandate first, or add a seat",
                            seat.getCount(), for_terminal(view(college)), format_day(act.getFrom())),
                number);
    }
    return ok();
  }
  return bad(fmt::format("body \"{}\" has no college \"{}\"", for_terminal(c.slug_of(grant.body)),
                         for_terminal(view(college))));
}

void find_irregularities(Context& c, schema::MandateGranted::Reader act, const Grant& grant, Number number) {
  if (grant.member != 0 && c.state(grant.member)->row.getIrregular())
    c.finding(kMandateMemberIrregular, "the member's admission or standing is irregular; cure that first", number);
  if (!c.founding() && !c.imported() && act.getInstrument().size() == 0)
    c.finding(kMandateNoInstrument, "no instrument of appointment is named; add the document that appoints", number);
}

// The member appoints, the secretary enters; who sits in their own right is entered by chair and secretary.
Result<void> check_signers(Context& c, const Grant& grant) {
  if (grant.member == 0) return need_chair_and_secretary(c, grant.body);
  JUMELAGE_TRY(need_secretary(c, grant.body));
  return need_member(c, grant.member);
}

Result<void> check_change_signers(Context& c, Number number, schema::MandateState::Reader mandate) {
  if (c.imported()) return need_secretary(c, mandate.getBody());
  if (c.roles().holds(number)) return ok();
  if (mandate.getMember() != 0) return need_member(c, mandate.getMember());
  return need_chair_and_secretary(c, mandate.getBody());
}

Result<void> check_change(Context& c, schema::MandateChanged::Reader act, schema::MandateState::Reader mandate) {
  const Status status = mandate.getStatus();
  const std::string id = for_terminal(view(act.getId()));
  if (status == Status::ENDED) return impossible(fmt::format("mandate \"{}\" has ended already", id));
  if (act.getChange() == Change::IMPEDED && status == Status::IMPEDED)
    return impossible(fmt::format("mandate \"{}\" is impeded already", id));
  if (act.getChange() == Change::RESUMED && status != Status::IMPEDED)
    return impossible(fmt::format("mandate \"{}\" is not impeded, so it cannot be resumed", id));
  if (act.getFrom() == 0) return bad("a change takes effect on a day; fill in from");
  if (act.getFrom() < mandate.getFrom())
    return bad(
        fmt::format("mandate \"{}\" begins on {}; it cannot change before that", id, format_day(mandate.getFrom())));
  if (act.getChange() == Change::ENDED || act.getFrom() <= c.day()) return ok();
  return Error(Refusal::kTimeImpossible,
               fmt::format("mandate \"{}\" would be {} on {} only; record it then", id,
                           act.getChange() == Change::IMPEDED ? "impeded" : "resumed", format_day(act.getFrom())));
}

// `from` is the first day without the mandate: the day before is its last.
void end(Context& c, schema::MandateState::Builder mandate, std::uint32_t from) {
  const std::uint32_t last = from - 1;
  if (mandate.getUntil() == 0 || last < mandate.getUntil()) mandate.setUntil(last);
  if (from <= c.day()) mandate.setStatus(Status::ENDED);
}

}  // namespace

Result<void> mandate_granted(Context& c, schema::MandateGranted::Reader act) {
  JUMELAGE_TRY(const Grant grant, find_all(c, act));
  JUMELAGE_TRY(check_signers(c, grant));
  JUMELAGE_TRY(check_alive(c, grant));
  JUMELAGE_TRY(check_alternate(c, act, grant));
  JUMELAGE_TRY(check_term(act));
  JUMELAGE_TRY(const Number number, c.create(act.getId(), SubjectKind::MANDATE));
  JUMELAGE_TRY(check_seat(c, act, grant, number));
  find_irregularities(c, act, grant, number);
  JUMELAGE_TRY(c.register_documents(act.getInstrument()));
  c.link(grant.body, SubjectKind::MANDATE, number);
  if (grant.member != 0) c.link(grant.member, SubjectKind::MANDATE, number);
  if (grant.titular != 0) c.link(grant.titular, SubjectKind::MANDATE, number);
  c.put_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.initMandate();
    state.setPerson(grant.person);
    state.setBody(grant.body);
    state.setMember(grant.member);
    state.setKind(act.getKind());
    state.setCollege(act.getCollege());
    state.setWeight(act.getWeight());
    state.setAlternateOf(grant.titular);
    state.setRank(act.getRank());
    state.setFrom(act.getFrom());
    state.setUntil(act.getUntil());
  });
  return ok();
}

Result<void> mandate_changed(Context& c, schema::MandateChanged::Reader act) {
  JUMELAGE_TRY(const Number number, c.find(act.getId(), SubjectKind::MANDATE));
  const schema::MandateState::Reader mandate = c.mandate(number);
  JUMELAGE_TRY(check_change_signers(c, number, mandate));
  JUMELAGE_TRY(check_change(c, act, mandate));
  c.update_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.getMandate();
    state.setReason(act.getReason());
    switch (act.getChange()) {
      case Change::IMPEDED: state.setStatus(Status::IMPEDED); break;
      case Change::RESUMED: state.setStatus(Status::EFFECTIVE); break;
      case Change::ENDED: end(c, state, act.getFrom()); break;
    }
  });
  return ok();
}

}  // namespace jumelage::governance
