// BodyChanged: other names, seats or rules of a body, and its end.
#include "session_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;

class BodyChanges : public Council {
 protected:
  using Edit = std::function<void(schema::BodyChanged::Builder)>;

  // The council as it is, resting on decision d-p1, but for `edit`.
  static Spoil change(const Edit& edit = {}) {
    return [edit](schema::Act::Builder act) {
      auto body = act.initBodyChanged();
      body.setId("cci");
      test::set_name(body.initNames(1), "Conseil");
      auto seats = body.initSeats(2);
      seats[0].setCollege("cities");
      seats[0].setCount(8);
      seats[0].setWeight(1);
      seats[1].setCollege("experts");
      seats[1].setCount(1);
      seats[1].setWeight(1);
      body.initRuleSet().setId("cci-rules");
      body.getRuleSet().setVersion(1);
      body.setDecision("d-p1");
      if (edit) edit(body);
    };
  }
  void decide_p1(Outcome outcome = Outcome::ADOPTED) {
    open_with({"p1"}, 9);
    const bool adopted = outcome == Outcome::ADOPTED;
    ASSERT_EQ(codes(vote("p1", choices(adopted ? 5 : 4, adopted ? 4 : 5), outcome)), none());
    ASSERT_EQ(codes(decide_on("p1", outcome)), none());
  }
  void decide_and_close() {
    decide_p1();
    ASSERT_EQ(codes(close("s1", 3)), none());
  }
};

TEST_F(BodyChanges, take_effect_by_an_adopted_decision) {
  decide_p1();
  ASSERT_EQ(codes(record(both(), change())), none());
  const auto body = row("cci").getBody();
  EXPECT_EQ(body.getNames()[0].getText(), "Conseil");
  ASSERT_EQ(body.getSeats().size(), 2U);
  EXPECT_EQ(body.getSeats()[0].getCount(), 8U);
  EXPECT_EQ(body.getSeries(), "CCI") << "what it does not state stays";
  EXPECT_FALSE(row("cci").getIrregular());
}

TEST_F(BodyChanges, are_signed_by_chair_and_secretary) {
  decide_p1();
  EXPECT_TRUE(refused(record(secretary(), change()), Refusal::kSignatureMissing, "chair"));
  EXPECT_TRUE(refused(record({Club::chair()}, change()), Refusal::kSignatureMissing, "secretary"));
}

TEST_F(BodyChanges, without_an_adopted_decision_have_no_effect_until_one_carries_them) {
  const auto undecided = change([](auto body) { body.disownDecision(); });
  ASSERT_EQ(codes(record(both(), undecided)), Codes{"decision.missing"});
  EXPECT_TRUE(row("cci").getIrregular());
  EXPECT_NE(row("cci").getBody().getNames()[0].getText(), "Conseil");
  const std::uint64_t flagged_at = club_.size() - 1;
  decide_p1();
  ASSERT_EQ(codes(record(both(), change())), none());
  EXPECT_FALSE(row("cci").getIrregular());
  EXPECT_EQ(row("cci").getBody().getNames()[0].getText(), "Conseil");
  const Row<schema::FindingRow> finding(*club_.reg().get(Table::kFindings, finding_key(flagged_at, 0)));
  EXPECT_EQ(finding.reader().getCuredAt(), club_.size() - 1) << "the finding is cured by the act that mends it";
}

TEST_F(BodyChanges, by_a_rejected_decision_have_no_effect) {
  decide_p1(Outcome::REJECTED);
  EXPECT_EQ(codes(record(both(), change())), Codes{"decision.not_adopted"});
}

TEST_F(BodyChanges, take_no_seat_away_in_which_somebody_sits) {
  decide_p1();
  EXPECT_EQ(codes(record(both(), change([](auto body) { body.getSeats()[0].setCount(7); }))),
            Codes{"body.seats_taken"});
  EXPECT_EQ(codes(record(both(), change([](auto body) { body.getSeats()[1].setCollege("partners"); }))),
            Codes{"body.seats_taken"});
  EXPECT_EQ(row("cci").getBody().getSeats().size(), 3U);
}

TEST_F(BodyChanges, name_a_rule_set_that_was_enacted_regularly) {
  decide_p1();
  EXPECT_TRUE(
      refused(record(both(), change([](auto body) { body.getRuleSet().setVersion(2); })), Refusal::kUnknownSubject));
  ASSERT_EQ(codes(record(both(),
                         [](schema::Act::Builder act) {
                           ASSERT_TRUE(fill_model("simple-majority", act.initRuleSetEnacted().initRuleSet()));
                         })),
            Codes{"decision.missing"});
  EXPECT_EQ(codes(record(both(), change([](auto body) { body.getRuleSet().setId("simple-majority"); }))),
            Codes{"body.rule_set_irregular"});
  EXPECT_EQ(row("cci").getBody().getRuleSet(), club_.number_of("cci-rules"));
}

TEST_F(BodyChanges, must_make_sense) {
  decide_p1();
  EXPECT_TRUE(refused(record(both(), change([](auto body) { body.initNames(0); })), Refusal::kBadValue, "name"));
  EXPECT_TRUE(refused(record(both(), change([](auto body) { body.getSeats()[0].setCount(0); })), Refusal::kBadValue));
  EXPECT_TRUE(refused(record(both(), change([](auto body) { body.getSeats()[1].setCollege("cities"); })),
                      Refusal::kBadValue, "twice"));
  EXPECT_TRUE(refused(record(both(), change([](auto body) { body.setId("nobody"); })), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(record(both(), change([](auto body) { body.setId("timbuktu"); })), Refusal::kWrongKind));
}

TEST_F(BodyChanges, end_a_body_that_has_nothing_left_to_do) {
  const auto dissolved = change([](auto body) { body.setDissolved(true); });
  decide_p1();
  EXPECT_TRUE(refused(record(both(), dissolved), Refusal::kImpossible, "open"));
  ASSERT_EQ(codes(close("s1", 3)), none());
  ASSERT_EQ(codes(record(both(), dissolved)), none());
  EXPECT_TRUE(row("cci").getBody().getDissolved());
  EXPECT_TRUE(refused(record(both(), change()), Refusal::kImpossible, "dissolved"));
}

TEST_F(BodyChanges, of_an_imported_body_are_signed_for_by_the_council_that_keeps_it) {
  ASSERT_TRUE(record(secretary(), [](schema::Act::Builder act) {
    act.setBasis(schema::Basis::IMPORTED);
    auto body = act.initBodyEstablished();
    body.setId("archive");
    test::set_name(body.initNames(1), "Archive");
    body.setKind(schema::BodyEstablished::Kind::IMPORTED);
    body.setParent("cci");
    body.initRuleSet().setId("cci-rules");
    body.getRuleSet().setVersion(1);
    body.initNumbering().setSource(schema::BodyEstablished::Numbering::Source::ORIGIN);
    body.getNumbering().setSeries("OLD");
  }));
  decide_p1();
  const auto renamed = change([](auto body) {
    body.setId("archive");
    body.initSeats(0);
  });
  EXPECT_TRUE(refused(record(secretary(), renamed), Refusal::kSignatureMissing, "chair"));
  ASSERT_EQ(codes(record(both(), renamed)), none());
  EXPECT_EQ(row("archive").getBody().getNames()[0].getText(), "Conseil");
}

}  // namespace
}  // namespace jumelage::governance
