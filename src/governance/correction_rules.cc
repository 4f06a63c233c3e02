// RecordCorrected: the record got a fact wrong. The act corrected stays in the log; what it says from now on, and what
// follows from that, is computed anew. Never an annulment: what was done on the strength of the record stays done, and
// is flagged where it no longer follows.
//
// Counted again are votes and elections, whether their ballots were wrong or who was there. Of other acts the
// correction stands beside the record; a state that can change (of a member, a mandate, a key) is changed by the act
// for that.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "governance/authority.h"
#include "governance/correction.h"
#include "governance/correction_attendance.h"
#include "governance/correction_votes.h"
#include "governance/foundation_finding_codes.h"
#include "governance/rules.h"
#include "governance/subjects.h"

namespace jumelage::governance {
namespace {

using Kind = event::Kind;
using Corrected = schema::RecordCorrected::Reader;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

// What is no fact that a record could get wrong, but was brought about by the act itself.
bool brings_about(Kind kind) {
  using schema::Act;
  switch (kind) {
    case Act::LEDGER_CONSTITUTED:
    case Act::RULE_SET_ENACTED:
    case Act::CATALOGUE_ACTIVATED:
    case Act::KEY_ENROLLED:
    case Act::KEY_REVOKED:
    case Act::WITNESS_SET_CHANGED:
    case Act::PRIMARY_HANDED_OVER:
    case Act::CHECKPOINT_ANCHORED:
    case Act::RECORD_CORRECTED:
    case Act::PERSONAL_DATA_ERASED:
    case Act::VISIBILITY_CHANGED: return true;
    default: return false;
  }
}

Result<void> check_target(const Context& c, const event::Act& target) {
  if (target.kind() == Kind::RECORD_CORRECTED)
    return Error(Refusal::kImpossible,
                 "a correction is corrected by another correction of the same act; name that act");
  if (brings_about(target.kind())) {
    return Error(Refusal::kImpossible,
                 fmt::format("{} records no fact but brings it about; undo it by an act of its own",
                             event::kind_name(target.kind())));
  }
  if ((target.reader().getBasis() == schema::Basis::IMPORTED) == c.imported()) return ok();
  return bad("basis: an imported record is corrected by an act of basis \"imported\", and no other is");
}

// The body whose record it is; 0: none in particular.
Number body_of(Context& c, const event::Act& target) {
  for (const auto subject : target.reader().getSubjects()) {
    const Number number = c.number_of(view(subject.getId()));
    switch (number == 0 ? SubjectKind::NONE : c.kind_of(number)) {
      case SubjectKind::BODY: return number;
      case SubjectKind::SESSION: return c.session(number).getBody();
      case SubjectKind::PROPOSAL: return c.proposal(number).getBody();
      case SubjectKind::DECISION: return c.decision(number).getBody();
      case SubjectKind::MANDATE: return c.mandate(number).getBody();
      case SubjectKind::OFFICE: return c.office(number).getBody();
      default: break;
    }
  }
  return 0;
}

// What makes the act the one that it is, or gave something away for good: its place, its number, its announcement.
constexpr std::array<std::string_view, 18> kFixed = {
    "voteRecorded.item",      "voteRecorded.session",     "voteRecorded.round",    "voteRecorded.replaces",
    "electionRecorded.item",  "electionRecorded.session", "decisionRecorded.body", "decisionRecorded.vote",
    "decisionRecorded.date",  "decisionRecorded.outcome", "sessionConvened.body",  "sessionConvened.number",
    "sessionConvened.call",   "sessionConvened.ruleSet",  "proposalTabled.body",   "mandateGranted.body",
    "sessionConvened.agenda", "electionRecorded.replaces"};

bool is_within(std::string_view path, std::string_view field) {
  if (!path.starts_with(field)) return false;
  return path.size() == field.size() || path[field.size()] == '.' || path[field.size()] == '[';
}

// Of the envelope only what tells of the fact; who signed what, and when, is as it was.
Result<void> check_fields(Corrected act, Kind kind) {
  if (act.getCorrections().size() == 0) return bad("corrections: none is named");
  for (const auto correction : act.getCorrections()) {
    const std::string_view path = view(correction.getField());
    const auto covers = [&](std::string_view field) { return is_within(path, field); };
    const std::array<std::string_view, 4> open = {"decidedAt", "effectiveAt", "place", "externalIds"};
    const bool of_kind = covers(event::kind_name(kind)) && path.size() > event::kind_name(kind).size();
    if (!of_kind && std::ranges::none_of(open, covers)) {
      return bad(fmt::format("corrections: {} is not one of the fields that tell what happened",
                             for_terminal(path.substr(0, 256))));
    }
    if (std::ranges::any_of(kFixed, covers)) {
      return Error(Refusal::kImpossible,
                   fmt::format("corrections: {} cannot be corrected, because other acts went by it; "
                               "record what undoes it",
                               for_terminal(path.substr(0, 256))));
    }
  }
  return ok();
}

Result<void> check_same_subjects(const Context& c, const event::Act& before, const event::Act& after) {
  const SubjectIds was(c.reader(), before.reader());
  const SubjectIds is(c.reader(), after.reader());
  if (was.ids() == is.ids() && before.kind() == after.kind()) return ok();
  return Error(Refusal::kImpossible, "corrections: the act would be about something else; record that act by itself");
}

// Whoever signs it would believe that something was put right.
Result<void> check_changes(const event::Act& before, const event::Act& after) {
  if (before.id() != after.id()) return ok();
  return Error(Refusal::kChangesNothing,
               "corrections: the record says all of this already, so nothing would change; look at the act again, and "
               "name the field that is wrong and what it should say");
}

Result<void> touch_subjects(Context& c, const event::Act& target) {
  for (const auto subject : target.reader().getSubjects()) {
    const Number number = c.number_of(view(subject.getId()));
    if (number == 0) throw RegisterFault("a subject of an act in the log has no number");
    c.touch(number);
  }
  return ok();
}

Result<void> carry_out(Context& c, std::uint64_t target, const event::Act& before, const event::Act& after) {
  switch (after.kind()) {
    case Kind::VOTE_RECORDED:
    case Kind::ELECTION_RECORDED: {
      std::vector<Recount> recounts;
      JUMELAGE_TRY(Recount counted, recount(c, c.reader(), target, after));
      recounts.push_back(std::move(counted));
      write_recounts(c, recounts, true);
      return ok();
    }
    case Kind::SESSION_OPENED:
    case Kind::ATTENDANCE_CHANGED: return correct_attendance(c, target, before, after);
    default: return touch_subjects(c, after);
  }
}

}  // namespace

Result<void> record_corrected(Context& c, Corrected act) {
  JUMELAGE_TRY(const std::uint64_t target, c.resolve(act.getTarget()));
  const event::Act before = as_corrected(c, target);
  JUMELAGE_TRY(check_target(c, before));
  JUMELAGE_TRY(need_chair_and_secretary(c, body_of(c, before)));
  JUMELAGE_TRY(check_fields(act, before.kind()));
  JUMELAGE_TRY(const event::Act after, correct(before, act));
  JUMELAGE_TRY(check_changes(before, after));
  JUMELAGE_TRY(check_same_subjects(c, before, after));
  JUMELAGE_TRY(c.register_documents(act.getEvidence()));
  if (act.getEvidence().size() == 0) {  // recorded, without effect
    c.finding(kCorrectionNoEvidence, "nothing shows how it was; record the correction again, with the evidence");
    return touch_subjects(c, before);
  }
  JUMELAGE_TRY(carry_out(c, target, before, after));
  enter_correction(c, target);
  return ok();
}

}  // namespace jumelage::governance
