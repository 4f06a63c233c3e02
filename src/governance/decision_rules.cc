// DecisionRecorded: what the body decided on an item, as announced and as computed, and its definitive number.
//
// Every decision *announced* as adopted gets a number when the log orders it, an irregular one too: the number says
// that the council took it for adopted, and a gap would say that something was left out. That its legal effect is
// withheld is what the irregular flag says. A rejected one gets none; nor does an imported one, whose number is its
// source's own and stands among the act's external ids.
#include <fmt/format.h>

#include <chrono>

#include "governance/authority.h"
#include "governance/dates.h"
#include "governance/decision_clearances.h"
#include "governance/decision_effects.h"
#include "governance/kind_names.h"
#include "governance/rules.h"
#include "governance/session_support.h"
#include "governance/vote.h"

namespace jumelage::governance {
namespace {

using ItemStatus = schema::ProposalState::Status;
using Ground = schema::DecisionState::Ground;
using Source = schema::BodyEstablished::Numbering::Source;

constexpr std::int64_t kRataDieOfEpoch = 719'163;  // 1970-01-01
constexpr std::uint32_t kLastDay = 3'652'059;      // 9999-12-31

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}
Error impossible(std::string message) {
  return Error(Refusal::kImpossible, std::move(message));
}

struct Case {
  Number body = 0;
  Number item = 0;     // 0: imported, and nobody recorded the proposal
  Number session = 0;  // 0: imported, and nobody recorded the session
  Outcome computed = Outcome::NOT_ANNOUNCED;
  Ground ground = Ground::NOTHING;
  std::uint64_t vote = 0;
  std::uint16_t round = 0;
  Requirements requirements;
};

std::uint16_t year_of(std::uint32_t day) {
  using namespace std::chrono;
  const year_month_day date{sys_days{days{std::int64_t{day} - kRataDieOfEpoch}}};
  return static_cast<std::uint16_t>(int{date.year()});
}

Result<void> check_outcome(const Context& c, Outcome announced) {
  if (announced == Outcome::ADOPTED || announced == Outcome::REJECTED || c.imported()) return ok();
  return bad(
      fmt::format("a decision is announced as adopted or rejected, not as {}; an item that was not decided is "
                  "disposed of instead",
                  outcome_text(announced)));
}

Result<void> check_item(Context& c, const Case& d) {
  const auto item = c.proposal(d.item);
  if (item.getBody() != d.body)
    return bad(fmt::format("{} was tabled in another body, {}", quoted(c, d.item), quoted(c, item.getBody())));
  if (item.getDecision() != 0)
    return impossible(fmt::format("{} is decided already, by {}", quoted(c, d.item), quoted(c, item.getDecision())));
  if (item.getStatus() != ItemStatus::VOTED && item.getStatus() != ItemStatus::CONSENSUS && !c.imported())
    return impossible(
        fmt::format("{} was neither voted on nor settled by consensus; record that first", quoted(c, d.item)));
  if (c.imported()) return ok();
  return need_open_with(c, item.getSession(), d.item);
}

// The vote named must be the one that stands; where one stands it must be named.
Result<void> check_vote(Context& c, schema::DecisionRecorded::Reader act, const Case& d) {
  const auto item = c.proposal(d.item);
  if (!act.hasVote()) {
    if (item.getVote() == kNever || item.getStatus() == ItemStatus::CONSENSUS) return ok();
    return bad(fmt::format("a vote on {} is recorded; name it in vote", quoted(c, d.item)));
  }
  JUMELAGE_TRY(const auto position, c.resolve(act.getVote()));
  if (position == item.getVote()) return ok();
  return impossible(fmt::format("the vote named is not the one that stands on {}", quoted(c, d.item)));
}

Result<void> check_date(Context& c, schema::DecisionRecorded::Reader act, const Case& d) {
  const std::uint32_t date = act.getDate();
  if (date == 0 || date > kLastDay) return bad("a decision has a date; fill it in");
  const std::uint32_t recorded = day_of(c.act().getRecordedAt());
  const std::uint32_t opened = d.session == 0 || c.imported() ? 0 : c.session(d.session).getOpenedDate();
  if (date >= opened && date <= recorded) return ok();
  return Error(Refusal::kTimeImpossible, fmt::format("the decision is dated {}, but {} {}", format_day(date),
                                                     date < opened ? "its session opened on" : "it was recorded on",
                                                     format_day(date < opened ? opened : recorded)));
}

// What the item's vote, or the consensus on it, came to by the rules.
void compute(Context& c, schema::DecisionRecorded::Reader act, Case& d) {
  const auto item = c.proposal(d.item);
  if (act.hasVote()) {
    d.computed = item.getOutcome();
    d.ground = Ground::VOTE;
    d.vote = item.getVote();
    d.round = item.getRounds();
  } else if (item.getStatus() == ItemStatus::CONSENSUS) {
    d.computed = Outcome::ADOPTED;
    d.ground = Ground::CONSENSUS;
  }
}

std::string arithmetic_of(Context& c, const Case& d) {
  if (d.ground != Ground::VOTE) return std::string(arithmetic_without_vote(d.ground));
  const auto vote = c.load<schema::VoteRow>(Table::kVotes, vote_key(d.item, d.round, d.vote));
  return vote ? std::string(view(vote->getArithmetic())) : std::string();
}

DecisionBasis basis_of(Context& c, schema::DecisionRecorded::Reader act, const Case& d) {
  const bool irregular = d.item != 0 && act.hasVote() && c.state(d.item)->row.getIrregular();
  return {d.computed, irregular, d.vote, d.round, [&c, &d] { return arithmetic_of(c, d); }};
}

std::uint32_t give_number(Context& c, const Case& d, schema::DecisionRecorded::Reader act, Number decision) {
  const auto body = c.body(d.body);
  if (act.getOutcome() != Outcome::ADOPTED || c.imported() || body.getSource() != Source::LEDGER) return 0;
  const std::string_view series = view(body.getSeries());
  const std::uint16_t year = year_of(act.getDate());
  const auto last = c.reader().get(Table::kSeries, series_key(series, year));
  const auto number = static_cast<std::uint32_t>(last ? read_big_endian(*last) : 0) + 1;
  c.put(Table::kSeries, series_key(series, year), Key().u32(number));
  c.put(Table::kNumbers, number_key(series, year, number), Key().u32(decision));
  c.assign({std::string(series), year, number});
  return number;
}

void set_numbers(capnp::List<std::uint32_t>::Builder list, const Context& c, capnp::List<capnp::Text>::Reader ids) {
  for (unsigned i = 0; i < list.size(); ++i) list.set(i, c.number_of(view(ids[i])));
}

void fill_references(const Context& c, schema::DecisionRecorded::Reader act, schema::DecisionState::Builder state) {
  set_numbers(state.initAmends(act.getAmends().size()), c, act.getAmends());
  set_numbers(state.initRepeals(act.getRepeals().size()), c, act.getRepeals());
  set_numbers(state.initImplements(act.getImplements().size()), c, act.getImplements());
}

void write(Context& c, schema::DecisionRecorded::Reader act, const Case& d, Number decision) {
  const std::uint32_t number = give_number(c, d, act, decision);
  const auto body = c.body(d.body);
  c.link(d.body, SubjectKind::DECISION, decision);
  if (d.item != 0) {
    c.update_state(d.item, [&](schema::SubjectRow::Builder row) {
      row.getProposal().setStatus(ItemStatus::DECIDED);
      row.getProposal().setDecision(decision);
    });
  }
  put_decision(c, decision, act.getDate(), [&](schema::SubjectRow::Builder row) {
    auto state = row.initDecision();
    state.setBody(d.body);
    state.setItem(d.item);
    state.setSession(d.session);
    state.setAnnounced(act.getOutcome());
    state.setComputed(d.computed);
    state.setGround(d.ground);
    state.setVote(d.vote);
    state.setRound(d.round);
    if (number != 0) {
      state.setSeries(body.getSeries());
      state.setYear(year_of(act.getDate()));
      state.setNumber(number);
    }
    state.setDate(act.getDate());
    state.setTitleAt(c.position());
    state.setImported(c.imported());
    fill_clearances(state, d.requirements);
    fill_references(c, act, state);
  });
}

}  // namespace

