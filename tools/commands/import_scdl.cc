#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <span>

#include "app/json_output.h"
#include "app/open_ledger.h"
#include "app/recorder.h"
#include "app/signing.h"
#include "app/tool_error.h"
#include "app/ui.h"
#include "base/clock.h"
#include "base/files.h"
#include "base/text.h"
#include "cli/progress.h"
#include "cli/table.h"
#include "commands/commands.h"
#include "event/seal.h"
#include "exchange/scdl_import.h"
#include "ledger/author.h"
#include "ledger/ledger_error.h"
#include "ledger/recorded.h"
#include "projection/query.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

constexpr std::size_t kPacketActs = 999;

// What is in the log, which is less than what was composed once a row was refused.
struct Outcome {
  std::size_t deliberations = 0;
  std::size_t acts = 0;
  std::size_t findings = 0;
  std::optional<Error> refused;
};

std::int32_t days_since_epoch(UnixMillis now) {
  return static_cast<std::int32_t>(now / 86'400'000);
}

std::string faults_table(const exchange::FaultList& faults, const Ui& ui) {
  cli::Table table({{"Line", cli::Align::kRight},
                    {"Column", cli::Align::kLeft},
                    {"Value", cli::Align::kLeft},
                    {"Code", cli::Align::kLeft},
                    {"What is off", cli::Align::kLeft}});
  for (const exchange::Fault& fault : faults.listed())
    table.row(
        {std::to_string(fault.line), fault.column_name, fault.value, std::string(fault.code()), fault.error.message()});
  return table.render(ui.look);
}

// How often each code occurs: a thousand rows with one fault each are one line to read.
std::string fault_counts(const exchange::FaultList& faults) {
  std::map<std::string_view, std::size_t> counts;
  for (const exchange::Fault& fault : faults.listed()) ++counts[fault.code()];
  std::string out;
  for (const auto& [code, count] : counts) out += fmt::format("  {:>6}  {}\n", count, code);
  return out;
}

// Errors that nobody accepted: the rows that they stand in would be left out.
std::set<std::string_view> not_accepted(const exchange::FaultList& faults, const std::vector<std::string>& accepted) {
  std::set<std::string_view> codes;
  for (const exchange::Fault& fault : faults.listed()) {
    const bool is_accepted = std::ranges::find(accepted, fault.code()) != accepted.end();
    if (fault.severity == exchange::Severity::kError && !is_accepted) codes.insert(fault.code());
  }
  return codes;
}

Result<void> check_body(const governance::Register& reg, const std::string& body) {
  const auto subject = projection::find_subject(reg, body);
  const auto row = subject ? projection::row_at(reg, subject->number) : std::nullopt;
  if (!row || !(**row).isBody())
    return Error(ToolError::kNotFound, fmt::format("there is no body \"{}\"; record a bodyEstablished of kind "
                                                   "imported first: jumelage schema bodyEstablished",
                                                   for_terminal(body)));
  if ((**row).getBody().getKind() != schema::BodyEstablished::Kind::IMPORTED)
    return Error(ToolError::kUsage, fmt::format("the body \"{}\" is not of kind imported: an imported register stays "
                                                "apart from this Council's own",
                                                for_terminal(body)));
  if ((**row).getBody().getDissolved())
    return Error(ToolError::kUsage,
                 fmt::format("the body \"{}\" is dissolved: it receives nothing any more", for_terminal(body)));
  return ok();
}

void report_file(const exchange::ScdlFile& file, const Ui& ui, bool every_fault) {
  print(fmt::format("{} usable rows of {}; {} and {}.\n", file.rows.size(), file.rows_seen,
                    counted(file.faults.errors(), "error", "errors"),
                    counted(file.faults.warnings(), "warning", "warnings")));
  if (file.faults.listed().empty()) return;
  print(every_fault ? faults_table(file.faults, ui) : fault_counts(file.faults));
  if (!every_fault) print("Each with its line and column: --dry-run\n");
}

class Importer {
 public:
  Importer(const cli::Arguments& arguments, const Ui& ui) : arguments_(arguments), ui_(ui) {}

  Result<int> run() {
    const std::string& path = arguments_.text("FILE");
    JUMELAGE_TRY(const Bytes bytes, read_file(path, exchange::kMaxCsvBytes));
    file_ = exchange::read_scdl(bytes, days_since_epoch(system_clock().now()));
    const bool dry = arguments_.flag("dry-run");
    if (!ui_.json()) report_file(file_, ui_, dry);
    if (dry) return finish_dry_run();
    JUMELAGE_TRY(check_file(path));
    return record();
  }

