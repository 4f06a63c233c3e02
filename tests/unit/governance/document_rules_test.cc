// Documents beside the log, and the erasing of personal ones.
#include "crypto/sha256.h"
#include "unit/governance/club_test_support.h"

namespace jumelage::governance {
namespace {

using Role = schema::DocumentRef::Role;

// What the founding act says of p-1, p-2 and p-3.
const std::string kDocument1 = test::personal_document("p-1");
const std::string kDocument2 = test::personal_document("p-2");
const std::string kDocument3 = test::personal_document("p-3");

Digest digest_of(std::string_view content) {
  return crypto::sha256(as_bytes(content));
}

class Documents : public ::testing::Test {
 protected:
  static Club::Fill erasure(const std::vector<std::string>& contents) {
    return [=](ActBuilder act) {
      auto payload = act.initPersonalDataErased();
      auto documents = payload.initDocuments(static_cast<capnp::uint>(contents.size()));
      for (capnp::uint i = 0; i < documents.size(); ++i) documents.set(i, to_data(digest_of(contents[i]).view()));
      payload.setLegalBasis("right to erasure");
    };
  }
  static Club::Fill addition(const std::string& content, const char* to, Role role = Role::ANNEX,
                             bool erasable = false) {
    return [=](ActBuilder act) {
      auto payload = act.initDocumentAdded();
      test::set_document(payload.initDocument(), content, role, erasable);
      payload.setTo(to);
    };
  }
  std::uint64_t erased_at(const std::string& content) const {
    const Row<schema::DocumentRow> row(*club.reg().get(Table::kDocuments, digest_of(content).view()));
    return row.reader().getErasedAt();
  }
  Club club;
  const std::vector<Signs> erasers = {Club::data_protection_officer(), Club::secretary()};
};

TEST_F(Documents, AreAddedToASubjectByTheSecretary) {
  EXPECT_TRUE(refused(club.judge({Club::chair()}, addition("annex", "timbuktu")), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, addition("annex", "atlantis")), Refusal::kUnknownSubject));
  ASSERT_TRUE(recorded(club.record({Club::secretary()}, addition("annex", "timbuktu"))));
  EXPECT_EQ(erased_at("annex"), kNever);
}

TEST_F(Documents, ReplaceOnlyWhatIsRegistered) {
  const auto replacing = [](const char* what) {
    return [=](ActBuilder act) {
      addition("annex 2", "timbuktu")(act);
      act.getDocumentAdded().setReplaces(to_data(digest_of(what).view()));
    };
  };
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, replacing("unheard of")), Refusal::kDocumentUnknown));
  EXPECT_TRUE(recorded(club.judge({Club::secretary()}, replacing("charte"))));
}

TEST_F(Documents, AreErasableOrNotForEver) {
  ASSERT_TRUE(recorded(club.record({Club::secretary()}, addition("annex", "timbuktu"))));
  EXPECT_TRUE(recorded(club.judge({Club::secretary()}, addition("annex", "vijayawada"))));
  EXPECT_TRUE(
      refused(club.judge({Club::secretary()}, addition("annex", "vijayawada", Role::ANNEX, true)), Refusal::kBadValue));
}

TEST_F(Documents, ThatNamePersonsAreErasable) {
  const auto person = [&](const char* id, const std::string& content, Role role, bool erasable) {
    return club.judge({Club::secretary()}, [&](ActBuilder act) {
      auto payload = act.initPersonRegistered();
      payload.setId(id);
      test::set_document(payload.initDocument(), content, role, erasable);
    });
  };
  EXPECT_TRUE(recorded(person("p-9", "somebody", Role::PERSONAL, true)));
  EXPECT_TRUE(refused(person("p-9", "somebody", Role::PERSONAL, false), Refusal::kBadValue));
  EXPECT_TRUE(refused(person("p-9", "somebody", Role::ANNEX, true), Refusal::kBadValue));
  EXPECT_TRUE(refused(person("p-9", kDocument1, Role::PERSONAL, true), Refusal::kBadValue)) << "another's document";
  EXPECT_TRUE(refused(person("p-1", "somebody", Role::PERSONAL, true), Refusal::kIdTaken));
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, addition("a name", "timbuktu", Role::PERSONAL, true)),
                      Refusal::kWrongKind));
}

