#include "show/recorded.h"

#include <fmt/format.h>

#include "app/json_output.h"
#include "base/clock.h"
#include "base/hex.h"
#include "base/text.h"
#include "event/act.h"
#include "show/act_words.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

constexpr std::size_t kMostShown = 50;  // acts of a long file

std::string numbered(const std::optional<governance::AssignedNumber>& number) {
  return number ? number_text(number->series, number->year, number->number) : std::string();
}

// Of acts that erase nothing, nothing.
void write_digests(std::string_view name, const std::vector<Digest>& digests, JsonOutput& out) {
  if (digests.empty()) return;
  out.list(name);
  for (const Digest& digest : digests) out.item(to_hex(digest.view()));
  out.end();
}

bool erases(const ledger::Recorded& recorded) {
  return !recorded.destroyed.empty() || !recorded.not_yet_destroyed.empty();
}

// What became of the documents that the act erases. That it is recorded does not say that they are gone.
std::string erasure_lines(const ledger::Recorded& recorded, const Ui& ui) {
  if (!erases(recorded)) return {};
  std::string out;
  for (const Digest& digest : recorded.destroyed) out += fmt::format("  destroyed  {}\n", to_hex(digest.view()));
  for (const Digest& digest : recorded.not_yet_destroyed)
    out += fmt::format("  {}  {}\n", ui.tone("still there", cli::Tone::kBad), to_hex(digest.view()));
  if (!recorded.not_yet_destroyed.empty())
    out +=
        "  What is still there could not be removed: look at the folder documents/ of the ledger and its disk. It is "
        "tried again whenever the ledger is opened for writing.\n";
  return out + "  Backups and copies hold these documents until you destroy them there too.\n";
}

void write_recorded(const ledger::Recorded& recorded, const event::Act& act, JsonOutput& out) {
  out.object().number("index", recorded.index.value).text("id", to_hex(recorded.id.view()));
  out.text("kind", event::kind_name(act.kind())).text("sequencedAt", format_utc(recorded.sequenced_at));
  out.optional_text("number", numbered(recorded.assigned));
  write_findings(recorded.findings, out);
  write_digests("destroyed", recorded.destroyed, out);
  write_digests("notYetDestroyed", recorded.not_yet_destroyed, out);
  out.end();
}

std::string recorded_line(const ledger::Recorded& recorded, const event::Act& act, const Ui& ui) {
  const std::string number = numbered(recorded.assigned);
  std::string line = ui.tone("Recorded", cli::Tone::kGood);
  line += fmt::format(" as #{}: {}", recorded.index.value, for_terminal(act_sentence(act.reader())));
  if (!number.empty()) line += fmt::format(", {}", ui.tone("number " + for_terminal(number), cli::Tone::kHeading));
  if (!recorded.findings.empty())
    line += ui.tone(fmt::format(" ({}: {})", counted(recorded.findings.size(), "irregularity", "irregularities"),
                                recorded.findings.front().code),
                    cli::Tone::kWarning);
  return line + "\n";
}

std::string who_may_read(const NewDocument& document) {
  if (document.visibility.empty()) return {};
  return document.visibility == "public" ? ", for everybody to read (public)" : ", for " + document.visibility;
}

std::string document_text(const NewDocument& document) {
  return fmt::format("{}, {}{}", document.file.empty() ? to_hex(document.digest.view()) : document.file,
                     counted(document.content.size(), "byte"), who_may_read(document));
}

}  // namespace

void add_findings(const std::vector<governance::Finding>& findings, cli::Fields& fields) {
  for (const auto& finding : findings)
    fields.field("irregular", fmt::format("{}: {}", finding.code, finding.text), cli::Tone::kWarning);
}

void write_findings(const std::vector<governance::Finding>& findings, JsonOutput& out) {
  out.list("findings");
  for (const auto& finding : findings) out.object().text("code", finding.code).text("text", finding.text).end();
  out.end();
}

std::string preview(const std::vector<Prepared>& acts, const std::vector<NewDocument>& documents, const Ui& ui) {
  cli::Fields fields;
  for (std::size_t i = 0; i < acts.size(); ++i) {
    const bool shown = i < kMostShown || !acts[i].findings.empty();
    if (i == kMostShown)
      fields.field("...", fmt::format("and {} more", counted(acts.size() - kMostShown, "act")), cli::Tone::kFaint);
    if (!shown) continue;
    const auto act = acts[i].act.reader();
    fields.field(acts.size() == 1 ? "act" : fmt::format("act {}", i + 1), act_sentence(act));
    if (act.getBasis() != schema::Basis::LIVE) fields.field("basis", basis_text(act), cli::Tone::kWarning);
    fields.field("signed by", signers_text(act), cli::Tone::kFaint);
    if (acts[i].correction) add_effect(*acts[i].correction, fields);
    add_findings(acts[i].findings, fields);
  }
  for (const NewDocument& document : documents)
    fields.field("document", document_text(document),
                 document.visibility == "public" ? cli::Tone::kWarning : cli::Tone::kPlain);
  return fields.render(ui.look);
}

std::string dry_run_result(const std::vector<Prepared>& acts, const std::vector<NewDocument>& documents, const Ui& ui) {
  if (!ui.json()) return "Nothing was recorded: this was a dry run.\n";
  JsonOutput out;
  out.object().list("wouldRecord");
  for (const Prepared& one : acts) {
    out.object().text("kind", event::kind_name(one.act.kind())).text("sentence", act_sentence(one.act.reader()));
    out.optional_text("number", numbered(one.number));
    if (one.correction) write_effect(*one.correction, out);
    write_findings(one.findings, out);
    out.end();
  }
  out.end().list("documents");
  for (const NewDocument& document : documents) {
    out.object().text("digest", to_hex(document.digest.view())).optional_text("file", document.file);
    out.number("size", document.content.size()).optional_text("visibility", document.visibility).end();
  }
  return out.end().end().take();
}

std::string recorded_result(const std::vector<Prepared>& acts, const std::vector<ledger::Answer>& answers,
                            const Ui& ui) {
  if (ui.json()) {
    JsonOutput out;
    out.object().list("recorded");
    for (std::size_t i = 0; i < answers.size(); ++i)
      if (answers[i]) write_recorded(answers[i].value(), acts[i].act, out);
    return out.end().end().take();
  }
  std::string out;
  for (std::size_t i = 0; i < answers.size(); ++i)
    if (answers[i] && (i < kMostShown || i + 1 == answers.size() || erases(answers[i].value())))
      out += recorded_line(answers[i].value(), acts[i].act, ui) + erasure_lines(answers[i].value(), ui);
  return out;
}

std::string founded_result(const ledger::Recorded& recorded, const LedgerId& id, const Ui& ui) {
  if (ui.json()) {
    JsonOutput out;
    out.object().text("ledger", to_hex(id.view())).text("folder", ui.globals.ledger.string());
    return out.text("act", to_hex(recorded.id.view())).end().take();
  }
  return fmt::format(
      "{} The ledger is in {}. Its id is\n\n  {}\n\nWrite it down, on paper too, and give it to every member: it is "
      "how "
      "anybody recognises this very ledger.\n\nGo on with:  jumelage member list   jumelage show ledger   jumelage "
      "session "
      "convene --help\n",
      ui.tone("Founded.", cli::Tone::kGood), for_terminal(ui.globals.ledger.string()),
      ui.tone(to_hex(id.view()), cli::Tone::kHeading));
}

}  // namespace jumelage::tools
