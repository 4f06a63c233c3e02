// The ten worked cases that the rules are understood by, and many like them, each from the call of a session to the
// computed outcome, through the acts alone. Cases 1 to 7 are rows of the table, by their number; 8 and 9, and what of 3
// happens between two votes, are tests after it; 10, an election, has a table in election_rules_test.cc. The same ten
// as pure arithmetic are in vote_cases_test.cc.
#include <algorithm>
#include <cstring>
#include <ostream>

#include "chamber_fixture.h"

namespace jumelage::governance {
namespace {

using Codes = std::vector<std::string>;
using State = schema::SessionStateChanged::State;
using Recusal = schema::Quorum::Recusal;

struct Case {
  const char* name;
  const char* model;
  const char* colleges;  // one letter a seat
  const char* there;     // P present, R remote, E excused, . absent
  const char* votes;     // F for, A against, S abstains, B blank, X spoilt, N doesn't vote, R recused; space: no ballot
  Outcome outcome;
  const char* arithmetic;  // what its sentence says
  ChangeRules change = {};
  std::vector<std::pair<unsigned, unsigned>> proxies = {};  // principal, holder
  std::vector<unsigned> recused = {};                       // as declared before the vote
  const char* moves = "";                                   // who is there after the opening, if that changes
  int call = 1;                                             // earlier calls had no quorum
  bool secret = false;

