#include "governance/vote.h"

#include <fmt/format.h>

#include <algorithm>

namespace jumelage::governance {
namespace {

using Base = MajorityRule::Base;
using Tie = MajorityRule::Tie;
using Unanimity = MajorityRule::Unanimity;

std::uint64_t base_of(const MajorityRule& rule, Base base, const Group& group) {
  switch (base) {
    case Base::CAST: {
      const Votes& v = group.votes;
      return v.in_favour + v.against + (rule.abstentions_are_cast ? v.abstain : 0) +
             (rule.blanks_are_cast ? v.blank + v.spoilt : 0);
    }
    case Base::PRESENT: return group.present;
    case Base::IN_EXERCISE: return group.in_exercise;
  }
  return 0;
}

std::string_view name(Base base) {
  switch (base) {
    case Base::CAST: return "of votes cast";
    case Base::PRESENT: return "of those present";
    case Base::IN_EXERCISE: return "in exercise";
  }
  return "";
}

bool counts_for(const MajorityRule& rule) {
  return rule.direction == MajorityRule::Direction::ADOPTED_IF_ENOUGH_FOR;
}

std::string votes_text(const Votes& v) {
  std::string out = fmt::format("for {}, against {}, abstain {}", v.in_favour, v.against, v.abstain);
  if (v.blank != 0) out += fmt::format(", blank {}", v.blank);
  if (v.spoilt != 0) out += fmt::format(", spoilt {}", v.spoilt);
  if (v.not_taking_part != 0) out += fmt::format(", not taking part {}", v.not_taking_part);
  return out;
}

// One condition after the other: each says in the text how it went, and whether it held.
class Decision {
 public:
  Decision(const MajorityRule& rule, const VoteCount& count)
      : rule_(rule), count_(count), text_(votes_text(count.whole.votes)) {}

  VoteResult run() {
    const bool enough = minimum();
    const bool unanimous = unanimity();
    others_hold_ = colleges() && enough && unanimous;
    const bool holds = share("", rule_.base, rule_.threshold, count_.whole);
    if (!holds && tied()) return break_tie();
    text_ += conditions_;
    return finish(holds && others_hold_ ? Outcome::ADOPTED : Outcome::REJECTED);
  }

 private:
  bool share(std::string_view who, Base base, const Threshold& threshold, const Group& group) {
    const std::uint64_t of = base_of(rule_, base, group);
    const bool by_favour = counts_for(rule_);
    const std::uint64_t part = by_favour ? group.votes.in_favour : group.votes.against;
    std::string& to = who.empty() ? text_ : conditions_;
    // In both directions a side that nobody took has not won, even where zero "reaches" a fraction of zero.
    if (!by_favour && part == 0) {
      to += fmt::format("; {}nobody against", who);
      return true;
    }
    to +=
        fmt::format("; {}{}{} {}", who, by_favour ? "" : "against ", comparison_text(part, threshold, of), name(base));
    return part != 0 && reaches(part, threshold, of) ? by_favour : !by_favour;
  }

  bool minimum() {
    const std::uint64_t least_for = std::max<std::uint64_t>(rule_.min_for, counts_for(rule_) ? 1 : 0);
    if (count_.whole.votes.in_favour >= least_for) return true;
    conditions_ += fmt::format("; at least {} for needed", least_for);
    return false;
  }

  bool unanimity() {
    if (rule_.unanimity == Unanimity::NONE) return true;
    const Votes& v = count_.whole.votes;
    bool holds = v.against == 0;
    if (rule_.unanimity == Unanimity::EVERYBODY_FOR) {
      holds = holds && v.abstain + v.blank + v.spoilt == 0;
      if (rule_.base != Base::CAST) holds = holds && v.in_favour == base_of(rule_, rule_.base, count_.whole);
    }
    conditions_ += holds ? "; unanimous" : "; not unanimous";
    return holds;
  }

  bool colleges() {
    bool all = true;
    for (const CollegeRule& wanted : rule_.colleges) {
      const auto found = std::find_if(count_.colleges.begin(), count_.colleges.end(),
                                      [&](const VoteCount::College& c) { return c.name == wanted.college; });
      if (found == count_.colleges.end()) {
        conditions_ += fmt::format("; college {} not counted apart", wanted.college);
        all = false;
        continue;
      }
      all &= share(wanted.college + " ", wanted.base, wanted.threshold, found->group);
    }
    return all;
  }

  // Equal sides that stand exactly at the threshold: one vote more would adopt, and nothing else is in the way.
  // Equal sides under a rule of two thirds are no tie, they are simply too few.
  bool tied() const {
    const Votes& v = count_.whole.votes;
    return counts_for(rule_) && rule_.unanimity == Unanimity::NONE && others_hold_ && v.in_favour == v.against &&
           compare(v.in_favour, rule_.threshold, base_of(rule_, rule_.base, count_.whole)) == 0;
  }

  VoteResult break_tie() {
    text_ += conditions_ + "; tied";
    switch (rule_.tie) {
      case Tie::REJECTED: return finish(Outcome::REJECTED);
      case Tie::CASTING_VOTE: return cast_vote();
      case Tie::ELDER: return draw("the elder");
      case Tie::LOT: return draw("lot");
    }
    return finish(Outcome::REJECTED);
  }

  VoteResult cast_vote() {
    if (count_.secret) {
      text_ += ", no casting vote in a secret ballot";
      return finish(Outcome::REJECTED);
    }
    if (count_.presider != Choice::FOR && count_.presider != Choice::AGAINST) {
      text_ += ", the presider cast no vote that could decide";
      return finish(Outcome::REJECTED);
    }
    const bool adopts = count_.presider == Choice::FOR;
    text_ += adopts ? ", casting vote for" : ", casting vote against";
    VoteResult result = finish(adopts ? Outcome::ADOPTED : Outcome::REJECTED);
    result.casting_vote = true;
    return result;
  }

  VoteResult draw(std::string_view by) {
    text_ += fmt::format(", decided by {}", by);
    const bool told = count_.drawn == Outcome::ADOPTED || count_.drawn == Outcome::REJECTED;
    return finish(told ? *count_.drawn : Outcome::TIED);
  }

  VoteResult finish(Outcome outcome) {
    text_ += fmt::format(": {}", outcome_text(outcome));
    return {outcome, std::move(text_)};
  }

  const MajorityRule& rule_;
  const VoteCount& count_;
  std::string text_;
  std::string conditions_;  // what comes after the main comparison
  bool others_hold_ = true;
};

}  // namespace

void Votes::add(Choice choice, std::uint64_t weight) {
  switch (choice) {
    case Choice::FOR: in_favour += weight; break;
    case Choice::AGAINST: against += weight; break;
    case Choice::ABSTAIN: abstain += weight; break;
    case Choice::BLANK: blank += weight; break;
    case Choice::SPOILT: spoilt += weight; break;
    case Choice::NOT_TAKING_PART: not_taking_part += weight; break;
    case Choice::ABSENT:
    case Choice::RECUSED: break;
  }
}

std::string_view outcome_text(Outcome outcome) {
  switch (outcome) {
    case Outcome::NOT_ANNOUNCED: return "not announced";
    case Outcome::ADOPTED: return "adopted";
    case Outcome::REJECTED: return "rejected";
    case Outcome::TIED: return "tied";
    case Outcome::INQUORATE: return "inquorate";
  }
  return "not announced";
}

VoteResult decide(const MajorityRule& rule, const VoteCount& count) {
  return Decision(rule, count).run();
}

}  // namespace jumelage::governance
