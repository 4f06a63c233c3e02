// What left the register for the eyes of others.
#include "decision_fixture.h"

namespace jumelage::governance {
namespace {

using Recipient = schema::ExtractIssued::Recipient;

class Published : public Decisions {};
class ExtractIssued : public Decisions {
 protected:
  Outcomes issue(const std::string& subject, std::uint64_t size, const Spoil& spoil = {},
                 const Signers& signers = secretary()) {
    return record(
        signers,
        [&](schema::Act::Builder act) {
          auto p = act.initExtractIssued();
          p.setSubject(to_text(subject));
          const Bytes bytes(32, 0x11);
          p.setDigest(to_data(bytes));
          p.setToClass(Recipient::AUTHORITY);
          p.initHead().setTerm(1);
          p.getHead().setSize(size);
          p.getHead().setRoot(to_data(bytes));
        },
        spoil);
  }
};

TEST_F(Published, a_decisions_first_day_of_publication_is_kept) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(adopt("p1")), none());
  const std::uint32_t taken = today();
  pass_days(5);
  ASSERT_EQ(codes(publish("d-p1")), none());
  EXPECT_EQ(row("d-p1").getDecision().getPublishedOn(), taken + 5);
  const auto earlier = [&](schema::Act::Builder act) {
    test::set_moment(act.getPublished().initAt(), club_.now() - 3 * kDay_ms);
  };
  ASSERT_EQ(codes(publish("d-p1", earlier)), none()) << "elsewhere, and told later";
  EXPECT_EQ(row("d-p1").getDecision().getPublishedOn(), taken + 2);
  ASSERT_EQ(codes(publish("d-p1")), none());
  EXPECT_EQ(row("d-p1").getDecision().getPublishedOn(), taken + 2);
}

TEST_F(Published, other_things_have_it_in_their_history) {
  open_with({"p1"}, 9);
  for (const char* subject : {"p1", "s1", "cci-rules", "timbuktu", "es-semara-1", "cci-chair", "cci"}) {
    const std::uint64_t at = club_.size();
    ASSERT_EQ(codes(publish(subject)), none()) << subject;
    const auto newest = club_.reg().floor(Table::kRows, row_key(club_.number_of(subject), kNever));
    EXPECT_EQ(read_big_endian(newest->key.subspan(4)), at) << subject;
  }
}

TEST_F(Published, by_the_secretary_on_a_day_that_can_be) {
  open_with({"p1"}, 9);
  ASSERT_EQ(codes(adopt("p1")), none());
  EXPECT_TRUE(refused(publish("d-p1", {}, {Club::chair()}), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(publish("nothing"), Refusal::kUnknownSubject));
  const auto moved = [&](std::int64_t days) {
    return [=, this](schema::Act::Builder act) {
      test::set_moment(act.getPublished().initAt(), club_.now() + days * kDay_ms);
    };
  };
  EXPECT_TRUE(refused(publish("d-p1", moved(1)), Refusal::kTimeImpossible, "after the act"));
  EXPECT_TRUE(refused(publish("d-p1", moved(-1)), Refusal::kTimeImpossible, "was taken on"));
}

TEST_F(ExtractIssued, by_secretary_or_chair_from_entries_that_know_the_subject) {
  ASSERT_TRUE(table("p1"));
  const std::uint64_t size = club_.size();
  EXPECT_EQ(codes(issue("p1", size)), none());
  EXPECT_EQ(codes(issue("p1", size, {}, {Club::chair()})), none());
  EXPECT_TRUE(refused(issue("p1", size, {}, {Club::mandate("timbuktu-1")}), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(issue("p1", size - 1), Refusal::kBadValue, "know nothing of"));
  EXPECT_TRUE(refused(issue("p1", 0), Refusal::kBadValue, "head.size"));
  EXPECT_TRUE(refused(issue("p1", club_.size() + 1), Refusal::kBadValue, "head.size"));
  EXPECT_TRUE(refused(issue("p2", size), Refusal::kUnknownSubject));
  for (const std::uint32_t term : {0U, 2U})
    EXPECT_TRUE(
        refused(issue("p1", size, [term](schema::Act::Builder act) { act.getExtractIssued().getHead().setTerm(term); }),
                Refusal::kBadValue, "head.term"));
}

}  // namespace
}  // namespace jumelage::governance
