// docs/formats/register.md
#include <capnp/schema.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/hex.h"
#include "docs_page.h"
#include "governance/document_index.h"
#include "governance/row.h"
#include "projection/index.h"
#include "projection/register_tables.h"
#include "schema/register.capnp.h"
#include "support/club.h"

namespace jumelage::governance {
namespace {

constexpr UnixMillis kRecordedAt = 1'773'307'800'000;

const std::string& page() {
  static const std::string page = test::docs_page("formats/register.md");
  return page;
}

ActId act_in_page() {
  return *ActId::from(test::hex_block(page(), "act-id"));
}

Bytes bytes_of(ByteView bytes) {
  return {bytes.begin(), bytes.end()};
}

TEST(RegisterPage, KeysAreMadeAsInThePage) {
  const auto in_page = [](std::string_view name) { return test::hex_block(page(), name); };
  EXPECT_EQ(bytes_of(name_key("cci")), in_page("name-key"));
  EXPECT_EQ(bytes_of(subject_key(42)), in_page("subject-key"));
  EXPECT_EQ(bytes_of(row_key(42, 1'000)), in_page("row-key"));
  EXPECT_EQ(bytes_of(link_key(3, static_cast<std::uint8_t>(schema::SubjectKind::PROPOSAL), 42)), in_page("link-key"));
  EXPECT_EQ(bytes_of(act_key(kRecordedAt, act_in_page())), in_page("act-key"));
  EXPECT_EQ(bytes_of(vote_key(42, 1, 1'000)), in_page("vote-key"));
  EXPECT_EQ(bytes_of(attendance_key(40, 9, 1'000)), in_page("attendance-key"));
  EXPECT_EQ(bytes_of(series_key("CCI", 2026)), in_page("series-key"));
  EXPECT_EQ(bytes_of(number_key("CCI", 2026, 7)), in_page("number-key"));
  EXPECT_EQ(bytes_of(finding_key(1'000, 0)), in_page("finding-key"));
  EXPECT_EQ(bytes_of(projection::index_key({projection::Field::kDecisionBody, 3}, {739'000, 42})),
            in_page("index-key"));
}

TEST(RegisterPage, ASubjectRowIsBuiltAsInThePage) {
  RowBuilder builder;
  auto row = builder.init<schema::SubjectRow>();
  auto mandate = row.initMandate();
  mandate.setPerson(5);
  mandate.setBody(3);
  mandate.setMember(2);
  mandate.setCollege("cities");
  mandate.setWeight(1);
  mandate.setFrom(739'000);
  row.setActId(to_data(act_in_page().view()));
  row.setRecordedAt(kRecordedAt);
  EXPECT_EQ(to_hex(builder.bytes()), to_hex(test::hex_block(page(), "subject-row")));
}

TEST(RegisterPage, TablesComeInTheOrderOfThePage) {
  std::vector<std::string> names;
  for (const auto& cells : test::code_rows(page()))
    if (cells[0].starts_with("register.")) names.push_back(cells[0]);
  EXPECT_TRUE(std::ranges::equal(names, projection::kTableNames));
}

TEST(RegisterPage, KindsHaveTheNumbersOfThePage) {
  const std::string listed = test::fenced(page(), "text kinds");
  std::string expected;
  for (const auto kind : capnp::Schema::from<schema::SubjectKind>().getEnumerants())
    expected += std::to_string(kind.getOrdinal()) + " " + kind.getProto().getName().cStr() + "\n";
  EXPECT_EQ(listed, expected);
}

// A club that has met: every counter it keeps is one that the page names.
TEST(RegisterPage, CountersAreThoseOfThePage) {
  std::vector<std::string> known;
  for (const auto& cells : test::code_rows(page()))
    if (cells.size() > 2 && cells[1].starts_with("counter")) known.push_back(cells[0].substr(0, cells[0].find(' ')));
  const test::Club club;
  std::size_t counters = 0;
  club.reg().scan(Table::kCounters, {}, [&](Register::Item item) {
    const auto begins = [&](const std::string& name) { return as_text(item.key).starts_with(name); };
    EXPECT_TRUE(std::ranges::any_of(known, begins)) << to_hex(item.key);
    EXPECT_EQ(item.value.size(), 8U);
    ++counters;
    return true;
  });
  EXPECT_GE(counters, 3U);  // subjects, series, persons
  const Bytes digest(32, 0x11);
  EXPECT_EQ(bytes_of(personal_document_key(digest)), test::hex_block(page(), "personal-key"));
}

}  // namespace
}  // namespace jumelage::governance
