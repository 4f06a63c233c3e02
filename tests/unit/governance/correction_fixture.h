// Corrections of what a council recorded, made short to write.
#pragma once

#include "chamber_fixture.h"
#include "governance/subjects.h"

namespace jumelage::governance {

using Codes = std::vector<std::string>;

class Corrections : public Chamber {
 protected:
  struct Change {
    std::string field;
    std::string was;  // JSON; empty: nothing was there
    std::string is;   // JSON; empty: nothing is to be there
  };

  // The newest act on a subject.
  VoteRef newest(const std::string& slug) const {
    const auto act = newest_act_on(club_.reg(), slug);
    return {act->id, act->recorded_at};
  }
  Outcomes correct(const VoteRef& target, const std::vector<Change>& changes, const Signers& signers = both(),
                   const Spoil& spoil = {}) {
    const auto draft = club_.draft(signers, [&](schema::Act::Builder act) {
      auto p = act.initRecordCorrected();
      set_ref(p.initTarget(), target);
      auto list = p.initCorrections(static_cast<unsigned>(changes.size()));
      for (unsigned i = 0; i < list.size(); ++i) {
        list[i].setField(to_text(changes[i].field));
        if (!changes[i].was.empty()) list[i].setWas(to_text(changes[i].was));
        if (!changes[i].is.empty()) list[i].setIs(to_text(changes[i].is));
      }
      p.setWhy("the count sheet was read wrongly");
      test::set_document(p.initEvidence(1)[0], "count sheet", schema::DocumentRef::Role::EVIDENCE);
      if (spoil) spoil(act);
    });
    last_correction_ = {event::act_id(draft.canonical()), club_.now()};
    return club_.record(draft);
  }
  // The fifth seat voted against, and the secretary had written that it voted for: 5 to 4 becomes 4 to 5.
  static std::vector<Change> fifth_against() {
    return {{"voteRecorded.ballots[4].choice", R"("for")", R"("against")"}};
  }
  static std::vector<Change> fifth_against_and_announced() {
    return {{"voteRecorded.ballots[4].choice", R"("for")", R"("against")"},
            {"voteRecorded.announced", R"("adopted")", R"("rejected")"}};
  }
  static std::vector<Change> undone(std::vector<Change> changes) {
    for (Change& change : changes) std::swap(change.was, change.is);
    return changes;
  }
  void vote_five_to_four() {
    open_with({"p1"}, 9);
    ASSERT_EQ(codes(vote("p1", choices(5, 4), Outcome::ADOPTED)), none());
  }
  void decide_five_to_four() {
    vote_five_to_four();
    ASSERT_EQ(codes(decide_on("p1", Outcome::ADOPTED)), none());
  }
  bool superseded(const std::string& item, std::uint64_t position) const {
    const Row<schema::VoteRow> row(*club_.reg().get(Table::kVotes, vote_key(club_.number_of(item), 1, position)));
    return row.reader().getSuperseded();
  }
  std::uint64_t position() const { return club_.size() - 1; }  // of the act recorded last

  VoteRef last_correction_;
};

}  // namespace jumelage::governance
