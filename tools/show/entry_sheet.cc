#include "show/entry_sheet.h"

#include <fmt/format.h>

#include "app/json_output.h"
#include "base/clock.h"
#include "base/hex.h"
#include "base/text.h"
#include "event/json.h"
#include "event/verify.h"
#include "ledger/ledger_error.h"
#include "show/act_marks.h"
#include "show/act_words.h"
#include "show/findings.h"
#include "show/proof.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using cli::Tone;

std::string numbered(const event::Entry& entry) {
  return entry.assigned ? number_text(entry.assigned->series, entry.assigned->year, entry.assigned->number) : "";
}

Result<void> verify(const ledger::Snapshot& snapshot, EntryIndex index, const event::Entry& entry) {
  event::PacketCache cache;
  const auto verified = event::verify_signatures(entry.sealed, snapshot.ledger_id(), cache);
  if (verified) return ok();
  // It was checked before it was recorded: what does not verify now was changed since.
  return Error(ledger::LedgerError::kDamaged,
               fmt::format("entry {} of the log: {}", index.value, verified.error().message()));
}

std::vector<ShownFinding> findings_of(const ledger::Snapshot& snapshot, EntryIndex index, const event::Entry& entry) {
  auto findings = findings_at(snapshot, index.value);
  const bool imported = entry.sealed.act().reader().getBasis() == schema::Basis::IMPORTED;
  return imported ? without_cures(std::move(findings)) : findings;
}

void add_signatures(const event::Entry& entry, cli::Fields& fields) {
  const auto signers = entry.sealed.act().reader().getSigners();
  const auto& signatures = entry.sealed.signatures();
  for (unsigned i = 0; i < signers.size(); ++i) {
    const event::Packet* packet = signatures[i].packet;
    fields.field(
        "signed by",
        fmt::format("{}, key {}{}: signature checked", signer_text(signers[i]), short_hex(signatures[i].key.view()),
                    packet ? fmt::format(", in a packet of {}", counted(packet->size, "act")) : std::string()),
        Tone::kGood);
  }
}

}  // namespace

Result<std::string> entry_sheet(const ledger::Snapshot& snapshot, EntryIndex index, const Ui& ui) {
  JUMELAGE_TRY(const event::Entry entry, snapshot.entry(index));
  JUMELAGE_TRY(verify(snapshot, index, entry));
  JUMELAGE_TRY(const Proof proof, prove(snapshot, index));
  const auto act = entry.sealed.act().reader();
  cli::Fields fields;
  fields.field("entry", fmt::format("#{}", index.value), Tone::kHeading);
  fields.field("act", act_sentence(act));
  fields.field("kind", event::kind_name(act.which()));
  fields.field("basis", basis_text(act), act.getBasis() == schema::Basis::LIVE ? Tone::kPlain : Tone::kWarning);
  if (entry.assigned) fields.field("number", numbered(entry), Tone::kHeading);
  fields.field("recorded", moment_text(act.getRecordedAt()));
  if (act.hasDecidedAt()) fields.field("decided", moment_text(act.getDecidedAt()));
  fields.field("sequenced", minute_text(entry.sequenced_at));
  fields.field("subjects", subjects_text(act));
  fields.field("act id", to_hex(entry.sealed.act().id().view()));
  add_signatures(entry, fields);
  fields.field("proof", proof_text(proof), Tone::kGood);
  add_marks(marks_of(snapshot, index.value, act), fields);
  add_findings(findings_of(snapshot, index, entry), fields);
  return fields.render(ui.look) + "\n" + safe_lines(event::act_to_json(entry.sealed.act()));
}

Result<std::string> entry_json(const ledger::Snapshot& snapshot, EntryIndex index) {
  JUMELAGE_TRY(const event::Entry entry, snapshot.entry(index));
  JUMELAGE_TRY(verify(snapshot, index, entry));
  JUMELAGE_TRY(const Proof proof, prove(snapshot, index));
  JsonOutput out;
  out.object().number("index", index.value).text("id", to_hex(entry.sealed.act().id().view()));
  out.text("sequencedAt", format_utc(entry.sequenced_at)).optional_text("number", numbered(entry));
  out.text("basis", basis_text(entry.sealed.act().reader()));
  out.raw("act", event::act_to_json(entry.sealed.act())).list("signatures");
  for (const auto& signature : entry.sealed.signatures()) {
    out.object().text("key", to_hex(signature.key.view())).text("signature", to_hex(signature.signature));
    if (signature.packet)
      out.number("packetSize", signature.packet->size).number("packetIndex", signature.packet->index);
    out.end();
  }
  out.end();
  write_marks(marks_of(snapshot, index.value, entry.sealed.act().reader()), out);
  write_findings(findings_of(snapshot, index, entry), out);
  write_proof(proof, out);
  return out.end().take();
}

}  // namespace jumelage::tools
