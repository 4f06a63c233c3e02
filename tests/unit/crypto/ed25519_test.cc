#include "crypto/ed25519.h"

#include <gtest/gtest.h>

#include <type_traits>

#include "base/hex.h"

namespace jumelage::crypto {
namespace {

static_assert(!std::is_copy_constructible_v<SigningKey> && !std::is_copy_assignable_v<SigningKey>);

Bytes bytes(std::string_view hex) {
  return from_hex(hex).value();
}
KeyId key_id(std::string_view hex) {
  return KeyId::from(bytes(hex)).value();
}

struct Vector {
  std::string_view seed, key, message, signature;
};
// RFC 8032, section 7.1: tests 1, 2, 3 and SHA(abc).
constexpr Vector kVectors[] = {{"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                                "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
                               {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
                               {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                                "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"},
                               {"833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
                                "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
                                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                                "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
                                "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
                                "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"}};

TEST(Ed25519, signs_and_verifies_as_rfc_8032_does) {
  for (const Vector& v : kVectors) {
    const SigningKey key = SigningKey::from_seed(bytes(v.seed));
    EXPECT_EQ(to_hex(key.id().view()), v.key);
    EXPECT_EQ(to_hex(key.seed()), v.seed);
    EXPECT_EQ(to_hex(key.sign(bytes(v.message))), v.signature);
    EXPECT_TRUE(verify(key_id(v.key), bytes(v.message), bytes(v.signature)));
    EXPECT_TRUE(is_valid_public_key(key_id(v.key)));
  }
}

TEST(Ed25519, refuses_every_changed_bit) {
  const Vector& v = kVectors[2];
  const KeyId key = key_id(v.key);
  const Bytes message = bytes(v.message);
  const Bytes signature = bytes(v.signature);
  for (std::size_t bit = 0; bit < kSignatureBytes * 8; ++bit) {
    Bytes changed = signature;
    changed[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    EXPECT_FALSE(verify(key, message, changed)) << bit;
  }
  for (std::size_t bit = 0; bit < KeyId::kSize * 8; ++bit) {
    KeyId changed = key;
    changed.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
    EXPECT_FALSE(verify(changed, message, signature)) << bit;
  }
  EXPECT_FALSE(verify(key, bytes("af83"), signature));
}

TEST(Ed25519, refuses_a_signature_of_another_length) {
  const SigningKey key = SigningKey::generate();
  const Signature signature = key.sign(as_bytes("act"));
  Bytes longer(signature.begin(), signature.end());
  longer.push_back(0);
  EXPECT_TRUE(verify(key.id(), as_bytes("act"), signature));
  EXPECT_FALSE(verify(key.id(), as_bytes("act"), longer));
  EXPECT_FALSE(verify(key.id(), as_bytes("act"), ByteView(signature).first(63)));
  EXPECT_FALSE(verify(key.id(), as_bytes("act"), {}));
}

// S + L verifies under the equation alone: a second signature made from the first, without the key.
TEST(Ed25519, refuses_the_malleable_twin_of_a_signature) {
  const Vector& v = kVectors[1];
  const Bytes order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
  Bytes twin = bytes(v.signature);
  unsigned carry = 0;
  for (std::size_t i = 0; i < 32; ++i) {
    carry += static_cast<unsigned>(twin[32 + i]) + order[i];
    twin[32 + i] = static_cast<std::uint8_t>(carry & 0xff);
    carry >>= 8;
  }
  ASSERT_EQ(carry, 0U);
  EXPECT_FALSE(verify(key_id(v.key), bytes(v.message), twin));
}

// The points of order 1, 2, 4 and 8, some in a second encoding too: "Taming the many EdDSAs" (Chalkias, Garillot,
// Nikolaenko, 2020), table 6.
constexpr std::string_view kSmallOrder[] = {"0100000000000000000000000000000000000000000000000000000000000000",
                                            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                                            "0000000000000000000000000000000000000000000000000000000000000080",
                                            "0000000000000000000000000000000000000000000000000000000000000000",
                                            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                                            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                                            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                                            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                                            "0100000000000000000000000000000000000000000000000000000000000080",
                                            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                                            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                                            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                                            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                                            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"};

TEST(Ed25519, refuses_keys_of_small_order_and_second_encodings) {
  for (const std::string_view hex : kSmallOrder) EXPECT_FALSE(is_valid_public_key(key_id(hex))) << hex;
}

// Under the neutral point anything verifies by the equation: R = S·B with S = 0 is the neutral point itself.
TEST(Ed25519, refuses_what_anybody_can_forge_under_a_key_of_small_order) {
  Bytes forged(kSignatureBytes, 0);
  forged[0] = 1;
  for (const std::string_view hex : kSmallOrder) EXPECT_FALSE(verify(key_id(hex), as_bytes("any act"), forged)) << hex;
}

TEST(Ed25519, refuses_keys_outside_the_prime_order_group_or_off_the_curve) {
  // The same source, table 5: a point of mixed order.
  EXPECT_FALSE(is_valid_public_key(key_id("cdb267ce40c5cd45306fa5d2f29731459387dbf9eb933b7bd5aed9a765b88d4d")));
  EXPECT_FALSE(is_valid_public_key(key_id("0200000000000000000000000000000000000000000000000000000000000000")));
  KeyId all_ones;
  all_ones.bytes.fill(0xff);
  EXPECT_FALSE(is_valid_public_key(all_ones));
}

TEST(SigningKey, is_another_one_each_time_and_survives_a_move) {
  SigningKey key = SigningKey::generate();
  const KeyId id = key.id();
  EXPECT_NE(id, SigningKey::generate().id());
  EXPECT_TRUE(is_valid_public_key(id));
  const SigningKey moved = std::move(key);
  EXPECT_EQ(moved.id(), id);
  EXPECT_EQ(SigningKey::from_seed(moved.seed()).id(), id);
  EXPECT_TRUE(verify(id, as_bytes("act"), moved.sign(as_bytes("act"))));
}

}  // namespace
}  // namespace jumelage::crypto
