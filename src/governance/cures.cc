#include "governance/cures.h"

#include <algorithm>

#include "governance/finding_codes.h"

namespace jumelage::governance {

std::vector<OpenFinding> open_findings(Context& c, Number subject) {
  std::vector<std::uint64_t> positions;
  c.reader().scan(Table::kRows, Key().u32(subject), [&](Register::Item item) {
    positions.push_back(read_big_endian(item.key.subspan(4)));
    return true;
  });
  std::vector<OpenFinding> open;
  for (const std::uint64_t position : positions) {
    for (std::uint16_t place = 0;; ++place) {
      const auto row = c.load<schema::FindingRow>(Table::kFindings, finding_key(position, place));
      if (!row) break;
      const bool concerns = row->getSubject() == subject || row->getSubject() == 0;
      if (concerns && row->getCuredAt() == kNever)
        open.push_back({position, place, view(row->getCode()), row->getSubject(), row->getCause()});
    }
  }
  return open;
}

bool cure(Context& c, Number subject, const WhichFindings& which) {
  bool irregular = false;
  for (const OpenFinding& finding : open_findings(c, subject)) {
    if (!which(finding)) {
      irregular = irregular || finding.subject == subject;
      continue;
    }
    const Key key = finding_key(finding.position, finding.place);
    amend_row<schema::FindingRow>(c, Table::kFindings, key, *c.reader().get(Table::kFindings, key),
                                  [&](schema::FindingRow::Builder row) { row.setCuredAt(c.position()); });
  }
  return irregular;
}

bool cure(Context& c, Number subject, std::span<const std::string_view> codes) {
  return cure(c, subject, [&](const OpenFinding& finding) {
    return finding.subject == subject && std::find(codes.begin(), codes.end(), finding.code) != codes.end();
  });
}

void cure_all(Context& c, Number subject) {
  cure(c, subject, [subject](const OpenFinding& finding) { return finding.subject == subject; });
}

void cure_act(Context& c, std::uint64_t position, Number subject) {
  c.reader().scan(Table::kFindings, Key().u64(position), [&](Register::Item item) {
    amend_row<schema::FindingRow>(c, Table::kFindings, item.key, item.value, [&](schema::FindingRow::Builder row) {
      if (row.getCuredAt() == kNever && (subject == 0 || row.getSubject() == subject)) row.setCuredAt(c.position());
    });
    return true;
  });
}

void cure_attempts(Context& c, Number subject) {
  cure(c, subject, [](const OpenFinding& finding) {
    return finding.subject == 0 && (finding.code == kDecisionNotExecutory || finding.code == kDecisionIrregular ||
                                    finding.code == kDecisionNotAdopted || finding.code == kDecisionImported);
  });
}

}  // namespace jumelage::governance
