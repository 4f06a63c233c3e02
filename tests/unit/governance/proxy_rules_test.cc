// Proxies: who gives one to whom, what the rules ask of it, and when it ends.
#include <ostream>

#include "chamber_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;
using State = schema::SessionStateChanged::State;

class ProxyActs : public Chamber {
 protected:
  static constexpr const char* kSeven = "ccccccc";

  // One call with the items, under the French model unless changed.
  void call(const std::vector<std::string>& items, const ChangeRules& change = {},
            const char* model = "french-municipal", const char* colleges = kSeven) {
    establish(colleges, model, change);
    for (const std::string& item : items) ASSERT_EQ(codes(table_here(item)), none());
    ASSERT_EQ(codes(convene_here("s1", 1, items)), none());
  }
  Outcomes revoke(const std::string& proxy, const std::string& principal, const Spoil& spoil = {},
                  const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          if (signers.front().capacity == schema::Capacity::OFFICE) attested_for(principal)(act);
          auto p = act.initProxyRevoked();
          p.setProxy(to_text(proxy));
          p.initAt();
        },
        spoil);
  }
  schema::ProxyState::Reader proxy(const std::string& id) { return row(id).getProxy(); }
  Choices for_all(int seats) {
    Choices out;
    for (int i = 1; i <= seats; ++i) out.emplace_back(seat_name(static_cast<std::size_t>(i)), Choice::FOR);
    return out;
  }
  static Spoil cast_by(unsigned ballot, const char* holder) {
    return [=](schema::Act::Builder act) { act.getVoteRecorded().getBallots()[ballot].setCastBy(holder); };
  }
};

class ProxyGranted : public ProxyActs {};
class ProxyRevoked : public ProxyActs {};

Spoil for_items(const std::vector<std::string>& items) {
  return [items](schema::Act::Builder act) {
    auto list = act.getProxyGranted().initItems(static_cast<unsigned>(items.size()));
    for (unsigned i = 0; i < list.size(); ++i) list.set(i, to_text(items[i]));
  };
}

TEST_F(ProxyGranted, is_kept_with_who_gave_it_to_whom_for_what) {
  call({"p1", "p2"});
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1", for_items({"p2"}))), none());
  EXPECT_EQ(proxy("x1").getSession(), club_.number_of("s1"));
  EXPECT_EQ(proxy("x1").getPrincipal(), club_.number_of("m7"));
  EXPECT_EQ(proxy("x1").getHolder(), club_.number_of("m1"));
  ASSERT_EQ(proxy("x1").getItems().size(), 1U);
  EXPECT_EQ(proxy("x1").getItems()[0], club_.number_of("p2"));
  EXPECT_EQ(proxy("x1").getGrantedAt(), club_.size() - 1);
  EXPECT_EQ(proxy("x1").getRevokedAt(), kNever);
  EXPECT_FALSE(row("x1").getIrregular());
}

TEST_F(ProxyGranted, is_signed_by_the_principal_with_a_key_of_their_own) {
  call({"p1"});
  club_.enrol_key("m7");
  const auto signed_by = [](const char* who) {
    return [who](schema::Act::Builder act) {
      act.setBasis(schema::Basis::LIVE);
      act.disownAttestation();
      auto signer = act.initSigners(1)[0];
      const KeyId key = Club::key_id(who);
      signer.setKey(to_data(key.view()));
      signer.setCapacity(schema::Capacity::MANDATE);
      signer.setOf(to_text(std::string(who)));
    };
  };
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "m7", "m1", signed_by("es-semara-1")), Refusal::kSignatureMissing,
                      "the holder of mandate \"m7\""));
  EXPECT_EQ(codes(give_proxy("x1", "s1", "m7", "m1", signed_by("m7"))), none());
}

TEST_F(ProxyGranted, a_secretary_attests_on_the_principal_s_behalf_and_on_nobody_else_s) {
  call({"p1"});
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "m7", "m1", attested_for("m6")), Refusal::kSignatureMissing, "m7"));
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "m7", "m1", attested_for("timbuktu")), Refusal::kSignatureMissing, "m7"));
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "m7", "m1",
                                 [](schema::Act::Builder act) {
                                   act.setBasis(schema::Basis::LIVE);
                                   act.disownAttestation();
                                 }),
                      Refusal::kSignatureMissing, "m7"))
      << "a secretary alone gives nobody's vote away";
  EXPECT_EQ(codes(give_proxy("x1", "s1", "m7", "m1", attested_for("es-semara"))), none()) << "the principal's member";
}

