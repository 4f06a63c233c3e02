// What a day makes of an agreement's term.
#include <capnp/message.h>
#include <gtest/gtest.h>

#include <memory>

#include "event/json_scalars.h"
#include "projection/agreements.h"

namespace jumelage::projection {
namespace {

using Phase = schema::AgreementState::Phase;
using Renewal = schema::AgreementDrafted::Renewal;

std::uint32_t day(std::string_view text) {
  return *event::parse_day(text);
}

class AgreementTerm : public testing::Test {
 protected:
  AgreementTerm() {
    state_.setPhase(Phase::IN_FORCE);
    state_.setFrom(day("2020-01-01"));
    state_.setUntil(day("2022-12-31"));
    auto terms = state_.initTerms();
    terms.setDraft(1);
    terms.setRenewal(Renewal::TACIT);
    terms.initRenewalPeriod().setCount(2);
    terms.getRenewalPeriod().setUnit(schema::Period::Unit::YEARS);
  }
  RunningTerm on(std::string_view text) { return running_term(state_.asReader(), day(text)); }
  std::string state_on(std::string_view text) { return state_text(state_.asReader(), day(text)); }

  // Its destructor may throw, which a test's may not.
  std::unique_ptr<capnp::MallocMessageBuilder> message_ = std::make_unique<capnp::MallocMessageBuilder>();
  schema::AgreementState::Builder state_ = message_->initRoot<schema::AgreementState>();
};

TEST_F(AgreementTerm, IsTheRecordedOneUpToItsLastDay) {
  EXPECT_EQ(on("2022-12-31").until, day("2022-12-31"));
  EXPECT_EQ(on("2022-12-31").renewed, 0U);
  EXPECT_EQ(state_on("2022-12-31"), "in force");
}

TEST_F(AgreementTerm, GoesOnTacitlyAndSaysThatThisIsNotRecorded) {
  EXPECT_EQ(on("2023-01-01").until, day("2024-12-31"));
  EXPECT_EQ(on("2023-01-01").renewed, day("2023-01-01"));
  EXPECT_EQ(state_on("2023-01-01"), "in force, renewed tacitly");
  EXPECT_EQ(on("2025-01-01").until, day("2026-12-31")) << "and once more";
  EXPECT_EQ(on("2025-01-01").renewed, day("2023-01-01")) << "the first that is not recorded";
}

TEST_F(AgreementTerm, IsOverAfterItsLastDayWhereNothingRenewsIt) {
  for (const Renewal renewal : {Renewal::NONE, Renewal::EXPRESS}) {
    state_.getTerms().setRenewal(renewal);
    EXPECT_EQ(state_on("2022-12-31"), "in force");
    EXPECT_EQ(state_on("2023-01-01"), "expired");
    EXPECT_EQ(on("2023-01-01").renewed, 0U);
  }
}

TEST_F(AgreementTerm, IsNotRenewedUnderNotice) {
  state_.setPhase(Phase::NOTICE_GIVEN);
  state_.setEnds(day("2022-12-31"));
  EXPECT_EQ(state_on("2023-01-01"), "denounced");
  EXPECT_EQ(on("2023-01-01").renewed, 0U);
}

TEST_F(AgreementTerm, HasNoEndOnceRenewedForNoTime) {
  state_.getTerms().disownRenewalPeriod();
  EXPECT_EQ(on("2050-01-01").until, 0U);
  EXPECT_EQ(on("2050-01-01").renewed, day("2023-01-01"));
}

}  // namespace
}  // namespace jumelage::projection
