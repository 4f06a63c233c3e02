#include "crypto/key_protection.h"

#include <fmt/format.h>
#include <openssl/asn1t.h>
#include <openssl/err.h>
#include <openssl/objects.h>

#include <array>
#include <bit>

#include "base/check.h"
#include "crypto/random.h"

namespace jumelage::crypto {
namespace {

// OWASP's password storage guide: as strong as N = 2^17 with p = 1, in 16 MiB instead of 128. OpenSSL refuses to
// use more than 32 MiB when it reads a file.
constexpr std::uint64_t kCost = 1U << 14;
constexpr std::uint64_t kBlockSize = 8;
constexpr std::uint64_t kParallel = 5;
constexpr std::uint64_t kMaxParallel = 4 * kParallel;
constexpr std::size_t kSaltBytes = 16;

using OwnedPbe2 = Owned<PBE2PARAM, PBE2PARAM_free>;
using OwnedScrypt = Owned<SCRYPT_PARAMS, SCRYPT_PARAMS_free>;

Error unsupported(std::string_view what) {
  return {CryptoError::kUnsupportedProtection,
          fmt::format("the key file is protected {}; write it again with: openssl pkcs8 -topk8 -scrypt -scrypt_N 16384 "
                      "-scrypt_p 5",
                      what)};
}

int method_of(const X509_ALGOR& algorithm) {
  const ASN1_OBJECT* object = nullptr;
  X509_ALGOR_get0(&object, nullptr, nullptr, &algorithm);
  return OBJ_obj2nid(object);
}

// The algorithm's parameters as that structure; nothing when they are something else.
template <class T>
T* parameters_of(const X509_ALGOR& algorithm, const ASN1_ITEM* item) {
  auto* found = static_cast<T*>(ASN1_TYPE_unpack_sequence(item, algorithm.parameter));
  ERR_clear_error();
  return found;
}

// Zero, which no parameter may be, also for a number that is negative or has more than 64 bits.
std::uint64_t number_or_zero(const ASN1_INTEGER* number) {
  std::uint64_t value = 0;
  const bool is_small = ASN1_INTEGER_get_uint64(&value, number) == 1;
  ERR_clear_error();
  return is_small ? value : 0;
}

bool is_bounded(const SCRYPT_PARAMS& scrypt) {
  const std::uint64_t cost = number_or_zero(scrypt.costParameter);
  const std::uint64_t block_size = number_or_zero(scrypt.blockSize);
  const std::uint64_t parallel = number_or_zero(scrypt.parallelizationParameter);
  return cost >= 2 && cost <= kCost && std::has_single_bit(cost) && block_size >= 1 && block_size <= kBlockSize &&
         parallel >= 1 && parallel <= kMaxParallel;
}

}  // namespace

OwnedAlgorithm new_protection() {
  std::array<std::uint8_t, kSaltBytes> salt;
  fill_random(salt);
  return OwnedAlgorithm(PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), salt.data(), static_cast<int>(salt.size()), nullptr,
                                              kCost, kBlockSize, kParallel));
}

Result<void> check_protection(const X509_ALGOR& algorithm) {
  if (method_of(algorithm) != NID_pbes2) return unsupported("by an old method");
  const OwnedPbe2 pbes2(parameters_of<PBE2PARAM>(algorithm, ASN1_ITEM_rptr(PBE2PARAM)));
  if (!pbes2) return unsupported("by a method that it describes badly");
  if (method_of(*pbes2->encryption) != NID_aes_256_cbc) return unsupported("by another cipher than AES-256-CBC");
  if (method_of(*pbes2->keyfunc) != NID_id_scrypt) return unsupported("by another key derivation than scrypt");
  const OwnedScrypt scrypt(parameters_of<SCRYPT_PARAMS>(*pbes2->keyfunc, ASN1_ITEM_rptr(SCRYPT_PARAMS)));
  if (!scrypt || !is_bounded(*scrypt)) return unsupported("by scrypt with parameters above N=16384, r=8, p=20");
  return ok();
}

}  // namespace jumelage::crypto
