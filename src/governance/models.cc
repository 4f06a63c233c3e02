#include "governance/models.h"

#include <array>
#include <string>

namespace jumelage::governance {
namespace {

using schema::Majority;
using schema::Quorum;
using schema::RuleSet;
using Silence = schema::ClearanceStep::Silence;
using Unit = schema::Period::Unit;

capnp::Text::Reader text(const std::string& s) {
  return {s.c_str(), s.size()};
}

void set_fraction(schema::Fraction::Builder fraction, std::uint32_t numerator, std::uint32_t denominator) {
  fraction.setNumerator(numerator);
  fraction.setDenominator(denominator);
}

void set_period(schema::Period::Builder period, std::uint32_t count, Unit unit) {
  period.setCount(count);
  period.setUnit(unit);
}

void set_titles(RuleSet::Builder rules, const char* english, const char* french) {
  auto titles = rules.initTitle(2);
  titles[0].setLanguage("en");
  titles[0].setText(english);
  titles[1].setLanguage("fr");
  titles[1].setText(french);
  for (auto title : titles) title.setStanding(schema::LocalText::Standing::AUTHENTIC);
}

// More than half of the votes cast, twice; then the most votes, and of equal ones the elder.
void three_rounds(schema::ElectionRule::Builder election) {
  election.setId("three-rounds");
  election.setTie(schema::ElectionRule::TiePolicy::ELDER);
  election.setSecret(Majority::Secrecy::ALWAYS);
  for (auto round : election.initRounds(3)) {
    round.setBase(Majority::Base::CAST);
    set_fraction(round.initFraction(), 1, 2);
    round.setStrict(true);
  }
  auto last = election.getRounds()[2];
  set_fraction(last.getFraction(), 0, 1);
  last.setStrict(false);
}

// What the models share: more than half of the seats in exercise at the opening, alternates counting for their
// titulars, no proxies, seven calendar days of notice, two when urgent, elections in three rounds.
void begin(RuleSet::Builder rules, const char* english, const char* french) {
  set_titles(rules, english, french);
  auto quorum = rules.initQuorum();
  quorum.setBase(Quorum::Base::IN_EXERCISE);
  set_fraction(quorum.initFraction(), 1, 2);
  quorum.setStrict(true);
  quorum.setRemoteCounts(true);
  quorum.setAlternatesCount(true);
  quorum.setRecusal(Quorum::Recusal::COUNTS);
  rules.initProxies();
  set_period(rules.initNotice(), 7, Unit::CALENDAR_DAYS);
  set_period(rules.initUrgentNotice(), 2, Unit::CALENDAR_DAYS);
  rules.setPublication(RuleSet::Publication::REQUIRED);
  three_rounds(rules.initElections(1)[0]);
}

void set_later_call(RuleSet::Builder rules, std::uint8_t call) {
  auto later = rules.getQuorum().initLaterCalls(1)[0];
  later.setCall(call);
  set_fraction(later.initFraction(), 0, 1);  // any number
}

// One that is adopted by more than half of the votes cast, in one round, ties rejected.
Majority::Builder only_majority(RuleSet::Builder rules, const char* id) {
  auto majority = rules.initMajorities(1)[0];
  majority.setId(id);
  majority.setBase(Majority::Base::CAST);
  set_fraction(majority.initFraction(), 1, 2);
  majority.setStrict(true);
  majority.setMinFor(1);
  majority.setMaxRounds(1);
  majority.setSecret(Majority::Secrecy::ON_REQUEST);
  rules.setDefaultMajority(id);
  return majority;
}

void at_least(Majority::Builder majority, std::uint32_t numerator, std::uint32_t denominator) {
  set_fraction(majority.getFraction(), numerator, denominator);
  majority.setStrict(false);
}

void simple_majority(RuleSet::Builder rules) {
  begin(rules, "Simple majority of the votes cast", "Majorité simple des suffrages exprimés");
  only_majority(rules, "simple");
}

void absolute_majority(RuleSet::Builder rules) {
  begin(rules, "Absolute majority of the seats in exercise", "Majorité absolue des membres en exercice");
  only_majority(rules, "absolute").setBase(Majority::Base::IN_EXERCISE);
}

void two_thirds_present(RuleSet::Builder rules) {
  begin(rules, "Two thirds of those present", "Deux tiers des présents");
  auto majority = only_majority(rules, "two-thirds");
  majority.setBase(Majority::Base::PRESENT);
  at_least(majority, 2, 3);
}

void two_thirds_cast(RuleSet::Builder rules) {
  begin(rules, "Two thirds of the votes cast", "Deux tiers des suffrages exprimés");
  at_least(only_majority(rules, "two-thirds"), 2, 3);
}

void unanimity(RuleSet::Builder rules) {
  begin(rules, "Unanimity of those present", "Unanimité des présents");
  auto majority = only_majority(rules, "unanimous");
  majority.setBase(Majority::Base::PRESENT);
  at_least(majority, 1, 1);
  majority.setUnanimity(Majority::Unanimity::EVERYBODY_FOR);
}

void consensus(RuleSet::Builder rules) {
  begin(rules, "Consensus: adopted unless somebody objects", "Consensus : adopté sauf objection");
  auto majority = only_majority(rules, "consensus");
  majority.setDirection(Majority::Direction::ADOPTED_UNLESS_ENOUGH_AGAINST);
  set_fraction(majority.getFraction(), 0, 1);  // more than none against
  majority.setMinFor(0);
  majority.setSecret(Majority::Secrecy::PUBLIC);
}

// After the general code of French local authorities, articles L2121-10 to L2121-21 and L2131-1.
void french_municipal(RuleSet::Builder rules) {
  begin(rules, "French municipal council", "Conseil municipal français");
  auto quorum = rules.getQuorum();
  quorum.setTestedAt(Quorum::TestedAt::EACH_ITEM);
  quorum.setRemoteCounts(false);
  quorum.setAlternatesCount(false);
  quorum.setRecusal(Quorum::Recusal::OUT_OF_PRESENT);
  set_later_call(rules, 2);
  only_majority(rules, "absolute-of-cast").setTie(Majority::Tie::CASTING_VOTE);
  rules.getProxies().setAllowed(true);
  rules.getProxies().setPerHolder(1);
  set_period(rules.getNotice(), 5, Unit::CLEAR_DAYS);
  set_period(rules.getUrgentNotice(), 1, Unit::CLEAR_DAYS);
  rules.setPublication(RuleSet::Publication::CONDITION_OF_FORCE);
  auto step = rules.initClearances(1)[0];
  step.setId("prefect");
  step.setAuthority("Préfet");
  step.setKind(schema::ClearanceStep::Kind::TRANSMISSION);
  step.setStage(schema::ClearanceStep::Stage::BEFORE_EXECUTION);
}

// After organic law 113-14 of Morocco on communes, articles 35, 42, 43 and 118.
void moroccan_communal(RuleSet::Builder rules) {
  begin(rules, "Moroccan communal council", "Conseil communal marocain");
  auto quorum = rules.getQuorum();
  quorum.setRemoteCounts(false);
  quorum.setAlternatesCount(false);
  set_later_call(rules, 3);
  auto majority = only_majority(rules, "absolute-of-cast");
  majority.setTie(Majority::Tie::CASTING_VOTE);
  majority.setSecret(Majority::Secrecy::PUBLIC);
  set_period(rules.getNotice(), 10, Unit::CALENDAR_DAYS);
  set_period(rules.getUrgentNotice(), 3, Unit::CALENDAR_DAYS);
  auto step = rules.initClearances(1)[0];
  step.setId("governor");
  step.setAuthority("Gouverneur");
  step.setKind(schema::ClearanceStep::Kind::VISA);
  step.setStage(schema::ClearanceStep::Stage::BEFORE_EXECUTION);
  set_period(step.initDeadline(), 20, Unit::CALENDAR_DAYS);
}

void double_majority(RuleSet::Builder rules) {
  begin(rules, "Double majority: of all votes cast, and of the cities in exercise",
        "Double majorité : des suffrages exprimés et des villes en exercice");
  auto college = only_majority(rules, "double").initColleges(1)[0];
  college.setCollege("cities");
  college.setBase(Majority::Base::IN_EXERCISE);
  set_fraction(college.initFraction(), 1, 2);
  college.setStrict(true);
}

void written_procedure(RuleSet::Builder rules) {
  begin(rules, "Written procedure: more than half of those entitled answer, more than half of the answers adopt",
        "Procédure écrite : plus de la moitié des ayants droit répondent, plus de la moitié des réponses adoptent");
  auto quorum = rules.getQuorum();
  quorum.setBase(Quorum::Base::ENTITLED);
  quorum.setTestedAt(Quorum::TestedAt::EACH_ITEM);
  auto majority = only_majority(rules, "answers");
  majority.setSilence(Silence::MEANS_NOTHING);
  majority.setSecret(Majority::Secrecy::PUBLIC);
  set_period(rules.getNotice(), 10, Unit::WORKING_DAYS);
}

struct Entry {
  Model model;
  void (*fill)(RuleSet::Builder);
};

constexpr std::array<Entry, 10> kEntries = {{
    {{"simple-majority", "more than half of the votes cast"}, simple_majority},
    {{"absolute-majority", "more than half of the seats in exercise"}, absolute_majority},
    {{"two-thirds-present", "two thirds of those present"}, two_thirds_present},
    {{"two-thirds-cast", "two thirds of the votes cast"}, two_thirds_cast},
    {{"unanimity", "everybody present votes for"}, unanimity},
    {{"consensus", "adopted unless somebody objects"}, consensus},
    {{"french-municipal", "quorum present in person at each item, one proxy a holder, casting vote unless secret"},
     french_municipal},
    {{"moroccan-communal", "quorum at the opening, third call valid with any number, casting vote"}, moroccan_communal},
    {{"double-majority", "of all votes cast, and of the cities in exercise"}, double_majority},
    {{"written-procedure", "nobody meets: the answers are counted, silence means nothing"}, written_procedure},
}};

constexpr auto kModels = [] {
  std::array<Model, kEntries.size()> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = kEntries[i].model;
  return out;
}();

}  // namespace

std::span<const Model> models() {
  return kModels;
}

bool fill_model(std::string_view name, schema::RuleSet::Builder into) {
  for (const Entry& entry : kEntries) {
    if (entry.model.name != name) continue;
    const std::string id(name);
    into.setId(text(id));
    into.setVersion(1);
    into.setModel(text(id));
    entry.fill(into);
    return true;
  }
  return false;
}

}  // namespace jumelage::governance
