#include "store/documents.h"

#include <sys/stat.h>

#include <fstream>

#include "base/hex.h"
#include "store_fixture.h"

namespace jumelage::store {
namespace {

class DocumentsTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    std::filesystem::create_directory(folder_);
  }
  std::filesystem::path path_of(const Digest& digest) const {
    const std::string name = to_hex(digest.view());
    return folder_ / "documents" / name.substr(0, 2) / name;
  }
};

// FIPS 180-2, appendix B.1.
constexpr std::string_view kAbcDigest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST_F(DocumentsTest, a_document_is_kept_under_its_sha256_for_its_owner_only) {
  const Documents documents(folder_);
  const Digest digest = documents.put(as_bytes("abc")).value();
  EXPECT_EQ(to_hex(digest.view()), kAbcDigest);
  EXPECT_EQ(as_text(documents.get(digest).value()), "abc");
  EXPECT_TRUE(documents.exists(digest).value());
  struct stat info {};
  ASSERT_EQ(::stat((folder_ / "documents" / "ba" / kAbcDigest).c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600U);
}

TEST_F(DocumentsTest, putting_it_again_writes_nothing) {
  const Documents documents(folder_);
  const Digest digest = documents.put(as_bytes("abc")).value();
  struct stat before {};
  ASSERT_EQ(::stat(path_of(digest).c_str(), &before), 0);
  EXPECT_EQ(documents.put(as_bytes("abc")).value(), digest);
  struct stat after {};
  ASSERT_EQ(::stat(path_of(digest).c_str(), &after), 0);
  EXPECT_EQ(before.st_ino, after.st_ino);
}

TEST_F(DocumentsTest, putting_it_again_mends_a_file_of_another_length) {
  const Documents documents(folder_);
  const Digest digest = documents.put(as_bytes("abc")).value();
  std::ofstream(path_of(digest)) << "ab";
  ASSERT_TRUE(documents.put(as_bytes("abc")));
  EXPECT_EQ(as_text(documents.get(digest).value()), "abc");
}

TEST_F(DocumentsTest, putting_it_again_mends_a_damaged_file_of_the_same_length) {
  const Documents documents(folder_);
  const Digest digest = documents.put(as_bytes("abc")).value();
  std::ofstream(path_of(digest)) << "abd";
  ASSERT_TRUE(documents.put(as_bytes("abc")));
  EXPECT_EQ(as_text(documents.get(digest).value()), "abc");
}

TEST_F(DocumentsTest, damage_is_found_when_reading) {
  const Documents documents(folder_);
  const Digest digest = documents.put(as_bytes("the agreement")).value();
  std::ofstream(path_of(digest)) << "the agreemenT";
  const auto read = documents.get(digest);
  ASSERT_FALSE(read);
  EXPECT_TRUE(read.error().is(StoreError::kDamaged));
}

TEST_F(DocumentsTest, what_is_not_there_or_too_large_is_refused) {
  const Documents documents(folder_);
  const Digest digest = documents.put(as_bytes("abc")).value();
  Digest other = digest;
  other.bytes[31] ^= 1;
  const auto missing = documents.get(other);
  ASSERT_FALSE(missing);
  EXPECT_TRUE(missing.error().is(StoreError::kNotFound));
  EXPECT_FALSE(documents.exists(other).value());
  const auto large = documents.get(digest, 2);
  ASSERT_FALSE(large);
  EXPECT_TRUE(large.error().is(StoreError::kTooLarge));
  const auto too_large = documents.put(Bytes(kMaxDocumentBytes + 1));
  ASSERT_FALSE(too_large);
  EXPECT_TRUE(too_large.error().is(StoreError::kTooLarge));
}

TEST_F(DocumentsTest, destroying_removes_the_file_and_what_an_interrupted_put_left) {
  const Documents documents(folder_);
  const Digest digest = documents.put(as_bytes("abc")).value();
  std::ofstream(path_of(digest).string() + ".tmpAbCdEf") << "abc";
  EXPECT_TRUE(documents.destroy(digest).value());
  EXPECT_TRUE(std::filesystem::is_empty(folder_ / "documents" / "ba"));
  EXPECT_FALSE(documents.exists(digest).value());
  EXPECT_FALSE(documents.destroy(digest).value());
}

TEST_F(DocumentsTest, lists_documents_in_order_and_nothing_else) {
  const Documents documents(folder_);
  EXPECT_TRUE(documents.for_each([](const auto&) { return false; }));
  std::vector<Digest> put;
  for (int i = 0; i < 50; ++i) put.push_back(documents.put(as_bytes(std::to_string(i))).value());
  std::sort(put.begin(), put.end());
  std::ofstream(folder_ / "documents" / "README") << "x";
  std::ofstream(path_of(put[0]).string() + ".tmp123456") << "x";
  std::vector<Digest> listed;
  ASSERT_TRUE(documents.for_each([&](const Documents::Stored& stored) {
    listed.push_back(stored.digest);
    EXPECT_EQ(stored.bytes, documents.get(stored.digest).value().size());
    return listed.size() < 49;
  }));
  put.pop_back();
  EXPECT_EQ(listed, put);
}

}  // namespace
}  // namespace jumelage::store
