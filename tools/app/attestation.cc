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

Result<void> check(const cli::Arguments& arguments) {
  const std::string& basis = arguments.text("basis");
  const bool vouched = basis == "attested" || basis == "transcribed";
  for (const char* option : {"attested-by", "on-behalf-of", "grounds", "evidence"})
    if (arguments.has(option) && !vouched)
      return Error(ToolError::kUsage, std::string("--") + option + " goes with --basis attested or transcribed");
  if (basis == "attested" && !(arguments.has("grounds") && arguments.has("on-behalf-of")))
    return Error(ToolError::kUsage,
                 "an attested act says for whom and on what grounds: --on-behalf-of MANDATE --grounds \"letter of 3 "
                 "March, received by post\" --evidence letter.pdf");
  if (arguments.has("evidence") && !arguments.has("grounds"))
    return Error(ToolError::kUsage, "say what the evidence is: --grounds \"minutes of 3 March, signed on paper\"");
  return ok();
}

}  // namespace

void add_attestation_options(cli::Command& command) {
  command.option({.name = "grounds",
                  .value = "TEXT",
                  .help = "with --basis attested or transcribed: on what paper or knowledge the act rests"});
  command.option({.name = "evidence",
                  .value = "FILE",
                  .help = "a scan or copy of that paper, kept as a document for members",
                  .repeated = true});
  command.option({.name = "on-behalf-of",
                  .value = "ID",
                  .help = "the mandate or member without a key for whom the secretary speaks"});
  command.option({.name = "attested-by",
                  .value = "OFFICE",
                  .help = "who vouches for it, among the signers; otherwise: the secretary"});
}

Result<std::string> with_attestation(const cli::Arguments& arguments, const governance::Register& reg, std::string json,
                                     std::vector<NewDocument>& documents) {
  JUMELAGE_TRY(check(arguments));
  if (!arguments.has("grounds")) return json;
  std::string attester = arguments.maybe("attested-by").value_or("");
  if (attester.empty()) {
    JUMELAGE_TRY(attester, secretary_office(reg));
  }
  JsonOutput out;
  out.object().text("attester", attester).list("evidence");
  for (const std::string& file : arguments.all("evidence")) {
    JUMELAGE_TRY(auto described, document_from_file(file, {{"role", "evidence"}, {"visibility", "members"}}));
    out.raw_item(described.json);
    documents.push_back(std::move(described.document));
  }
  out.end().text("statement", arguments.text("grounds"));
  out.optional_text("onBehalfOf", arguments.maybe("on-behalf-of").value_or(""));
  return with_member(json, "attestation", out.end().take());
}

}  // namespace jumelage::tools
