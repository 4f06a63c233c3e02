#include "projection/decisions.h"

#include <algorithm>

#include "governance/decision_standing.h"

namespace jumelage::projection {
namespace {

using governance::view;

std::pair<std::string_view, std::string_view> scheme_and_code(std::string_view matter) {
  const std::size_t colon = matter.find(':');
  if (colon == std::string_view::npos) return {matter, {}};
  return {matter.substr(0, colon), matter.substr(colon + 1)};
}

std::vector<Term> terms_of(const DecisionFilter& filter) {
  std::vector<Term> terms;
  if (filter.irregular) terms.push_back({Field::kIrregular, static_cast<std::uint64_t>(SubjectKind::DECISION)});
  if (filter.theme) terms.push_back(theme_term(*filter.theme));
  if (filter.matter) {
    const auto [scheme, code] = scheme_and_code(*filter.matter);
    terms.push_back(matter_term(scheme, code));
  }
  if (filter.standing) terms.push_back({Field::kDecisionStanding, static_cast<std::uint64_t>(*filter.standing)});
  if (filter.body != 0) terms.push_back({Field::kDecisionBody, filter.body});
  if (filter.outcome) terms.push_back({Field::kDecisionOutcome, static_cast<std::uint64_t>(*filter.outcome)});
  if (terms.empty()) terms.push_back({Field::kDecision});
  return terms;
}

// What an entry of the index only makes likely: hashes may be equal, and the row may have changed since.
bool has_topic(const Register& reg, schema::DecisionState::Reader decision, const DecisionFilter& filter) {
  if (!filter.matter && !filter.theme) return true;
  const auto row = row_at(reg, decision.getItem());
  if (!row || !(**row).isProposal()) return false;
  const auto proposal = (**row).getProposal();
  if (filter.theme && view(proposal.getTheme()) != *filter.theme) return false;
  if (!filter.matter) return true;
  const auto [scheme, code] = scheme_and_code(*filter.matter);
  return view(proposal.getMatter().getScheme()) == scheme && view(proposal.getMatter().getCode()) == code;
}

bool matches(const Register& reg, schema::SubjectRow::Reader row, const DecisionFilter& filter, std::uint32_t day) {
  const auto decision = row.getDecision();
  if (filter.body != 0 && decision.getBody() != filter.body) return false;
  if (filter.irregular && !row.getIrregular()) return false;
  if (filter.outcome && decision.getAnnounced() != *filter.outcome) return false;
  if (filter.standing && governance::standing_on(decision, row.getIrregular(), day) != *filter.standing) return false;
  return has_topic(reg, decision, filter);
}

Place first_place(const Register& reg, const DecisionFilter& filter, Number after, Direction direction) {
  const bool up = direction == Direction::kOldestFirst;
  const Place edge = up ? Place{filter.from, 0} : Place{filter.to, UINT32_MAX};
  const auto row = after == 0 ? std::nullopt : row_at(reg, after);
  if (!row) return edge;
  const Place next{(**row).getDecision().getDate(), up ? after + 1 : after - 1};
  return up ? std::max(edge, next) : std::min(edge, next);
}

}  // namespace

void for_each_decision(const Register& reg, const DecisionFilter& filter, std::uint32_t day, const StateOf& state_of,
                       Number after, Direction direction, const std::function<bool(Number)>& visit) {
  const auto terms = terms_of(filter);
  for_each_common(reg, terms, first_place(reg, filter, after, direction), direction, [&](Place place) {
    if (place.order < filter.from || place.order > filter.to) return false;
    const auto row = state_of(place.number);
    // A correction may have moved it to another day: then it has a place there as well.
    const bool is_here = row && (**row).isDecision() && (**row).getDecision().getDate() == place.order;
    return !is_here || !matches(reg, **row, filter, day) || visit(place.number);
  });
}

}  // namespace jumelage::projection