TEST_F(Documents, AreErasedByTheDataProtectionOfficerAndTheSecretary) {
  EXPECT_TRUE(refused(club.judge({erasers[0]}, erasure({kDocument2})), Refusal::kSignatureMissing));
  EXPECT_TRUE(refused(club.judge({erasers[1]}, erasure({kDocument2})), Refusal::kSignatureMissing));
  const auto erased = club.record(erasers, erasure({kDocument2}));
  ASSERT_TRUE(recorded(erased));
  const Digest digest = digest_of(kDocument2);
  EXPECT_EQ(erased.value().erased_documents, (std::vector<Bytes>{Bytes(digest.bytes.begin(), digest.bytes.end())}));
  EXPECT_EQ(erased_at(kDocument2), 1U);
  EXPECT_TRUE((*StateOf(club, "p-2")).getPerson().getErased());
  EXPECT_FALSE((*StateOf(club, "p-1")).getPerson().getErased());
}

TEST_F(Documents, AnErasureIsAboutThePersonsWhoseDocumentsGo) {
  event::ActBuilder act = club.draft(erasers, erasure({kDocument2, kDocument3}));
  ASSERT_EQ(act.root().getSubjects().size(), 2U);
  EXPECT_TRUE(recorded(club.judge(act)));
  act.root().initSubjects(0);
  EXPECT_TRUE(refused(club.judge(act), Refusal::kSubjectsMismatch));
}

TEST_F(Documents, ThatArePartOfTheRecordStay) {
  EXPECT_TRUE(refused(club.judge(erasers, erasure({"charte"})), Refusal::kNotErasable));
  EXPECT_TRUE(refused(club.judge(erasers, erasure({kDocument2, "charte"})), Refusal::kNotErasable));
  EXPECT_TRUE(refused(club.judge(erasers, erasure({"unheard of"})), Refusal::kDocumentUnknown));
  EXPECT_TRUE(refused(club.judge(erasers, erasure({kDocument2, kDocument2})), Refusal::kBadValue));
  EXPECT_TRUE(refused(club.judge(erasers, erasure({})), Refusal::kBadValue));
}

TEST_F(Documents, OnceErasedAreGone) {
  ASSERT_TRUE(recorded(club.record(erasers, erasure({kDocument2}))));
  EXPECT_TRUE(refused(club.judge(erasers, erasure({kDocument2})), Refusal::kImpossible));
  EXPECT_TRUE(refused(club.judge({Club::secretary()}, addition(kDocument2, "timbuktu", Role::ANNEX, true)),
                      Refusal::kDocumentUnknown));
}

TEST_F(Documents, ANewPersonalDocumentTakesTheEarlierOnesPlace) {
  ASSERT_TRUE(recorded(club.record({Club::secretary()}, addition("p-2 moved", "p-2", Role::PERSONAL, true))));
  ASSERT_TRUE(recorded(club.record(erasers, erasure({kDocument2}))));
  EXPECT_FALSE((*StateOf(club, "p-2")).getPerson().getErased()) << "the newer document is kept";
  ASSERT_TRUE(recorded(club.record(erasers, erasure({"p-2 moved"}))));
  EXPECT_TRUE((*StateOf(club, "p-2")).getPerson().getErased());
}

TEST_F(Documents, ANodeConfirmsWhatWasAskedFor) {
  const std::vector<Signs> node = {{"timbuktu/witness", schema::Capacity::NODE, "timbuktu"}};
  const event::ActBuilder asked = club.draft(erasers, erasure({kDocument2}));
  const event::Act act = std::move(event::Act::parse(asked.canonical())).value();
  const auto confirm = [&](ActBuilder builder) {
    erasure({kDocument2})(builder);
    auto ref = builder.getPersonalDataErased().initConfirms();
    ref.setId(to_data(act.id().view()));
    ref.setRecordedAt(act.reader().getRecordedAt().getUtc());
  };
  EXPECT_TRUE(refused(club.judge(node, confirm), Refusal::kUnknownSubject));
  ASSERT_TRUE(recorded(club.record(asked)));
  EXPECT_TRUE(refused(club.judge(erasers, confirm), Refusal::kSignatureMissing));
  const auto confirmed = club.judge(node, confirm);
  ASSERT_TRUE(recorded(confirmed));
  EXPECT_TRUE(confirmed.value().erased_documents.empty());
}

}  // namespace
}  // namespace jumelage::governance
