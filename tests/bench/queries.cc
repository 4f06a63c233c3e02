#include "queries.h"

#include <array>
#include <chrono>
#include <memory>
#include <random>

#include "base/check.h"
#include "ledger/titles.h"
#include "projection/as_of.h"
#include "projection/attendance.h"
#include "projection/decisions.h"
#include "projection/eligibility.h"
#include "projection/open_findings.h"
#include "projection/past_register.h"

namespace jumelage::bench {
namespace {

using projection::DecisionFilter;
using projection::Direction;
using projection::Number;
using projection::Register;

constexpr std::size_t kPage = 50;

// A page as the command makes it, titles included.
void page(const ledger::Snapshot& snapshot, const Register& reg, const DecisionFilter& filter, Number after) {
  std::size_t count = 0;
  const auto state_of = [&](Number number) { return projection::row_at(reg, number); };
  projection::for_each_decision(reg, filter, 740'000, state_of, after, Direction::kOldestFirst, [&](Number number) {
    JUMELAGE_CHECK(ledger::title_of(snapshot, number).has_value(), "a title");
    return ++count < kPage;
  });
}

using Numbers = std::shared_ptr<std::vector<Number>>;

// All that have that value.
Numbers all_of(const Register& reg, projection::Term term) {
  auto all = std::make_shared<std::vector<Number>>();
  projection::for_each_common(reg, std::array{term}, {}, Direction::kOldestFirst, [&](projection::Place place) {
    all->push_back(place.number);
    return true;
  });
  return all;
}

// What only a ledger with sessions can be asked.
void add_session_queries(const ledger::Snapshot& snapshot, std::vector<Query>& out) {
  const Register& reg = snapshot.reg();
  const Numbers sessions = all_of(reg, {projection::Field::kSession});
  if (sessions->empty()) return;
  const auto any = [sessions](std::uint64_t random) { return (*sessions)[random % sessions->size()]; };
  out.push_back({"50 sessions, from the newest on", [&reg](std::uint64_t) {
                   std::size_t count = 0;
                   const projection::Term term{projection::Field::kSession};
                   projection::for_each_common(reg, std::array{term}, {UINT32_MAX, UINT32_MAX}, Direction::kNewestFirst,
                                               [&](projection::Place place) {
                                                 JUMELAGE_CHECK(projection::row_at(reg, place.number), "a session");
                                                 return ++count < kPage;
                                               });
                 }});
  out.push_back({"the attendance of a session", [&snapshot, &reg, any](std::uint64_t random) {
                   projection::attendance_over_time(reg, snapshot.history(), any(random));
                 }});
  out.push_back({"who may vote on an item", [&snapshot, &reg, any](std::uint64_t random) {
                   const auto session = projection::row_at(reg, any(random));
                   const auto agenda = (**session).getSession().getAgenda();
                   projection::voters_on(reg, snapshot.history(), agenda[static_cast<unsigned>(random % agenda.size())],
                                         (**session).getSession().getOpenedDate(), snapshot.size().value);
                 }});
  out.push_back({"50 agreements in force", [&reg](std::uint64_t) {
                   std::size_t count = 0;
                   const projection::Term term{projection::Field::kAgreementPhase,
                                               static_cast<std::uint64_t>(schema::AgreementState::Phase::IN_FORCE)};
                   projection::for_each_common(reg, std::array{term}, {}, Direction::kOldestFirst,
                                               [&](projection::Place place) {
                                                 JUMELAGE_CHECK(projection::row_at(reg, place.number), "an agreement");
                                                 return ++count < kPage;
                                               });
                 }});
}

}  // namespace

std::vector<Query> queries(const ledger::Snapshot& snapshot) {
  const Register& reg = snapshot.reg();
  const Numbers decisions = all_of(reg, {projection::Field::kDecision});
  JUMELAGE_CHECK(!decisions->empty(), "decisions");
  const auto any = [decisions](std::uint64_t random) { return (*decisions)[random % decisions->size()]; };
  const Number body = (**projection::row_at(reg, decisions->front())).getDecision().getBody();
  const Number cci = projection::find_subject(reg, "cci")->number;
  std::vector<Query> out;
  const auto decision_page = [&](const std::string& name, DecisionFilter filter) {
    out.push_back(
        {name, [&snapshot, &reg, filter, any](std::uint64_t random) { page(snapshot, reg, filter, any(random)); }});
  };
  decision_page("50 decisions, from any on", {});
  DecisionFilter filter;
  filter.body = body;
  decision_page("50 decisions of a body", filter);
  filter.outcome = schema::Outcome::REJECTED;
  decision_page("50 rejected decisions of a body", filter);
  filter = {};
  filter.irregular = true;
  filter.body = cci;
  decision_page("irregular decisions of the other body", filter);
  filter = {};
  filter.standing = schema::DecisionState::Status::REPEALED;
  filter.body = body;
  decision_page("repealed decisions: none", filter);
  filter = {};
  filter.theme = "education";
  decision_page("decisions on a theme: none", filter);
  filter.theme = "culture";
  decision_page("50 decisions on another theme, if any", filter);
  const std::uint64_t size = snapshot.size().value;
  out.push_back({"50 decisions as known at half the log", [&snapshot, &reg, size](std::uint64_t) {
                   page(snapshot, projection::PastRegister(reg, size / 2), {}, 0);
                 }});
  out.push_back({"one decision on a day", [&snapshot, &reg, any](std::uint64_t random) {
                   projection::row_on(reg, snapshot.history(), any(random), 740'000);
                 }});
  out.push_back({"50 open findings, from any act on", [&reg, size](std::uint64_t random) {
                   std::size_t count = 0;
                   projection::for_each_open_finding(reg, 0, random % size,
                                                     [&](const auto&) { return ++count < kPage; });
                 }});
  out.push_back({"open findings of the other body", [&reg, cci](std::uint64_t) {
                   projection::for_each_open_finding(reg, cci, 0, [](const auto&) { return true; });
                 }});
  out.push_back({"the history of a decision", [&snapshot, &reg, any](std::uint64_t random) {
                   for (const std::uint64_t at : projection::history(reg, any(random)))
                     JUMELAGE_CHECK(snapshot.entry(EntryIndex{at}).has_value(), "an entry");
                 }});
  out.push_back({"who may sign in the council",
                 [&reg, cci, size](std::uint64_t) { projection::signatories(reg, {cci}, 740'000, size); }});
  add_session_queries(snapshot, out);
  return out;
}

std::vector<double> query_seconds(const Query& query, std::size_t samples) {
  std::mt19937_64 random(1);
  std::vector<double> seconds;
  for (std::size_t i = 0; i < samples; ++i) {
    const std::uint64_t place = random();
    const auto start = std::chrono::steady_clock::now();
    query.ask(place);
    seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return seconds;
}

}  // namespace jumelage::bench
