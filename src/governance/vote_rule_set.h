// From an enacted rule set to the plain rules that the arithmetic takes.
#pragma once

#include "base/result.h"
#include "governance/quorum.h"
#include "governance/vote.h"
#include "governance/vote_election.h"
#include "governance/vote_tally.h"
#include "schema/decisions.capnp.h"
#include "schema/rules.capnp.h"

namespace jumelage::governance {

QuorumRule quorum_rule(schema::Quorum::Reader quorum);
MajorityRule majority_rule(schema::Majority::Reader majority);
ElectionRule election_rule(schema::ElectionRule::Reader election);
ProxyLimits proxy_limits(schema::ProxyRule::Reader proxies);

// The id of the majority that a matter asks for: the first rule that names its scheme and code, else the default.
capnp::Text::Reader majority_for(schema::RuleSet::Reader rules, schema::Matter::Reader matter);
// Refused with kBadValue when the rule set has no majority of that id.
Result<schema::Majority::Reader> find_majority(schema::RuleSet::Reader rules, capnp::Text::Reader id);
// The same for the forms of election.
Result<schema::ElectionRule::Reader> find_election_rule(schema::RuleSet::Reader rules, capnp::Text::Reader id);

}  // namespace jumelage::governance
