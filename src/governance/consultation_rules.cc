// ConsultationOpened and ConsultationClosed: the public is asked for its views.
#include <fmt/format.h>

#include "governance/agreement_finding_codes.h"
#include "governance/authority.h"
#include "governance/cures.h"
#include "governance/dates.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

// The body that what is consulted on is before; 0: none, so any council's secretary will do.
Number body_of(Context& c, Number subject) {
  switch (c.kind_of(subject)) {
    case SubjectKind::PROPOSAL: return c.proposal(subject).getBody();
    case SubjectKind::DECISION: return c.decision(subject).getBody();
    default: return 0;
  }
}

}  // namespace

Result<void> consultation_opened(Context& c, schema::ConsultationOpened::Reader act) {
  const Number subject = c.number_of(view(act.getSubject()));
  if (subject == 0) {
    return Error(Refusal::kUnknownSubject,
                 fmt::format("nothing here has the id {}; record what the public is asked about first",
                             quoted(act.getSubject())));
  }
  JUMELAGE_TRY(need_secretary(c, body_of(c, subject)));
  if (act.getUntil() < act.getFrom())
    return bad(
        fmt::format("a consultation cannot last from {} to {}", format_day(act.getFrom()), format_day(act.getUntil())));
  JUMELAGE_TRY(const Number number, c.create(act.getId(), SubjectKind::CONSULTATION));
  c.link(kLedgerNumber, SubjectKind::CONSULTATION, number);
  c.link(subject, SubjectKind::CONSULTATION, number);
  c.put_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.initConsultation();
    state.setTitleAt(c.position());
    state.setSubject(subject);
    state.setFrom(act.getFrom());
    state.setUntil(act.getUntil());
  });
  return ok();
}

// Closed before its last day it stays open: views may still come in.
Result<void> consultation_closed(Context& c, schema::ConsultationClosed::Reader act) {
  JUMELAGE_TRY(const Number number, c.find(act.getId(), SubjectKind::CONSULTATION));
  const auto state = c.consultation(number);
  JUMELAGE_TRY(need_secretary(c, body_of(c, state.getSubject())));
  if (state.getClosedAt() != 0) {
    return Error(Refusal::kImpossible, fmt::format("consultation {} was closed already, by the act at position {}",
                                                   quoted(act.getId()), state.getClosedAt()));
  }
  if (act.getCount() < act.getContributions().size())
    return bad(fmt::format("{} contributions are listed, and {} counted; count those that are not listed too",
                           act.getContributions().size(), act.getCount()));
  JUMELAGE_TRY(c.register_documents(act.getContributions()));
  if (c.day() < state.getUntil()) {
    c.finding(kConsultationClosedEarly,
              fmt::format("views may be given until {}, so it stays open; close it again after that day",
                          format_day(state.getUntil())),
              number);
    c.touch(number);
    return ok();
  }
  cure_all(c, number);
  c.update_state(number, [&](schema::SubjectRow::Builder row) {
    row.setIrregular(false);
    row.getConsultation().setClosedAt(c.position());
    row.getConsultation().setCount(act.getCount());
  });
  return ok();
}

}  // namespace jumelage::governance