 private:
  Result<void> check_file(const std::string& path) const {
    if (file_.rows_seen == 0 && file_.faults.errors() == 0)
      return Error(ToolError::kNotFound,
                   fmt::format("{} holds a header and no deliberation; nothing was recorded", for_terminal(path)));
    if (file_.rows.empty())
      return Error(ToolError::kFaultyFile,
                   fmt::format("no row of {} can be used; nothing was recorded. Mend the file: --dry-run shows what is "
                               "off, by line and column",
                               for_terminal(path)));
    if (const auto codes = not_accepted(file_.faults, arguments_.all("accept")); !codes.empty())
      return Error(ToolError::kFaultyFile, fmt::format("nothing was recorded. Mend the file, or leave the rows with "
                                                       "errors out: --accept {}",
                                                       fmt::join(codes, " --accept ")));
    return ok();
  }

  Result<int> finish_dry_run() const {
    JUMELAGE_TRY(const auto ledger, open_to_read(ui_));
    JUMELAGE_TRY(const auto snapshot, ledger->snapshot());
    JUMELAGE_TRY(check_body(snapshot.reg(), arguments_.text("body")));
    if (ui_.json()) {
      JsonOutput out;
      out.object().number("rows", file_.rows_seen).number("usable", file_.rows.size());
      out.number("errors", file_.faults.errors());
      print(out.number("warnings", file_.faults.warnings()).end().take());
    }
    return file_.faults.errors() == 0 ? cli::kExitOk : cli::kExitFinding;
  }

  Result<int> record() {
    JUMELAGE_TRY(const auto signers, signatories(arguments_, ui_));
    JUMELAGE_TRY(const auto ledger, open_to_record(arguments_, ui_));
    JUMELAGE_TRY(const auto import, compose(*ledger, signers));
    if (!import.acts.empty()) {
      JUMELAGE_TRY(const auto keys, unlock(arguments_, ui_, signers));
      JUMELAGE_TRY(append(*ledger, import, keys));
    }
    return report(import);
  }

  Result<exchange::ScdlImport> compose(const ledger::Ledger& ledger, const std::vector<Signatory>& signers) {
    JUMELAGE_TRY(const auto snapshot, ledger.snapshot());
    const std::string& body = arguments_.text("body");
    JUMELAGE_TRY(check_body(snapshot.reg(), body));
    std::vector<KeyId> ids;
    for (const Signatory& signer : signers) ids.push_back(signer.key.id);
    ledger_id_ = snapshot.ledger_id();
    ledger::Author author(snapshot.reg(), ledger_id_, system_clock(), ids);
    return exchange::import_scdl(file_, snapshot.reg(), snapshot.history(), author, body);
  }

  // A packet is recorded whole or, where a row of it is refused, up to that row; nothing after it is.
  Result<void> append(ledger::Ledger& ledger, const exchange::ScdlImport& import,
                      const std::vector<crypto::SigningKey>& keys) {
    std::vector<const crypto::SigningKey*> signing;
    for (const crypto::SigningKey& key : keys) signing.push_back(&key);
    cli::Progress bar("Recording", import.acts.size());
    for (const exchange::ScdlPacket& packet : exchange::packets_of(import, kPacketActs)) {
      const auto rows = std::span(import.deliberations).subspan(packet.begin, packet.end - packet.begin);
      const auto acts = std::span(import.acts).subspan(rows.front().begin, rows.back().end - rows.front().begin);
      JUMELAGE_TRY(const auto sealed, event::seal_packet(acts, ledger_id_, signing));
      append_rows(ledger, rows, sealed);
      if (outcome_.refused) break;
      bar.advance_to(rows.back().end);
    }
    return ok();
  }

