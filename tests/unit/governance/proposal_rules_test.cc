// Proposals, and items that end without a vote.
#include "session_fixture.h"

namespace jumelage::governance {
namespace {

using Disposition = schema::ItemDisposed::Disposition;
using Status = schema::ProposalState::Status;

class ProposalTabled : public Council {};
class ItemDisposed : public Council {};

Spoil sponsored_by(const char* sponsor) {
  return [sponsor](schema::Act::Builder act) { act.getProposalTabled().setSponsor(sponsor); };
}

TEST_F(ProposalTabled, by_the_secretary) {
  ASSERT_EQ(codes(table("p1",
                        [](schema::Act::Builder act) {
                          auto matter = act.getProposalTabled().initMatter();
                          matter.setScheme("actes");
                          matter.setCode("8.8");
                        })),
            none());
  const auto state = row("p1").getProposal();
  EXPECT_EQ(state.getStatus(), Status::TABLED);
  EXPECT_EQ(state.getBody(), club_.number_of("cci"));
  EXPECT_EQ(state.getMatter().getCode(), "8.8");
  EXPECT_EQ(state.getVote(), kNever);
}

TEST_F(ProposalTabled, by_the_member_or_mandate_that_sponsors_it) {
  const Signers timbuktu = {Club::mandate("timbuktu-1")};
  EXPECT_TRUE(refused(table("p1", {}, timbuktu), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(table("p1", sponsored_by("es-semara"), timbuktu), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(table("p1", sponsored_by("es-semara-1"), timbuktu), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(table("p1", sponsored_by("cci"), timbuktu), Refusal::kSignatureMissing));
  EXPECT_EQ(codes(table("p1", sponsored_by("timbuktu"), timbuktu)), none());
  EXPECT_EQ(codes(table("p2", sponsored_by("timbuktu-1"), timbuktu)), none());
  EXPECT_EQ(codes(table("p3", sponsored_by("timbuktu-2"), timbuktu)), none()) << "of the same member";
  EXPECT_EQ(codes(table("p4", sponsored_by("cci"))), none());
}

TEST_F(ProposalTabled, has_a_title) {
  const auto untitled = [](schema::Act::Builder act) { act.getProposalTabled().disownTitle(); };
  EXPECT_TRUE(refused(table("p1", untitled), Refusal::kBadValue, "title"));
}

TEST_F(ProposalTabled, does_not_take_an_id_that_looks_like_a_keys) {
  EXPECT_TRUE(refused(table(std::string(64, 'a')), Refusal::kBadValue, "key"));
  EXPECT_EQ(codes(table(std::string(63, 'a'))), none());
}

TEST_F(ProposalTabled, names_what_exists) {
  EXPECT_TRUE(refused(table("p1", sponsored_by("nobody")), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(table("p1", sponsored_by("cci-rules")), Refusal::kWrongKind));
  const auto refers = [](auto init) {
    return [init](schema::Act::Builder act) { init(act.getProposalTabled()).set(0, "nothing"); };
  };
  EXPECT_TRUE(refused(table("p1", refers([](auto p) { return p.initAmends(1); })), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(table("p1", refers([](auto p) { return p.initRepeals(1); })), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(table("p1", refers([](auto p) { return p.initImplements(1); })), Refusal::kUnknownSubject));
  ASSERT_TRUE(table("p1"));
  EXPECT_TRUE(refused(table("p1"), Refusal::kSubjectMovedOn) || refused(table("p1"), Refusal::kIdTaken));
}

TEST_F(ItemDisposed, each_disposition_is_kept) {
  open_with({"p1", "p2", "p3", "p4", "p5"}, 9);
  const std::vector<std::pair<Disposition, Status>> all = {{Disposition::NOTED, Status::NOTED},
                                                           {Disposition::CONSENSUS, Status::CONSENSUS},
                                                           {Disposition::WITHDRAWN, Status::WITHDRAWN},
                                                           {Disposition::DEFERRED, Status::DEFERRED},
                                                           {Disposition::NOT_REACHED, Status::NOT_REACHED}};
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string item = "p" + std::to_string(i + 1);
    ASSERT_EQ(codes(dispose(item, all[i].first)), none());
    EXPECT_EQ(row(item).getProposal().getStatus(), all[i].second);
  }
}

TEST_F(ItemDisposed, needs_an_item_of_the_open_session_and_the_secretary) {
  open_with({"p1"}, 9);
  ASSERT_TRUE(table("p2"));
  EXPECT_TRUE(refused(dispose("p2", Disposition::NOTED), Refusal::kImpossible, "not on the agenda"));
  EXPECT_TRUE(refused(dispose("p3", Disposition::NOTED), Refusal::kUnknownSubject));
  EXPECT_TRUE(refused(dispose("p1", Disposition::NOTED, {}, {Club::chair()}), Refusal::kSignatureMissing));
}

TEST_F(ItemDisposed, once_and_not_after_a_vote_that_decided) {
  open_with({"p1", "p2", "p3"}, 9);
  ASSERT_TRUE(dispose("p1", Disposition::NOTED));
  EXPECT_TRUE(refused(dispose("p1", Disposition::WITHDRAWN), Refusal::kImpossible, "already"));
  ASSERT_TRUE(vote("p2", choices(5, 4), Outcome::ADOPTED));
  EXPECT_TRUE(refused(dispose("p2", Disposition::DEFERRED), Refusal::kImpossible, "record the decision"));
}

TEST_F(ItemDisposed, a_vote_without_quorum_leaves_the_item_to_be_deferred) {
  open_with({"p1"}, 4);
  ASSERT_TRUE(vote("p1", choices(3, 1), Outcome::INQUORATE));
  EXPECT_EQ(codes(dispose("p1", Disposition::DEFERRED)), none());
}

TEST_F(ItemDisposed, a_deferred_item_goes_to_a_coming_session) {
  open_with({"p1", "p2"}, 9);
  const auto to = [](const char* session) {
    return [session](schema::Act::Builder act) { act.getItemDisposed().setTo(session); };
  };
  EXPECT_TRUE(refused(dispose("p1", Disposition::DEFERRED, to("s1")), Refusal::kImpossible, "coming"));
  EXPECT_TRUE(refused(dispose("p1", Disposition::DEFERRED, to("s2")), Refusal::kUnknownSubject));
  ASSERT_TRUE(convene("s2", 2, {}));
  EXPECT_TRUE(refused(dispose("p1", Disposition::NOTED, to("s2")), Refusal::kBadValue, "only a deferred item"));
  EXPECT_EQ(codes(dispose("p1", Disposition::DEFERRED, to("s2"))), none());
}

}  // namespace
}  // namespace jumelage::governance
