// Documents that an act erased: destroyed, or said to be still there, and never stored again.
#include "ledger/kept_documents.h"

#include <fstream>

#include "base/hex.h"
#include "crypto/sha256.h"
#include "ledger/ledger_error.h"
#include "ledger_fixture.h"

namespace jumelage::ledger {
namespace {

// Personal documents of the founding.
const std::string kSecond = test::personal_document("p-2");
const std::string kThird = test::personal_document("p-3");

// Personal documents of the founding, by their contents.
class KeptDocuments : public LedgerTest {
 protected:
  static Digest digest_of(const std::string& content) { return crypto::sha256(as_bytes(content)); }

  Bytes erasure(const std::vector<std::string>& contents) {
    const auto draft =
        club_.draft({test::Club::data_protection_officer(), test::Club::secretary()}, [&](schema::Act::Builder act) {
          auto erased = act.initPersonalDataErased();
          auto documents = erased.initDocuments(static_cast<capnp::uint>(contents.size()));
          for (capnp::uint i = 0; i < documents.size(); ++i) {
            const Digest digest = digest_of(contents[i]);
            documents.set(i, {digest.bytes.data(), digest.bytes.size()});
          }
          erased.setLegalBasis("right to erasure");
        });
    const auto recorded = club_.record(draft);
    EXPECT_TRUE(recorded) << recorded.error().message();
    return bytes_of(club_.seal(draft));
  }
  // Something beside the document that cannot be unlinked as a file, as a disk that is read-only could not be.
  std::filesystem::path obstacle(const std::string& content) const {
    const std::string name = to_hex(digest_of(content).view());
    return folder_ / "ledger" / "documents" / name.substr(0, 2) / (name + ".obstacle");
  }
  std::filesystem::path document_folder(const std::string& content) const {
    return folder_ / "ledger" / "documents" / to_hex(digest_of(content).view()).substr(0, 2);
  }
  bool is_there(const std::string& content) const {
    return ledger_->stores().documents.exists(digest_of(content)).value();
  }
  bool is_refused_as_erased(const std::string& content) {
    const auto put = ledger_->put_document(as_bytes(content));
    return !put && put.error().is(LedgerError::kDocumentErased);
  }
  void write_pending(const std::string& content) {
    auto& stores = const_cast<Stores&>(ledger_->stores());
    auto txn = stores.environment->write();
    ASSERT_TRUE(note_erasures(stores, txn.value(), {digest_of(content)}));
    ASSERT_TRUE(txn.value().commit());
  }
};

TEST_F(KeptDocuments, that_an_act_erases_are_destroyed_and_the_submitter_is_told_so) {
  const Answer answer = ledger_->append_one(erasure({kSecond, kThird}));
  ASSERT_TRUE(answer) << answer.error().message();
  EXPECT_EQ(answer.value().destroyed.size(), 2U);
  EXPECT_TRUE(answer.value().not_yet_destroyed.empty());
  EXPECT_FALSE(is_there(kSecond));
  EXPECT_FALSE(is_there(kThird));
  const Answer other = ledger_->append_one(proposal("park"));
  EXPECT_TRUE(other.value().destroyed.empty());
}

TEST_F(KeptDocuments, that_cannot_be_destroyed_are_said_to_be_there_and_keep_no_other_from_it) {
  std::string stays = kSecond;
  std::string goes = kThird;
  if (digest_of(goes) < digest_of(stays)) std::swap(stays, goes);  // they are destroyed in the order of their digests
  std::filesystem::create_directory(obstacle(stays));
  const Answer answer = ledger_->append_one(erasure({stays, goes}));
  ASSERT_TRUE(answer) << answer.error().message();
  EXPECT_EQ(answer.value().destroyed, std::vector<Digest>{digest_of(goes)});
  EXPECT_EQ(answer.value().not_yet_destroyed, std::vector<Digest>{digest_of(stays)});
  EXPECT_FALSE(is_there(goes));

  std::filesystem::remove(obstacle(stays));
  reopen();
  EXPECT_FALSE(is_there(stays)) << "made good at the next opening";
  const auto txn = ledger_->stores().environment->read();
  EXPECT_FALSE(ledger_->stores().meta.get(txn.value(), "ledger.erasing").value()) << "and struck off";
}

TEST_F(KeptDocuments, once_erased_are_not_stored_again) {
  ASSERT_TRUE(ledger_->put_document(as_bytes(kSecond))) << "until then they may be";
  ASSERT_TRUE(ledger_->append_one(erasure({kSecond})));
  EXPECT_TRUE(is_refused_as_erased(kSecond));
  EXPECT_FALSE(is_there(kSecond));
  EXPECT_TRUE(ledger_->put_document(as_bytes(kThird)));
  EXPECT_TRUE(ledger_->put_document(as_bytes("another")));
  reopen();
  EXPECT_TRUE(is_refused_as_erased(kSecond));
}

TEST_F(KeptDocuments, whose_erasure_is_pending_are_not_stored_although_the_log_was_cut_back_before_it) {
  write_pending(kSecond);
  EXPECT_TRUE(is_refused_as_erased(kSecond));
}

TEST_F(KeptDocuments, are_not_judged_by_a_register_that_is_being_made_again) {
  ASSERT_TRUE(ledger_->append_one(erasure({kSecond})));
  ASSERT_TRUE(ledger_->rebuild([&](std::uint64_t, std::uint64_t) {
    const auto put = ledger_->put_document(as_bytes(kSecond));
    EXPECT_TRUE(!put && put.error().is(LedgerError::kBusy));
  }));
  EXPECT_TRUE(is_refused_as_erased(kSecond));
}

TEST_F(KeptDocuments, brought_for_acts_that_are_refused_are_taken_back_but_for_what_is_registered) {
  const std::vector<ByteView> contents = {as_bytes("a letter"), as_bytes(kSecond)};
  const auto brought = ledger_->bring_documents(contents);
  ASSERT_TRUE(brought) << brought.error().message();
  EXPECT_EQ(brought.value(), std::vector<Digest>{digest_of("a letter")}) << "the other was there before";
  ASSERT_TRUE(is_there("a letter"));
  ASSERT_TRUE(ledger_->take_back(brought.value()));
  EXPECT_FALSE(is_there("a letter"));
  ASSERT_TRUE(ledger_->take_back({digest_of(kSecond)}));
  EXPECT_TRUE(is_there(kSecond));
}

TEST_F(KeptDocuments, brought_by_a_process_that_ended_half_way_are_gone_after_the_next_opening) {
  ASSERT_TRUE(ledger_->bring_documents({as_bytes("a letter")}));
  std::ofstream(document_folder("a letter") / (to_hex(digest_of("a letter").view()) + ".tmpAb12Cd")) << "half of it";
  ASSERT_TRUE(ledger_->put_document(as_bytes("a poster")));
  reopen();
  EXPECT_FALSE(is_there("a letter"));
  EXPECT_TRUE(std::filesystem::is_empty(document_folder("a letter"))) << "unfinished copies go with it";
  EXPECT_TRUE(is_there("a poster")) << "what somebody asked to be kept stays";
  EXPECT_TRUE(is_there(kSecond));
}

TEST_F(KeptDocuments, brought_and_registered_stay_although_the_log_is_cut_later) {
  const std::string text = "Texte de la convention";
  const auto draft = club_.draft({test::Club::secretary()}, [&](schema::Act::Builder act) {
    auto tabled = act.initProposalTabled();
    tabled.setId("convention");
    tabled.setBody("cci");
    test::set_title(tabled.initTitle(1), "Convention");
    test::set_document(tabled.initTexts(1)[0], text);
  });
  ASSERT_TRUE(ledger_->bring_documents({as_bytes(text)}));
  ASSERT_TRUE(ledger_->append_one(bytes_of(club_.seal(draft))));
  ASSERT_TRUE(ledger_->truncate(TreeSize{1}));
  reopen();
  EXPECT_TRUE(is_there(text)) << "its act may be submitted again";
}

TEST_F(KeptDocuments, once_erased_are_not_brought_again) {
  ASSERT_TRUE(ledger_->append_one(erasure({kSecond})));
  const auto brought = ledger_->bring_documents({as_bytes("a letter"), as_bytes(kSecond)});
  ASSERT_FALSE(brought);
  EXPECT_TRUE(brought.error().is(LedgerError::kDocumentErased)) << brought.error().message();
  EXPECT_FALSE(is_there("a letter"));
}

TEST_F(KeptDocuments, are_registered_once_an_act_in_the_log_names_them) {
  EXPECT_TRUE(ledger_->has_registered(digest_of(kSecond)).value());
  ASSERT_TRUE(ledger_->put_document(as_bytes("a letter")));
  EXPECT_FALSE(ledger_->has_registered(digest_of("a letter")).value()) << "it is only stored";
}

}  // namespace
}  // namespace jumelage::ledger
