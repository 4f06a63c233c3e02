// data/merkle-proof-vectors.json: what others' implementation accepts and refuses.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "base/files.h"
#include "crypto/base64.h"
#include "crypto/sha256.h"
#include "merkle/proof.h"

namespace jumelage::merkle {
namespace {

using Json = rapidjson::Value;

const rapidjson::Document& vectors() {
  static const rapidjson::Document document = [] {
    const Bytes text = read_file(JUMELAGE_TEST_DATA "/merkle-proof-vectors.json", 1 << 20).value();
    rapidjson::Document parsed;
    parsed.Parse(as_text(text).data(), text.size());
    return parsed;
  }();
  return document;
}

// Some cases have nothing, or text such as "don't care", where a hash should be. By our types a hash is 32 bytes, so
// a hash of that text stands in: another one as a root than as a leaf, for these are different kinds of text.
Digest digest(const Json& json, std::string_view role) {
  const Bytes bytes = crypto::from_base64(json.GetString()).value();
  return Digest::from(bytes).value_or(crypto::sha256({as_bytes(role), bytes}));
}

std::vector<Digest> proof(const Json& json) {
  std::vector<Digest> out;
  if (json.IsArray())
    for (const Json& hash : json.GetArray()) out.push_back(digest(hash, "step"));
  return out;
}

TEST(ProofVectors, inclusion) {
  const auto cases = vectors()["inclusion"].GetArray();
  ASSERT_EQ(cases.Size(), 98U);
  for (const Json& c : cases) {
    const auto outcome = verify_inclusion({c["leafIdx"].GetUint64()}, {c["treeSize"].GetUint64()},
                                          digest(c["leafHash"], "leaf"), proof(c["proof"]), digest(c["root"], "root"));
    EXPECT_EQ(!outcome, c["wantErr"].GetBool()) << c["case"].GetString();
  }
}

TEST(ProofVectors, consistency) {
  const auto cases = vectors()["consistency"].GetArray();
  ASSERT_EQ(cases.Size(), 98U);
  for (const Json& c : cases) {
    const auto outcome = verify_consistency({c["size1"].GetUint64()}, {c["size2"].GetUint64()},
                                            digest(c["root1"], "root"), digest(c["root2"], "root"), proof(c["proof"]));
    EXPECT_EQ(!outcome, c["wantErr"].GetBool()) << c["case"].GetString();
  }
}

}  // namespace
}  // namespace jumelage::merkle
