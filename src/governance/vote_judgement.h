// From a vote as recorded to its figures: how the ballots and tallies of one act are counted, and what is wrong with
// them. The steps of vote_rules.cc.
#pragma once

#include <string>
#include <vector>

#include "governance/context.h"
#include "governance/vote.h"
#include "governance/vote_rule_set.h"
#include "governance/vote_tally.h"

namespace jumelage::governance {

struct VoteCase {
  schema::VoteRecorded::Reader act;
  Number item = 0;
  Number session = 0;  // 0: imported, and nobody recorded it
  MajorityRule majority;
  schema::RuleSet::Reader rules;
};

struct VoteFigures {
  VoteCount count;
  bool computable = true;  // no figure is missing that the majority needs
  bool quorate = true;
  std::string text;  // what comes before the arithmetic of the majority: the quorum, silence, what is missing
};

// What the rules make of a vote.
struct JudgedVote {
  Votes votes;
  std::uint64_t present = 0;
  VoteResult result;
};

// Finds the rules that the vote answers to and applies them; what is wrong is found about the item. With a context in
// hindsight, as things were at the vote.
Result<JudgedVote> judge_vote(Context& c, VoteCase& v);
// `record_at`: the position of the act whose ballots were counted.
void write_vote_row(Context& c, const VoteCase& v, const JudgedVote& judged, std::uint64_t record_at);

// A vote of this council, from the seats in exercise and who was there. Findings are added to the item's.
Result<VoteFigures> figures_of_session(Context& c, const VoteCase& v);

// A vote out of somebody else's register: what the source tells, and no quorum.
Result<VoteFigures> figures_of_import(Context& c, const VoteCase& v);

// --- Shared steps
// Refused when a mandate is unknown.
Result<std::vector<CastBallot>> read_ballots(const Context& c, capnp::List<schema::Ballot>::Reader ballots);
Votes votes_of(schema::Tally::Reader tally);  // unknown counts as none
// "the votes for" when the tally leaves unknown what the majority needs; empty otherwise.
std::string_view unknown_figure(const MajorityRule& rule, schema::Tally::Reader tally);
bool agrees(schema::Tally::Reader tally, const Votes& counted);  // in all that the tally tells

}  // namespace jumelage::governance
