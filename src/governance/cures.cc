#include "governance/cures.h"

#include <algorithm>
#include <vector>

namespace jumelage::governance {
namespace {

// `cures(FindingRow::Reader)` says which of the findings made at that position end here.
template <class Cures>
void cure_where(Context& c, std::uint64_t position, Cures&& cures) {
  c.reader().scan(Table::kFindings, Key().u64(position), [&](Register::Item item) {
    RowMessage stored(item.value);
    const auto finding = stored.root<schema::FindingRow>();
    if (finding.getCuredAt() != kNever || !cures(finding)) return true;
    RowBuilder row;
    row.copy(finding).setCuredAt(c.position());
    c.put(Table::kFindings, item.key, row.bytes());
    return true;
  });
}

}  // namespace

void cure_findings_at(Context& c, std::uint64_t position) {
  cure_where(c, position, [](schema::FindingRow::Reader) { return true; });
}

bool cure_findings(Context& c, Number subject, std::span<const std::string_view> codes) {
  std::vector<std::uint64_t> positions;
  c.reader().scan(Table::kRows, Key().u32(subject), [&](Register::Item item) {
    positions.push_back(read_big_endian(item.key.subspan(4)));
    return true;
  });
  bool left = false;
  for (const std::uint64_t position : positions) {
    cure_where(c, position, [&](schema::FindingRow::Reader finding) {
      if (finding.getSubject() != subject) return false;
      const bool cured = std::find(codes.begin(), codes.end(), view(finding.getCode())) != codes.end();
      left |= !cured;
      return cured;
    });
  }
  return left;
}

}  // namespace jumelage::governance
