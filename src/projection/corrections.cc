#include "projection/corrections.h"

namespace jumelage::projection {

std::vector<std::uint64_t> corrections_of(const Register& reg, std::uint64_t target) {
  const auto prefix = governance::Key().bytes(as_bytes("correction")).u8(0).u64(target);
  std::vector<std::uint64_t> positions;
  reg.scan(governance::Table::kCounters, prefix, [&](Register::Item item) {
    positions.push_back(governance::read_big_endian(item.key.subspan(prefix.view().size())));
    return true;
  });
  return positions;
}

}  // namespace jumelage::projection
