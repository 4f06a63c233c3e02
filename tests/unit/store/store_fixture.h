// A folder that is gone after the test, and a ledger in it.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "store/environment.h"

namespace jumelage::store {

inline constexpr std::array<std::string_view, 2> kTestTables = {"people", "towns"};
inline constexpr TableId kPeople{0};
inline constexpr TableId kTowns{1};

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "jumelage-store-XXXXXX").string();
    outer_ = ::mkdtemp(name.data());
    folder_ = outer_ / "ledger";
  }
  void TearDown() override {
    environment_.reset();
    std::filesystem::remove_all(outer_);
  }

  // Opens (after closing what was open) or says why not.
  Result<void> open(OpenMode mode, std::span<const std::string_view> tables = kTestTables) {
    environment_.reset();
    JUMELAGE_TRY(environment_, Environment::open(folder_, mode, tables));
    return ok();
  }

  std::filesystem::path outer_;
  std::filesystem::path folder_;
  std::unique_ptr<Environment> environment_;
};

}  // namespace jumelage::store
