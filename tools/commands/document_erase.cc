#include <fmt/format.h>

#include "app/act_form.h"
#include "app/tool_error.h"
#include "base/hex.h"
#include "base/ids.h"
#include "base/text.h"
#include "commands/commands.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

// A digest, or the present document of a person.
Result<std::string> digest_of(const Register& reg, const std::string& word) {
  if (word.size() == 2 * Digest::kSize && from_hex(word)) return word;
  JUMELAGE_TRY(const Number person, find(reg, word, SubjectKind::PERSON));
  const auto row = row_of(reg, person);
  if (!(*row).getPerson().getErased()) return to_hex(bytes_of((*row).getPerson().getDocument()));
  return Error(ToolError::kNotFound,
               fmt::format("the document of {} was erased already: jumelage history {}", word, word));
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  std::vector<std::string> digests;
  for (const std::string& word : arguments.all("DOCUMENT")) {
    auto digest = digest_of(form.reg(), word);
    if (!digest) form.fail(digest.error());
    if (digest) digests.push_back(std::move(digest).value());
  }
  form.list("documents", digests).option("legalBasis", "legal-basis").id("decision", "decision", SubjectKind::DECISION);
  form.documents("replacements", "replacement", "other");
}

}  // namespace

void add_document_erase(cli::Command& parent) {
  auto& command = parent.add("erase", "Destroys personal documents for good, and records that it was done");
  command.describe(
      "The bytes are destroyed; the log still verifies, because it holds only their digests. Every other node destroys "
      "its copy when the act reaches it; copies on paper and in backups are for people to destroy. The data-protection "
      "officer and the secretary sign. Only documents that were registered as erasable can go.");
  command.positional({.name = "DOCUMENT",
                      .help = "a document's digest, 64 digits; or a person's id: the document that they have now",
                      .need = cli::Need::kRequired,
                      .repeated = true});
  command.option(
      {.name = "legal-basis", .value = "TEXT", .help = "what law asks for it", .need = cli::Need::kRequired});
  command.option({.name = "decision", .value = "ID", .help = "the decision that it carries out"});
  command.option(
      {.name = "replacement", .value = "FILE", .help = "a redacted version; or LANG=FILE", .repeated = true});
  add_act_options(command);
  command.example("jumelage document erase p-2 --legal-basis \"art. 17 GDPR\" --key expert --key secretary --dry-run",
                  "see first what would go: the document of a person");
  command.example("jumelage document erase p-2 --legal-basis \"art. 17 GDPR\" --key expert --key secretary",
                  "the expert is the data-protection officer of the example");
  command.handler(recording("personalDataErased", fill));
}

}  // namespace jumelage::tools
