#include "governance/cures.h"

namespace jumelage::governance {
namespace {

void cure(Context& c, Register::Item item, schema::FindingRow::Reader finding) {
  RowBuilder row;
  row.copy(finding).setCuredAt(c.position());
  c.put(Table::kFindings, item.key, row.bytes());
}

bool is_open(schema::FindingRow::Reader finding, Number subject) {
  return finding.getCuredAt() == kNever && (subject == 0 || finding.getSubject() == subject);
}

// An act that finds something about a subject also leaves a row of it.
std::vector<std::uint64_t> positions_of(const Context& c, Number subject) {
  std::vector<std::uint64_t> positions;
  c.reader().scan(Table::kRows, Key().u32(subject), [&](Register::Item item) {
    const std::uint64_t position = read_big_endian(item.key.subspan(4));
    if (position < c.position()) positions.push_back(position);
    return true;
  });
  return positions;
}

}  // namespace

void cure_findings_of(Context& c, std::uint64_t position, Number subject) {
  c.reader().scan(Table::kFindings, Key().u64(position), [&](Register::Item item) {
    const Row<schema::FindingRow> stored(item.value);
    if (is_open(stored.reader(), subject)) cure(c, item, stored.reader());
    return true;
  });
}

bool cure_findings_about(Context& c, Number subject, const ChosenFindings& chosen) {
  bool left = false;
  for (const std::uint64_t position : positions_of(c, subject)) {
    c.reader().scan(Table::kFindings, Key().u64(position), [&](Register::Item item) {
      const Row<schema::FindingRow> stored(item.value);
      if (!is_open(stored.reader(), subject)) return true;
      if (chosen(position, view(stored.reader().getCode()))) {
        cure(c, item, stored.reader());
      } else {
        left = true;
      }
      return true;
    });
  }
  return left;
}

}  // namespace jumelage::governance
