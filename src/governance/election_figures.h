// From an election as recorded to its figures: how the ballots and tallies of its rounds are counted, and what is wrong
// with them. The steps of election_rules.cc.
#pragma once

#include <string>
#include <vector>

#include "governance/context.h"
#include "governance/vote_election.h"

namespace jumelage::governance {

struct ElectionCase {
  schema::ElectionRecorded::Reader act;
  Number session = 0;
  Number item = 0;
  Number office = 0;  // 0: none of the ledger's
  std::vector<Number> candidates;
  Number announced = 0;  // 0: nobody
  schema::RuleSet::Reader rules;
  ElectionRule rule;
};

struct ElectionFigures {
  std::vector<ElectionRound> rounds;
  bool quorate = true;
  std::string quorum;  // the arithmetic of the quorum
};

// From the seats in exercise and who was there: all rounds are held by those who are there when the act is recorded.
// Findings are about the item. Refused with kBadValue where a round's figures make no sense, and like find().
Result<ElectionFigures> figures_of_election(Context& c, const ElectionCase& e);

// What the rules make of an election.
struct JudgedElection {
  schema::Outcome outcome = schema::Outcome::NOT_ANNOUNCED;
  Number elected = 0;       // 0: nobody, or it can't be told
  std::string text;         // the arithmetic, in words
  std::uint32_t votes = 0;  // for whoever had most in the last round
  std::uint32_t blank = 0;
  std::uint32_t spoilt = 0;
  std::uint64_t present = 0;
};

// Reads the rest of `e`, of which act, session, item and office are given, and applies the rules; what is wrong is
// found about the item. With a context in hindsight, as things were at the election.
Result<JudgedElection> judge_election(Context& c, ElectionCase& e);
// `record_at`: the position of the act whose ballots were counted.
void write_vote_row(Context& c, const ElectionCase& e, const JudgedElection& judged, Number election,
                    std::uint64_t record_at);
// As the record that this act writes has it.
void fill_election(Context& c, schema::ElectionState::Builder state, const ElectionCase& e,
                   const JudgedElection& judged);

}  // namespace jumelage::governance