TEST_F(ProxyGranted, goes_from_a_seat_to_somebody_who_could_be_there_for_it) {
  call({"p1"});
  grant("alternate", "cities", "m7");
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "m7", "m7"), Refusal::kBadValue, "cannot vote for itself"));
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "m7", "timbuktu-1"), Refusal::kBadValue, "another body"));
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "timbuktu-1", "m7"), Refusal::kBadValue, "another body"));
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "alternate", "m1"), Refusal::kBadValue, "its titular's"));
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "m9", "m1"), Refusal::kUnknownSubject, "m9"));
  EXPECT_TRUE(refused(give_proxy("x1", "s2", "m7", "m1"), Refusal::kUnknownSubject, "s2"));
  EXPECT_TRUE(refused(give_proxy("s1", "s1", "m7", "m1"), Refusal::kIdTaken, "s1"));
  EXPECT_EQ(codes(give_proxy("x1", "s1", "m6", "alternate")), none());
}

TEST_F(ProxyGranted, a_seatless_secretary_has_no_part_in_votes) {
  ASSERT_TRUE(convene("s1", 1, {}));
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "timbuktu-1", "secretary-1"), Refusal::kBadValue, "no seat"));
}

TEST_F(ProxyGranted, is_for_items_of_the_agenda_each_once) {
  call({"p1"});
  ASSERT_TRUE(table_here("p2"));
  EXPECT_TRUE(
      refused(give_proxy("x1", "s1", "m7", "m1", for_items({"p2"})), Refusal::kImpossible, "not on the agenda"));
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "m7", "m1", for_items({"p1", "p1"})), Refusal::kBadValue, "twice"));
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "m7", "m1", for_items({"s1"})), Refusal::kWrongKind, "s1"));
}

TEST_F(ProxyGranted, cannot_be_received_after_it_is_recorded) {
  call({"p1"});
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "m7", "m1",
                                 [this](schema::Act::Builder act) {
                                   test::set_moment(act.getProxyGranted().getReceived(), club_.now() + kDay_ms);
                                 }),
                      Refusal::kTimeImpossible, "received"));
}

TEST_F(ProxyGranted, is_too_late_for_a_session_that_is_over) {
  call({});
  ASSERT_EQ(codes(change_state("s1", State::CANCELLED)), none());
  EXPECT_TRUE(refused(give_proxy("x1", "s1", "m7", "m1"), Refusal::kImpossible, "is cancelled"));
}

TEST_F(ProxyGranted, where_the_rules_know_no_proxies_is_flagged_and_counts_for_nothing) {
  call({"p1"}, {}, "simple-majority");
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1")), Codes{"proxy.not_allowed"});
  EXPECT_TRUE(row("x1").getIrregular());
  ASSERT_TRUE(open_here("s1", "PPPPPP."));
  EXPECT_EQ(codes(vote("p1", for_all(7), Outcome::ADOPTED, cast_by(6, "m1"))), Codes{"vote.not_entitled"});
  EXPECT_EQ(vote_row("p1").getFor(), 6U);
}

// What the rules ask of a proxy; each case gives one proxy more after those that are in order.
struct Limit {
  const char* name;
  ChangeRules change;
  std::vector<std::pair<const char*, const char*>> before;  // principal, holder
  std::pair<const char*, const char*> given;
  Codes found;
};
void PrintTo(const Limit& limit, std::ostream* out) {
  *out << limit.name;
}
ChangeRules holders(std::uint8_t most) {
  return [most](schema::RuleSet::Builder rules) { rules.getProxies().setPerHolder(most); };
}
void same_member(schema::RuleSet::Builder rules) {
  rules.getProxies().setSameMemberOnly(true);
}
ChangeRules received_before(std::uint32_t days) {
  return [days](schema::RuleSet::Builder rules) {
    auto before = rules.getProxies().initReceivedBefore();
    before.setCount(days);
    before.setUnit(schema::Period::Unit::CALENDAR_DAYS);
  };
}

const Limit kLimits[] = {
    {"a_first_proxy", {}, {}, {"m7", "m1"}, {}},
    {"a_second_of_one_holder", {}, {{"m7", "m1"}}, {"m6", "m1"}, {"proxy.too_many"}},
    {"a_second_where_two_are_allowed", holders(2), {{"m7", "m1"}}, {"m6", "m1"}, {}},
    {"a_third_where_two_are_allowed", holders(2), {{"m7", "m1"}, {"m6", "m1"}}, {"m5", "m1"}, {"proxy.too_many"}},
    {"two_of_two_holders", {}, {{"m7", "m1"}}, {"m6", "m2"}, {}},
    {"a_second_of_one_principal", {}, {{"m7", "m1"}}, {"m7", "m2"}, {"proxy.given_twice"}},
    {"a_second_of_one_principal_to_the_same", {}, {{"m7", "m1"}}, {"m7", "m1"}, {"proxy.given_twice"}},
    {"a_holder_of_the_same_member", same_member, {}, {"m7", "m1"}, {}},
    {"received_in_time", received_before(30), {}, {"m7", "m1"}, {}},
    {"received_too_late", received_before(31), {}, {"m7", "m1"}, {"proxy.received_late"}},
};

