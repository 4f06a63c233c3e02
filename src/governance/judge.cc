#include "governance/judge.h"

#include <kj/exception.h>
#include <fmt/format.h>

#include "governance/catalogue.h"
#include "governance/envelope.h"
#include "governance/rules.h"
#include "governance/signers.h"

namespace jumelage::governance {
namespace {

// Which acts have rules, and which rule each has.
Result<void> apply_rule(Context& c) {
  using schema::Act;
  const Act::Reader act = c.act();
  switch (act.which()) {
    case Act::LEDGER_CONSTITUTED: return ledger_constituted(c, act.getLedgerConstituted());
    case Act::RULE_SET_ENACTED: return rule_set_enacted(c, act.getRuleSetEnacted());
    case Act::CATALOGUE_ACTIVATED: return catalogue_activated(c, act.getCatalogueActivated());
    case Act::KEY_ENROLLED: return key_enrolled(c, act.getKeyEnrolled());
    case Act::KEY_REVOKED: return key_revoked(c, act.getKeyRevoked());
    case Act::WITNESS_SET_CHANGED: return witness_set_changed(c, act.getWitnessSetChanged());
    case Act::PRIMARY_HANDED_OVER: return primary_handed_over(c, act.getPrimaryHandedOver());
    case Act::CHECKPOINT_ANCHORED: return checkpoint_anchored(c, act.getCheckpointAnchored());
    case Act::RECORD_CORRECTED: return record_corrected(c, act.getRecordCorrected());
    case Act::PERSONAL_DATA_ERASED: return personal_data_erased(c, act.getPersonalDataErased());
    case Act::DOCUMENT_ADDED: return document_added(c, act.getDocumentAdded());
    case Act::VISIBILITY_CHANGED: return visibility_changed(c, act.getVisibilityChanged());
    case Act::REGISTER_CLOSED: return register_closed(c, act.getRegisterClosed());

    case Act::BODY_ESTABLISHED: return body_established(c, act.getBodyEstablished());
    case Act::BODY_CHANGED: return body_changed(c, act.getBodyChanged());
    case Act::PERSON_REGISTERED: return person_registered(c, act.getPersonRegistered());
    case Act::MEMBER_ADMITTED: return member_admitted(c, act.getMemberAdmitted());
    case Act::MEMBER_CHANGED: return member_changed(c, act.getMemberChanged());
    case Act::MANDATE_GRANTED: return mandate_granted(c, act.getMandateGranted());
    case Act::MANDATE_CHANGED: return mandate_changed(c, act.getMandateChanged());
    case Act::OFFICE_CHANGED: return office_changed(c, act.getOfficeChanged());

    case Act::PROPOSAL_TABLED: return proposal_tabled(c, act.getProposalTabled());
    case Act::SESSION_CONVENED: return session_convened(c, act.getSessionConvened());
    case Act::SESSION_OPENED: return session_opened(c, act.getSessionOpened());
    case Act::ATTENDANCE_CHANGED: return attendance_changed(c, act.getAttendanceChanged());
    case Act::ITEM_DISPOSED: return item_disposed(c, act.getItemDisposed());
    case Act::VOTE_RECORDED: return vote_recorded(c, act.getVoteRecorded());
    case Act::DECISION_RECORDED: return decision_recorded(c, act.getDecisionRecorded());
    case Act::SESSION_CLOSED: return session_closed(c, act.getSessionClosed());

    default:
      return Error(Refusal::kNotYetSupported,
                   fmt::format("acts of kind {} are not yet supported by this version", event::kind_name(act.which())));
  }
}

// What every recorded act leaves, whatever its kind.
void enter_act(Context& c, Effects& effects) {
  const ActId& id = c.act_id();
  c.put(Table::kActs, act_key(c.act().getRecordedAt().getUtc(), id),
        Key().u64(c.position()).bytes(id.view().subspan(8)));
  for (std::size_t i = 0; i < effects.findings.size(); ++i) {
    const Finding& finding = effects.findings[i];
    const Key key = finding_key(c.position(), static_cast<std::uint16_t>(i));
    c.put_row<schema::FindingRow>(Table::kFindings, key, [&](schema::FindingRow::Builder row) {
      row.setCode(capnp::Text::Reader(finding.code.data(), finding.code.size()));
      row.setText(to_text(finding.text));
      row.setSubject(finding.subject);
      row.setCuredAt(kNever);
    });
  }
}

Result<void> judge_act(Context& c, Effects& effects) {
  JUMELAGE_TRY(check_envelope(c));
  if (c.position() != 0) {
    JUMELAGE_TRY(check_catalogue(c));
  }
  JUMELAGE_TRY(auto roles, c.position() == 0 ? founding_roles(c) : roles_of(c));
  c.set_roles(std::move(roles));
  JUMELAGE_TRY(check_references(c));
  JUMELAGE_TRY(apply_rule(c));
  JUMELAGE_TRY(c.register_documents(c.act().getDocuments()));
  JUMELAGE_TRY(check_subjects(c));
  enter_act(c, effects);
  return ok();
}

}  // namespace

Result<void> judge(const Register& reg, const Place& place, const event::Act& act, Effects& effects) {
  effects.clear();
  try {
    Context context(reg, place, act, effects, Roles{});
    return judge_act(context, effects);
  } catch (const kj::Exception& fault) {
    // The act was validated, so what could not be read is a row of the register.
    throw RegisterFault(fmt::format("a row of the register cannot be read: {}", fault.getDescription().cStr()));
  }
}

}  // namespace jumelage::governance
