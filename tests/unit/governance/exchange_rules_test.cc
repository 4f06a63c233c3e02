// Offers of expertise, and exchanges that took place.
#include "cooperation_fixture.h"

namespace jumelage::governance {
namespace {

class ExchangeRules : public Project {
 protected:
  Outcomes offer(const Spoil& spoil = {}, const Signers& signers = of("timbuktu")) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initExpertiseOffered();
          p.setId("manuscripts");
          p.setMember("timbuktu");
          p.setTheme("heritage");
          test::set_title(p.initDescription(1), "Manuscrits");
          p.setUntil(test::day("2026-12-31"));
        },
        spoil);
  }
  using EditOffer = std::function<void(schema::ExpertiseOffered::Builder)>;
  static Spoil offered(const EditOffer& edit) {
    return [edit](schema::Act::Builder act) { edit(act.getExpertiseOffered()); };
  }
  static Spoil withdrawn() {
    return offered([](auto p) { p.setWithdrawn(true); });
  }

  Outcomes exchange(const Spoil& spoil = {}, const Signers& signers = of("timbuktu")) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initExchangeReported();
          p.setId("visit-1");
          p.setHost("timbuktu");
          p.initGuests(1).set(0, "vijayawada");
          p.setTheme("heritage");
          p.setFrom(test::day("2026-01-10"));
          p.setUntil(test::day("2026-01-14"));
          test::set_title(p.initSummary(1), "Visite");
        },
        spoil);
  }
  using EditExchange = std::function<void(schema::ExchangeReported::Builder)>;
  static Spoil held(const EditExchange& edit) {
    return [edit](schema::Act::Builder act) { edit(act.getExchangeReported()); };
  }
};

TEST_F(ExchangeRules, a_member_offers_and_withdraws_for_itself) {
  EXPECT_TRUE(refused(offer({}, of("es-semara")), Refusal::kSignatureMissing, "timbuktu"));
  EXPECT_TRUE(refused(offer({}, secretary()), Refusal::kSignatureMissing, "timbuktu"));
  EXPECT_TRUE(refused(offer(withdrawn()), Refusal::kUnknownSubject, "manuscripts")) << "it was never offered";
  ASSERT_EQ(codes(offer()), none());
  EXPECT_EQ(row("manuscripts").getExpertise().getMember(), club_.number_of("timbuktu"));
  EXPECT_FALSE(row("manuscripts").getExpertise().getWithdrawn());
  EXPECT_TRUE(refused(offer(), Refusal::kIdTaken));
  const auto by_another = both_of(withdrawn(), offered([](auto p) { p.setMember("es-semara"); }));
  EXPECT_TRUE(refused(offer(by_another, of("es-semara")), Refusal::kBadValue, "not one of"));
  ASSERT_EQ(codes(offer(withdrawn())), none());
  EXPECT_TRUE(row("manuscripts").getExpertise().getWithdrawn());
  EXPECT_TRUE(refused(offer(withdrawn()), Refusal::kImpossible, "already"));
}

TEST_F(ExchangeRules, an_offer_is_of_a_member_that_is_there_for_days_to_come) {
  EXPECT_TRUE(refused(offer(offered([](auto p) { p.setUntil(test::day("2026-01-14")); })), Refusal::kBadValue));
  EXPECT_TRUE(refused(offer(offered([](auto p) { p.setMember("nobody"); })), Refusal::kUnknownSubject));
  withdraw_member("timbuktu");
  EXPECT_TRUE(refused(offer(attested("timbuktu"), secretary()), Refusal::kImpossible, "has left"));
}

TEST_F(ExchangeRules, host_or_guest_reports_an_exchange) {
  EXPECT_TRUE(refused(exchange({}, of("es-semara")), Refusal::kSignatureMissing, "timbuktu"));
  ASSERT_EQ(codes(exchange()), none());
  const auto state = row("visit-1").getExchange();
  EXPECT_EQ(state.getHost(), club_.number_of("timbuktu"));
  EXPECT_EQ(state.getGuests()[0], club_.number_of("vijayawada"));
  EXPECT_EQ(state.getUntil(), test::day("2026-01-14"));
  EXPECT_EQ(codes(exchange(held([](auto p) { p.setId("visit-2"); }), of("vijayawada"))), none());
  const auto third = both_of(attested("vijayawada"), held([](auto p) { p.setId("visit-3"); }));
  EXPECT_EQ(codes(exchange(third, secretary())), none());
}

TEST_F(ExchangeRules, an_exchange_that_makes_no_sense_is_refused) {
  const std::vector<std::tuple<const char*, Refusal, const char*, EditExchange>> cases = {
      {"host", Refusal::kUnknownSubject, "nobody", [](auto p) { p.setHost("nobody"); }},
      {"guest", Refusal::kWrongKind, "cci", [](auto p) { p.getGuests().set(0, "cci"); }},
      {"no guests", Refusal::kBadValue, "guests", [](auto p) { p.initGuests(0); }},
      {"host as guest", Refusal::kBadValue, "twice", [](auto p) { p.getGuests().set(0, "timbuktu"); }},
      {"project", Refusal::kUnknownSubject, "water", [](auto p) { p.setProject("water"); }},
      {"days", Refusal::kBadValue, "last from", [](auto p) { p.setUntil(p.getFrom() - 1); }},
      {"not over", Refusal::kTimeImpossible, "taken place", [](auto p) { p.setUntil(test::day("2026-01-16")); }},
      {"id", Refusal::kIdTaken, "cci", [](auto p) { p.setId("cci"); }},
  };
  for (const auto& [what, code, naming, edit] : cases) EXPECT_TRUE(refused(exchange(held(edit)), code, naming)) << what;
}

TEST_F(ExchangeRules, an_exchange_may_belong_to_a_project) {
  ASSERT_EQ(codes(launch()), none());
  ASSERT_EQ(codes(exchange(held([](auto p) { p.setProject("water"); }))), none());
  EXPECT_EQ(row("visit-1").getExchange().getProject(), club_.number_of("water"));
}

}  // namespace
}  // namespace jumelage::governance