  template <class T>
  Case set(T Case::*field, T value) const {
    Case changed = *this;
    changed.*field = std::move(value);
    return changed;
  }
  Case under(ChangeRules rules) const { return set(&Case::change, std::move(rules)); }
  Case with_proxies(std::vector<std::pair<unsigned, unsigned>> given) const { return set(&Case::proxies, given); }
  Case recusing(std::vector<unsigned> seats) const { return set(&Case::recused, seats); }
  Case moving(const char* there_then) const { return set(&Case::moves, there_then); }
  Case at_call(int number) const { return set(&Case::call, number); }
  Case in_secret() const { return set(&Case::secret, true); }
};

void PrintTo(const Case& c, std::ostream* out) {
  *out << c.name;
}

void opening_only(schema::RuleSet::Builder rules) {
  rules.getQuorum().setTestedAt(schema::Quorum::TestedAt::OPENING);
}
ChangeRules recusals(Recusal how) {
  return [how](schema::RuleSet::Builder rules) { rules.getQuorum().setRecusal(how); };
}
void cities_by_votes_cast(schema::RuleSet::Builder rules) {
  rules.getMajorities()[0].getColleges()[0].setBase(schema::Majority::Base::CAST);
}
void absent_represented_count(schema::RuleSet::Builder rules) {
  rules.getQuorum().setProxiesCount(true);
}
ChangeRules proxies_each(std::uint8_t per_holder) {
  return [per_holder](schema::RuleSet::Builder rules) { rules.getProxies().setPerHolder(per_holder); };
}
ChangeRules tie(schema::Majority::Tie how) {
  return [how](schema::RuleSet::Builder rules) { rules.getMajorities()[0].setTie(how); };
}
void represented_count_and_ties_reject(schema::RuleSet::Builder rules) {
  absent_represented_count(rules);
  tie(schema::Majority::Tie::REJECTED)(rules);
}
void abstentions_are_cast(schema::RuleSet::Builder rules) {
  rules.getMajorities()[0].setAbstentionsAreCast(true);
}
void blanks_are_cast(schema::RuleSet::Builder rules) {
  rules.getMajorities()[0].setBlanksAreCast(true);
}
void at_least_half(schema::RuleSet::Builder rules) {
  rules.getMajorities()[0].setStrict(false);
}

constexpr const char* kFrench = "french-municipal";
constexpr const char* kMoroccan = "moroccan-communal";
constexpr const char* kSimple = "simple-majority";
constexpr const char* kNine = "ccccccccc";
constexpr const char* kEleven = "ccccccccccc";
constexpr const char* kThirtyOne = "ccccccccccccccccccccccccccccccc";
constexpr const char* kThirteenThere = "PPPPPPPPPPPPP..................";
constexpr const char* kSixThere = "PPPPPP.....";

const Case kCases[] = {
    // 1. The casting vote
    Case{"1: 4-4 of 8, the chair for, in public", kFrench, kNine, "PPPPPPPP.", "FFFFAAAA ", Outcome::ADOPTED,
         "4 = 8/2 of votes cast; tied, casting vote for: adopted"},
    Case{"1: 4-4 of 8, the chair against, in public", kFrench, kNine, "PPPPPPPP.", "AAAAFFFF ", Outcome::REJECTED,
         "casting vote against: rejected"},
    Case{"1: 4-4 of 8 in secret", kFrench, kNine, "PPPPPPPP.", "FFFFAAAA ", Outcome::REJECTED,
         "no casting vote in a secret ballot: rejected"}
        .in_secret(),
    Case{"1: 4-4 of 9, the chair abstains", kFrench, kNine, "PPPPPPPPP", "SFFFFAAAA", Outcome::REJECTED,
         "the presider cast no vote that could decide: rejected"},
    Case{"1: 4-4 where ties are rejected", kSimple, kNine, "PPPPPPPP.", "FFFFAAAA ", Outcome::REJECTED,
         "tied: rejected"},
    Case{"1: 4-4 where half is enough is no tie", kSimple, kNine, "PPPPPPPP.", "FFFFAAAA ", Outcome::ADOPTED,
         "4 = 8/2 of votes cast: adopted"}
        .under(at_least_half),
    Case{"1: 4-4 decided by lot", kSimple, kNine, "PPPPPPPP.", "FFFFAAAA ", Outcome::ADOPTED,
         "tied, decided by lot: adopted"}
        .under(tie(schema::Majority::Tie::LOT)),
    // 2. Recusal in the quorum
    Case{"2: recusal out of those present", kFrench, kNine, "PPPPPP...", "FFFA     ", Outcome::INQUORATE,
         "quorum 4/9 < 5 (in exercise, call 1, 2 recused)"}
        .recusing({5, 6}),
    Case{"2: recusal out of both", kFrench, kNine, "PPPPPP...", "FFFA     ", Outcome::ADOPTED,
         "quorum 4/7 ≥ 4 (in exercise, call 1, 2 recused); for 3, against 1, abstain 0; 3 > 4/2 of votes cast: adopted"}
        .under(recusals(Recusal::OUT_OF_BOTH))
        .recusing({5, 6}),
    Case{"2: recusal that counts like anybody", kFrench, kNine, "PPPPPP...", "FFFA     ", Outcome::ADOPTED,
         "quorum 6/9 ≥ 5"}
        .under(recusals(Recusal::COUNTS))
        .recusing({5, 6}),
    Case{"2: recusal said by the ballot alone", kFrench, kNine, "PPPPPP...", "FFFARR   ", Outcome::INQUORATE,
         "quorum 4/9 < 5 (in exercise, call 1, 2 recused)"},
    Case{"2: recusal said by ballot and declaration counts once", kFrench, kNine, "PPPPPPP..", "FFFASRR  ",
         Outcome::ADOPTED, "quorum 5/9 ≥ 5 (in exercise, call 1, 2 recused)"}
        .recusing({6, 7}),
    Case{"2: an absent recused one leaves the base, out of both", kFrench, kNine, "PPPP.....", "FFFA     ",
         Outcome::ADOPTED, "quorum 4/7 ≥ 4 (in exercise, call 1, 2 recused)"}
        .under(recusals(Recusal::OUT_OF_BOTH))
        .recusing({8, 9}),
    Case{"2: a quorum at the opening is not touched by recusal", kFrench, kNine, "PPPPPP...", "FFFA     ",
         Outcome::ADOPTED, "quorum 6/9 ≥ 5 (in exercise, call 1); for 3"}
        .under(opening_only)
        .recusing({5, 6}),
    Case{"2: all recused decide nothing", kFrench, kNine, "PPPPP....", "         ", Outcome::INQUORATE,
         "quorum 0/9 < 5 (in exercise, call 1, 5 recused)"}
        .recusing({1, 2, 3, 4, 5}),
    // 3. Proxies
    Case{"3: six there and one proxy have seven votes", kFrench, kEleven, kSixThere, "FFFFAAA    ", Outcome::ADOPTED,
         "quorum 6/11 ≥ 6 (in exercise, call 1); for 4, against 3"}
        .with_proxies({{7, 1}}),
    Case{"3: the holder leaves", kFrench, kEleven, kSixThere, " FFFAA     ", Outcome::INQUORATE,
         "quorum 5/11 < 6 (in exercise, call 1); for 3, against 2: inquorate"}
        .with_proxies({{7, 1}})
        .moving(".PPPPP....."),
    Case{"3: the holder leaves under a quorum at the opening", kFrench, kEleven, kSixThere, " FFFAA     ",
         Outcome::ADOPTED, "for 3, against 2, abstain 0; 3 > 5/2 of votes cast: adopted"}
        .under(opening_only)
        .with_proxies({{7, 1}})
        .moving(".PPPPP....."),
    Case{"3: the principal arrives instead", kFrench, kEleven, kSixThere, "FFFFAAA    ", Outcome::ADOPTED,
         "quorum 7/11 ≥ 6 (in exercise, call 1); for 4, against 3"}
        .with_proxies({{7, 1}})
        .moving("PPPPPPP...."),
    Case{"3: the principal arrives when the holder leaves", kFrench, kEleven, kSixThere, " FFFAAA    ",
         Outcome::REJECTED, "quorum 6/11 ≥ 6 (in exercise, call 1); for 3, against 3"}
        .under(tie(schema::Majority::Tie::REJECTED))
        .with_proxies({{7, 1}})
        .moving(".PPPPPP...."),
    Case{"3: the holder is recused: neither votes", kFrench, kEleven, kSixThere, " FFFAA     ", Outcome::ADOPTED,
         "quorum 6/11 ≥ 6 (in exercise, call 1, 1 recused); for 3, against 2"}
        .under(recusals(Recusal::COUNTS))
        .with_proxies({{7, 1}})
        .recusing({1}),
    Case{"3: the holder is recused, out of those present", kFrench, kEleven, kSixThere, " FFFAA     ",
         Outcome::INQUORATE, "quorum 5/11 < 6 (in exercise, call 1, 1 recused)"}
        .with_proxies({{7, 1}})
        .recusing({1}),
    Case{"3: the principal is recused: the holder votes for itself alone", kFrench, kEleven, kSixThere, "FFFFAA     ",
         Outcome::ADOPTED, "quorum 6/11 ≥ 6 (in exercise, call 1, 1 recused); for 4, against 2"}
        .with_proxies({{7, 1}})
        .recusing({7}),
    Case{"3: a proxy counts in the quorum where the rules say so", kFrench, kEleven, "PPPPP......", "FFFAA A    ",
         Outcome::REJECTED, "quorum 6/11 ≥ 6 (in exercise, call 1); for 3, against 3"}
        .under(represented_count_and_ties_reject)
        .with_proxies({{7, 1}}),
    Case{"3: a proxy does not count in the quorum elsewhere", kFrench, kEleven, "PPPPP......", "FFFAA A    ",
         Outcome::INQUORATE, "quorum 5/11 < 6 (in exercise, call 1)"}
        .with_proxies({{7, 1}}),
    Case{"3: a proxy whose holder is away counts nowhere", kFrench, kEleven, "PPPPPP.....", "FFFFAA     ",
         Outcome::ADOPTED, "quorum 6/11 ≥ 6 (in exercise, call 1); for 4, against 2"}
        .under(absent_represented_count)
        .with_proxies({{7, 8}}),
    Case{"3: who is excused can be represented", kFrench, kEleven, "PPPPPPE....", "FFFFAAA    ", Outcome::ADOPTED,
         "for 4, against 3"}
        .with_proxies({{7, 2}}),
    Case{"3: two proxies each with a holder", kFrench, kEleven, kSixThere, "FFFAAAFF   ", Outcome::ADOPTED,
         "for 5, against 3"}
        .with_proxies({{7, 1}, {8, 2}}),
    Case{"3: two proxies of one holder where the rules allow two", kFrench, kEleven, kSixThere, "FFFAAAFF   ",
         Outcome::ADOPTED, "for 5, against 3"}
        .under(proxies_each(2))
        .with_proxies({{7, 1}, {8, 1}}),
    // 4. Later calls
    Case{"4: 13 of 31 at the first call", kMoroccan, kThirtyOne, kThirteenThere, "FFFFFFFFFFFFF                  ",
         Outcome::INQUORATE, "quorum 13/31 < 16 (in exercise, call 1)"},
    Case{"4: 13 of 31 at the second call", kMoroccan, kThirtyOne, kThirteenThere, "FFFFFFFFFFFFF                  ",
         Outcome::INQUORATE, "quorum 13/31 < 16 (in exercise, call 2)"}
        .at_call(2),
    Case{"4: 13 of 31 at the third call", kMoroccan, kThirtyOne, kThirteenThere, "FFFFFFFAAAAAA                  ",
         Outcome::ADOPTED, "quorum 13/31 ≥ 1 (in exercise, call 3); for 7, against 6"}
        .at_call(3),
    Case{"4: 2 of 9 at the second call of a French council", kFrench, kNine, "PP.......", "FF       ", Outcome::ADOPTED,
         "quorum 2/9 ≥ 1 (in exercise, call 2); for 2, against 0"}
        .at_call(2),
    Case{"4: 4 of 9 at a second call where nothing changes", kSimple, kNine, "PPPP.....", "FFFF     ",
         Outcome::INQUORATE, "quorum 4/9 < 5 (in exercise, call 2)"}
        .at_call(2),
    // 5. Two thirds, of whom
    Case{"5: 6-2 with 2 abstaining, two thirds of those present", "two-thirds-present", "cccccccccc", "PPPPPPPPPP",
         "FFFFFFAASS", Outcome::REJECTED, "6 < 2·10/3 of those present: rejected"},
    Case{"5: 6-2 with 2 abstaining, two thirds of votes cast", "two-thirds-cast", "cccccccccc", "PPPPPPPPPP",
         "FFFFFFAASS", Outcome::ADOPTED, "6 > 2·8/3 of votes cast: adopted"},
    Case{"5: the same where abstentions are cast", "two-thirds-cast", "cccccccccc", "PPPPPPPPPP", "FFFFFFAASS",
         Outcome::REJECTED, "6 < 2·10/3 of votes cast: rejected"}
        .under(abstentions_are_cast),
    Case{"5: 7-3 is two thirds of those present", "two-thirds-present", "cccccccccc", "PPPPPPPPPP", "FFFFFFFAAA",
         Outcome::ADOPTED, "7 > 2·10/3 of those present: adopted"},
    Case{"5: 6 of 9 are exactly two thirds", "two-thirds-present", kNine, "PPPPPPPPP", "FFFFFFAAA", Outcome::ADOPTED,
         "6 = 2·9/3 of those present: adopted"},
    Case{"5: who does not vote is present", "two-thirds-present", kNine, "PPPPPPPPP", "FFFFFNNNN", Outcome::REJECTED,
         "5 < 2·9/3 of those present: rejected"},
    Case{"5: who does not vote casts nothing", "two-thirds-cast", kNine, "PPPPPPPPP", "FFFFFNNNN", Outcome::ADOPTED,
         "5 > 2·5/3 of votes cast: adopted"},
    // 6. Nobody adopts nothing
    Case{"6: all seven abstain", "two-thirds-cast", "ccccccc", "PPPPPPP", "SSSSSSS", Outcome::REJECTED,
         "at least 1 for needed: rejected"},
    Case{"6: all seven abstain, adopted unless somebody objects", "consensus", "ccccccc", "PPPPPPP", "SSSSSSS",
         Outcome::ADOPTED, "nobody against"},
    Case{"6: one objects to a consensus", "consensus", "ccccccc", "PPPPPPP", "FFFFFFA", Outcome::REJECTED,
         "against 1 > 0"},
    Case{"6: nobody votes", kSimple, "ccccccc", "PPPPPPP", "NNNNNNN", Outcome::REJECTED,
         "at least 1 for needed: rejected"},
    Case{"6: one vote for, and all others blank", kSimple, "ccccccc", "PPPPPPP", "FBBBBBB", Outcome::ADOPTED,
         "blank 6; 1 > 1/2 of votes cast: adopted"},
    Case{"6: one vote for, and blanks are cast", kSimple, "ccccccc", "PPPPPPP", "FBBBBBX", Outcome::REJECTED,
         "blank 5, spoilt 1; 1 < 7/2 of votes cast: rejected"}
        .under(blanks_are_cast),
    Case{"6: unanimity of those present", "unanimity", "ccccccc", "PPPPPP.", "FFFFFF ", Outcome::ADOPTED, "unanimous"},
    Case{"6: one abstains from a unanimity", "unanimity", "ccccccc", "PPPPPP.", "FFFFFS ", Outcome::REJECTED,
         "not unanimous: rejected"},
    // 7. The double majority
    Case{"7: cities in exercise", "double-majority", "cccccccppee", "PPPPPP.PPPP", "FFFAAS FFFF", Outcome::REJECTED,
         "for 7, against 2, abstain 1; 7 > 9/2 of votes cast; cities 3 < 7/2 in exercise: rejected"},
    Case{"7: cities that vote", "double-majority", "cccccccppee", "PPPPPP.PPPP", "FFFAAS FFFF", Outcome::ADOPTED,
         "7 > 9/2 of votes cast; cities 3 > 5/2 of votes cast: adopted"}
        .under(cities_by_votes_cast),
    Case{"7: four cities of seven", "double-majority", "cccccccppee", "PPPPPP.PPPP", "FFFFAS AAFF", Outcome::ADOPTED,
         "for 6, against 3, abstain 1; 6 > 9/2 of votes cast; cities 4 > 7/2 in exercise: adopted"},
    Case{"7: the cities alone are not the whole", "double-majority", "cccccccppee", "PPPPPPPPPPP", "FFFFAAAAAAA",
         Outcome::REJECTED, "4 < 11/2 of votes cast; cities 4 > 7/2 in exercise: rejected"},
    // Presence from elsewhere, and the base
    Case{"remote presence counts where the rules say so", kSimple, kNine, "PPPPR....", "FFFAA    ", Outcome::ADOPTED,
         "quorum 5/9 ≥ 5"},
    Case{"remote presence does not count in a French council", kFrench, kNine, "PPPPR....", "FFFAA    ",
         Outcome::INQUORATE, "quorum 4/9 < 5"},
    Case{"more than half of the seats in exercise", "absolute-majority", kNine, "PPPPPP...", "FFFFFA   ",
         Outcome::ADOPTED, "5 > 9/2 in exercise: adopted"},
    Case{"four of six are not half of the seats in exercise", "absolute-majority", kNine, "PPPPPP...", "FFFFAA   ",
         Outcome::REJECTED, "4 < 9/2 in exercise: rejected"},
    Case{"the quorum is lost between two items", kFrench, kNine, "PPPPP....", "FFFA     ", Outcome::INQUORATE,
         "quorum 4/9 < 5"}
        .moving("PPPP....."),
    Case{"the quorum is won between two items", kFrench, kNine, "PPPP.....", "FFFAA    ", Outcome::ADOPTED,
         "quorum 5/9 ≥ 5"}
        .moving("PPPPP...."),
};

Choice choice(char letter) {
  switch (letter) {
    case 'F': return Choice::FOR;
    case 'A': return Choice::AGAINST;
    case 'S': return Choice::ABSTAIN;
    case 'B': return Choice::BLANK;
    case 'X': return Choice::SPOILT;
    case 'R': return Choice::RECUSED;
    default: return Choice::NOT_TAKING_PART;
  }
}

class WorkedCases : public Chamber, public testing::WithParamInterface<Case> {
 protected:
  // Calls that had no quorum, up to the one that the case is about; it is open then.
  void meet(const Case& c) {
    std::string before;
    for (int call = 1; call <= c.call; ++call) {
      session_ = "s" + std::to_string(call);
      ASSERT_EQ(codes(convene_here(session_, static_cast<std::uint32_t>(call), {"p1"}, static_cast<std::uint8_t>(call),
                                   before)),
                none());
      for (std::size_t i = 0; i < c.proxies.size(); ++i) {
        const auto [principal, holder] = c.proxies[i];
        ASSERT_EQ(codes(give_proxy("proxy-" + std::to_string(i), session_, seat_name(principal), seat_name(holder))),
                  none());
      }
      ASSERT_TRUE(open_here(session_, c.there));
      if (call < c.call) {
        ASSERT_EQ(codes(change_state(session_, State::INQUORATE)), none());
      }
      before = session_;
    }
  }

