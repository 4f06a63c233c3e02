#include "cli/nearest.h"

#include <algorithm>

#include "base/edit_distance.h"

namespace jumelage::cli {
std::string nearest(std::string_view name, const std::vector<std::string>& candidates) {
  if (name.size() > kLongestComparedName) return {};
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > kLongestComparedName) continue;
    const std::size_t d = edit_distance(name, candidate);
    if (d < best_distance && d < candidate.size()) {
      best = candidate;
      best_distance = d;
    }
  }
  return best;
}

}  // namespace jumelage::cli
