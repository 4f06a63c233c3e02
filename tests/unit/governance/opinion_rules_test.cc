// Legal opinions, and proposals that their sponsor changes.
#include "decision_fixture.h"

namespace jumelage::governance {
namespace {

using Change = schema::ProposalRevised::Change;
using Opinion = schema::LegalOpinionGiven::Opinion;
using ItemStatus = schema::ProposalState::Status;

class LegalOpinionGiven : public Decisions {
 protected:
  Outcomes give(const std::string& id, const std::string& on, Opinion opinion, const Spoil& spoil = {},
                const Signers& signers = {Club::mandate("expert-1")}) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initLegalOpinionGiven();
          p.setId(to_text(id));
          p.setOn(to_text(on));
          p.setExpert("expert-1");
          p.setOpinion(opinion);
          test::set_title(p.initSummary(1), "rien ne s'y oppose");
        },
        spoil);
  }
  static Spoil by(const char* expert) {
    return [expert](schema::Act::Builder act) { act.getLegalOpinionGiven().setExpert(expert); };
  }
};

TEST_F(LegalOpinionGiven, each_opinion_is_kept_and_belongs_to_the_proposals_history) {
  ASSERT_TRUE(table("p1"));
  for (const Opinion opinion : {Opinion::FAVOURABLE, Opinion::RESERVED, Opinion::UNFAVOURABLE}) {
    const std::string id = "o" + std::to_string(static_cast<int>(opinion));
    ASSERT_EQ(codes(give(id, "p1", opinion)), none());
    const auto state = row(id).getOpinion();
    EXPECT_EQ(state.getOpinion(), opinion);
    EXPECT_EQ(state.getOn(), club_.number_of("p1"));
    EXPECT_EQ(state.getExpert(), club_.number_of("expert-1"));
    EXPECT_EQ(state.getGivenAt(), club_.size() - 1);
    EXPECT_EQ(row("p1").getActId(), row(id).getActId());
  }
}

TEST_F(LegalOpinionGiven, comes_from_the_expert_or_is_attested_for_them) {
  ASSERT_TRUE(table("p1"));
  EXPECT_TRUE(refused(give("o1", "p1", Opinion::RESERVED, {}, secretary()), Refusal::kSignatureMissing, "expert-1"));
  EXPECT_TRUE(refused(give("o1", "p1", Opinion::RESERVED, by("timbuktu-1"), {Club::mandate("timbuktu-1")}),
                      Refusal::kBadValue, "legal expert"));
  const auto attested = [](const char* behalf) {
    return [behalf](schema::Act::Builder act) {
      act.setBasis(schema::Basis::ATTESTED);
      act.initAttestation().setAttester("cci-secretary");
      act.getAttestation().setStatement("lettre");
      act.getAttestation().setOnBehalfOf(behalf);
    };
  };
  EXPECT_TRUE(
      refused(give("o1", "p1", Opinion::RESERVED, attested("timbuktu-1"), secretary()), Refusal::kSignatureMissing));
  EXPECT_EQ(codes(give("o1", "p1", Opinion::RESERVED, attested("expert-1"), secretary())), none());
}

TEST_F(LegalOpinionGiven, an_expert_whose_mandate_has_ended_gives_none_not_even_attested) {
  ASSERT_TRUE(table("p1"));
  ASSERT_TRUE(record({Club::mandate("expert-1")}, [&](schema::Act::Builder act) {
    auto change = act.initMandateChanged();
    change.setId("expert-1");
    change.setChange(schema::MandateChanged::Change::ENDED);
    change.setFrom(today());
    change.setReason(schema::MandateChanged::Reason::RESIGNATION);
  }));
  EXPECT_TRUE(refused(give(
                          "o1", "p1", Opinion::RESERVED,
                          [](schema::Act::Builder act) {
                            act.setBasis(schema::Basis::ATTESTED);
                            act.initAttestation().setAttester("cci-secretary");
                            act.getAttestation().setStatement("lettre");
                            act.getAttestation().setOnBehalfOf("expert-1");
                          },
                          secretary()),
                      Refusal::kImpossible, "not in exercise"));
}

