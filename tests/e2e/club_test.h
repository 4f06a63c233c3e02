// A founded club on a desk of its own for each test. Founded once: making keys costs time on purpose.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "program.h"

namespace jumelage::e2e {

using testing::HasSubstr;

inline rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document document;
  document.Parse(json.c_str());
  EXPECT_FALSE(document.HasParseError()) << json;
  return document;
}

class ClubTest : public testing::Test {
 protected:
  static const std::vector<std::string>& founders() {
    static const std::vector<std::string> names = {"es-semara", "timbuktu", "vijayawada"};
    return names;
  }
  // Keys, passphrase and club.json, and nothing founded yet.
  static const Desk& prepared() {
    static const Desk desk = [] {
      Desk made;
      made.write("passphrase", "only for this test\n", 0600);
      for (const char* name : {"es-semara", "timbuktu", "vijayawada", "secretary", "expert", "stranger",
                               "es-semara-admin", "timbuktu-admin", "vijayawada-admin", "es-semara-witness",
                               "timbuktu-witness", "vijayawada-witness", "es-semara-log"})
        EXPECT_EQ(made.run({"key", "new", name, "--passphrase-file", "passphrase"}).exit_code, 0) << name;
      made.write("club.json", made.run({"found", "--example"}).out);
      return made;
    }();
    return desk;
  }
  static const Desk& founded() {
    static const Desk desk = [] {
      Desk made(prepared());
      const Outcome found = made.sign({"found", "club.json"}, founders());
      EXPECT_EQ(found.exit_code, 0) << found.err;
      return made;
    }();
    return desk;
  }

  Outcome run(const std::vector<std::string>& words) const { return desk_.run(words); }
  // Chair and secretary sign; the test fails when it is refused.
  Outcome council(std::vector<std::string> words) const {
    Outcome outcome = desk_.sign(std::move(words), {"es-semara", "secretary"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
    return outcome;
  }
  Outcome secretary(std::vector<std::string> words) const { return desk_.sign(std::move(words), {"secretary"}); }
  std::uint64_t log_size() const { return parsed(run({"log", "--json"}).out)["size"].GetUint64(); }

  // A session with one item on its agenda, open, everybody there.
  void open_session() const {
    EXPECT_EQ(secretary({"proposal", "table", "charter", "--title", "fr=Charte", "--title", "en=Charter"}).exit_code,
              0);
    EXPECT_EQ(secretary({"session", "convene", "--scheduled", "2026-01-10T10:00+01:00", "--agenda", "charter",
                         "--urgent", "the first session"})
                  .exit_code,
              0);
    council({"session", "open", "cci-1", "--all-present"});
  }

  Desk desk_{founded()};
};

}  // namespace jumelage::e2e
