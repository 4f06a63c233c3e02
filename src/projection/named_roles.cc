#include "projection/named_roles.h"

#include "governance/context.h"
#include "schema/register_agreements.capnp.h"
#include "schema/register_cooperation.capnp.h"

namespace jumelage::projection {
namespace {

using Rows = std::function<void(Number, schema::SubjectRow::Reader)>;

void for_each_row(const Register& reg, Number parent, SubjectKind kind, const Rows& visit) {
  for_each_child(reg, parent, kind, [&](Number child) {
    if (const auto row = row_at(reg, child)) visit(child, **row);
    return true;
  });
}

bool goes_on(schema::ProjectState::Status status) {
  using Status = schema::ProjectState::Status;
  return status != Status::COMPLETED && status != Status::CANCELLED;
}

bool is_open(schema::ProposalState::Status status) {
  using Status = schema::ProposalState::Status;
  return status == Status::TABLED || status == Status::DEFERRED || status == Status::NOT_REACHED;
}

bool goes_on(schema::AgreementState::Phase phase) {
  return phase <= schema::AgreementState::Phase::NOTICE_GIVEN;
}

std::vector<Naming> leads(const Register& reg) {
  std::vector<Naming> out;
  for_each_row(reg, governance::kLedgerNumber, SubjectKind::PROJECT, [&](Number number, auto row) {
    if (goes_on(row.getProject().getStatus())) out.push_back({row.getProject().getLead(), number});
  });
  return out;
}

std::vector<Naming> parties(const Register& reg) {
  std::vector<Naming> out;
  for_each_row(reg, governance::kLedgerNumber, SubjectKind::AGREEMENT, [&](Number number, auto row) {
    const auto agreement = row.getAgreement();
    if (!goes_on(agreement.getPhase())) return;
    const auto text = agreement.hasProposed() ? agreement.getProposed() : agreement.getTerms();
    for (const auto party : text.getParties())
      if (party.getMember() != 0) out.push_back({party.getMember(), number});
  });
  return out;
}

std::vector<Naming> sponsors(const Register& reg, const std::vector<Number>& bodies) {
  std::vector<Naming> out;
  for (const Number body : bodies)
    for_each_row(reg, body, SubjectKind::PROPOSAL, [&](Number number, auto row) {
      if (is_open(row.getProposal().getStatus())) out.push_back({row.getProposal().getSponsor(), number});
    });
  return out;
}

std::vector<Naming> delegates(const Register& reg, const std::vector<Number>& bodies, std::uint32_t day) {
  std::vector<Naming> out;
  for (const Number body : bodies)
    for_each_row(reg, body, SubjectKind::DELEGATION, [&](Number number, auto row) {
      const auto delegation = row.getDelegation();
      const bool has_run_out = delegation.getUntil() != 0 && delegation.getUntil() < day;
      const bool is_over = has_run_out || delegation.getEndedBy() != 0;
      if (!is_over) out.push_back({delegation.getDelegate(), number});
    });
  return out;
}

}  // namespace

std::vector<Naming> named_in(const Register& reg, NamedRole role, const std::vector<Number>& bodies,
                             std::uint32_t day) {
  switch (role) {
    case NamedRole::kLead: return leads(reg);
    case NamedRole::kParty: return parties(reg);
    case NamedRole::kSponsor: return sponsors(reg, bodies);
    case NamedRole::kDelegate: return delegates(reg, bodies, day);
  }
  return {};
}

}  // namespace jumelage::projection