class ProxyLimitsKept : public ProxyActs, public testing::WithParamInterface<Limit> {};

TEST_P(ProxyLimitsKept, are_kept_or_else_flagged) {
  const Limit& limit = GetParam();
  call({"p1"}, limit.change);
  for (const auto& [principal, holder] : limit.before)
    ASSERT_EQ(codes(give_proxy(std::string(principal) + "-" + holder, "s1", principal, holder)), none());
  EXPECT_EQ(codes(give_proxy("last", "s1", limit.given.first, limit.given.second)), limit.found);
  EXPECT_EQ(row("last").getIrregular(), !limit.found.empty());
}

INSTANTIATE_TEST_SUITE_P(Rules, ProxyLimitsKept, testing::ValuesIn(kLimits),
                         [](const testing::TestParamInfo<Limit>& each) { return std::string(each.param.name); });

TEST_F(ProxyGranted, a_holder_of_another_member_is_flagged_where_the_rules_want_the_same) {
  open_under("french-municipal", {"p1"}, 5, same_member);
  EXPECT_EQ(codes(give_proxy("x1", "s1", "timbuktu-3", "es-semara-1")), Codes{"proxy.other_member"});
  EXPECT_EQ(codes(give_proxy("x2", "s1", "timbuktu-2", "timbuktu-1")), none());
  EXPECT_EQ(codes(give_proxy("x3", "s1", "expert-1", "es-semara-1")), Codes{"proxy.other_member"})
      << "who sits in their own right has no member whose mandates could hold it";
}

TEST_F(ProxyGranted, for_different_items_goes_to_different_holders) {
  call({"p1", "p2"});
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1", for_items({"p1"}))), none());
  ASSERT_EQ(codes(give_proxy("x2", "s1", "m7", "m2", for_items({"p2"}))), none());
  EXPECT_EQ(codes(give_proxy("x3", "s1", "m7", "m3", for_items({"p2"}))), Codes{"proxy.given_twice"});
  ASSERT_TRUE(open_here("s1", "PPPPPP."));
  ASSERT_EQ(codes(vote("p1", for_all(7), Outcome::ADOPTED, cast_by(6, "m1"))), none());
  EXPECT_EQ(codes(vote("p2", for_all(7), Outcome::ADOPTED, cast_by(6, "m1"))),
            (Codes{"vote.not_entitled", "vote.ballots_incomplete"}));
  EXPECT_EQ(codes(vote("p2", for_all(7), Outcome::ADOPTED,
                       [&](schema::Act::Builder act) {
                         cast_by(6, "m2")(act);
                         set_ref(act.getVoteRecorded().initReplaces(), *last_vote_);
                       })),
            none());
}

TEST_F(ProxyGranted, for_one_item_is_void_on_the_others) {
  call({"p1", "p2"});
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1", for_items({"p1"}))), none());
  ASSERT_TRUE(open_here("s1", "PPPPPP."));
  EXPECT_EQ(codes(vote("p2", for_all(7), Outcome::ADOPTED, cast_by(6, "m1"))), Codes{"vote.not_entitled"});
  EXPECT_EQ(vote_row("p2").getFor(), 6U);
}

TEST_F(ProxyGranted, to_a_mandate_that_may_not_hold_it_leaves_the_principal_free_to_choose_another) {
  call({"p1"});
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1")), none());
  ASSERT_EQ(codes(give_proxy("x2", "s1", "m6", "m1")), Codes{"proxy.too_many"});
  EXPECT_EQ(codes(give_proxy("x3", "s1", "m6", "m2")), none()) << "the irregular one stands in nobody's way";
}

TEST_F(ProxyGranted, is_what_counts_whatever_the_attendance_says_of_that_seat) {
  call({"p1"});
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1")), none());
  ASSERT_EQ(codes(open_here("s1", "PPPPPP.")), none());
  EXPECT_EQ(codes(attendance("s1", {{"m7", Presence::REPRESENTED, "m2"}})), Codes{"proxy.not_recorded"});
  EXPECT_EQ(codes(attendance("s1", {{"m7", Presence::REPRESENTED, "m1"}})), none());
  EXPECT_EQ(codes(vote("p1", for_all(7), Outcome::ADOPTED, cast_by(6, "m1"))), none());
}

