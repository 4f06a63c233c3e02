// VisibilityChanged: who may be given the bytes of a document.
#include "crypto/sha256.h"
#include "unit/governance/club_test_support.h"

namespace jumelage::governance {
namespace {

using Role = schema::DocumentRef::Role;
using schema::Visibility;

class Visible : public ::testing::Test {
 protected:
  Visible() {
    const auto added = club.record({Club::secretary()}, [](ActBuilder act) {
      auto payload = act.initDocumentAdded();
      test::set_document(payload.initDocument(), "annex", Role::ANNEX, true);
      payload.setTo("timbuktu");
    });
    EXPECT_TRUE(recorded(added));
  }
  static Club::Fill show(const std::string& content, Visibility to) {
    return [=](ActBuilder act) {
      auto payload = act.initVisibilityChanged();
      payload.setDocument(to_data(crypto::sha256(as_bytes(content)).view()));
      payload.setVisibility(to);
      payload.setReason("as the council wishes");
    };
  }
  Row<schema::DocumentRow> document(const std::string& content) const {
    return Row<schema::DocumentRow>(*club.reg().get(Table::kDocuments, crypto::sha256(as_bytes(content)).view()));
  }
  Club club;
};

TEST_F(Visible, ADocumentIsShownToMoreOrToFewer) {
  ASSERT_TRUE(recorded(club.record({Club::secretary()}, show("annex", Visibility::PUBLIC))));
  EXPECT_EQ(document("annex").reader().getVisibility(), Visibility::PUBLIC);
  EXPECT_EQ(document("annex").reader().getVisibilityAt(), club.size() - 1);
  EXPECT_EQ(document("annex").reader().getRegisteredAt(), 1U) << "the rest of what is known of it stays";
  ASSERT_TRUE(recorded(club.record({Club::secretary()}, show("annex", Visibility::MEMBERS))));
  EXPECT_EQ(document("annex").reader().getVisibility(), Visibility::MEMBERS);
}

TEST_F(Visible, TheSecretaryDecides) {
  EXPECT_TRUE(refused(club.judge({Club::chair()}, show("annex", Visibility::PUBLIC)), Refusal::kSignatureMissing));
}

TEST_F(Visible, AChangeMustChangeSomething) {
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, show("annex", Visibility::MEMBERS)), Refusal::kImpossible));
  EXPECT_TRUE(
      refused(club.judge({Club::secretary()}, show("unheard of", Visibility::PUBLIC)), Refusal::kDocumentUnknown));
}

TEST_F(Visible, WhatNamesAPersonIsNeverMadePublic) {
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, show(test::personal_document("p-1"), Visibility::PUBLIC)),
                      Refusal::kBadValue));
}

TEST_F(Visible, WhatWasErasedIsShownToNobody) {
  ASSERT_TRUE(recorded(club.record({Club::data_protection_officer(), Club::secretary()}, [](ActBuilder act) {
    auto payload = act.initPersonalDataErased();
    payload.initDocuments(1).set(0, to_data(crypto::sha256(as_bytes("annex")).view()));
    payload.setLegalBasis("right to erasure");
  })));
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, show("annex", Visibility::PUBLIC)), Refusal::kImpossible));
}

}  // namespace
}  // namespace jumelage::governance
