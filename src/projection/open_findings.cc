#include "projection/open_findings.h"

#include <array>

#include "projection/index.h"

namespace jumelage::projection {
namespace {

using governance::read_big_endian;
using governance::Table;

OpenFinding read(std::uint64_t position, schema::FindingRow::Reader row) {
  return {position, std::string(governance::view(row.getCode())), std::string(governance::view(row.getText())),
          row.getSubject(), row.getCause()};
}

// False: the visitor has seen enough.
bool visit_act(const Register& reg, std::uint64_t position, const FindingVisitor& visit) {
  bool go_on = true;
  reg.scan(Table::kFindings, governance::Key().u64(position), [&](Register::Item item) {
    const governance::Row<schema::FindingRow> row(item.value);
    if (row.reader().getCuredAt() == governance::kNever) go_on = visit(read(position, row.reader()));
    return go_on;
  });
  return go_on;
}

void visit_all(const Register& reg, std::uint64_t from, const FindingVisitor& visit) {
  for (;;) {
    const auto item = reg.ceiling(Table::kFindings, governance::finding_key(from, 0));
    if (!item) return;
    const std::uint64_t position = read_big_endian(item->key.first(8));
    if (!visit_act(reg, position, visit) || position == governance::kNever) return;
    from = position + 1;
  }
}

// A finding of the act about another body is not meant.
void visit_body(const Register& reg, Number body, std::uint64_t from, const FindingVisitor& visit) {
  const Place start = place_of_position(from);
  const std::array terms{Term{Field::kFindingBody, body}};
  for_each_common(reg, terms, start, Direction::kOldestFirst, [&](Place place) {
    return visit_act(reg, position_of(place), [&](const OpenFinding& finding) {
      const auto row = finding.subject == 0 ? std::nullopt : row_at(reg, finding.subject);
      return !row || body_of(reg, finding.subject, **row) != body || visit(finding);
    });
  });
}

}  // namespace

void for_each_open_finding(const Register& reg, Number body, std::uint64_t from, const FindingVisitor& visit) {
  body == 0 ? visit_all(reg, from, visit) : visit_body(reg, body, from, visit);
}

void for_each_open_finding_about(const Register& reg, Number subject, std::uint64_t from, const FindingVisitor& visit) {
  for (const std::uint64_t position : history(reg, subject)) {
    if (position < from) continue;
    const bool go_on = visit_act(reg, position, [&](const OpenFinding& finding) {
      return (finding.subject != subject && finding.subject != 0) || visit(finding);
    });
    if (!go_on) return;
  }
}

Number body_of(const Register& reg, Number subject, schema::SubjectRow::Reader row) {
  const auto of_session = [&](Number session) {
    const auto its_row = row_at(reg, session);
    return its_row && (**its_row).isSession() ? (**its_row).getSession().getBody() : Number{0};
  };
  switch (row.which()) {
    case schema::SubjectRow::BODY: return subject;
    case schema::SubjectRow::MANDATE: return row.getMandate().getBody();
    case schema::SubjectRow::OFFICE: return row.getOffice().getBody();
    case schema::SubjectRow::SESSION: return row.getSession().getBody();
    case schema::SubjectRow::PROPOSAL: return row.getProposal().getBody();
    case schema::SubjectRow::DECISION: return row.getDecision().getBody();
    case schema::SubjectRow::DELEGATION: return row.getDelegation().getBody();
    case schema::SubjectRow::PROXY: return of_session(row.getProxy().getSession());
    case schema::SubjectRow::ELECTION: return of_session(row.getElection().getSession());
    default: return 0;
  }
}

}  // namespace jumelage::projection