TEST_F(LegalOpinionGiven, is_on_something_that_can_still_be_weighed) {
  open_with({"p1", "p2"}, 9);
  EXPECT_TRUE(refused(give("o1", "p3", Opinion::RESERVED), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(give("o1", "cci", Opinion::RESERVED), Refusal::kWrongKind));
  ASSERT_EQ(codes(adopt("p1")), none());
  EXPECT_TRUE(refused(give("o1", "d-p1", Opinion::RESERVED), Refusal::kWrongKind, "name the proposal"));
  EXPECT_EQ(codes(give("o1", "p1", Opinion::UNFAVOURABLE)), Codes{"opinion.late"});
  EXPECT_TRUE(irregular("o1"));
  EXPECT_FALSE(irregular("p1"));
  ASSERT_TRUE(dispose("p2", schema::ItemDisposed::Disposition::WITHDRAWN));
  EXPECT_TRUE(refused(give("o2", "p2", Opinion::RESERVED), Refusal::kImpossible, "withdrawn"));
}

TEST_F(LegalOpinionGiven, says_something_and_cites_what_exists) {
  ASSERT_TRUE(table("p1"));
  const auto empty = [](schema::Act::Builder act) { act.getLegalOpinionGiven().initSummary(0); };
  EXPECT_TRUE(refused(give("o1", "p1", Opinion::RESERVED, empty), Refusal::kBadValue, "summary"));
  const auto cites = [](const char* id) {
    return [id](schema::Act::Builder act) { act.getLegalOpinionGiven().initCommitments(1).set(0, id); };
  };
  EXPECT_TRUE(refused(give("o1", "p1", Opinion::RESERVED, cites("charter-2015")), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(give("o1", "p1", Opinion::RESERVED, cites("cci")), Refusal::kWrongKind));
  const auto document = [](schema::Act::Builder act) {
    act.getLegalOpinionGiven().initSummary(0);
    test::set_document(act.getLegalOpinionGiven().initDocument(), "avis");
  };
  EXPECT_EQ(codes(give("o1", "p1", Opinion::RESERVED, document)), none());
}

class ProposalRevised : public Decisions {
 protected:
  Outcomes revise(const std::string& id, Change change, const Spoil& spoil = {}, const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initProposalRevised();
          p.setId(to_text(id));
          p.setChange(change);
          if (change == Change::NEW_TEXT) test::set_title(p.initTitle(1), "revised");
        },
        spoil);
  }
  ItemStatus item(const std::string& id) { return row(id).getProposal().getStatus(); }
};

TEST_F(ProposalRevised, a_new_text_takes_the_place_of_the_old_one) {
  ASSERT_TRUE(table("p1"));
  const auto text = [](schema::Act::Builder act) {
    test::set_document(act.getProposalRevised().initTexts(1)[0], "texte nouveau");
  };
  ASSERT_EQ(codes(revise("p1", Change::NEW_TEXT, text)), none());
  EXPECT_EQ(row("p1").getProposal().getTitleAt(), club_.size() - 1);
  EXPECT_EQ(item("p1"), ItemStatus::TABLED);
}

TEST_F(ProposalRevised, withdrawn_is_for_good) {
  ASSERT_TRUE(table("p1"));
  ASSERT_EQ(codes(revise("p1", Change::WITHDRAWN)), none());
  EXPECT_EQ(item("p1"), ItemStatus::WITHDRAWN);
  for (const Change change : {Change::NEW_TEXT, Change::WITHDRAWN, Change::DEFERRED})
    EXPECT_TRUE(refused(revise("p1", change), Refusal::kImpossible, "withdrawn"));
  EXPECT_TRUE(refused(convene("s1", 1, {"p1"}), Refusal::kImpossible, "withdrawn"));
}

