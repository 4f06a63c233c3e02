// RFC 6962's definitions, word for word, over SHA-256 from the crypto folder only: slow, and obviously right.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "crypto/sha256.h"
#include "merkle/reader.h"

namespace jumelage::merkle::naive {

using Hashes = std::span<const Digest>;

inline Digest hash_pair(const Digest& left, const Digest& right) {
  const std::uint8_t one[] = {1};
  return crypto::sha256({one, left.view(), right.view()});
}

inline Digest hash_leaf(std::string_view entry) {
  const std::uint8_t zero[] = {0};
  return crypto::sha256({zero, as_bytes(entry)});
}

inline std::vector<Digest> leaves(std::uint64_t count) {
  std::vector<Digest> out;
  for (std::uint64_t i = 0; i < count; ++i) out.push_back(hash_leaf("entry " + std::to_string(i)));
  return out;
}

// The largest power of two smaller than n.
inline std::size_t split(std::size_t n) {
  std::size_t k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

inline Digest root(Hashes d) {
  if (d.empty()) return crypto::sha256(ByteView{});
  if (d.size() == 1) return d[0];
  const std::size_t k = split(d.size());
  return hash_pair(root(d.first(k)), root(d.subspan(k)));
}

inline std::vector<Digest> path(std::size_t m, Hashes d) {
  if (d.size() == 1) return {};
  const std::size_t k = split(d.size());
  std::vector<Digest> out = m < k ? path(m, d.first(k)) : path(m - k, d.subspan(k));
  out.push_back(m < k ? root(d.subspan(k)) : root(d.first(k)));
  return out;
}

inline std::vector<Digest> subproof(std::size_t m, Hashes d, bool is_whole) {
  if (m == d.size()) return is_whole ? std::vector<Digest>{} : std::vector<Digest>{root(d)};
  const std::size_t k = split(d.size());
  std::vector<Digest> out = m <= k ? subproof(m, d.first(k), is_whole) : subproof(m - k, d.subspan(k), false);
  out.push_back(m <= k ? root(d.subspan(k)) : root(d.first(k)));
  return out;
}

// Every complete node of the tree over these leaves, and nothing else.
class Nodes final : public NodeReader {
 public:
  explicit Nodes(std::vector<Digest> row) {
    while (!row.empty()) {
      rows_.push_back(row);
      std::vector<Digest> above;
      for (std::size_t i = 0; i + 1 < row.size(); i += 2) above.push_back(hash_pair(row[i], row[i + 1]));
      row = std::move(above);
    }
  }
  Result<Digest> read(NodeId node) const override {
    ++reads;
    if (node.level >= rows_.size() || node.index >= rows_[node.level].size())
      return Error(MerkleErrorForTest::kAbsent, "not a complete node");
    return rows_[node.level][node.index];
  }
  mutable std::size_t reads = 0;

 private:
  enum class MerkleErrorForTest { kAbsent };
  friend std::string_view code_name(MerkleErrorForTest) { return "test.absent"; }
  std::vector<std::vector<Digest>> rows_;
};

// Tiles as a store would keep them.
class Tiles final : public TileReader {
 public:
  Result<ByteView> read(TileId tile) const override {
    const auto found = stored.find(tile);
    if (found == stored.end()) return Error(Absent::kAbsent, "no such tile");
    ++reads;
    return ByteView(found->second);
  }
  Result<void> write(TileId tile, ByteView bytes) {
    stored[tile] = Bytes(bytes.begin(), bytes.end());
    return ok();
  }
  std::map<TileId, Bytes> stored;
  mutable std::size_t reads = 0;

 private:
  enum class Absent { kAbsent };
  friend std::string_view code_name(Absent) { return "test.absent"; }
};

}  // namespace jumelage::merkle::naive
