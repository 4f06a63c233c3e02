// What a ledger is filled with while it is measured.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace jumelage::bench {

using Acts = std::vector<Bytes>;

class Mix {
 public:
  virtual ~Mix() = default;
  virtual Acts foundation() = 0;
  // The next acts, at least `count`. They follow those made before, and each other.
  virtual Acts singles(std::size_t count) = 0;
  virtual Acts packets(std::size_t count) = 0;
  // What has to be in the ledger before the acts made so far, and was not returned yet.
  virtual std::vector<std::string> take_documents() = 0;
  // How many acts that follow each other, from the first on, can be recorded whatever becomes of the others. 0: all
  // follow each other.
  virtual std::size_t independent() const = 0;
  // How many acts of each kind were made; empty: not counted.
  virtual std::map<std::string, std::size_t> kinds() const { return {}; }
};

// "register": somebody else's, imported. "council": the years of a living one. None: there is no such mix.
std::unique_ptr<Mix> make_mix(std::string_view name);
inline constexpr std::string_view kMixes[] = {"register", "council"};

}  // namespace jumelage::bench
