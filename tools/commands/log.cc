#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "app/json_output.h"
#include "app/open_ledger.h"
#include "app/reading.h"
#include "app/ui.h"
#include "base/hex.h"
#include "commands/commands.h"
#include "show/log_table.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

// The places asked for; without --from, the last ones.
std::vector<std::uint64_t> window(const cli::Arguments& arguments, std::uint64_t size) {
  const std::uint64_t limit = arguments.number("limit");
  const std::uint64_t from =
      arguments.has("from") ? std::min(arguments.number("from"), size) : size - std::min(size, limit);
  std::vector<std::uint64_t> out(std::min(limit, size - from));
  std::iota(out.begin(), out.end(), from);
  return out;
}

// Where the next page begins; none: this one goes to the end.
std::optional<std::uint64_t> next_page(const std::vector<std::uint64_t>& positions, std::uint64_t size) {
  if (positions.empty() || positions.back() + 1 >= size) return std::nullopt;
  return positions.back() + 1;
}

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const auto ledger, open_to_read_log(ui));
  JUMELAGE_TRY(const auto snapshot, ledger->snapshot_of_log());
  JUMELAGE_TRY(const Digest root, snapshot.root());
  const auto positions = window(arguments, snapshot.size().value);
  const auto next = next_page(positions, snapshot.size().value);
  if (ui.json()) {
    JsonOutput out;
    out.object().text("ledger", to_hex(snapshot.ledger_id().view())).number("size", snapshot.size().value);
    out.text("root", to_hex(root.view())).list("entries");
    JUMELAGE_TRY(write_log(snapshot, positions, out));
    out.end();
    if (next) out.number("next", *next);
    print(out.end().take());
    return cli::kExitOk;
  }
  JUMELAGE_TRY(const std::string table, log_table(snapshot, positions, ui));
  print(table);
  if (next) print(fmt::format("\nThere are more: add --from {}\n", *next));
  print(fmt::format("\n{} in ledger {}\nroot {}\n", counted(snapshot.size().value, "entry", "entries"),
                    short_hex(snapshot.ledger_id().view()), to_hex(root.view())));
  return cli::kExitOk;
}

}  // namespace

void add_log(cli::Command& parent) {
  auto& command = parent.add("log", "Lists what was recorded, in order");
  command.describe(
      "At most 1000 entries at a time; --from goes on where a page ended. Whoever needs all of a long log asks for "
      "page "
      "after page: with --json, \"next\" is where the next one begins.");
  command.option(
      {.name = "from", .value = "N", .help = "begin with this entry; otherwise: the last ones", .range = cli::Range{}});
  add_limit_option(command);
  command.example("jumelage log", "the last 50 entries");
  command.example("jumelage log --from 0 --limit 10 --json", "the first ten, for a program");
  command.handler(running(run));
}

}  // namespace jumelage::tools
