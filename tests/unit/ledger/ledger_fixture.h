// A ledger in a folder of its own, and a club that writes acts for it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "ledger/ledger.h"
#include "support/club.h"

namespace jumelage::ledger {

// The club's own clock: always a little ahead of the act it wrote last.
class ClubClock final : public Clock {
 public:
  explicit ClubClock(const test::Club& club) : club_(club) {}
  UnixMillis now() const override { return club_.now() + 60'000; }

 private:
  const test::Club& club_;
};

class LedgerTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "jumelage-ledger-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    create(folder_ / "ledger");
  }
  void TearDown() override {
    ledger_.reset();
    std::filesystem::remove_all(folder_);
  }

  void create(const std::filesystem::path& where) {
    auto created = Ledger::create(where, options());
    ASSERT_TRUE(created) << created.error().message();
    ledger_ = std::move(created).value();
    keep_founding_documents();
    const Answer founded = ledger_->append_one(bytes_of(club_.founding_sealed()));
    ASSERT_TRUE(founded) << founded.error().message();
  }
  void reopen() { reopen(options()); }
  void reopen(const OpenOptions& how) {
    ledger_.reset();
    auto opened = Ledger::open(folder_ / "ledger", how);
    ASSERT_TRUE(opened) << opened.error().message();
    ledger_ = std::move(opened).value();
  }
  OpenOptions options() const {
    OpenOptions options;
    options.clock = &clock_;
    return options;
  }

  static Bytes bytes_of(const event::SealedAct& sealed) { return {sealed.bytes().begin(), sealed.bytes().end()}; }

  // Writes a proposal as the secretary would, in the club's own register too, and returns it sealed.
  Bytes proposal(const std::string& id) {
    const auto draft = club_.draft({test::Club::secretary()}, [&](schema::Act::Builder act) {
      auto tabled = act.initProposalTabled();
      tabled.setId(id.c_str());
      tabled.setBody("cci");
      test::set_title(tabled.initTitle(1), "Jumelage avec " + id);
    });
    const auto recorded = club_.record(draft);
    EXPECT_TRUE(recorded) << recorded.error().message();
    return bytes_of(club_.seal(draft));
  }
  std::vector<Bytes> proposals(const std::string& stem, int count) {
    std::vector<Bytes> acts;
    for (int i = 0; i < count; ++i) acts.push_back(proposal(stem + std::to_string(i)));
    return acts;
  }

  Digest register_digest() const {
    const auto txn = ledger_->stores().environment->read();
    return projection::register_digest(ledger_->stores().tables, txn.value()).value();
  }
  Head head() const {
    const auto snapshot = ledger_->snapshot();
    return {snapshot.value().size(), snapshot.value().root().value()};
  }

  std::filesystem::path folder_;
  test::Club club_;
  ClubClock clock_{club_};
  std::unique_ptr<Ledger> ledger_;

 private:
  void keep_founding_documents() {
    for (const std::string& content : test::Club::founding_documents())
      ASSERT_TRUE(ledger_->put_document(as_bytes(content)));
  }
};

}  // namespace jumelage::ledger
