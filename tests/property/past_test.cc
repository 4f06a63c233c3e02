// The register as it was is the register that there was: whatever acts came later.
#include <gtest/gtest.h>

#include <kj/string.h>

#include <algorithm>
#include <map>

#include "projection/decisions.h"
#include "projection/index.h"
#include "projection/past_register.h"
#include "property/random_council.h"

namespace jumelage::test {
namespace {

using governance::MemoryRegister;
using governance::read_big_endian;
using governance::Register;
using governance::Table;

constexpr std::size_t kActs = 900;
constexpr std::size_t kEvery = 37;  // a prime, so that the sizes looked at fall everywhere

// The registers that there were at some sizes, and the last one: with the index, which is written beside the rules.
class Past : public ::testing::TestWithParam<std::uint64_t> {
 protected:
  void SetUp() override {
    RandomCouncil council(GetParam());
    for (std::size_t i = 0; i < kActs; ++i) council.step();
    const LedgerId ledger = council.club().ledger_id();
    UnixMillis previous = Club::kFoundedAt;
    for (const auto& recorded : council.recorded()) {
      const auto act = event::Act::parse(recorded.act);
      ASSERT_TRUE(act);
      const governance::Place place{.index = EntryIndex{size_},
                                    .sequenced_at = recorded.sequenced_at,
                                    .ledger_id = ledger,
                                    .previous_at = previous,
                                    .history = &history_};
      governance::Effects effects;
      ASSERT_TRUE(governance::judge(now_, place, act.value(), effects));
      now_.apply(effects);
      projection::for_each_entry(effects, now_, [&](const governance::Key& key) { now_.put(Table::kIndex, key, {}); });
      history_.add(recorded.act, recorded.sequenced_at);
      previous = recorded.sequenced_at;
      ++size_;
      if (size_ % kEvery == 1) then_.emplace(size_, now_);
    }
  }

  MemoryRegister now_;
  std::map<std::uint64_t, MemoryRegister> then_;
  ClubHistory history_;
  std::uint64_t size_ = 0;
};

template <class T>
std::string text_of(ByteView value) {
  return kj::str(governance::Row<T>(value).reader()).cStr();
}

// What an item says, however its bytes were made.
std::string meaning(Table table, Register::Item item) {
  std::string out(as_text(item.key));
  switch (table) {
    case Table::kFindings: return out + text_of<schema::FindingRow>(item.value);
    case Table::kDocuments: return out;  // its visibility may have been another
    case Table::kVotes: return out + text_of<schema::VoteRow>(item.value);
    case Table::kAttendance: return out;  // a correction writes it over
    default: return out + std::string(as_text(item.value));
  }
}

std::vector<std::string> all(const Register& reg, Table table) {
  std::vector<std::string> out;
  reg.scan(table, {}, [&](Register::Item item) {
    out.push_back(meaning(table, item));
    return true;
  });
  return out;
}

TEST_P(Past, IsWhatTheRegisterHeldThen) {
  ASSERT_GE(then_.size(), 5U);
  for (const auto& [size, then] : then_) {
    const projection::PastRegister past(now_, size);
    for (const Table table : {Table::kNames, Table::kSubjects, Table::kRows, Table::kActs, Table::kVotes,
                              Table::kAttendance, Table::kNumbers, Table::kDocuments, Table::kFindings})
      EXPECT_EQ(all(past, table), all(then, table)) << "at " << size << ", table " << static_cast<int>(table);
  }
}

TEST_P(Past, IsReadOneByOneAsItIsScanned) {
  for (const auto& [size, then] : then_) {
    const projection::PastRegister past(now_, size);
    then.scan(Table::kRows, {}, [&](Register::Item item) {
      const auto number = static_cast<governance::Number>(read_big_endian(item.key.first(4)));
      const auto newest = then.floor(Table::kRows, governance::row_key(number, governance::kNever));
      const auto found = past.floor(Table::kRows, governance::row_key(number, governance::kNever));
      EXPECT_TRUE(found && newest && equal(found->key, newest->key) && equal(found->value, newest->value));
      EXPECT_TRUE(past.get(Table::kRows, item.key));
      return true;
    });
    // And nothing of what came later.
    now_.scan(Table::kNames, {}, [&](Register::Item item) {
      EXPECT_EQ(past.get(Table::kNames, item.key).has_value(), then.get(Table::kNames, item.key).has_value());
      return true;
    });
  }
}

std::vector<governance::Number> decisions(const Register& reg, const projection::DecisionFilter& filter,
                                          std::uint32_t on, projection::Direction direction) {
  std::vector<governance::Number> out;
  const auto state_of = [&](governance::Number number) { return projection::row_at(reg, number); };
  projection::for_each_decision(reg, filter, on, state_of, 0, direction, [&](governance::Number number) {
    out.push_back(number);
    return true;
  });
  return out;
}

std::vector<governance::Number> by_looking_at_all(const Register& reg, governance::Number body, bool irregular,
                                                  std::optional<schema::Outcome> outcome) {
  std::vector<std::pair<std::uint32_t, governance::Number>> found;
  projection::for_each_child(reg, body, schema::SubjectKind::DECISION, [&](governance::Number number) {
    const auto row = projection::row_at(reg, number);
    const auto decision = (**row).getDecision();
    if ((!irregular || (**row).getIrregular()) && (!outcome || decision.getAnnounced() == *outcome))
      found.emplace_back(decision.getDate(), number);
    return true;
  });
  std::ranges::sort(found);
  std::vector<governance::Number> out;
  for (const auto& [date, number] : found) out.push_back(number);
  return out;
}

TEST_P(Past, IsFoundByTheIndexAsByLookingAtEverything) {
  const auto cci = projection::find_subject(now_, "cci")->number;
  const std::uint32_t on = day("2030-01-01");
  std::size_t found = 0;
  for (const auto& [size, then] : then_) {
    const projection::PastRegister past(now_, size);
    for (const bool irregular : {false, true})
      for (const auto outcome : {std::optional<schema::Outcome>(), std::optional(schema::Outcome::ADOPTED),
                                 std::optional(schema::Outcome::REJECTED)}) {
        projection::DecisionFilter filter;
        filter.body = cci;
        filter.irregular = irregular;
        filter.outcome = outcome;
        const auto expected = by_looking_at_all(then, cci, irregular, outcome);
        EXPECT_EQ(decisions(past, filter, on, projection::Direction::kOldestFirst), expected) << "at " << size;
        EXPECT_EQ(decisions(past, filter, on, projection::Direction::kNewestFirst),
                  std::vector(expected.rbegin(), expected.rend()));
        found += expected.size();
      }
  }
  EXPECT_GT(found, 10U);  // else nothing was looked for
}

INSTANTIATE_TEST_SUITE_P(Seeds, Past, ::testing::Values(1, 2, 3));

}  // namespace
}  // namespace jumelage::test
