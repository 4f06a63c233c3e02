// Public consultations: on something that exists, open until their last day, closed once.
#include "agreement_fixture.h"

namespace jumelage::governance {
namespace {

class ConsultationRules : public Agreement {
 protected:
  ConsultationRules() { EXPECT_EQ(codes(table("p1")), none()); }

  using EditOpening = std::function<void(schema::ConsultationOpened::Builder)>;
  Outcomes ask(const EditOpening& edit = {}, const Signers& signers = secretary()) {
    return record(signers, [&](schema::Act::Builder act) {
      auto p = act.initConsultationOpened();
      p.setId("views");
      p.setSubject("p1");
      test::set_title(p.initQuestion(1), "Qu'en pensez-vous ?");
      p.setFrom(test::day("2026-01-15"));
      p.setUntil(test::day("2026-02-15"));
      if (edit) edit(p);
    });
  }
  Outcomes finish(std::uint32_t count, const Signers& signers = secretary()) {
    return record(signers, [&](schema::Act::Builder act) {
      auto p = act.initConsultationClosed();
      p.setId("views");
      test::set_document(p.initContributions(1)[0], "a letter");
      p.setCount(count);
      test::set_title(p.initSummary(1), "Favorables");
    });
  }
  schema::ConsultationState::Reader views() { return row("views").getConsultation(); }
};

TEST_F(ConsultationRules, a_secretary_opens_it_on_something_that_exists) {
  EXPECT_TRUE(refused(ask({}, {Club::chair()}), Refusal::kSignatureMissing, "secretary"));
  EXPECT_TRUE(refused(ask([](auto p) { p.setSubject("p-none"); }), Refusal::kUnknownSubject, "p-none"));
  EXPECT_TRUE(refused(ask([](auto p) { p.setUntil(p.getFrom() - 1); }), Refusal::kBadValue, "last from"));
  EXPECT_TRUE(refused(ask([](auto p) { p.setId("p1"); }), Refusal::kIdTaken));
  ASSERT_EQ(codes(ask()), none());
  EXPECT_EQ(views().getSubject(), club_.number_of("p1"));
  EXPECT_EQ(views().getClosedAt(), 0U);
}

TEST_F(ConsultationRules, it_is_closed_once_with_what_came_in) {
  ASSERT_EQ(codes(ask()), none());
  go_to("2026-02-16");
  EXPECT_TRUE(refused(finish(3, {Club::chair()}), Refusal::kSignatureMissing, "secretary"));
  EXPECT_TRUE(refused(finish(0), Refusal::kBadValue, "1 contributions are listed")) << "fewer than are listed";
  ASSERT_EQ(codes(finish(3)), none());
  EXPECT_EQ(views().getClosedAt(), club_.size() - 1);
  EXPECT_EQ(views().getCount(), 3U);
  EXPECT_TRUE(refused(finish(3), Refusal::kImpossible, "closed already"));
}

TEST_F(ConsultationRules, closed_before_its_last_day_it_stays_open) {
  ASSERT_EQ(codes(ask()), none());
  EXPECT_EQ(codes(finish(1)), Codes{"consultation.closed_early"});
  go_to("2026-02-14");
  EXPECT_EQ(codes(finish(1)), Codes{"consultation.closed_early"});
  EXPECT_EQ(views().getClosedAt(), 0U);
  EXPECT_TRUE(row("views").getIrregular());
  go_to("2026-02-15");
  ASSERT_EQ(codes(finish(2)), none());
  EXPECT_FALSE(row("views").getIrregular());
  EXPECT_EQ(open_findings("views"), 0U) << "both are cured";
}

TEST_F(ConsultationRules, only_what_was_opened_is_closed) {
  EXPECT_TRUE(refused(finish(1), Refusal::kUnknownSubject, "views"));
}

}  // namespace
}  // namespace jumelage::governance
