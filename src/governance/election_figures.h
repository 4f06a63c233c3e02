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

}  // namespace jumelage::governance