TEST_F(ProxyGranted, counts_in_the_quorum_at_the_opening_where_the_rules_say_so) {
  const auto at_the_opening = [](schema::RuleSet::Builder rules) { rules.getQuorum().setProxiesCount(true); };
  call({"p1"}, at_the_opening);
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1")), none());
  EXPECT_EQ(codes(open_here("s1", "PPP....")), none());
  EXPECT_EQ(row("s1").getSession().getQuorumText(), "quorum 4/7 ≥ 4 (in exercise, call 1)");
}

TEST_F(ProxyGranted, in_a_secret_vote_makes_the_principal_one_who_took_part) {
  call({"p1"});
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1")), none());
  ASSERT_TRUE(open_here("s1", "PPPPPP."));
  EXPECT_EQ(codes(vote("p1", {}, Outcome::ADOPTED,
                       [](schema::Act::Builder act) {
                         act.getVoteRecorded().setMode(schema::VoteRecorded::Mode::SECRET);
                         set_tally(act.getVoteRecorded(), 5, 2);
                         auto list = act.getVoteRecorded().initParticipants(7);
                         for (unsigned i = 0; i < 7; ++i) list.set(i, to_text(seat_name(i + 1)));
                       })),
            none());
}

TEST_F(ProxyRevoked, ends_it_from_there_on) {
  call({"p1", "p2"});
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1")), none());
  ASSERT_TRUE(open_here("s1", "PPPPPP."));
  ASSERT_EQ(codes(vote("p1", for_all(7), Outcome::ADOPTED, cast_by(6, "m1"))), none());
  ASSERT_EQ(codes(revoke("x1", "m7")), none());
  EXPECT_EQ(proxy("x1").getRevokedAt(), club_.size() - 1);
  EXPECT_EQ(codes(vote("p2", for_all(7), Outcome::ADOPTED, cast_by(6, "m1"))), Codes{"vote.not_entitled"});
  EXPECT_EQ(vote_row("p1").getFor(), 7U) << "what was voted stands";
}

TEST_F(ProxyRevoked, once_and_by_who_gave_it) {
  call({"p1"});
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1")), none());
  EXPECT_TRUE(refused(revoke("x1", "m1"), Refusal::kSignatureMissing, "m7")) << "not by its holder";
  EXPECT_TRUE(refused(revoke("x1", "m7", {}, {Club::mandate("timbuktu-1")}), Refusal::kSignatureMissing, "m7"));
  EXPECT_TRUE(refused(revoke("x2", "m7"), Refusal::kUnknownSubject, "x2"));
  EXPECT_TRUE(refused(revoke("s1", "m7"), Refusal::kWrongKind, "s1"));
  ASSERT_EQ(codes(revoke("x1", "m7")), none());
  EXPECT_TRUE(refused(revoke("x1", "m7"), Refusal::kImpossible, "revoked already"));
}

TEST_F(ProxyRevoked, lets_the_holder_take_another_and_the_principal_give_another) {
  call({"p1"});
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1")), none());
  ASSERT_EQ(codes(revoke("x1", "m7")), none());
  EXPECT_EQ(codes(give_proxy("x2", "s1", "m6", "m1")), none());
  EXPECT_EQ(codes(give_proxy("x3", "s1", "m7", "m2")), none());
}

TEST_F(ProxyRevoked, before_a_vote_that_was_counted_with_it_is_flagged) {
  call({"p1"});
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1")), none());
  ASSERT_TRUE(open_here("s1", "PPPPPP."));
  const auto at = [](schema::Anchor::Position position) {
    return [position](schema::Act::Builder act) {
      act.getProxyRevoked().getAt().setItem("p1");
      act.getProxyRevoked().getAt().setPosition(position);
    };
  };
  EXPECT_TRUE(refused(revoke("x1", "m7", at(schema::Anchor::Position::AFTER_VOTE)), Refusal::kImpossible,
                      "record that vote first"));
  ASSERT_EQ(codes(vote("p1", for_all(7), Outcome::ADOPTED, cast_by(6, "m1"))), none());
  EXPECT_EQ(codes(revoke("x1", "m7", at(schema::Anchor::Position::BEFORE_VOTE))), Codes{"proxy.revoked_late"});
  EXPECT_EQ(
      codes(vote("p1", for_all(6), Outcome::ADOPTED,
                 [this](schema::Act::Builder act) { set_ref(act.getVoteRecorded().initReplaces(), *last_vote_); })),
      none())
      << "the corrected record is counted without it";
}

TEST_F(ProxyRevoked, is_too_late_in_a_session_that_is_over) {
  call({});
  ASSERT_EQ(codes(give_proxy("x1", "s1", "m7", "m1")), none());
  ASSERT_EQ(codes(change_state("s1", State::CANCELLED)), none());
  EXPECT_TRUE(refused(revoke("x1", "m7"), Refusal::kImpossible, "is cancelled"));
}

}  // namespace
}  // namespace jumelage::governance
