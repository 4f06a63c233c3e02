// docs/acts.md: every kind of the catalogue, and its signers.
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
    if (cells.size() < 4) continue;
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

// Well-formed acts that chair and secretary signed. Most make no sense; whatever the rules say of one, they say it.
TEST(ActsPage, SpeaksOfKindsThatAreAllJudged) {
  const Club club;
  for (const auto kind : kinds()) {
    RandomAct random(kind.getProto().getDiscriminantValue());
    const auto judged = club.judge({Club::chair(), Club::secretary()}, [&](schema::Act::Builder act) {
      random.fill(capnp::toDynamic(act).init(kind).as<capnp::DynamicStruct>());
    });
    EXPECT_TRUE(judged.has_value() || judged.error().code().starts_with("refused."))
        << kind.getProto().getName().cStr();
  }
}

}  // namespace
}  // namespace jumelage::test