  // `sealed`: the acts of `rows`.
  void append_rows(ledger::Ledger& ledger, std::span<const exchange::ScdlDeliberation> rows,
                   std::span<const event::SealedAct> sealed) {
    if (rows.empty()) return;
    std::vector<Bytes> bytes;
    for (const event::SealedAct& act : sealed) bytes.emplace_back(act.bytes().begin(), act.bytes().end());
    const auto answers = ledger.append_together(std::move(bytes));
    const auto refused = std::ranges::find_if(answers, [](const ledger::Answer& answer) {
      return !answer && !answer.error().is(ledger::LedgerError::kRefusedTogether);
    });
    if (refused == answers.end()) return count(answers, rows.size());
    const std::size_t place = rows.front().begin + static_cast<std::size_t>(refused - answers.begin());
    const auto row = std::ranges::find_if(rows, [place](const auto& each) { return place < each.end; });
    // Where it is not known what was recorded, running the import again finds out.
    if (!ledger::may_be_recorded(refused->error()))
      append_rows(ledger, {rows.begin(), row}, sealed.first(row->begin - rows.front().begin));
    if (!outcome_.refused) outcome_.refused = refused->error().within(exchange::where(*row));
  }

  void count(const std::vector<ledger::Answer>& answers, std::size_t rows) {
    outcome_.deliberations += rows;
    outcome_.acts += answers.size();
    for (const ledger::Answer& answer : answers) outcome_.findings += answer.value().findings.size();
  }

  Result<int> report(const exchange::ScdlImport& import) const {
    if (ui_.json())
      print_json(import);
    else
      print_report(import);
    if (outcome_.refused) return *outcome_.refused;
    return cli::kExitOk;
  }

  std::size_t left_out() const { return file_.rows_seen - file_.rows.size(); }

  void print_json(const exchange::ScdlImport& import) const {
    JsonOutput out;
    out.object().number("deliberations", outcome_.deliberations).number("acts", outcome_.acts);
    out.number("findings", outcome_.findings).number("known", import.known.size());
    out.number("notRecorded", import.deliberations.size() - outcome_.deliberations);
    print(out.number("leftOut", left_out()).end().take());
  }

  void print_report(const exchange::ScdlImport& import) const {
    const std::string body = for_terminal(arguments_.text("body"));
    const std::string rest = fmt::format("{} already there, {} left out for errors", import.known.size(), left_out());
    if (import.acts.empty()) return print(fmt::format("Nothing to record in the body {}: {}.\n", body, rest));
    const std::size_t missing = import.deliberations.size() - outcome_.deliberations;
    print(fmt::format("{} Recorded {} as {} in the body {}; {}{}.\n",
                      outcome_.refused ? ui_.tone("Stopped.", cli::Tone::kBad) : ui_.tone("Good.", cli::Tone::kGood),
                      counted(outcome_.deliberations, "deliberation", "deliberations"),
                      counted(outcome_.acts, "act", "acts"), body,
                      missing == 0 ? "" : fmt::format("{} not recorded, ", missing), rest));
    if (outcome_.findings != 0)
      print(fmt::format("The rules find {} in what the source tells: jumelage decision list --body {}\n",
                        counted(outcome_.findings, "irregularity", "irregularities"), body));
  }

  const cli::Arguments& arguments_;
  const Ui& ui_;
  exchange::ScdlFile file_;
  LedgerId ledger_id_;
  Outcome outcome_;
};

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  return Importer(arguments, ui).run();
}

}  // namespace

void add_import_scdl(cli::Command& parent) {
  auto& command = parent.add("scdl", "Brings in deliberations from a French open-data file (SCDL 2.1.5)");
  command.describe(
      "Each row becomes a proposal, its vote and its decision in a body of kind imported, under the source's own "
      "numbers: never shown as adopted by this Council. The outcome is computed again by the rules; where the source "
      "says otherwise, or does not add up, that is recorded as a finding.\n\n"
      "Everything that is off in the file is reported by line and column. Rows with errors are left out, and only if "
      "you accept that. Running it twice doubles nothing. A row that the rules refuse ends it; those before it stay.");
  command.positional({.name = "FILE", .help = "the CSV file", .need = cli::Need::kRequired});
  command.option(
      {.name = "body", .value = "ID", .help = "the imported body that receives them", .need = cli::Need::kRequired});
  command.option(
      {.name = "accept", .value = "CODE", .help = "leave out the rows with this kind of error", .repeated = true});
  command.option(
      {.name = "dry-run", .help = "only report every fault of the file, and whether the body can receive it"});
  add_signing_options(command, cli::Need::kOptional);
  command.example("jumelage import scdl deliberations.csv --body sem --dry-run", "what is off in the file");
  command.example("jumelage import scdl deliberations.csv --body sem --key secretary", "record it");
  command.handler(running(run));
}

}  // namespace jumelage::tools
