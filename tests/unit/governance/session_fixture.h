// A council of nine seats at work: five more cities beside the three founders, and the expert. Every helper makes one
// act as a careful secretary would, lets a test spoil it, and records it.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "event/identity.h"
#include "governance/models.h"
#include "governance/row.h"
#include "schema/register.capnp.h"
#include "support/club.h"

namespace jumelage::governance {

using schema::Choice;
using schema::Outcome;
using schema::Presence;
using test::Club;
using Outcomes = Result<Effects>;
using Spoil = std::function<void(schema::Act::Builder)>;
using Signers = std::vector<Club::Signs>;

inline std::vector<std::string> codes(const Outcomes& result) {
  if (!result) return {"refused: " + result.error().message()};
  std::vector<std::string> out;
  for (const Finding& finding : result.value().findings) out.emplace_back(finding.code);
  return out;
}
inline std::vector<std::string> none() {
  return {};
}

inline testing::AssertionResult refused(const Outcomes& result, Refusal refusal, std::string_view naming = {}) {
  if (result) return testing::AssertionFailure() << "was recorded";
  if (!result.error().is(refusal))
    return testing::AssertionFailure() << result.error().code() << ": " << result.error().message();
  if (result.error().message().find(naming) == std::string::npos)
    return testing::AssertionFailure() << "doesn't say \"" << naming << "\": " << result.error().message();
  return testing::AssertionSuccess();
}

struct VoteRef {
  ActId id;
  UnixMillis recorded_at = 0;
};

inline void set_ref(schema::ActRef::Builder ref, const VoteRef& to) {
  ref.setId(to_data(to.id.view()));
  ref.setRecordedAt(to.recorded_at);
}

class Council : public testing::Test {
 protected:
  static constexpr UnixMillis kDay_ms = 86'400'000;
  static inline const std::vector<std::string> kSeats = {"es-semara-1", "timbuktu-1",  "vijayawada-1",
                                                         "expert-1",    "es-semara-2", "es-semara-3",
                                                         "timbuktu-2",  "timbuktu-3",  "vijayawada-2"};

  Council() {
    for (const std::string& seat : kSeats)
      if (club_.number_of(seat) == 0) club_.grant_mandate(seat, seat.substr(0, seat.rfind('-')));
  }

  static Signers both() { return {Club::chair(), Club::secretary()}; }
  static Signers secretary() { return {Club::secretary()}; }

  Outcomes record(const Signers& signers, const Spoil& fill, const Spoil& spoil = {}) {
    return club_.record(signers, [&](schema::Act::Builder act) {
      fill(act);
      if (spoil) spoil(act);
    });
  }

