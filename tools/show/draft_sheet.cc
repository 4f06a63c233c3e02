#include "show/draft_sheet.h"

#include <fmt/format.h>

#include "app/json_output.h"
#include "base/hex.h"
#include "base/text.h"
#include "event/json.h"
#include "show/act_words.h"
#include "show/recorded.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using cli::Tone;

constexpr std::size_t kMostShown = 50;  // acts of a long draft, unless all are asked for

KeyId key_of(schema::Signer::Reader signer) {
  return *KeyId::from(bytes_of(signer.getKey()));
}

// Everything that the act says of itself, beside its sentence.
void add_act(const event::Act& act, std::string_view label, cli::Fields& fields) {
  const auto reader = act.reader();
  fields.field(label, act_sentence(reader), Tone::kHeading);
  fields.field("kind", event::kind_name(act.kind()));
  fields.field("basis", basis_text(reader), reader.getBasis() == schema::Basis::LIVE ? Tone::kPlain : Tone::kWarning);
  fields.field("drafted", moment_text(reader.getRecordedAt()));
  if (reader.hasDecidedAt()) fields.field("decided", moment_text(reader.getDecidedAt()));
  if (reader.hasEffectiveAt()) fields.field("effective", moment_text(reader.getEffectiveAt()));
  if (reader.hasPlace()) fields.field("place", view(reader.getPlace()));
  fields.field("subjects", subjects_text(reader));
  if (reader.hasOverrideReason()) fields.field("reason given", one_line(view(reader.getOverrideReason())));
  fields.field("act id", to_hex(act.id().view()), Tone::kFaint);
}

void add_acts(const DraftFile& draft, const RulesSay& rules, bool full, cli::Fields& fields) {
  const auto& acts = draft.acts();
  for (std::size_t i = 0; i < acts.size(); ++i) {
    const bool has_findings = rules.judged && !(*rules.judged)[i].findings.empty();
    if (i == kMostShown && !full)
      fields.field("...", fmt::format("and {} more; see them with --full", counted(acts.size() - i, "act")));
    if (i >= kMostShown && !full && !has_findings) continue;
    add_act(acts[i], acts.size() == 1 ? "act" : fmt::format("act {}", i + 1), fields);
    if (!rules.judged) continue;
    const Prepared& judged = (*rules.judged)[i];
    if (judged.correction) add_effect(*judged.correction, fields);
    add_findings(judged.findings, fields);
  }
}

void add_rules(const RulesSay& rules, cli::Fields& fields) {
  if (rules.refused) {
    fields.field("rules", "REFUSED: " + rules.refused->message(), Tone::kBad);
  } else if (!rules.judged) {
    fields.field("rules", "not asked: there is no ledger here to judge it by", Tone::kWarning);
  } else {
    std::size_t findings = 0;
    for (const Prepared& one : *rules.judged) findings += one.findings.size();
    fields.field("rules", findings == 0 ? "nothing against it" : counted(findings, "irregularity", "irregularities"),
                 findings == 0 ? Tone::kGood : Tone::kWarning);
  }
}

std::string every_field(const DraftFile& draft) {
  std::string out;
  for (const event::Act& act : draft.acts()) out += "\n" + safe_lines(event::act_to_json(act));
  return out;
}

// Signers are the same keys in all acts; in what capacity is said by the first.
capnp::List<schema::Signer>::Reader signers_of(const DraftFile& draft) {
  return draft.acts()[0].reader().getSigners();
}

void write_signers(const DraftFile& draft, bool signed_already, JsonOutput& out) {
  out.list(signed_already ? "signed" : "missing");
  for (const auto signer : signers_of(draft))
    if (draft.has_signed(key_of(signer)) == signed_already)
      out.object().text("key", to_hex(key_of(signer).view())).text("as", signer_text(signer)).end();
  out.end();
}

void write_state(const DraftFile& draft, const std::string& file, JsonOutput& out) {
  out.text("file", file).text("ledger", to_hex(draft.ledger().view()));
  write_signers(draft, true, out);
  write_signers(draft, false, out);
  out.flag("complete", draft.is_complete());
}

}  // namespace

std::string missing_text(const DraftFile& draft) {
  std::string out;
  for (const auto signer : signers_of(draft))
    if (!draft.has_signed(key_of(signer)))
      out +=
          fmt::format("{}{} (key {})", out.empty() ? "" : ", ", signer_text(signer), short_hex(key_of(signer).view()));
  return out;
}

std::string draft_sheet(const DraftFile& draft, const RulesSay& rules, bool full, const Ui& ui) {
  cli::Fields fields;
  add_acts(draft, rules, full, fields);
  for (const NewDocument& document : draft.documents())
    fields.field("document", fmt::format("{}, {}, inside", to_hex(document.digest.view()),
                                         counted(document.content.size(), "byte")));
  fields.field("ledger", to_hex(draft.ledger().view()));
  add_rules(rules, fields);
  const bool shows_fields = full || draft.acts().size() == 1;
  return fields.render(ui.look) + (shows_fields ? every_field(draft) : "");
}

std::string draft_state(const DraftFile& draft, const std::string& file, const Ui& ui) {
  cli::Fields fields;
  for (const auto signer : signers_of(draft)) {
    const bool has_signed = draft.has_signed(key_of(signer));
    fields.field(has_signed ? "signed by" : "still to sign",
                 fmt::format("{}, key {}", signer_text(signer), short_hex(key_of(signer).view())),
                 has_signed ? Tone::kGood : Tone::kWarning);
  }
  const std::string name = for_terminal(file);
  return fields.render(ui.look) +
         (draft.is_complete() ? fmt::format("Complete. To record it: jumelage record {}\n", name)
                              : fmt::format("Those who still have to sign: jumelage sign {} --key NAME\n", name));
}

std::string draft_json(const DraftFile& draft, const RulesSay& rules, const std::string& file) {
  JsonOutput out;
  out.object();
  write_state(draft, file, out);
  out.flag("rulesAsked", rules.judged.has_value() || rules.refused.has_value());
  if (rules.refused)
    out.object("refused").text("code", rules.refused->code()).text("message", rules.refused->message()).end();
  out.list("acts");
  for (std::size_t i = 0; i < draft.acts().size(); ++i) {
    const event::Act& act = draft.acts()[i];
    out.object().text("id", to_hex(act.id().view())).text("kind", event::kind_name(act.kind()));
    out.text("sentence", act_sentence(act.reader())).text("basis", basis_text(act.reader()));
    out.raw("act", event::act_to_json(act));
    if (rules.judged) {
      const Prepared& judged = (*rules.judged)[i];
      if (judged.correction) write_effect(*judged.correction, out);
      write_findings(judged.findings, out);
    }
    out.end();
  }
  out.end().list("documents");
  for (const NewDocument& document : draft.documents()) out.item(to_hex(document.digest.view()));
  return out.end().end().take();
}

std::string draft_result(const DraftFile& draft, const std::string& file, const Ui& ui) {
  if (ui.json()) {
    JsonOutput out;
    out.object();
    write_state(draft, file, out);
    return out.end().take();
  }
  return fmt::format("{} {}; nothing is recorded yet.\n", ui.tone("Written to", Tone::kGood), for_terminal(file)) +
         draft_state(draft, file, ui);
}

}  // namespace jumelage::tools
