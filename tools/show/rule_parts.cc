#include "show/rule_parts.h"

#include <fmt/format.h>

#include "show/words.h"

namespace jumelage::tools {
namespace {

using schema::ElectionRule;
using schema::Majority;
using schema::ProxyRule;
using schema::Quorum;

std::string base_text(Quorum::Base base) {
  switch (base) {
    case Quorum::Base::IN_EXERCISE: return "the seats in exercise";
    case Quorum::Base::ENTITLED: return "those entitled to vote";
    case Quorum::Base::SEATS: return "all seats, filled or not";
  }
  return words(decltype(base){base});
}

std::string base_text(Majority::Base base) {
  switch (base) {
    case Majority::Base::CAST: return "the votes cast";
    case Majority::Base::PRESENT: return "the votes of those present or represented";
    case Majority::Base::IN_EXERCISE: return "the votes of all seats in exercise";
  }
  return words(decltype(base){base});
}

std::string fraction_text(schema::Fraction::Reader fraction) {
  struct Known {
    std::uint32_t numerator;
    std::uint32_t denominator;
    const char* words;
  };
  constexpr Known kKnown[] = {{1, 2, "half"},        {1, 3, "one third"},      {2, 3, "two thirds"},
                              {1, 4, "one quarter"}, {3, 4, "three quarters"}, {3, 5, "three fifths"},
                              {4, 5, "four fifths"}};
  for (const Known& known : kKnown)
    if (known.numerator == fraction.getNumerator() && known.denominator == fraction.getDenominator())
      return known.words;
  return fmt::format("{}/{}", fraction.getNumerator(), fraction.getDenominator());
}

const char* yes_or_no(bool yes) {
  return yes ? "counts as present" : "does not count as present";
}

std::string recusal_text(Quorum::Recusal recusal) {
  switch (recusal) {
    case Quorum::Recusal::COUNTS: return "who is recused from an item is counted as anybody else";
    case Quorum::Recusal::OUT_OF_PRESENT:
      return "who is recused from an item is not counted as present; the base stays";
    case Quorum::Recusal::OUT_OF_BOTH:
      return "who is recused from an item is counted neither as present nor in the base";
  }
  return words(decltype(recusal){recusal});
}

std::string there_text(schema::Fraction::Reader fraction, bool strict, Quorum::Base base) {
  const bool anybody = fraction.getNumerator() == 0 && fraction.getDenominator() == 1 && !strict;
  if (anybody) return fmt::format("any number will do, from one on (no part of {} is asked for)", base_text(base));
  return share_text(fraction, strict, base_text(base)) + " must be there";
}

std::string secrecy_text(Majority::Secrecy secrecy) {
  switch (secrecy) {
    case Majority::Secrecy::PUBLIC: return "never secret";
    case Majority::Secrecy::ON_REQUEST: return "public, or secret where that is asked for";
    case Majority::Secrecy::ALWAYS: return "always secret";
  }
  return words(decltype(secrecy){secrecy});
}

std::string unanimity_text(Majority::Unanimity unanimity) {
  switch (unanimity) {
    case Majority::Unanimity::NONE: return "not asked for";
    case Majority::Unanimity::NOBODY_AGAINST: return "nobody may be against; abstentions do not stand in the way";
    case Majority::Unanimity::EVERYBODY_FOR:
      return "everybody must be for: nobody against, nobody abstaining, no ballot blank or spoilt";
  }
  return words(decltype(unanimity){unanimity});
}

std::string tie_text(Majority::Tie tie) {
  switch (tie) {
    case Majority::Tie::REJECTED: return "the proposal is rejected";
    case Majority::Tie::CASTING_VOTE:
      return "the presider has the casting vote, unless the ballot was secret: then the proposal is rejected";
    case Majority::Tie::ELDER: return "the elder decides";
    case Majority::Tie::LOT: return "the lot decides";
  }
  return words(decltype(tie){tie});
}

std::string adoption_text(schema::Fraction::Reader fraction, bool strict, const std::string& base,
                          Majority::Direction direction) {
  const std::string share = share_text(fraction, strict, base);
  if (direction == Majority::Direction::ADOPTED_IF_ENOUGH_FOR) return share + " must be for";
  return fmt::format("adopted unless {} are against", share);
}

void add_majority(Majority::Reader majority, std::vector<RuleLine>& lines) {
  const std::string part = fmt::format("majority {}", view(majority.getId()));
  const auto add = [&](std::string about, std::string text) {
    lines.push_back({part, std::move(about), std::move(text)});
  };
  add("adoption", adoption_text(majority.getFraction(), majority.getStrict(), base_text(majority.getBase()),
                                majority.getDirection()));
  add("least votes for", std::to_string(majority.getMinFor()));
  add("abstentions", majority.getAbstentionsAreCast() ? "are votes cast" : "are no votes cast");
  add("blank and spoilt", majority.getBlanksAreCast() ? "are votes cast" : "are no votes cast");
  add("unanimity", unanimity_text(majority.getUnanimity()));
  for (const auto college : majority.getColleges())
    add(fmt::format("college {}", view(college.getCollege())),
        adoption_text(college.getFraction(), college.getStrict(), base_text(college.getBase()) + " of that college",
                      majority.getDirection()));
  add("equal votes", tie_text(majority.getTie()));
  add("rounds", majority.getMaxRounds() == 1 ? "one on each item"
                                             : fmt::format("up to {} on each item", majority.getMaxRounds()));
  add("secrecy", secrecy_text(majority.getSecret()));
  add("in writing", fmt::format("an answer not given {}", words(majority.getSilence())));
}

std::string tie_text(ElectionRule::TiePolicy tie) {
  switch (tie) {
    case ElectionRule::TiePolicy::NOBODY: return "nobody is elected";
    case ElectionRule::TiePolicy::ELDER: return "the eldest is elected";
    case ElectionRule::TiePolicy::LOT: return "lots are drawn";
    case ElectionRule::TiePolicy::CASTING_VOTE: return "the presider decides";
  }
  return words(decltype(tie){tie});
}

std::string round_text(ElectionRule::Round::Reader round) {
  const auto fraction = round.getFraction();
  const bool most = fraction.getNumerator() == 0 && fraction.getDenominator() == 1 && !round.getStrict();
  const std::string base = base_text(round.getBase());
  const std::string blanks = round.getBlanksAreCast() ? "blank and spoilt ballots are votes cast"
                                                      : "blank and spoilt ballots are no votes cast";
  if (most) return fmt::format("the most votes elect, whatever their part of {}; {}", base, blanks);
  return fmt::format("{} and the most votes elect; {}", share_text(fraction, round.getStrict(), base), blanks);
}

}  // namespace

std::string share_text(schema::Fraction::Reader fraction, bool strict, std::string_view base) {
  const bool none = fraction.getNumerator() == 0;
  if (none && fraction.getDenominator() == 1 && strict) return fmt::format("any of {}", base);
  if (fraction.getNumerator() == 1 && fraction.getDenominator() == 1 && !strict) return fmt::format("all of {}", base);
  return fmt::format("{} {} of {}", strict ? "more than" : "at least", fraction_text(fraction), base);
}

std::string period_text(schema::Period::Reader period) {
  std::string unit = words(period.getUnit());
  if (period.getCount() == 1) unit.pop_back();
  return fmt::format("{} {}", period.getCount(), unit);
}

void add_quorum(Quorum::Reader quorum, std::vector<RuleLine>& lines) {
  const auto add = [&](std::string about, std::string text) {
    lines.push_back({"quorum", std::move(about), std::move(text)});
  };
  add("on the first call", there_text(quorum.getFraction(), quorum.getStrict(), quorum.getBase()));
  for (const auto call : quorum.getLaterCalls())
    add(fmt::format("from call {} on", call.getCall()),
        there_text(call.getFraction(), call.getStrict(), quorum.getBase()));
  add("counted", quorum.getTestedAt() == Quorum::TestedAt::OPENING ? "once, at the opening"
                                                                   : "at the opening, and again at every vote");
  add("taking part remotely", yes_or_no(quorum.getRemoteCounts()));
  add("represented by proxy", yes_or_no(quorum.getProxiesCount()));
  add("replaced by alternate", yes_or_no(quorum.getAlternatesCount()));
  add("recused", recusal_text(quorum.getRecusal()));
}

void add_majorities(schema::RuleSet::Reader rules, std::vector<RuleLine>& lines) {
  lines.push_back({"matters", "unless named below", fmt::format("majority {}", view(rules.getDefaultMajority()))});
  for (const auto matter : rules.getMatters())
    lines.push_back({"matters", fmt::format("{}:{}", view(matter.getScheme()), view(matter.getCode())),
                     fmt::format("majority {}", view(matter.getMajority()))});
  for (const auto majority : rules.getMajorities()) add_majority(majority, lines);
}

void add_elections(capnp::List<ElectionRule>::Reader elections, std::vector<RuleLine>& lines) {
  for (const auto election : elections) {
    const std::string part = fmt::format("election {}", view(election.getId()));
    std::size_t count = 0;
    for (const auto round : election.getRounds())
      lines.push_back({part, fmt::format("round {}", ++count), round_text(round)});
    lines.push_back({part, "equal votes", tie_text(election.getTie())});
    lines.push_back({part, "secrecy", secrecy_text(election.getSecret())});
  }
}

void add_proxies(ProxyRule::Reader proxies, std::vector<RuleLine>& lines) {
  const auto add = [&](std::string about, std::string text) {
    lines.push_back({"proxies", std::move(about), std::move(text)});
  };
  add("whether", proxies.getAllowed() ? "one may vote for another who gave them a proxy" : "nobody votes for another");
  if (!proxies.getAllowed()) return;  // then the rest says nothing
  add("for one holder", fmt::format("at most {}", counted(proxies.getPerHolder(), "proxy", "proxies")));
  add("holders", proxies.getSameMemberOnly() ? "only who has a mandate for the same member" : "anybody in the body");
  add("received", proxies.hasReceivedBefore() ? period_text(proxies.getReceivedBefore()) + " before the session"
                                              : "until the session");
}

}  // namespace jumelage::tools