  // --- Acts
  Outcomes table(const std::string& id, const Spoil& spoil = {}, const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initProposalTabled();
          p.setId(to_text(id));
          p.setBody("cci");
          test::set_title(p.initTitle(1), id);
        },
        spoil);
  }

  Outcomes convene(const std::string& id, std::uint32_t number, const std::vector<std::string>& agenda,
                   const Spoil& spoil = {}, const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initSessionConvened();
          p.setId(to_text(id));
          p.setBody("cci");
          p.setNumber(number);
          p.setCall(1);
          test::set_moment(p.initScheduled(), club_.now() + 10 * kDay_ms);
          auto items = p.initAgenda(static_cast<unsigned>(agenda.size()));
          for (unsigned i = 0; i < items.size(); ++i) items.set(i, to_text(agenda[i]));
          p.initRuleSet().setId("cci-rules");
          p.getRuleSet().setVersion(1);
        },
        spoil);
  }

  // Ten days on, and not before the session is called for.
  void go_to_session(const std::string& id) {
    const bool known = club_.reg().get(Table::kNames, name_key(id)).has_value() && row(id).isSession();
    club_.set_now(std::max(club_.now() + 10 * kDay_ms, known ? row(id).getSession().getScheduled() : UnixMillis{0}));
  }

  // `present` of the nine, in the order of kSeats; the others are absent.
  Outcomes open(const std::string& id, unsigned present, const Spoil& spoil = {}, const Signers& signers = both()) {
    go_to_session(id);
    return open_now(id, present, spoil, signers);
  }
  Outcomes open_now(const std::string& id, unsigned present, const Spoil& spoil = {}, const Signers& signers = both()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initSessionOpened();
          p.setSession(to_text(id));
          p.setPresider("es-semara-1");
          p.setSecretary("secretary-1");
          test::set_moment(p.initAt(), club_.now());
          auto lines = p.initAttendance(static_cast<unsigned>(kSeats.size()));
          for (unsigned i = 0; i < lines.size(); ++i) {
            lines[i].setMandate(to_text(kSeats[i]));
            lines[i].setPresence(i < present ? Presence::PRESENT : Presence::ABSENT);
          }
        },
        spoil);
  }

  // One item, tabled and on the agenda of an open session.
  void open_with(const std::vector<std::string>& items, unsigned present) {
    for (const std::string& item : items) ASSERT_EQ(codes(table(item)), none());
    ASSERT_EQ(codes(convene("s1", 1, items)), none());
    const Outcomes opened = open("s1", present);
    ASSERT_TRUE(opened) << opened.error().message();
  }

  // The same under a shipped model, changed by `change`, with other lines of attendance than present and absent.
  void open_under(const std::string& model, const std::vector<std::string>& items, unsigned present,
                  const std::function<void(schema::RuleSet::Builder)>& change = {}, const Spoil& spoil_opening = {},
                  schema::SessionMode mode = schema::SessionMode::IN_PERSON) {
    for (const std::string& item : items) ASSERT_EQ(codes(table(item)), none());
    ASSERT_EQ(codes(record(both(),
                           [&](schema::Act::Builder act) {
                             auto rules = act.initRuleSetEnacted().initRuleSet();
                             ASSERT_TRUE(fill_model(model, rules));
                             if (change) change(rules);
                           })),
              std::vector<std::string>{"decision.missing"});
    const auto pin = [&](schema::Act::Builder act) {
      act.getSessionConvened().setMode(mode);
      act.getSessionConvened().getRuleSet().setId(to_text(model));
      test::set_moment(act.getSessionConvened().getScheduled(), club_.now() + 30 * kDay_ms);
    };
    ASSERT_EQ(codes(convene("s1", 1, items, pin)), std::vector<std::string>{"session.rule_set_differs"});
    const Outcomes opened = open("s1", present, spoil_opening);
    ASSERT_TRUE(opened) << opened.error().message();
  }

  struct Line {
    std::string mandate;
    Presence presence;
    std::string by = {};
  };
  // A change to the opening's attendance: that seat is represented or replaced.
  static Spoil acted_for(unsigned seat, Presence presence, const std::string& by) {
    return [=](schema::Act::Builder act) {
      auto line = act.getSessionOpened().getAttendance()[seat];
      line.setPresence(presence);
      line.setBy(to_text(by));
    };
  }
  Outcomes attendance(const std::string& session, const std::vector<Line>& changes, const Spoil& spoil = {},
                      const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initAttendanceChanged();
          p.setSession(to_text(session));
          auto lines = p.initChanges(static_cast<unsigned>(changes.size()));
          for (unsigned i = 0; i < lines.size(); ++i) {
            lines[i].setMandate(to_text(changes[i].mandate));
            lines[i].setPresence(changes[i].presence);
            if (!changes[i].by.empty()) lines[i].setBy(to_text(changes[i].by));
          }
          p.initAt();
        },
        spoil);
  }

  using Choices = std::vector<std::pair<std::string, Choice>>;
  // The first seats for, the next against, the next abstain.
  static Choices choices(unsigned in_favour, unsigned against, unsigned abstain = 0) {
    Choices out;
    for (unsigned i = 0; i < in_favour + against + abstain; ++i)
      out.emplace_back(kSeats[i], i < in_favour             ? Choice::FOR
                                  : i < in_favour + against ? Choice::AGAINST
                                                            : Choice::ABSTAIN);
    return out;
  }

  Outcomes vote(const std::string& item, const Choices& ballots, Outcome announced, const Spoil& spoil = {},
                const Signers& signers = both()) {
    const auto draft = club_.draft(signers, [&](schema::Act::Builder act) {
      auto p = act.initVoteRecorded();
      p.setItem(to_text(item));
      p.setSession("s1");
      p.setRound(1);
      auto list = p.initBallots(static_cast<unsigned>(ballots.size()));
      for (unsigned i = 0; i < list.size(); ++i) {
        list[i].setMandate(to_text(ballots[i].first));
        list[i].setChoice(ballots[i].second);
      }
      p.setAnnounced(announced);
      if (spoil) spoil(act);
    });
    last_vote_ = {event::act_id(draft.canonical()), club_.now()};
    return club_.record(draft);
  }
  static void set_tally(schema::VoteRecorded::Builder vote, std::uint32_t in_favour, std::uint32_t against,
                        std::uint32_t abstain = 0, std::uint32_t blank = 0) {
    auto tally = vote.initTally();
    tally.initFor().setValue(in_favour);
    tally.initAgainst().setValue(against);
    tally.initAbstain().setValue(abstain);
    tally.initBlank().setValue(blank);
    tally.initSpoilt();
    tally.initNotTakingPart();
    tally.initPresent().setUnknown(true);
    tally.initInExercise().setUnknown(true);
  }

  Outcomes dispose(const std::string& item, schema::ItemDisposed::Disposition disposition, const Spoil& spoil = {},
                   const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initItemDisposed();
          p.setSession("s1");
          p.setItem(to_text(item));
          p.setDisposition(disposition);
        },
        spoil);
  }

  // On the vote recorded last.
  Outcomes decide_on(const std::string& item, Outcome announced, const Spoil& spoil = {},
                     const Signers& signers = both()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initDecisionRecorded();
          p.setId(to_text("d-" + item));
          p.setBody("cci");
          p.setItem(to_text(item));
          if (last_vote_) set_ref(p.initVote(), *last_vote_);
          test::set_title(p.initTitle(1), item);
          p.setOutcome(announced);
          p.setDate(test::day(format_utc(club_.now()).substr(0, 10)));
        },
        spoil);
  }

  Outcomes close(const std::string& session, std::uint32_t acts, const Signers& signers = both()) {
    return record(signers, [&](schema::Act::Builder act) {
      auto p = act.initSessionClosed();
      p.setSession(to_text(session));
      test::set_moment(p.initAt(), club_.now());
      p.setActs(acts);
    });
  }

  // --- What became of it. The row stands as long as the fixture.
  schema::SubjectRow::Reader row(const std::string& slug) {
    const auto item = club_.reg().floor(Table::kRows, row_key(club_.number_of(slug), kNever));
    rows_.push_back(std::make_unique<RowMessage>(item->value));
    return rows_.back()->root<schema::SubjectRow>();
  }
  schema::VoteRow::Reader vote_row(const std::string& item) {
    const auto state = row(item).getProposal();
    const auto stored =
        club_.reg().get(Table::kVotes, vote_key(club_.number_of(item), state.getRounds(), state.getVote()));
    rows_.push_back(std::make_unique<RowMessage>(*stored));
    return rows_.back()->root<schema::VoteRow>();
  }
  std::string arithmetic(const std::string& item) { return std::string(view(vote_row(item).getArithmetic())); }
  Outcome computed(const std::string& item) { return row(item).getProposal().getOutcome(); }

  Club club_;
  std::optional<VoteRef> last_vote_;

 private:
  std::vector<std::unique_ptr<RowMessage>> rows_;
};

}  // namespace jumelage::governance
