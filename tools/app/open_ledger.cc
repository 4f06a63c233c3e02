#include "app/open_ledger.h"

#include <fmt/format.h>

#include <iostream>

#include "base/text.h"
#include "cli/progress.h"
#include "ledger/ledger_error.h"
#include "store/store_error.h"

namespace jumelage::tools {
namespace {

using Opened = Result<std::unique_ptr<ledger::Ledger>>;

std::string where(const Ui& ui) {
  return fmt::format("{} ({})", for_terminal(ui.globals.ledger.string()),
                     cli::origin_of_ledger(ui.globals.ledger_source));
}

Opened checked(const Ui& ui, Opened opened) {
  if (!opened && opened.error().is(store::StoreError::kNoLedger))
    return Error(store::StoreError::kNoLedger,
                 fmt::format("there is no ledger in {}. Found one: jumelage found --help", where(ui)));
  if (!opened) return opened;
  JUMELAGE_TRY(const auto snapshot, opened.value()->snapshot_of_log());
  if (snapshot.size().value == 0)
    return Error(ledger::LedgerError::kEmpty, fmt::format("the ledger in {} is not founded yet", where(ui)));
  return opened;
}

Opened with_register(Opened opened) {
  if (!opened) return opened;
  JUMELAGE_TRY(const auto snapshot, opened.value()->snapshot_of_log());
  JUMELAGE_TRY(snapshot.expect_register());
  return opened;
}

ledger::OpenOptions options() {
  ledger::OpenOptions out;
  auto bar = std::make_shared<std::unique_ptr<cli::Progress>>();  // shared: std::function copies what it holds
  out.progress = [bar](std::uint64_t done, std::uint64_t total) {
    if (!*bar) *bar = std::make_unique<cli::Progress>("Making the register again", total);
    (*bar)->advance_to(done);
    if (done == total) bar->reset();
  };
  return out;
}

}  // namespace

Opened open_to_read(const Ui& ui) {
  return with_register(checked(ui, ledger::Ledger::open_to_read(ui.globals.ledger)));
}

Opened open_to_read_log(const Ui& ui) {
  auto opened = checked(ui, ledger::Ledger::open_to_read(ui.globals.ledger));
  if (!opened) return opened;
  JUMELAGE_TRY(const auto snapshot, opened.value()->snapshot_of_log());
  if (const auto whole = snapshot.expect_register(); !whole)
    std::cerr << "jumelage: " << whole.error().message() << "; findings are not shown\n";
  return opened;
}

Opened open_to_write(const Ui& ui) {
  return checked(ui, ledger::Ledger::open(ui.globals.ledger, options()));
}

Opened open_to_record(const cli::Arguments& arguments, const Ui& ui) {
  ledger::OpenOptions recording = options();
  recording.accept_clock_behind = arguments.flag("clock-behind");
  JUMELAGE_TRY(auto opened, checked(ui, ledger::Ledger::open(ui.globals.ledger, std::move(recording))));
  JUMELAGE_TRY(opened->check_clock());
  return opened;
}

}  // namespace jumelage::tools