Result<void> decision_recorded(Context& c, schema::DecisionRecorded::Reader act) {
  Case d;
  JUMELAGE_TRY(d.body, c.find(act.getBody(), SubjectKind::BODY));
  JUMELAGE_TRY(d.item, c.find_optional(act.getItem(), SubjectKind::PROPOSAL));
  if (d.item != 0) d.session = c.proposal(d.item).getSession();
  JUMELAGE_TRY(need_chair_and_secretary(c, d.body, d.session));
  if (d.item == 0 && (!c.imported() || act.hasVote())) return bad("a decision is on a proposal; name it in item");
  JUMELAGE_TRY(check_outcome(c, act.getOutcome()));
  if (d.item != 0) {
    JUMELAGE_TRY(check_item(c, d));
    JUMELAGE_TRY(check_vote(c, act, d));
    compute(c, act, d);
  }
  JUMELAGE_TRY(check_date(c, act, d));
  JUMELAGE_TRY(d.requirements, requirements_of(c, d.body, d.session, act));
  JUMELAGE_TRY(need_all(c, act.getAmends(), SubjectKind::DECISION));
  JUMELAGE_TRY(need_all(c, act.getRepeals(), SubjectKind::DECISION));
  JUMELAGE_TRY(need_all(c, act.getImplements(), SubjectKind::DECISION));
  JUMELAGE_TRY(const Number decision, c.create(act.getId(), SubjectKind::DECISION));
  JUMELAGE_TRY(c.register_documents(act.getTexts()));
  find_against_basis(c, act.getOutcome(), c.imported(), basis_of(c, act, d), decision);
  find_unreachable(c, act, d.body);
  if (d.session != 0) count_session_act(c, d.session);
  write(c, act, d, decision);
  return ok();
}

}  // namespace jumelage::governance
