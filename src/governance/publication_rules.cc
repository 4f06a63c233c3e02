// Published and ExtractIssued: what left the register for the eyes of others.
#include <fmt/format.h>

#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/decision_effects.h"
#include "governance/moments.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

Result<Number> find_any(const Context& c, capnp::Text::Reader id) {
  if (const Number number = c.number_of(view(id)); number != 0) return number;
  return Error(Refusal::kUnknownSubject, fmt::format("nothing here has the id {}", quoted(id)));
}

// The body whose officers answer for a thing; 0: any council's.
Number body_of(Context& c, Number number) {
  switch (c.kind_of(number)) {
    case SubjectKind::BODY: return number;
    case SubjectKind::MANDATE: return c.mandate(number).getBody();
    case SubjectKind::OFFICE: return c.office(number).getBody();
    case SubjectKind::SESSION: return c.session(number).getBody();
    case SubjectKind::PROPOSAL: return c.proposal(number).getBody();
    case SubjectKind::DECISION: return c.decision(number).getBody();
    case SubjectKind::DELEGATION: return c.state(number)->row.getDelegation().getBody();
    default: return 0;
  }
}

Result<void> publish_decision(Context& c, schema::Published::Reader act, Number decision) {
  const std::uint32_t day = day_of(act.getAt());
  if (day < c.decision(decision).getDate())
    return Error(Refusal::kTimeImpossible,
                 fmt::format("{} was taken on {}, so it cannot have been published on {}", quoted(c, decision),
                             format_day(c.decision(decision).getDate()), format_day(day)));
  update_decision(c, decision, [&](schema::SubjectRow::Builder row) {
    auto state = row.getDecision();
    if (state.getPublishedOn() == 0 || day < state.getPublishedOn()) state.setPublishedOn(day);
  });
  return ok();
}

// The checkpoint can be of this log, and the subject is among its entries.
Result<void> check_head(Context& c, schema::Head::Reader head, Number subject) {
  if (head.getSize() == 0 || head.getSize() > c.position())
    return Error(Refusal::kBadValue,
                 fmt::format("an extract is made from entries that are there: head.size is 1 to {}, "
                             "not {}",
                             c.position(), head.getSize()));
  if (head.getTerm() == 0 || head.getTerm() > c.ledger().getTerm())
    return Error(Refusal::kBadValue, fmt::format("head.term is 1 to {}, not {}", c.ledger().getTerm(), head.getTerm()));
  const auto known = c.reader().floor(Table::kRows, row_key(subject, head.getSize() - 1));
  if (known && read_big_endian(known->key.first(4)) == subject) return ok();
  return Error(Refusal::kBadValue, fmt::format("the first {} entries know nothing of {}; name the checkpoint that the "
                                               "extract was made from",
                                               head.getSize(), quoted(c, subject)));
}

}  // namespace

Result<void> published(Context& c, schema::Published::Reader act) {
  JUMELAGE_TRY(const Number subject, find_any(c, act.getSubject()));
  JUMELAGE_TRY(need_secretary(c, body_of(c, subject)));
  JUMELAGE_TRY(need_past(c, act.getAt(), "published"));
  if (c.kind_of(subject) == SubjectKind::DECISION) return publish_decision(c, act, subject);
  c.touch(subject);
  return ok();
}

Result<void> extract_issued(Context& c, schema::ExtractIssued::Reader act) {
  JUMELAGE_TRY(const Number subject, find_any(c, act.getSubject()));
  JUMELAGE_TRY(need_secretary_or_chair(c, body_of(c, subject)));
  JUMELAGE_TRY(check_head(c, act.getHead(), subject));
  c.touch(subject);
  return ok();
}

}  // namespace jumelage::governance
