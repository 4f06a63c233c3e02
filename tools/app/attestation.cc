#include "app/attestation.h"

#include "app/json_output.h"
#include "app/json_scan.h"
#include "app/lookup.h"
#include "app/tool_error.h"

namespace jumelage::tools {
namespace {

// The office of the only secretary of a council.
Result<std::string> secretary_office(const Register& reg) {
  std::string found;
  for (const Number body : bodies(reg)) {
    const auto row = row_of(reg, body);
    if ((*row).getBody().getKind() != schema::BodyEstablished::Kind::COUNCIL) continue;
    for (const Number number : children_of(reg, body, SubjectKind::OFFICE)) {
      const auto office_row = row_of(reg, number);
      const auto office = (*office_row).getOffice();
      if (office.getKind() != schema::OfficeChanged::Kind::SECRETARY || office.getHolder() == 0) continue;
      if (!found.empty()) return Error(ToolError::kUsage, "say who vouches for it: --attested-by OFFICE");
      found = projection::slug_of(reg, number);
    }
  }
  if (found.empty()) return Error(ToolError::kUsage, "say who vouches for it: --attested-by OFFICE");
  return found;
}

std::string statement_of(const cli::Arguments& arguments) {
  return arguments.has("attested") ? arguments.text("attested") : arguments.maybe("grounds").value_or("");
}

Result<void> check(const cli::Arguments& arguments, const std::string& on_behalf_of) {
  const std::string basis = basis_of(arguments);
  if (arguments.has("attested") && arguments.has("grounds"))
    return Error(ToolError::kUsage, "--attested says on what grounds already; leave out --grounds");
  const bool vouched = basis == "attested" || basis == "transcribed";
  for (const char* option : {"attested-by", "on-behalf-of", "grounds", "evidence"})
    if (arguments.has(option) && !vouched)
      return Error(ToolError::kUsage,
                   std::string("--") + option + " goes with --attested, or with --basis transcribed");
  if (basis == "attested" && (statement_of(arguments).empty() || on_behalf_of.empty()))
    return Error(ToolError::kUsage,
                 "an attested act says for whom and on what grounds: --on-behalf-of MANDATE --attested \"letter of 3 "
                 "March, received by post\" --evidence letter.pdf");
  if (arguments.has("evidence") && statement_of(arguments).empty())
    return Error(ToolError::kUsage, "say what the evidence is: --grounds \"minutes of 3 March, signed on paper\"");
  return ok();
}

}  // namespace

void add_attestation_options(cli::Command& command) {
  command.option({.name = "attested",
                  .value = "STATEMENT",
                  .help = "for somebody without a key at hand: the secretary signs, and states how it is known"});
  command.option({.name = "on-behalf-of",
                  .value = "ID",
                  .help = "the mandate or member for whom the secretary speaks; otherwise: whom the act concerns"});
  command.option({.name = "grounds", .value = "TEXT", .help = "with --basis transcribed: from what paper"});
  command.option({.name = "evidence",
                  .value = "FILE",
                  .help = "a scan or copy of that paper, kept as a document for members",
                  .repeated = true});
  command.option({.name = "attested-by",
                  .value = "OFFICE",
                  .help = "who vouches for it, among the signers; otherwise: the secretary"});
}

std::string basis_of(const cli::Arguments& arguments) {
  return arguments.has("attested") ? "attested" : arguments.text("basis");
}

Result<void> attest(const cli::Arguments& arguments, const governance::Register& reg, Made& made) {
  const std::string on_behalf_of = arguments.maybe("on-behalf-of").value_or(made.on_behalf_of);
  JUMELAGE_TRY(check(arguments, on_behalf_of));
  const std::string statement = statement_of(arguments);
  if (statement.empty()) return ok();
  std::string attester = arguments.maybe("attested-by").value_or("");
  if (attester.empty()) {
    JUMELAGE_TRY(attester, secretary_office(reg));
  }
  JsonOutput out;
  out.object().text("attester", attester).list("evidence");
  for (const std::string& file : arguments.all("evidence")) {
    JUMELAGE_TRY(auto described, document_from_file(file, {{"role", "evidence"}, {"visibility", "members"}}));
    out.raw_item(described.json);
    made.documents.push_back(std::move(described.document));
  }
  out.end().text("statement", statement);
  out.optional_text("onBehalfOf", basis_of(arguments) == "attested" ? on_behalf_of : "");
  made.json = with_member(made.json, "attestation", out.end().take());
  return ok();
}

}  // namespace jumelage::tools
