#include "governance/cures.h"

namespace jumelage::governance {

void cure_findings(Context& c, std::uint64_t position, Number subject) {
  c.reader().scan(Table::kFindings, Key().u64(position), [&](Register::Item item) {
    RowMessage stored(item.value);
    const auto finding = stored.root<schema::FindingRow>();
    if (finding.getSubject() != subject || finding.getCuredAt() != kNever) return true;
    RowBuilder row;
    row.copy(finding).setCuredAt(c.position());
    c.put(Table::kFindings, item.key, row.bytes());
    return true;
  });
}

void cure_all_findings(Context& c, Number subject) {
  c.reader().scan(Table::kRows, Key().u32(subject), [&](Register::Item item) {
    cure_findings(c, read_big_endian(item.key.subspan(4)), subject);
    return true;
  });
}

}  // namespace jumelage::governance
