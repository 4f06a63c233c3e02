// Documents that name a person: salted, and without a title, or not in the log.
#include "ledger/named_documents.h"

#include "ledger/ledger_error.h"
#include "ledger_fixture.h"

namespace jumelage::ledger {
namespace {

using Role = schema::DocumentRef::Role;

class NamedDocuments : public LedgerTest {
 protected:
  Bytes person(const std::string& content, const char* title = nullptr) const {
    return bytes_of(club_.seal(club_.draft({test::Club::secretary()}, [&](schema::Act::Builder act) {
      auto registered = act.initPersonRegistered();
      registered.setId("p-9");
      test::set_document(registered.initDocument(), content, Role::PERSONAL, true);
      if (title != nullptr) registered.getDocument().setTitle(title);
    })));
  }
  bool is_refused_as_not_personal(Bytes act) {
    const Answer answer = ledger_->append_one(std::move(act));
    return !answer && answer.error().is(LedgerError::kNotPersonal);
  }
};

TEST_F(NamedDocuments, that_name_a_person_have_salt) {
  ASSERT_TRUE(ledger_->put_document(as_bytes("Jane Doe")));
  EXPECT_TRUE(is_refused_as_not_personal(person("Jane Doe")));
  const std::string salted = test::personal_document("Jane Doe");
  ASSERT_TRUE(ledger_->put_document(as_bytes(salted)));
  const Answer answer = ledger_->append_one(person(salted));
  EXPECT_TRUE(answer) << answer.error().message();
}

TEST_F(NamedDocuments, that_name_a_person_have_no_title) {
  const std::string salted = test::personal_document("Jane Doe");
  ASSERT_TRUE(ledger_->put_document(as_bytes(salted)));
  EXPECT_TRUE(is_refused_as_not_personal(person(salted, "Jane Doe")));
}

TEST_F(NamedDocuments, of_the_role_personal_have_salt_whatever_names_them) {
  ASSERT_TRUE(ledger_->put_document(as_bytes("Jane Doe")));
  const auto draft = club_.draft({test::Club::secretary()}, [&](schema::Act::Builder act) {
    auto tabled = act.initProposalTabled();
    tabled.setId("convention");
    tabled.setBody("cci");
    test::set_title(tabled.initTitle(1), "Convention");
    test::set_document(tabled.initTexts(1)[0], "Jane Doe", Role::PERSONAL, true);
  });
  EXPECT_TRUE(is_refused_as_not_personal(bytes_of(club_.seal(draft))));
}

TEST_F(NamedDocuments, cannot_lose_their_salt_by_being_named_twice_in_one_act) {
  ASSERT_TRUE(ledger_->put_document(as_bytes("Jane Doe")));
  const auto draft = club_.draft({test::Club::secretary()}, [&](schema::Act::Builder act) {
    auto registered = act.initPersonRegistered();
    registered.setId("p-9");
    test::set_document(registered.initDocument(), "Jane Doe", Role::PERSONAL, true);
    test::set_document(act.initDocuments(1)[0], "Jane Doe", Role::TEXT, true);
  });
  EXPECT_TRUE(is_refused_as_not_personal(bytes_of(club_.seal(draft))));
}

}  // namespace
}  // namespace jumelage::ledger
