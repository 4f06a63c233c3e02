#include <fmt/format.h>

#include <algorithm>

#include "app/reading.h"
#include "base/text.h"
#include "commands/commands.h"
#include "governance/kind_names.h"
#include "projection/open_findings.h"
#include "show/cure_words.h"
#include "show/findings.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using projection::OpenFinding;

bool is_imported(const Register& reg, Number body) {
  return body != 0 && (*row_of(reg, body)).getBody().getKind() == schema::BodyEstablished::Kind::IMPORTED;
}

// What the source of an imported register got wrong nobody here can cure, and no act here rests on it.
bool is_about_import(const Register& reg, const OpenFinding& finding) {
  if (finding.subject == 0) return false;
  const auto row = projection::row_at(reg, finding.subject);
  return row && is_imported(reg, projection::body_of(reg, finding.subject, **row));
}

std::string cure_text(const Register& reg, const OpenFinding& finding) {
  if (is_about_import(reg, finding)) return "none here: it is in another authority's register";
  const std::string_view cure = cure_of(finding.code);
  return cure.empty() ? "see docs/findings.md" : std::string(cure);
}

std::string text_of(const Register& reg, const OpenFinding& finding) {
  return is_about_import(reg, finding) ? text_without_cure(finding.code, finding.text) : finding.text;
}

std::string about(const Register& reg, const OpenFinding& finding) {
  if (finding.subject == 0) return "-";
  const std::string id = projection::slug_of(reg, finding.subject);
  return fmt::format("{} {}", governance::kind_text(projection::kind_of(reg, finding.subject)), id);
}

void print_findings(const Register& reg, const std::vector<OpenFinding>& findings, const Ui& ui) {
  for (const OpenFinding& finding : findings) {
    cli::Fields fields;
    fields.field(fmt::format("#{}", finding.position), about(reg, finding), cli::Tone::kHeading);
    fields.field("  finding", finding.code, cli::Tone::kWarning);
    fields.field("  what", text_of(reg, finding));
    fields.field("  cure", cure_text(reg, finding));
    print(fields.render(ui.look));
  }
}

void write_open(const Register& reg, const std::vector<OpenFinding>& findings, JsonOutput& out) {
  out.list("findings");
  for (const OpenFinding& finding : findings) {
    out.object().number("index", finding.position).text("code", finding.code);
    out.optional_text("subject", projection::slug_of(reg, finding.subject)).text("text", text_of(reg, finding));
    out.optional_text("cause", projection::slug_of(reg, finding.cause)).text("cure", cure_text(reg, finding)).end();
  }
  out.end();
}

bool has_imports(const Register& reg) {
  return std::ranges::any_of(bodies(reg), [&](Number body) { return is_imported(reg, body); });
}

Result<std::vector<OpenFinding>> found(const Reading& reading, const cli::Arguments& arguments, std::size_t most) {
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const Number body, subject_option(reg, arguments, "body", SubjectKind::BODY));
  const std::uint64_t from = arguments.has("from") ? arguments.number("from") : 0;
  const auto about_what = arguments.maybe("SUBJECT");
  std::vector<OpenFinding> out;
  const auto take = [&](const OpenFinding& finding) {
    out.push_back(finding);
    return out.size() < most;
  };
  if (!about_what) {
    projection::for_each_open_finding(reg, body, from, [&](const OpenFinding& finding) {
      return (body == 0 && is_about_import(reg, finding)) || take(finding);
    });
    return out;
  }
  JUMELAGE_TRY(const Number subject, find_any(reg, *about_what));
  projection::for_each_open_finding_about(reg, subject, from, take);
  return out;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading_at(arguments, ui));
  const std::uint64_t limit = arguments.number("limit");
  JUMELAGE_TRY(auto findings, found(reading, arguments, limit + 1));
  std::optional<std::uint64_t> next;
  if (findings.size() > limit) next = findings.back().position;
  // A page ends between two acts, so that the next one can begin with a whole act; one act alone may be longer.
  if (next)
    std::erase_if(findings, [&, first = findings.front().position](const OpenFinding& finding) {
      return finding.position == *next && *next != first;
    });
  const bool left_out = !arguments.has("SUBJECT") && !arguments.has("body") && has_imports(reading.reg());
  if (ui.json()) {
    JsonOutput out;
    out.object().flag("importsLeftOut", left_out);
    write_open(reading.reg(), findings, out);
    if (next) out.number("next", *next);
    print(out.end().take());
  } else if (findings.empty()) {
    print("Nothing is irregular.\n");
  } else {
    print_findings(reading.reg(), findings, ui);
    if (next) print(fmt::format("\nThere are more: add --from {}\n", *next));
  }
  if (left_out && !ui.json()) print("Registers brought in from elsewhere are left out: name one with --body.\n");
  return findings.empty() ? cli::kExitOk : cli::kExitFinding;
}

}  // namespace

void add_irregular(cli::Command& parent) {
  auto& command = parent.add("irregular", "Lists what is irregular, and what would cure it");
  command.describe(
      "Every finding of the rules that no later act has cured, in the order of the log. What is off in a register "
      "that was brought in from elsewhere is listed only when its body is named: nobody here can cure it. The exit "
      "code "
      "is 4 when something is listed, and 0 when nothing is.");
  command.positional({.name = "SUBJECT", .help = "only about this session, decision ...: its id"});
  command.option(
      {.name = "body", .value = "ID", .help = "only about this body, its sessions, decisions, mandates ..."});
  command.option({.name = "from", .value = "N", .help = "begin with entry N of the log", .range = cli::Range{}});
  add_limit_option(command);
  add_size_option(command);
  command.example("jumelage irregular", "everything that still needs a cure");
  command.example("jumelage irregular --body cci", "of the council alone");
  command.handler(running(run));
}

}  // namespace jumelage::tools