  // The proxy's holder casts the ballot of who is away.
  std::string hand(const Case& c, const std::string& there, std::size_t seat) const {
    if (there[seat] == 'P' || there[seat] == 'R') return {};
    for (const auto& [principal, holder] : c.proxies)
      if (principal == seat + 1) return seat_name(holder);
    return {};
  }

  Outcomes vote_as(const Case& c) {
    const std::string there = *c.moves != 0 ? c.moves : c.there;
    Choices ballots;
    std::vector<std::string> hands;
    for (std::size_t i = 0; c.votes[i] != 0; ++i) {
      if (c.votes[i] == ' ') continue;
      ballots.emplace_back(seat_name(i + 1), choice(c.votes[i]));
      hands.push_back(hand(c, there, i));
    }
    return vote("p1", c.secret || ballots.empty() ? Choices{} : ballots, c.outcome, [&](schema::Act::Builder act) {
      auto p = act.getVoteRecorded();
      p.setSession(to_text(session_));
      const auto count = [&](char letter) {
        return static_cast<std::uint32_t>(std::count(c.votes, c.votes + std::strlen(c.votes), letter));
      };
      if (c.secret) {
        p.setMode(schema::VoteRecorded::Mode::SECRET);
        auto participants = p.initParticipants(static_cast<unsigned>(ballots.size()));
        for (unsigned i = 0; i < participants.size(); ++i) participants.set(i, to_text(ballots[i].first));
      }
      if (c.secret || ballots.empty()) return set_tally(p, count('F'), count('A'), count('S'), count('B'));
      for (unsigned i = 0; i < hands.size(); ++i)
        if (!hands[i].empty()) p.getBallots()[i].setCastBy(to_text(hands[i]));
    });
  }

