#include "crypto/sha256.h"

#include <openssl/evp.h>

#include "base/check.h"

namespace jumelage::crypto {
namespace {

// Looked up once: the look-up takes longer than hashing a node of the tree.
const EVP_MD* algorithm() {
  static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  JUMELAGE_CHECK(fetched != nullptr, "OpenSSL offers SHA-256");
  return fetched;
}

void begin(EVP_MD_CTX* context, const EVP_MD* type) {
  JUMELAGE_CHECK(EVP_DigestInit_ex2(context, type, nullptr) == 1, "hashing begins");
}

Sha256& of_this_thread() {
  thread_local Sha256 hash;
  return hash;
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const {
  EVP_MD_CTX_free(context);
}

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  JUMELAGE_CHECK(context_ != nullptr, "memory for a hash");
  begin(context_.get(), algorithm());
}

void Sha256::update(ByteView bytes) {
  JUMELAGE_CHECK(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1, "hashing goes on");
}

Digest Sha256::finish() {
  Digest digest;
  JUMELAGE_CHECK(EVP_DigestFinal_ex(context_.get(), digest.bytes.data(), nullptr) == 1, "hashing ends");
  begin(context_.get(), nullptr);  // the same algorithm again
  return digest;
}

Digest sha256(ByteView bytes) {
  return sha256({bytes});
}

Digest sha256(std::initializer_list<ByteView> parts) {
  Sha256& hash = of_this_thread();
  for (const ByteView part : parts) hash.update(part);
  return hash.finish();
}

}  // namespace jumelage::crypto
