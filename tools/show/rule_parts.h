// The sentences of rule_words.h, a part of the rule set each.
#pragma once

#include <vector>

#include "show/rule_words.h"

namespace jumelage::tools {

void add_quorum(schema::Quorum::Reader quorum, std::vector<RuleLine>& lines);
void add_majorities(schema::RuleSet::Reader rules, std::vector<RuleLine>& lines);  // and which matter asks for which
void add_elections(capnp::List<schema::ElectionRule>::Reader elections, std::vector<RuleLine>& lines);
void add_proxies(schema::ProxyRule::Reader proxies, std::vector<RuleLine>& lines);

}  // namespace jumelage::tools
