#include "governance/envelope.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hex.h"
#include "base/text.h"
#include "event/act.h"
#include "governance/dates.h"
#include "governance/foundation_finding_codes.h"
#include "schema/act.capnp.h"

namespace jumelage::governance {
namespace {

// What is recorded as it happens may be signed by the last of several hands some weeks later.
constexpr std::uint32_t kLiveDays = 31;

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

Result<void> check_version(schema::Act::Reader act) {
  if (act.getSchemaVersion() > schema::SCHEMA_VERSION) {
    return Error(Refusal::kNewerSchema,
                 fmt::format("the act was made for catalogue version {}; this program knows version {}: upgrade it",
                             act.getSchemaVersion(), schema::SCHEMA_VERSION));
  }
  if (act.getSchemaVersion() == 0) return bad("catalogue versions count from 1; schemaVersion is 0");
  return ok();
}

Result<void> check_founding(const Context& c) {
  const bool founds = c.act().isLedgerConstituted();
  if (c.position() == 0 && !founds)
    return Error(Refusal::kNotFounded, "this ledger is empty; its first act must be ledgerConstituted");
  if (c.position() != 0 && founds)
    return Error(Refusal::kAlreadyFounded, "this ledger is founded already; found another one in a folder of its own");
  return ok();
}

Result<void> check_ledger(const Context& c) {
  const auto named = LedgerId::from(view(c.act().getLedgerId()));
  const LedgerId expected = c.position() == 0 ? LedgerId{} : c.place().ledger_id;
  if (named == expected) return ok();
  return Error(Refusal::kForeignLedger, fmt::format("the act names ledger {}; here it must be {}",
                                                    to_hex(view(c.act().getLedgerId())), to_hex(expected.view())));
}

Result<void> check_new(const Context& c) {
  const UnixMillis recorded_at = c.act().getRecordedAt().getUtc();
  const auto found = c.reader().get(Table::kActs, act_key(recorded_at, c.act_id()));
  if (!found) return ok();
  return Error(Refusal::kDuplicate,
               fmt::format("the log has this act already, at position {}", read_big_endian(found->first(8))));
}

Result<void> check_times(const Context& c) {
  if (c.place().sequenced_at < c.place().previous_at) {
    return Error(Refusal::kTimeImpossible,
                 fmt::format("the log's time would go back from {} to {}", format_utc(c.place().previous_at),
                             format_utc(c.place().sequenced_at)));
  }
  const UnixMillis recorded = c.act().getRecordedAt().getUtc();
  if (recorded > c.place().sequenced_at + kClockTolerance_ms) {
    return Error(
        Refusal::kTimeImpossible,
        fmt::format("the act says it was recorded at {}, but the log's time is {}; set the clock and sign again",
                    format_utc(recorded), format_utc(c.place().sequenced_at)));
  }
  if (c.act().hasDecidedAt() && c.act().getDecidedAt().getUtc() > recorded + kClockTolerance_ms) {
    return Error(Refusal::kTimeImpossible,
                 fmt::format("the act says it was decided at {}, after it was recorded at {}",
                             format_utc(c.act().getDecidedAt().getUtc()), format_utc(recorded)));
  }
  return ok();
}

// Kinds whose subjects can come out of somebody else's register.
bool can_be_imported(event::Kind kind) {
  using schema::Act;
  switch (kind) {
    case Act::RECORD_CORRECTED:
    case Act::BODY_ESTABLISHED:
    case Act::PERSON_REGISTERED:
    case Act::MANDATE_GRANTED:
    case Act::MANDATE_CHANGED:
    case Act::OFFICE_CHANGED:
    case Act::DOCUMENT_ADDED:
    case Act::SESSION_CONVENED:
    case Act::SESSION_OPENED:
    case Act::ATTENDANCE_CHANGED:
    case Act::SESSION_CLOSED:
    case Act::PROPOSAL_TABLED:
    case Act::ITEM_DISPOSED:
    case Act::VOTE_RECORDED:
    case Act::DECISION_RECORDED: return true;
    default: return false;
  }
}

Result<void> check_basis(schema::Act::Reader act) {
  const schema::Basis basis = act.getBasis();
  if (basis == schema::Basis::ATTESTED && !act.hasAttestation())
    return bad("an act of basis \"attested\" says who attests and on what evidence; fill in attestation");
  if (basis == schema::Basis::IMPORTED && !can_be_imported(act.which()))
    return bad(
        fmt::format("{} cannot be of basis \"imported\": it is an act of this ledger", event::kind_name(act.which())));
  return ok();
}

std::string describe(schema::ActRef::Reader ref) {
  return fmt::format("{} of {}", to_hex(view(ref.getId())), format_utc(ref.getRecordedAt()));
}

Error moved_on(std::string_view id, const State& newest, schema::Subject::Reader listed) {
  return Error(
      Refusal::kSubjectMovedOn,
      fmt::format("\"{}\" was changed by the act at position {} ({}), recorded at {}, but this act was made "
                  "after seeing {}; look at the newer act and sign again",
                  for_terminal(id), newest.position, to_hex(view(newest.row.getActId())),
                  format_utc(newest.row.getRecordedAt()), listed.hasPrev() ? describe(listed.getPrev()) : "none"));
}

Error mismatch(std::string message) {
  return Error(Refusal::kSubjectsMismatch, std::move(message));
}

Result<void> check_prev(Context& c, Number number, schema::Subject::Reader listed) {
  const std::string_view id = view(listed.getId());
  const auto newest = c.state(number);
  if (!newest) throw RegisterFault(fmt::format("\"{}\" has no state", for_terminal(id)));
  if (!listed.hasPrev()) return moved_on(id, *newest, listed);
  const schema::ActRef::Reader prev = listed.getPrev();
  if (prev.getId() == newest->row.getActId() && prev.getRecordedAt() == newest->row.getRecordedAt()) return ok();
  return moved_on(id, *newest, listed);
}

Result<void> check_subject(Context& c, const Context::Written& written, schema::Subject::Reader listed) {
  if (!written.created) return check_prev(c, written.number, listed);
  if (!listed.hasPrev()) return ok();
  return mismatch(
      fmt::format("\"{}\" is new, so no earlier act on it can be named", for_terminal(view(listed.getId()))));
}

}  // namespace

Result<void> check_envelope(const Context& c) {
  JUMELAGE_TRY(check_version(c.act()));
  JUMELAGE_TRY(check_founding(c));
  JUMELAGE_TRY(check_ledger(c));
  JUMELAGE_TRY(check_new(c));
  JUMELAGE_TRY(check_times(c));
  return check_basis(c.act());
}

void find_basis_irregularities(Context& c) {
  const schema::Act::Reader act = c.act();
  const bool is_founding = c.position() == 0;
  if (is_founding) return;
  if (act.getBasis() == schema::Basis::LIVE && act.hasDecidedAt()) {
    const std::uint32_t decided = day_of(act.getDecidedAt());
    const std::uint32_t recorded = day_of(act.getRecordedAt());
    if (decided + kLiveDays < recorded)
      c.finding(
          kActNotLive,
          fmt::format("it was decided on {} and is recorded as it happens on {}; what comes from notes or paper is "
                      "of basis \"transcribed\", and says from what",
                      format_day(decided), format_day(recorded)));
  }
  if (act.getBasis() == schema::Basis::TRANSCRIBED && !act.hasAttestation())
    c.finding(kActNoGrounds, "it is transcribed, and nothing says from what paper; fill in attestation");
}

Result<void> check_references(Context& c) {
  const schema::Act::Reader act = c.act();
  if (act.hasRuleSet()) {
    JUMELAGE_TRY(const Number rules, c.find(act.getRuleSet().getId(), SubjectKind::RULE_SET));
    JUMELAGE_TRY(c.rule_set(rules, act.getRuleSet().getVersion()));
  }
  if (!act.hasAttestation()) return ok();
  const bool signs = any_in(act.getSigners(), [&](schema::Signer::Reader signer) {
    return signer.getOf() == act.getAttestation().getAttester();
  });
  if (!signs) {
    return Error(Refusal::kSignatureMissing, fmt::format("\"{}\" attests this act and must sign it",
                                                         for_terminal(view(act.getAttestation().getAttester()))));
  }
  return c.register_documents(act.getAttestation().getEvidence());
}

Result<void> check_subjects(Context& c) {
  const auto listed = c.act().getSubjects();
  const auto& written = c.written();
  std::string_view last;
  for (const auto subject : listed) {
    const std::string_view id = view(subject.getId());
    if (!last.empty() && id <= last) return mismatch("subjects must be in the order of their ids, each once");
    last = id;
    const Number created = c.created_number(id);
    const Number number = created != 0 ? created : c.number_of(id);
    const auto found =
        std::find_if(written.begin(), written.end(), [&](const Context::Written& w) { return w.number == number; });
    if (number == 0 || found == written.end())
      return mismatch(
          fmt::format("the act lists \"{}\", which it is not about; list its own subjects only", for_terminal(id)));
    JUMELAGE_TRY(check_subject(c, *found, subject));
  }
  if (listed.size() == written.size()) return ok();
  return mismatch(
      fmt::format("the act is about {} subjects and lists {}; list each of them", written.size(), listed.size()));
}

}  // namespace jumelage::governance
