#include "governance/project_continuity.h"

#include <memory>

#include "governance/row.h"
#include "schema/register.capnp.h"

namespace jumelage::governance {
namespace {

using Standing = schema::MemberChanged::Standing;
using Status = schema::ProjectState::Status;
using SubjectRowCopy = std::unique_ptr<Row<schema::SubjectRow>>;

// The subject's state at that position; null before it was created.
SubjectRowCopy row_at(const Register& reg, Number number, std::uint64_t position) {
  const auto item = reg.floor(Table::kRows, row_key(number, position));
  if (!item || read_big_endian(item->key.first(4)) != number) return nullptr;
  return std::make_unique<Row<schema::SubjectRow>>(item->value);
}

bool has_left(schema::MemberState::Reader member) {
  return member.getStanding() != Standing::ACTIVE && member.getStanding() != Standing::SUSPENDED;
}

// The last day of a mandate that was ended is in `until`, except where it ended because its member left.
bool has_ended(schema::MandateState::Reader mandate, std::uint32_t day) {
  if (mandate.getUntil() != 0 && mandate.getUntil() < day) return true;
  if (mandate.getStatus() != schema::MandateState::Status::ENDED) return false;
  return mandate.getUntil() == 0 || mandate.getReason() == schema::MandateChanged::Reason::MEMBER_LEFT;
}

bool is_over(Status status) {
  return status == Status::COMPLETED || status == Status::CANCELLED;
}

}  // namespace

std::string_view lapse_text(LeadLapse lapse) {
  switch (lapse) {
    case LeadLapse::kNone: return "somebody answers for it";
    case LeadLapse::kMandateEnded: return "the lead's mandate has ended";
    case LeadLapse::kMemberLeft: return "the leading member has left";
  }
  return "unknown";
}

LeadLapse lead_lapse(const Register& reg, Number project, std::uint32_t day, std::uint64_t position) {
  const SubjectRowCopy row = row_at(reg, project, position);
  if (!row || is_over(row->reader().getProject().getStatus())) return LeadLapse::kNone;
  const auto state = row->reader().getProject();
  const SubjectRowCopy member = row_at(reg, state.getLeadMember(), position);
  if (member && has_left(member->reader().getMember())) return LeadLapse::kMemberLeft;
  const SubjectRowCopy mandate = row_at(reg, state.getLead(), position);
  if (mandate && has_ended(mandate->reader().getMandate(), day)) return LeadLapse::kMandateEnded;
  return LeadLapse::kNone;
}

}  // namespace jumelage::governance
