// The arithmetic of clearances, whatever they are clearances of.
#include "governance/clearance.h"

#include <gtest/gtest.h>

#include "governance/periods.h"
#include "governance/row.h"
#include "schema/register.capnp.h"

namespace jumelage::governance {
namespace {

using Event = ClearanceEvent;
using Kind = schema::ClearanceStep::Kind;
using Silence = schema::ClearanceStep::Silence;
using Status = schema::ClearanceState::Status;
using Unit = schema::Period::Unit;

constexpr std::uint32_t kMonday = 739'572;  // 2025-11-17

Clearance step(Kind kind, Silence silence = Silence::MEANS_NOTHING, std::uint32_t days = 0) {
  Clearance out;
  out.id = "visa";
  out.kind = kind;
  out.silence = silence;
  out.limited = days != 0;
  out.period = {days, Unit::CALENDAR_DAYS};
  return out;
}

struct Happened {
  Event event;
  std::uint32_t day;
};
// The step after all of it; what cannot have happened fails the test.
Clearance after(Clearance step, const std::vector<Happened>& events) {
  for (const Happened& happened : events) {
    const auto next = after_event(step, happened.event, happened.day);
    EXPECT_TRUE(next.has_value()) << next.error().message();
    if (next) step = next.value().step;
  }
  return step;
}

struct Case {
  const char* what;
  Kind kind;
  Silence silence;
  std::uint32_t days;
  std::vector<Happened> events;
  std::uint32_t on;
  Clearing expected;
};

TEST(Clearing, IsWhatTheEventsAndTheDateMakeIt) {
  const auto m = kMonday;
  const std::vector<Case> cases = {
      {"nothing was done", Kind::VISA, Silence::APPROVES, 20, {}, m + 99, Clearing::kPending},
      {"a transmission is done when sent",
       Kind::TRANSMISSION,
       Silence::MEANS_NOTHING,
       0,
       {{Event::SENT, m}},
       m,
       Clearing::kObtained},
      {"as of the day before it was not",
       Kind::TRANSMISSION,
       Silence::MEANS_NOTHING,
       0,
       {{Event::SENT, m}},
       m - 1,
       Clearing::kPending},
      {"a receipt shows that it was sent",
       Kind::TRANSMISSION,
       Silence::MEANS_NOTHING,
       0,
       {{Event::RECEIVED, m}},
       m,
       Clearing::kObtained},
      {"a yes",
       Kind::VISA,
       Silence::MEANS_NOTHING,
       0,
       {{Event::SENT, m}, {Event::APPROVED, m + 3}},
       m + 3,
       Clearing::kObtained},
      {"as of before the yes",
       Kind::VISA,
       Silence::MEANS_NOTHING,
       0,
       {{Event::SENT, m}, {Event::APPROVED, m + 3}},
       m + 2,
       Clearing::kPending},
      {"a no",
       Kind::APPROVAL,
       Silence::APPROVES,
       20,
       {{Event::RECEIVED, m}, {Event::REFUSED, m + 3}},
       m + 3,
       Clearing::kRefused},
      {"the last day is the authority's",
       Kind::VISA,
       Silence::APPROVES,
       20,
       {{Event::RECEIVED, m}},
       m + 20,
       Clearing::kPending},
      {"silence approves the day after",
       Kind::VISA,
       Silence::APPROVES,
       20,
       {{Event::RECEIVED, m}},
       m + 21,
       Clearing::kObtained},
      {"silence refuses the day after",
       Kind::APPROVAL,
       Silence::REFUSES,
       20,
       {{Event::RECEIVED, m}},
       m + 21,
       Clearing::kRefused},
      {"silence means nothing",
       Kind::APPROVAL,
       Silence::MEANS_NOTHING,
       20,
       {{Event::RECEIVED, m}},
       m + 99,
       Clearing::kPending},
      {"no clock runs before the receipt",
       Kind::VISA,
       Silence::APPROVES,
       20,
       {{Event::SENT, m}},
       m + 99,
       Clearing::kPending},
      {"remarks stop the clock",
       Kind::VISA,
       Silence::APPROVES,
       20,
       {{Event::RECEIVED, m}, {Event::OBSERVATIONS, m + 5}},
       m + 99,
       Clearing::kPending},
      {"a yes may follow remarks",
       Kind::VISA,
       Silence::APPROVES,
       20,
       {{Event::RECEIVED, m}, {Event::OBSERVATIONS, m + 5}, {Event::APPROVED, m + 9}},
       m + 9,
       Clearing::kObtained},
      {"a late yes counts",
       Kind::VISA,
       Silence::REFUSES,
       20,
       {{Event::RECEIVED, m}, {Event::APPROVED, m + 40}},
       m + 40,
       Clearing::kObtained},
      {"before the late yes silence had refused",
       Kind::VISA,
       Silence::REFUSES,
       20,
       {{Event::RECEIVED, m}, {Event::APPROVED, m + 40}},
       m + 39,
       Clearing::kRefused},
      {"sent again after a no",
       Kind::VISA,
       Silence::APPROVES,
       20,
       {{Event::RECEIVED, m}, {Event::REFUSED, m + 3}, {Event::SENT, m + 9}},
       m + 99,
       Clearing::kPending},
      {"a bad opinion is an opinion",
       Kind::CONSULTATION,
       Silence::MEANS_NOTHING,
       0,
       {{Event::SENT, m}, {Event::REFUSED, m + 3}},
       m + 3,
       Clearing::kObtained},
      {"remarks are an opinion",
       Kind::CONSULTATION,
       Silence::MEANS_NOTHING,
       0,
       {{Event::SENT, m}, {Event::OBSERVATIONS, m + 3}},
       m + 3,
       Clearing::kObtained},
      {"an opinion that silence stands for",
       Kind::CONSULTATION,
       Silence::APPROVES,
       20,
       {{Event::RECEIVED, m}},
       m + 21,
       Clearing::kObtained},
      {"no opinion, and silence is none",
       Kind::CONSULTATION,
       Silence::MEANS_NOTHING,
       20,
       {{Event::RECEIVED, m}},
       m + 99,
       Clearing::kPending},
      {"silence recorded changes nothing of its meaning",
       Kind::VISA,
       Silence::APPROVES,
       20,
       {{Event::RECEIVED, m}, {Event::SILENCE_ELAPSED, m + 21}},
       m + 21,
       Clearing::kObtained},
  };
  for (const Case& c : cases)
    EXPECT_EQ(clearing_on(after(step(c.kind, c.silence, c.days), c.events), c.on), c.expected) << c.what;
}

TEST(Clearing, OfSeveralStepsIsRefusedBeforePendingBeforeObtained) {
  const auto m = kMonday;
  const Clearance yes = after(step(Kind::VISA), {{Event::SENT, m}, {Event::APPROVED, m}});
  const Clearance no = after(step(Kind::VISA), {{Event::SENT, m}, {Event::REFUSED, m}});
  EXPECT_EQ(clearing_on(std::vector<Clearance>{}, m), Clearing::kObtained);
  EXPECT_EQ(clearing_on(std::vector<Clearance>{yes, yes}, m), Clearing::kObtained);
  EXPECT_EQ(clearing_on(std::vector<Clearance>{yes, step(Kind::VISA)}, m), Clearing::kPending);
  EXPECT_EQ(clearing_on(std::vector<Clearance>{step(Kind::VISA), no, yes}, m), Clearing::kRefused);
}

struct Impossible {
  const char* what;
  Kind kind;
  Silence silence;
  std::uint32_t days;
  std::vector<Happened> events;
  Happened next;
  Refusal refusal;
};

TEST(Clearing, WhatCannotFollowIsRefused) {
  const auto m = kMonday;
  const std::vector<Impossible> cases = {
      {"sent twice", Kind::VISA, Silence::APPROVES, 0, {{Event::SENT, m}}, {Event::SENT, m}, Refusal::kImpossible},
      {"sent after a yes",
       Kind::VISA,
       Silence::APPROVES,
       0,
       {{Event::SENT, m}, {Event::APPROVED, m}},
       {Event::SENT, m},
       Refusal::kImpossible},
      {"sent after silence said yes",
       Kind::VISA,
       Silence::APPROVES,
       20,
       {{Event::RECEIVED, m}, {Event::SILENCE_ELAPSED, m + 21}},
       {Event::SENT, m + 22},
       Refusal::kImpossible},
      {"received twice",
       Kind::VISA,
       Silence::APPROVES,
       0,
       {{Event::RECEIVED, m}},
       {Event::RECEIVED, m},
       Refusal::kImpossible},
      {"received after an answer",
       Kind::VISA,
       Silence::APPROVES,
       0,
       {{Event::SENT, m}, {Event::REFUSED, m}},
       {Event::RECEIVED, m},
       Refusal::kImpossible},
      {"a yes to what nobody sent", Kind::VISA, Silence::APPROVES, 0, {}, {Event::APPROVED, m}, Refusal::kImpossible},
      {"a no to what nobody sent", Kind::VISA, Silence::APPROVES, 0, {}, {Event::REFUSED, m}, Refusal::kImpossible},
      {"remarks on what nobody sent",
       Kind::VISA,
       Silence::APPROVES,
       0,
       {},
       {Event::OBSERVATIONS, m},
       Refusal::kImpossible},
      {"a yes to a transmission",
       Kind::TRANSMISSION,
       Silence::APPROVES,
       0,
       {{Event::SENT, m}},
       {Event::APPROVED, m},
       Refusal::kImpossible},
      {"a no to a transmission",
       Kind::TRANSMISSION,
       Silence::APPROVES,
       0,
       {{Event::SENT, m}},
       {Event::REFUSED, m},
       Refusal::kImpossible},
      {"a yes after a yes",
       Kind::VISA,
       Silence::APPROVES,
       0,
       {{Event::SENT, m}, {Event::APPROVED, m}},
       {Event::APPROVED, m},
       Refusal::kImpossible},
      {"a no after a yes",
       Kind::VISA,
       Silence::APPROVES,
       0,
       {{Event::SENT, m}, {Event::APPROVED, m}},
       {Event::REFUSED, m},
       Refusal::kImpossible},
      {"a yes after a no, unasked",
       Kind::VISA,
       Silence::APPROVES,
       0,
       {{Event::SENT, m}, {Event::REFUSED, m}},
       {Event::APPROVED, m},
       Refusal::kImpossible},
      {"silence of who was not asked",
       Kind::VISA,
       Silence::APPROVES,
       20,
       {},
       {Event::SILENCE_ELAPSED, m},
       Refusal::kImpossible},
      {"silence without a receipt",
       Kind::VISA,
       Silence::APPROVES,
       20,
       {{Event::SENT, m}},
       {Event::SILENCE_ELAPSED, m + 99},
       Refusal::kImpossible},
      {"silence without a deadline",
       Kind::VISA,
       Silence::APPROVES,
       0,
       {{Event::RECEIVED, m}},
       {Event::SILENCE_ELAPSED, m + 99},
       Refusal::kImpossible},
      {"silence after an answer",
       Kind::VISA,
       Silence::APPROVES,
       20,
       {{Event::RECEIVED, m}, {Event::OBSERVATIONS, m + 1}},
       {Event::SILENCE_ELAPSED, m + 99},
       Refusal::kImpossible},
      {"silence on the last day",
       Kind::VISA,
       Silence::APPROVES,
       20,
       {{Event::RECEIVED, m}},
       {Event::SILENCE_ELAPSED, m + 20},
       Refusal::kTimeImpossible},
      {"an answer before the receipt",
       Kind::VISA,
       Silence::APPROVES,
       20,
       {{Event::RECEIVED, m}},
       {Event::APPROVED, m - 1},
       Refusal::kTimeImpossible},
  };
  for (const Impossible& c : cases) {
    const auto next = after_event(after(step(c.kind, c.silence, c.days), c.events), c.next.event, c.next.day);
    ASSERT_FALSE(next.has_value()) << c.what;
    EXPECT_TRUE(next.error().is(c.refusal)) << c.what << ": " << next.error().message();
    EXPECT_NE(next.error().message().find("\"visa\""), std::string::npos) << c.what;
  }
}

TEST(Clearing, ANoOrRemarksAfterSilenceSaidYesComeTooLate) {
  const Clearance waiting = after(step(Kind::VISA, Silence::APPROVES, 20), {{Event::RECEIVED, kMonday}});
  for (const Event answer : {Event::REFUSED, Event::OBSERVATIONS}) {
    const auto late = after_event(waiting, answer, kMonday + 21);
    ASSERT_TRUE(late.has_value());
    EXPECT_TRUE(late.value().late);
    EXPECT_EQ(clearing_on(late.value().step, kMonday + 21), Clearing::kObtained);
    EXPECT_FALSE(after_event(waiting, answer, kMonday + 20).value().late) << "on the last day it is in time";
  }
  EXPECT_FALSE(after_event(waiting, Event::APPROVED, kMonday + 21).value().late);
}

TEST(Clearing, DeadlinesRunFromTheReceiptAsTheirPeriodCounts) {
  struct Deadline {
    std::uint32_t count;
    Unit unit;
    std::uint32_t from;
    std::uint32_t last;
  };
  const auto m = kMonday;
  const std::vector<Deadline> cases = {
      {20, Unit::CALENDAR_DAYS, m, m + 20},  {5, Unit::CLEAR_DAYS, m, m + 6},
      {0, Unit::CLEAR_DAYS, m, m},           {4, Unit::WORKING_DAYS, m, m + 4},
      {5, Unit::WORKING_DAYS, m, m + 7},     {1, Unit::WORKING_DAYS, m + 4, m + 7},
      {1, Unit::WORKING_DAYS, m + 5, m + 7}, {10, Unit::WORKING_DAYS, m, m + 14},
      {0, Unit::WORKING_DAYS, m + 5, m + 5}, {2, Unit::MONTHS, m, m + 61},
      {1, Unit::YEARS, m, m + 365},          {24, Unit::HOURS, m, m + 1},
      {25, Unit::HOURS, m, m + 2},           {4'000'000'000, Unit::CALENDAR_DAYS, m, 3'652'059},
  };
  for (const Deadline& c : cases)
    EXPECT_EQ(day_after(c.from, c.count, c.unit), c.last) << notice_text({c.count, c.unit});
}

TEST(Clearing, AStepComesBackFromItsRowAsItWas) {
  const Clearance visa =
      after(step(Kind::VISA, Silence::REFUSES, 20),
            {{Event::SENT, kMonday}, {Event::RECEIVED, kMonday + 1}, {Event::OBSERVATIONS, kMonday + 2}});
  RowBuilder builder;
  write_clearances(builder.init<schema::DecisionState>().initClearances(1), {visa});
  const Row<schema::DecisionState> row(builder.bytes());
  const auto back = read_clearances(row.reader().getClearances());
  ASSERT_EQ(back.size(), 1U);
  EXPECT_TRUE(back[0].same_terms(visa));
  EXPECT_EQ(back[0].status, Status::OBSERVED);
  EXPECT_EQ(back[0].sent_on, kMonday);
  EXPECT_EQ(back[0].received_on, kMonday + 1);
  EXPECT_EQ(back[0].answered_on, kMonday + 2);
  EXPECT_EQ(back[0].deadline, kMonday + 21);
}

}  // namespace
}  // namespace jumelage::governance
