#include "show/rule_words.h"

#include <capnp/dynamic.h>
#include <capnp/message.h>
#include <gtest/gtest.h>

#include <functional>

#include "governance/models.h"

namespace jumelage::tools {
namespace {

using capnp::DynamicEnum;
using capnp::DynamicList;
using capnp::DynamicStruct;
using capnp::DynamicValue;

schema::RuleSet::Builder of_model(capnp::MallocMessageBuilder& message, std::string_view name) {
  auto rules = message.initRoot<schema::RuleSet>();
  EXPECT_TRUE(governance::fill_model(name, rules)) << name;
  return rules;
}

// A rule set in which every list has an item and every optional part is there.
schema::RuleSet::Builder complete(capnp::MallocMessageBuilder& message) {
  auto rules = of_model(message, "moroccan-communal");
  rules.getProxies().setAllowed(true);
  rules.getProxies().setPerHolder(3);
  rules.getProxies().initReceivedBefore().setCount(2);
  rules.getMajorities()[0].initColleges(1)[0].setCollege("cities");
  rules.getMajorities()[0].getColleges()[0].initFraction().setDenominator(5);
  rules.initMatters(1)[0].setScheme("scdl");
  rules.getClearances()[0].setParty("es-semara");
  return rules;
}

using Visit = std::function<void(const std::string&)>;

void change_fields(DynamicStruct::Builder part, const std::string& path, const Visit& changed);

void change_value(DynamicValue::Builder value, const std::string& path, const Visit& changed,
                  const std::function<void(DynamicValue::Reader)>& set) {
  switch (value.getType()) {
    case DynamicValue::BOOL: set(!value.as<bool>()); break;
    case DynamicValue::UINT: set(value.as<std::uint64_t>() + 1); break;
    case DynamicValue::TEXT: set("another-text"); break;
    case DynamicValue::ENUM:
      set(DynamicEnum(value.as<DynamicEnum>().getSchema(),
                      static_cast<std::uint16_t>(value.as<DynamicEnum>().getRaw() == 0 ? 1 : 0)));
      break;
    case DynamicValue::STRUCT: return change_fields(value.as<DynamicStruct>(), path, changed);
    case DynamicValue::LIST: {
      auto list = value.as<DynamicList>();
      ASSERT_GT(list.size(), 0u) << path << ": an empty list shows nothing";
      for (unsigned i = 0; i < list.size(); ++i)
        change_value(list[i], path + "[" + std::to_string(i) + "]", changed,
                     [&](DynamicValue::Reader other) { list.set(i, other); });
      return;
    }
    default: FAIL() << path << " is of a type that this test does not know";
  }
  changed(path);
}

// Each field in turn says something else, is looked at, and says again what it said.
void change_fields(DynamicStruct::Builder part, const std::string& path, const Visit& changed) {
  for (const auto field : part.getSchema().getFields()) {
    const std::string here = path + "." + field.getProto().getName().cStr();
    capnp::MallocMessageBuilder kept;
    kept.setRoot(part.asReader());
    change_value(part.get(field), here, changed, [&](DynamicValue::Reader other) { part.set(field, other); });
    part.set(field, kept.getRoot<capnp::DynamicStruct>(part.getSchema()).asReader().get(field));
  }
}

TEST(RuleWords, RulesThatDifferInAnyFieldDifferInWords) {
  capnp::MallocMessageBuilder message, original;
  auto rules = complete(message);
  original.setRoot(rules.asReader());
  std::size_t fields = 0;
  change_fields(capnp::toDynamic(rules), "rules", [&](const std::string& path) {
    ++fields;
    EXPECT_FALSE(rule_differences(original.getRoot<schema::RuleSet>().asReader(), rules.asReader()).empty()) << path;
  });
  EXPECT_GT(fields, 70u);
  EXPECT_TRUE(rule_differences(original.getRoot<schema::RuleSet>().asReader(), rules.asReader()).empty());
}

TEST(RuleWords, AnOptionalPartThatIsNotThereIsADifference) {
  capnp::MallocMessageBuilder message, original;
  auto rules = complete(message);
  original.setRoot(rules.asReader());
  rules.disownUrgentNotice();
  const auto differences = rule_differences(original.getRoot<schema::RuleSet>().asReader(), rules.asReader());
  ASSERT_EQ(differences.size(), 1u);
  EXPECT_EQ(differences[0].about, "when urgent");
  EXPECT_EQ(differences[0].was, "3 calendar days before the session");
  EXPECT_EQ(differences[0].is, "no notice is asked for");
}

std::string line_of(schema::RuleSet::Reader rules, std::string_view part, std::string_view about) {
  for (const RuleLine& line : rule_lines(rules))
    if (line.part == part && line.about == about) return line.text;
  return {};
}

TEST(RuleWords, ASentenceSaysWhatAJuristWouldSay) {
  capnp::MallocMessageBuilder message;
  const auto french = of_model(message, "french-municipal").asReader();
  EXPECT_EQ(line_of(french, "quorum", "on the first call"), "more than half of the seats in exercise must be there");
  EXPECT_EQ(line_of(french, "quorum", "counted"), "at the opening, and again at every vote");
  EXPECT_EQ(line_of(french, "majority absolute-of-cast", "adoption"), "more than half of the votes cast must be for");
  EXPECT_EQ(line_of(french, "majority absolute-of-cast", "equal votes"),
            "the presider has the casting vote, unless the ballot was secret: then the proposal is rejected");
  EXPECT_EQ(line_of(french, "proxies", "for one holder"), "at most 1 proxy");
  EXPECT_EQ(line_of(french, "calls to sessions", "notice"), "5 clear days before the session");
  EXPECT_EQ(line_of(french, "decisions", "publication"), "decisions have no force before they are published");
}

TEST(RuleWords, ConsensusIsSaidFromTheSideOfThoseAgainst) {
  capnp::MallocMessageBuilder message;
  EXPECT_EQ(line_of(of_model(message, "consensus").asReader(), "majority consensus", "adoption"),
            "adopted unless any of the votes cast are against");
}

}  // namespace
}  // namespace jumelage::tools