TEST_F(ProposalRevised, deferred_can_be_revised_withdrawn_and_put_on_an_agenda_again) {
  ASSERT_TRUE(table("p1"));
  ASSERT_EQ(codes(revise("p1", Change::DEFERRED)), none());
  EXPECT_EQ(item("p1"), ItemStatus::DEFERRED);
  EXPECT_TRUE(refused(revise("p1", Change::DEFERRED), Refusal::kImpossible, "deferred already"));
  ASSERT_EQ(codes(revise("p1", Change::NEW_TEXT)), none());
  EXPECT_EQ(item("p1"), ItemStatus::DEFERRED);
  ASSERT_EQ(codes(convene("s1", 1, {"p1"})), none());
  EXPECT_EQ(item("p1"), ItemStatus::TABLED);
  EXPECT_EQ(codes(revise("p1", Change::WITHDRAWN)), none());
}

TEST_F(ProposalRevised, not_once_it_is_voted_on_or_settled) {
  open_with({"p1", "p2", "p3"}, 9);
  ASSERT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED)), none());
  EXPECT_TRUE(refused(revise("p1", Change::NEW_TEXT), Refusal::kImpossible, "voted on"));
  ASSERT_EQ(codes(decide_on("p1", Outcome::ADOPTED)), none());
  EXPECT_TRUE(refused(revise("p1", Change::NEW_TEXT), Refusal::kImpossible, "settled"));
  ASSERT_TRUE(dispose("p2", schema::ItemDisposed::Disposition::NOTED));
  EXPECT_TRUE(refused(revise("p2", Change::WITHDRAWN), Refusal::kImpossible, "settled"));
  ASSERT_TRUE(dispose("p3", schema::ItemDisposed::Disposition::CONSENSUS));
  EXPECT_TRUE(refused(revise("p3", Change::WITHDRAWN), Refusal::kImpossible, "settled"));
}

TEST_F(ProposalRevised, by_its_sponsor) {
  const auto sponsored = [](const char* sponsor) {
    return [sponsor](schema::Act::Builder act) { act.getProposalTabled().setSponsor(sponsor); };
  };
  ASSERT_TRUE(table("by-nobody"));
  ASSERT_TRUE(table("by-body", sponsored("cci")));
  ASSERT_TRUE(table("by-member", sponsored("timbuktu")));
  ASSERT_TRUE(table("by-mandate", sponsored("timbuktu-2")));
  ASSERT_TRUE(table("by-expert", sponsored("expert-1")));
  const Signers timbuktu = {Club::mandate("timbuktu-1")};
  const Signers vijayawada = {Club::mandate("vijayawada-1")};
  const Signers expert = {Club::mandate("expert-1")};
  struct Case {
    const char* proposal;
    Signers right;
    Signers wrong;
  };
  const std::vector<Case> cases = {{"by-nobody", secretary(), timbuktu}, {"by-body", secretary(), timbuktu},
                                   {"by-member", timbuktu, secretary()}, {"by-member", timbuktu, vijayawada},
                                   {"by-mandate", timbuktu, vijayawada}, {"by-expert", expert, secretary()}};
  for (const Case& c : cases) {
    EXPECT_TRUE(refused(revise(c.proposal, Change::NEW_TEXT, {}, c.wrong), Refusal::kSignatureMissing)) << c.proposal;
    EXPECT_EQ(codes(revise(c.proposal, Change::NEW_TEXT, {}, c.right)), none()) << c.proposal;
  }
}

TEST_F(ProposalRevised, has_the_content_of_its_change) {
  ASSERT_TRUE(table("p1"));
  EXPECT_TRUE(refused(revise("p2", Change::NEW_TEXT), Refusal::kUnknownSubject));
  const auto untitled = [](schema::Act::Builder act) { act.getProposalRevised().initTitle(0); };
  EXPECT_TRUE(refused(revise("p1", Change::NEW_TEXT, untitled), Refusal::kBadValue, "title"));
  const auto titled = [](schema::Act::Builder act) { test::set_title(act.getProposalRevised().initTitle(1), "x"); };
  EXPECT_TRUE(refused(revise("p1", Change::WITHDRAWN, titled), Refusal::kBadValue, "leave them out"));
}

}  // namespace
}  // namespace jumelage::governance
