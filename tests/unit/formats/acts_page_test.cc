// docs/acts.md: every kind of the catalogue, its signers, and whether it has rules.
#include <capnp/dynamic.h>
#include <gtest/gtest.h>

#include <map>

#include "docs_page.h"
#include "support/club.h"
#include "support/random_act.h"

namespace jumelage::test {
namespace {

constexpr std::uint64_t kSignersAnnotation = 0xcd29a5708be4f10b;  // schema/annotations.capnp

using Rows = std::map<std::string, std::vector<std::string>>;

Rows read_rows() {
  Rows rows;
  for (const auto& cells : code_rows(docs_page("acts.md"))) {
    if (cells.size() < 5) continue;
    EXPECT_TRUE(rows.emplace(cells[0], cells).second) << cells[0] << " is there twice";
  }
  return rows;
}

const Rows& rows() {
  static const Rows rows_of_page = read_rows();
  return rows_of_page;
}

auto kinds() {
  return capnp::Schema::from<schema::Act>().getUnionFields();
}

std::string signers_of(capnp::StructSchema::Field kind) {
  for (const auto annotation : kind.getProto().getAnnotations())
    if (annotation.getId() == kSignersAnnotation) return annotation.getValue().getText().cStr();
  return "";
}

// A well-formed act of the kind that chair and secretary signed. Most make no sense; whatever the rules say of one,
// they looked at it.
bool has_rules(const Club& club, capnp::StructSchema::Field kind) {
  RandomAct random(kind.getProto().getDiscriminantValue());
  const auto judged = club.judge({Club::chair(), Club::secretary()}, [&](schema::Act::Builder act) {
    random.fill(capnp::toDynamic(act).init(kind).as<capnp::DynamicStruct>());
  });
  return judged.has_value() || !judged.error().is(governance::Refusal::kNotYetSupported);
}

TEST(ActsPage, NamesEveryKindOfTheCatalogueAndNoOther) {
  EXPECT_EQ(rows().size(), kinds().size());
  for (const auto kind : kinds())
    EXPECT_TRUE(rows().contains(kind.getProto().getName().cStr())) << kind.getProto().getName().cStr();
}

TEST(ActsPage, NamesTheSignersOfTheSchema) {
  for (const auto kind : kinds()) {
    const auto row = rows().find(kind.getProto().getName().cStr());
    ASSERT_NE(row, rows().end());
    EXPECT_EQ(row->second[2], signers_of(kind)) << row->first;
  }
}

TEST(ActsPage, SaysWhichKindsHaveRules) {
  const Club club;
  for (const auto kind : kinds()) {
    const auto row = rows().find(kind.getProto().getName().cStr());
    ASSERT_NE(row, rows().end());
    EXPECT_EQ(row->second[4], has_rules(club, kind) ? "yes" : "not yet") << row->first;
  }
}

}  // namespace
}  // namespace jumelage::test
