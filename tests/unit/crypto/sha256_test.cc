#include "crypto/sha256.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "base/hex.h"

namespace jumelage::crypto {
namespace {

// NIST, "Secure Hashing": the example values of FIPS 180-4.
constexpr std::string_view kEmpty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr std::string_view kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr std::string_view kTwoBlocks = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
constexpr std::string_view kMillion = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

std::string hex(const Digest& digest) {
  return to_hex(digest.view());
}

TEST(Sha256, gives_the_values_that_nist_published) {
  EXPECT_EQ(hex(sha256(ByteView{})), kEmpty);
  EXPECT_EQ(hex(sha256(as_bytes("abc"))), kAbc);
  EXPECT_EQ(hex(sha256(as_bytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))), kTwoBlocks);
  EXPECT_EQ(hex(sha256(as_bytes(std::string(1'000'000, 'a')))), kMillion);
}

TEST(Sha256, does_not_see_where_the_parts_of_a_message_meet) {
  EXPECT_EQ(hex(sha256({as_bytes("a"), ByteView{}, as_bytes("bc")})), kAbc);
  EXPECT_EQ(hex(sha256({ByteView{}, ByteView{}})), kEmpty);
}

TEST(Sha256, begins_anew_after_each_digest) {
  Sha256 hash;
  hash.update(as_bytes("ab"));
  hash.update(as_bytes("c"));
  EXPECT_EQ(hex(hash.finish()), kAbc);
  EXPECT_EQ(hex(hash.finish()), kEmpty);
  for (int i = 0; i < 1000; ++i) hash.update(as_bytes(std::string(1000, 'a')));
  Sha256 moved = std::move(hash);
  EXPECT_EQ(hex(moved.finish()), kMillion);
}

TEST(Sha256, two_hashes_do_not_disturb_each_other) {
  Sha256 open;
  open.update(as_bytes("a"));
  EXPECT_EQ(hex(sha256(as_bytes("abc"))), kAbc);
  std::string elsewhere;
  std::thread([&elsewhere] { elsewhere = hex(sha256(as_bytes("abc"))); }).join();
  EXPECT_EQ(elsewhere, kAbc);
  open.update(as_bytes("bc"));
  EXPECT_EQ(hex(open.finish()), kAbc);
}

}  // namespace
}  // namespace jumelage::crypto
