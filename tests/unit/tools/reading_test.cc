// Commands that read: what they show of a ledger that is not whole, and how they say so.
#include <gtest/gtest.h>

#include <sstream>

#include "app/exit_of.h"
#include "app/lookup.h"
#include "app/open_ledger.h"
#include "ledger/ledger_error.h"
#include "show/entry_sheet.h"
#include "show/log_table.h"
#include "support/club.h"
#include "temporary_folder.h"
#include "unit/ledger/damage.h"

namespace jumelage::tools {
namespace {

class ReadingTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto created = ledger::Ledger::create(ui_.globals.ledger);
    ASSERT_TRUE(created) << created.error().message();
    for (const std::string& content : test::Club::founding_documents())
      ASSERT_TRUE(created.value()->put_document(as_bytes(content)));
    const auto sealed = test::Club().founding_sealed();
    ASSERT_TRUE(created.value()->append_one(Bytes(sealed.bytes().begin(), sealed.bytes().end())));
  }
  void damage(const std::function<void(ledger::Damage&)>& how) const {
    const auto opened = ledger::Ledger::open(ui_.globals.ledger);
    ASSERT_TRUE(opened) << opened.error().message();
    ledger::Damage damage(*opened.value());
    how(damage);
  }

  TemporaryFolder temporary_;
  Ui ui_{{.ledger = temporary_.path() / "ledger",
          .ledger_source = cli::Source::kGiven,
          .keys = temporary_.path() / "keys",
          .json = false,
          .no_color = true},
         {}};
};

TEST_F(ReadingTest, TheLogIsShownWhileTheRegisterIsNotWhole) {
  damage([](ledger::Damage& ledger) { ledger.leave_register_at(0); });
  EXPECT_TRUE(open_to_read(ui_).error().is(ledger::LedgerError::kIncomplete));
  const auto opened = open_to_read_log(ui_);
  ASSERT_TRUE(opened) << opened.error().message();
  const auto snapshot = opened.value()->snapshot_of_log();
  ASSERT_TRUE(snapshot);
  EXPECT_TRUE(log_table(snapshot.value(), {0}, ui_));
  EXPECT_TRUE(entry_sheet(snapshot.value(), EntryIndex{0}, ui_));
  EXPECT_TRUE(entry_json(snapshot.value(), EntryIndex{0}));
}

TEST_F(ReadingTest, ASignatureThatDoesNotHoldIsDamage) {
  damage([](ledger::Damage& ledger) {
    ledger.change_entry(0, "es-semara-1", "es-semara-7");
    ledger.make_tree_anew();
  });
  const auto opened = open_to_read_log(ui_);
  ASSERT_TRUE(opened) << opened.error().message();
  const auto snapshot = opened.value()->snapshot_of_log();
  ASSERT_TRUE(snapshot) << snapshot.error().message();
  for (const auto& shown :
       {entry_sheet(snapshot.value(), EntryIndex{0}, ui_), entry_json(snapshot.value(), EntryIndex{0})}) {
    ASSERT_FALSE(shown);
    EXPECT_EQ(exit_of(shown.error().code()), cli::kExitFinding) << shown.error().code();
  }
}

TEST_F(ReadingTest, ARegisterThatCannotBeReadIsAFindingAndNotTheEndOfTheProgram) {
  const auto handler = running([](const cli::Arguments&, const Ui& ui) -> Result<int> {
    JUMELAGE_TRY(const auto opened, open_to_read(ui));
    JUMELAGE_TRY(const auto snapshot, opened->snapshot());
    row_of(snapshot.reg(), 4'000'000);  // as a damaged name would lead to
    return cli::kExitOk;
  });
  cli::Command program("twin", "A ledger");
  cli::add_globals(program);
  program.handler(handler);
  std::ostringstream out;
  EXPECT_EQ(cli::run(program, "1", {"--ledger", ui_.globals.ledger.string()}, out, out), cli::kExitFinding)
      << out.str();
}

}  // namespace
}  // namespace jumelage::tools
