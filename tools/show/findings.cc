#include "show/findings.h"

#include <fmt/format.h>

#include "base/text.h"
#include "governance/keys.h"
#include "governance/row.h"
#include "governance/session_finding_codes.h"
#include "schema/register.capnp.h"
#include "show/words.h"

namespace jumelage::tools {

using governance::Register;

bool ShownFinding::is_cured() const {
  return cured_at != governance::kNever;
}

std::vector<ShownFinding> findings_at(const Register& reg, std::uint64_t position) {
  std::vector<ShownFinding> out;
  reg.scan(governance::Table::kFindings, governance::Key().u64(position), [&](Register::Item item) {
    const governance::Row<schema::FindingRow> row(item.value);
    out.push_back({std::string(view(row.reader().getCode())), std::string(view(row.reader().getText())),
                   row.reader().getCuredAt()});
    return true;
  });
  return out;
}

std::vector<ShownFinding> findings_at(const ledger::Snapshot& snapshot, std::uint64_t position) {
  return snapshot.has_register() ? findings_at(snapshot.reg(), position) : std::vector<ShownFinding>();
}

std::vector<ShownFinding> open_findings(const Register& reg, const std::vector<std::uint64_t>& positions) {
  std::vector<ShownFinding> out;
  for (const std::uint64_t position : positions)
    for (ShownFinding& finding : findings_at(reg, position))
      if (!finding.is_cured()) out.push_back(std::move(finding));
  return out;
}

std::vector<ShownFinding> without_cures(std::vector<ShownFinding> findings) {
  for (ShownFinding& finding : findings) finding.text = text_without_cure(finding.code, std::move(finding.text));
  return findings;
}

std::string text_without_cure(std::string_view code, std::string text) {
  return code == governance::kDecisionVoteIrregular ? "the vote that it rests on is irregular by the rules here" : text;
}

void add_findings(const std::vector<ShownFinding>& findings, cli::Fields& fields) {
  for (const ShownFinding& finding : findings) {
    const std::string cure = finding.is_cured() ? fmt::format(" (cured by #{})", finding.cured_at) : "";
    fields.field(finding.is_cured() ? "cured" : "irregular", fmt::format("{}: {}{}", finding.code, finding.text, cure),
                 finding.is_cured() ? cli::Tone::kFaint : cli::Tone::kWarning);
  }
}

void write_findings(const std::vector<ShownFinding>& findings, JsonOutput& out) {
  out.list("findings");
  for (const ShownFinding& finding : findings) {
    out.object().text("code", finding.code).text("text", finding.text);
    if (finding.is_cured()) out.number("curedAt", finding.cured_at);
    out.end();
  }
  out.end();
}

}  // namespace jumelage::tools
