#include "app/exit_of.h"

#include <gtest/gtest.h>

#include "app/tool_error.h"
#include "base/files.h"
#include "governance/refusal.h"
#include "ledger/ledger_error.h"
#include "merkle/merkle_error.h"
#include "store/store_error.h"

namespace jumelage::tools {
namespace {

TEST(ExitOf, WhatIsNotThereIsNotFound) {
  EXPECT_EQ(exit_of(code_name(store::StoreError::kNoLedger)), cli::kExitNotFound);
  EXPECT_EQ(exit_of(code_name(ledger::LedgerError::kEmpty)), cli::kExitNotFound);
  EXPECT_EQ(exit_of(code_name(ToolError::kNotFound)), cli::kExitNotFound);
  EXPECT_EQ(exit_of(code_name(FileError::kNotFound)), cli::kExitNotFound);
}

TEST(ExitOf, WhatWasTamperedWithIsAFinding) {
  EXPECT_EQ(exit_of(code_name(merkle::MerkleError::kRootMismatch)), cli::kExitFinding);
  EXPECT_EQ(exit_of(code_name(store::StoreError::kDamaged)), cli::kExitFinding);
  EXPECT_EQ(exit_of(code_name(ledger::LedgerError::kRulesDisagree)), cli::kExitFinding);
  EXPECT_EQ(exit_of(code_name(ToolError::kNoReason)), cli::kExitFinding);
}

TEST(ExitOf, TheMachineNotDoingItsPartIsTheEnvironment) {
  EXPECT_EQ(exit_of(code_name(store::StoreError::kLocked)), cli::kExitEnvironment);
  EXPECT_EQ(exit_of(code_name(store::StoreError::kNoSpace)), cli::kExitEnvironment);
  EXPECT_EQ(exit_of(code_name(FileError::kNoSpace)), cli::kExitEnvironment);
  EXPECT_EQ(exit_of(code_name(ledger::LedgerError::kBusy)), cli::kExitEnvironment);
}

TEST(ExitOf, ARefusalIsARefusal) {
  EXPECT_EQ(exit_of(code_name(governance::Refusal::kDuplicate)), cli::kExitRefused);
  EXPECT_EQ(exit_of(code_name(governance::Refusal::kUnknownSubject)), cli::kExitRefused);
  EXPECT_EQ(exit_of(code_name(ledger::LedgerError::kClockBehind)), cli::kExitRefused);
  EXPECT_EQ(exit_of("event.bad_json"), cli::kExitRefused);
  EXPECT_EQ(exit_of("crypto.wrong_passphrase"), cli::kExitRefused);
}

TEST(ExitOf, ACommandLineThatMakesNoSenseIsUsage) {
  EXPECT_EQ(exit_of(code_name(ToolError::kUsage)), cli::kExitUsage);
  EXPECT_EQ(exit_of(code_name(ToolError::kAmbiguous)), cli::kExitUsage);
}

TEST(ExitOf, AWholeCodeDecidesBeforeItsModule) {
  EXPECT_EQ(exit_of("store.no_ledger"), cli::kExitNotFound);
  EXPECT_EQ(exit_of("store.something_new"), cli::kExitEnvironment);
}

}  // namespace
}  // namespace jumelage::tools
