// The agenda of a session, changed after the call.
#include "session_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;
using Disposition = schema::ItemDisposed::Disposition;

class AgendaAmended : public Council {
 protected:
  Outcomes amend(const std::vector<std::string>& agenda, const Spoil& spoil = {},
                 const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initAgendaAmended();
          p.setSession("s1");
          auto items = p.initAgenda(static_cast<unsigned>(agenda.size()));
          for (unsigned i = 0; i < items.size(); ++i) items.set(i, to_text(agenda[i]));
          p.setReason("asked for by Timbuktu");
        },
        spoil);
  }
  std::vector<std::string> agenda() {
    std::vector<std::string> out;
    for (const Number item : row("s1").getSession().getAgenda())
      for (const char* id : {"p1", "p2", "p3"})
        if (club_.number_of(id) == item) out.emplace_back(id);
    return out;
  }
  void call(const std::vector<std::string>& items) {
    for (const char* id : {"p1", "p2", "p3"}) ASSERT_EQ(codes(table(id)), none());
    ASSERT_EQ(codes(convene("s1", 1, items)), none());
  }
  static void during_p1(schema::Act::Builder act) {
    auto at = act.getAgendaAmended().initAt();
    at.setItem("p1");
    at.setPosition(schema::Anchor::Position::DURING);
  }
};

TEST_F(AgendaAmended, adds_takes_off_and_reorders) {
  call({"p1", "p2"});
  ASSERT_EQ(codes(amend({"p3", "p1"})), none());
  EXPECT_EQ(agenda(), (Codes{"p3", "p1"}));
  EXPECT_EQ(row("p3").getProposal().getSession(), club_.number_of("s1"));
  EXPECT_EQ(row("p2").getProposal().getSession(), 0U);
  EXPECT_EQ(codes(convene("s2", 2, {"p2"})), none()) << "what was taken off is free for another session";
}

TEST_F(AgendaAmended, is_signed_by_the_secretary_or_the_chair) {
  call({"p1"});
  EXPECT_TRUE(refused(amend({}, {}, {Club::mandate("timbuktu-1")}), Refusal::kSignatureMissing));
  EXPECT_EQ(codes(amend({"p2"}, {}, {Club::chair()})), none());
}

TEST_F(AgendaAmended, holds_proposals_of_the_body_each_once_that_are_free) {
  call({"p1"});
  ASSERT_TRUE(convene("s2", 2, {"p2"}));
  EXPECT_TRUE(refused(amend({"p1", "p1"}), Refusal::kBadValue, "twice"));
  EXPECT_TRUE(refused(amend({"p9"}), Refusal::kUnknownSubject, "p9"));
  EXPECT_TRUE(refused(amend({"cci"}), Refusal::kWrongKind, "cci"));
  EXPECT_TRUE(refused(amend({"p1", "p2"}), Refusal::kImpossible, "s2"));
}

TEST_F(AgendaAmended, an_item_that_comes_later_than_a_call_may_is_flagged) {
  call({"p1"});
  club_.set_now(club_.now() + 5 * kDay_ms);
  EXPECT_EQ(codes(amend({"p2", "p1"})), Codes{"session.late_item"});
  EXPECT_TRUE(row("s1").getIrregular());
  EXPECT_EQ(agenda(), (Codes{"p2", "p1"})) << "it is on the agenda all the same";
}

TEST_F(AgendaAmended, another_order_or_fewer_items_are_never_late) {
  call({"p1", "p2"});
  club_.set_now(club_.now() + 5 * kDay_ms);
  EXPECT_EQ(codes(amend({"p2", "p1"})), none());
  EXPECT_EQ(codes(amend({"p2"})), none());
}

TEST_F(AgendaAmended, an_urgent_session_has_its_own_notice) {
  for (const char* id : {"p1", "p2", "p3"}) ASSERT_TRUE(table(id));
  ASSERT_EQ(codes(convene("s1", 1, {"p1"},
                          [](schema::Act::Builder act) {
                            act.getSessionConvened().setUrgent(true);
                            act.getSessionConvened().setUrgencyReason("crue du fleuve");
                          })),
            none());
  club_.set_now(club_.now() + 5 * kDay_ms);
  EXPECT_EQ(codes(amend({"p1", "p2"})), none()) << "these rules ask for none when it is urgent";
}

TEST_F(AgendaAmended, in_an_open_session_what_was_dealt_with_stays) {
  call({"p1", "p2"});
  ASSERT_TRUE(open("s1", 9));
  ASSERT_TRUE(dispose("p1", Disposition::DEFERRED));
  EXPECT_TRUE(refused(amend({"p2"}), Refusal::kImpossible, "\"p1\" was dealt with"));
  EXPECT_EQ(codes(amend({"p1"})), none()) << "p2 was not";
  EXPECT_EQ(row("p1").getProposal().getStatus(), schema::ProposalState::Status::DEFERRED);
}

TEST_F(AgendaAmended, in_an_open_session_an_added_item_can_be_voted_on) {
  call({"p1"});
  ASSERT_TRUE(open("s1", 9));
  ASSERT_EQ(codes(amend({"p1", "p2"}, during_p1)), Codes{"session.late_item"});
  EXPECT_EQ(codes(vote("p2", choices(5, 4), Outcome::ADOPTED)), none());
  EXPECT_TRUE(refused(close("s1", 2), Refusal::kImpossible, "still open: \"p1\", \"p2\""));
}

TEST_F(AgendaAmended, names_a_point_of_a_session_only_once_it_is_open) {
  call({"p1"});
  EXPECT_TRUE(refused(amend({"p1"}, during_p1), Refusal::kBadValue, "leave out at"));
}

TEST_F(AgendaAmended, of_a_session_that_is_over_is_refused) {
  call({"p1"});
  ASSERT_TRUE(open("s1", 9));
  ASSERT_TRUE(dispose("p1", Disposition::NOTED));
  ASSERT_TRUE(close("s1", 2));
  EXPECT_TRUE(refused(amend({"p1", "p2"}), Refusal::kImpossible, "is closed"));
}

}  // namespace
}  // namespace jumelage::governance