  std::string session_;
};

TEST_P(WorkedCases, come_out_as_the_rules_say) {
  const Case& c = GetParam();
  establish(c.colleges, c.model, c.change);
  ASSERT_EQ(codes(table_here("p1")), none());
  meet(c);
  if (*c.moves != 0) {
    ASSERT_EQ(codes(move(session_, c.moves)), none());
  }
  for (const unsigned seat : c.recused) ASSERT_EQ(codes(recuse(seat_name(seat), "p1", session_)), none());
  const Outcomes voted = vote_as(c);
  EXPECT_EQ(codes(voted), c.outcome == Outcome::INQUORATE ? Codes{"quorum.not_met"} : none());
  ASSERT_TRUE(voted);
  EXPECT_EQ(computed("p1"), c.outcome) << arithmetic("p1");
  EXPECT_NE(arithmetic("p1").find(c.arithmetic), std::string::npos) << arithmetic("p1");
}

std::string name_of(const testing::TestParamInfo<Case>& each) {
  std::string out;
  for (const char letter : std::string_view(each.param.name)) {
    const bool plain =
        (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    if (plain) out += letter;
    if (!plain && !out.empty() && out.back() != '_') out += '_';
  }
  return out;
}

INSTANTIATE_TEST_SUITE_P(Votes, WorkedCases, testing::ValuesIn(kCases), name_of);

TEST(WorkedCaseTable, has_each_of_the_first_seven_cases) {
  for (const char number : std::string_view("1234567"))
    EXPECT_TRUE(std::ranges::any_of(kCases, [&](const Case& c) { return c.name[0] == number && c.name[1] == ':'; }))
        << number;
}

class WorkedCase : public Chamber {};

TEST_F(WorkedCase, three_the_holder_cannot_vote_for_a_principal_who_has_arrived) {
  establish(kEleven, kFrench);
  ASSERT_TRUE(table_here("p1"));
  ASSERT_TRUE(convene_here("s1", 1, {"p1"}));
  ASSERT_EQ(codes(give_proxy("b-to-a", "s1", "m7", "m1")), none());
  ASSERT_EQ(codes(open_here("s1", kSixThere)), none());
  ASSERT_EQ(codes(move("s1", "PPPPPPP....")), none());
  Choices ballots;
  for (unsigned i = 1; i <= 7; ++i) ballots.emplace_back(seat_name(i), Choice::FOR);
  EXPECT_EQ(codes(vote("p1", ballots, Outcome::ADOPTED,
                       [](schema::Act::Builder act) { act.getVoteRecorded().getBallots()[6].setCastBy("m1"); })),
            (Codes{"vote.not_entitled", "vote.ballots_incomplete"}));
  EXPECT_EQ(vote_row("p1").getFor(), 6U);
}

TEST_F(WorkedCase, three_the_proxy_is_back_when_the_principal_leaves_again) {
  establish(kEleven, kFrench);
  for (const char* item : {"p1", "p2"}) ASSERT_TRUE(table_here(item));
  ASSERT_TRUE(convene_here("s1", 1, {"p1", "p2"}));
  ASSERT_EQ(codes(give_proxy("b-to-a", "s1", "m7", "m1")), none());
  ASSERT_EQ(codes(open_here("s1", "PPPPPPP....")), none());
  Choices ballots;
  for (unsigned i = 1; i <= 7; ++i) ballots.emplace_back(seat_name(i), Choice::FOR);
  ASSERT_EQ(codes(vote("p1", ballots, Outcome::ADOPTED)), none());
  ASSERT_EQ(codes(move("s1", kSixThere)), none());
  ASSERT_EQ(codes(vote("p2", ballots, Outcome::ADOPTED,
                       [](schema::Act::Builder act) { act.getVoteRecorded().getBallots()[6].setCastBy("m1"); })),
            none());
  EXPECT_EQ(vote_row("p2").getFor(), 7U);
}

TEST_F(WorkedCase, eight_a_titular_and_the_alternate_both_there_have_one_vote_and_one_presence) {
  establish("ccccc", kSimple);
  grant("alternate", "cities", "m1");
  ASSERT_TRUE(table_here("p1"));
  ASSERT_TRUE(convene_here("s1", 1, {"p1"}));
  ASSERT_EQ(codes(open_here("s1", "PPP..")), none());
  EXPECT_EQ(row("s1").getSession().getQuorumText(), "quorum 3/5 ≥ 3 (in exercise, call 1)");
  EXPECT_EQ(
      codes(vote("p1", {{"m1", Choice::FOR}, {"m2", Choice::FOR}, {"m3", Choice::AGAINST}, {"alternate", Choice::FOR}},
                 Outcome::ADOPTED)),
      Codes{"vote.not_entitled"});
  EXPECT_EQ(vote_row("p1").getFor(), 2U);
  EXPECT_EQ(vote_row("p1").getPresent(), 3U);
}

TEST_F(WorkedCase, eight_the_alternate_votes_once_the_titular_has_left) {
  establish("ccccc", kSimple);
  grant("alternate", "cities", "m1");
  ASSERT_TRUE(table_here("p1"));
  ASSERT_TRUE(convene_here("s1", 1, {"p1"}));
  ASSERT_EQ(codes(give_proxy("to-2", "s1", "m1", "m2")), Codes{"proxy.not_allowed"});
  ASSERT_EQ(codes(open_here("s1", "PPP..")), none());
  ASSERT_EQ(codes(attendance("s1", {{"m1", Presence::REPLACED, "alternate"}})), none());
  EXPECT_EQ(
      codes(vote("p1", {{"alternate", Choice::FOR}, {"m2", Choice::FOR}, {"m3", Choice::AGAINST}}, Outcome::ADOPTED)),
      none());
}

TEST_F(WorkedCase, nine_one_who_enters_after_a_vote_opened_votes_from_the_next_item) {
  establish(kNine, kFrench);
  for (const char* item : {"p1", "p2"}) ASSERT_TRUE(table_here(item));
  ASSERT_TRUE(convene_here("s1", 1, {"p1", "p2"}));
  ASSERT_EQ(codes(open_here("s1", "PPPPP....")), none());
  Choices six;
  for (unsigned i = 1; i <= 6; ++i) six.emplace_back(seat_name(i), i <= 3 ? Choice::FOR : Choice::AGAINST);
  ASSERT_EQ(codes(vote("p1", six, Outcome::ADOPTED)), Codes{"vote.not_entitled"}) << "the sixth was not there yet";
  EXPECT_EQ(vote_row("p1").getAgainst(), 2U);
  ASSERT_EQ(codes(attendance("s1", {{"m6", Presence::PRESENT}},
                             [](schema::Act::Builder act) {
                               auto at = act.getAttendanceChanged().getAt();
                               at.setItem("p1");
                               at.setPosition(schema::Anchor::Position::AFTER_VOTE);
                             })),
            none());
  ASSERT_EQ(codes(vote("p2", six, Outcome::ADOPTED)), none()) << "3-3, and the chair's vote is for";
  EXPECT_EQ(vote_row("p2").getAgainst(), 3U);
}

}  // namespace
}  // namespace jumelage::governance
