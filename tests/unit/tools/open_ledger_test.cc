#include "app/open_ledger.h"

#include <gtest/gtest.h>

#include <sstream>

#include "app/signing.h"
#include "ledger/ledger_error.h"
#include "support/club.h"
#include "temporary_folder.h"

namespace jumelage::tools {
namespace {

class ClockAhead final : public Clock {
 public:
  UnixMillis now() const override { return system_clock().now() + 86'400'000; }
};

// A ledger that was founded while the machine's clock was a day ahead.
class OpenToRecordTest : public testing::Test {
 protected:
  void SetUp() override {
    const ClockAhead clock;
    ledger::OpenOptions options;
    options.clock = &clock;
    const auto created = ledger::Ledger::create(ui_.globals.ledger, options);
    ASSERT_TRUE(created) << created.error().message();
    for (const std::string& content : test::Club::founding_documents())
      ASSERT_TRUE(created.value()->put_document(as_bytes(content)));
    const auto sealed = test::Club().founding_sealed();
    ASSERT_TRUE(created.value()->append_one(Bytes(sealed.bytes().begin(), sealed.bytes().end())));
  }

  // What a command that records makes of these words.
  int run(const std::vector<std::string>& words) {
    cli::Command program("twin", "A ledger");
    add_signing_options(program, cli::Need::kOptional);
    program.handler([this](const cli::Arguments& arguments) {
      const auto opened = open_to_record(arguments, ui_);
      if (!opened) error_ = opened.error().code();
      return opened ? cli::kExitOk : cli::kExitRefused;
    });
    std::ostringstream out;
    return cli::run(program, "1", words, out, out);
  }

  TemporaryFolder temporary_;
  Ui ui_{{.ledger = temporary_.path() / "ledger",
          .ledger_source = cli::Source::kGiven,
          .keys = temporary_.path() / "keys",
          .json = false,
          .no_color = true},
         {}};
  std::string error_;
};

TEST_F(OpenToRecordTest, AClockThatIsBehindIsSaidAtOnce) {
  EXPECT_EQ(run({}), cli::kExitRefused);
  EXPECT_EQ(error_, code_name(ledger::LedgerError::kClockBehind));
}

TEST_F(OpenToRecordTest, AClockThatIsBehindCanBeAccepted) {
  EXPECT_EQ(run({"--clock-behind"}), cli::kExitOk) << error_;
}

}  // namespace
}  // namespace jumelage::tools
