// Who signed an act, in capacities that were found to hold: facts about the signers, before any rule asks for them.
#pragma once

#include <vector>

#include "governance/keys.h"
#include "schema/membership.capnp.h"
#include "schema/register.capnp.h"

namespace jumelage::governance {

using OfficeKind = schema::OfficeChanged::Kind;
using MandateKind = schema::MandateGranted::Kind;

// A signer who holds a mandate, and the office they sign in, if any.
struct SigningMandate {
  Number mandate = 0;
  Number member = 0;  // 0: in the person's own right
  MandateKind kind = MandateKind::REPRESENTATIVE;
  Number office = 0;  // 0: signs as holder of the mandate alone
  OfficeKind office_kind = OfficeKind::CHAIR;
  Number office_body = 0;
  Number office_session = 0;  // of a session's secretary
};

struct Roles {
  bool founding = false;  // the founders' signatures stand for all others
  std::vector<SigningMandate> mandates;
  std::vector<Number> keys;            // subjects of the signing keys
  std::vector<Number> nodes;           // members whose nodes sign
  std::vector<Number> administrators;  // members whose listed administrators sign, each once
  std::size_t recovery_keys = 0;       // distinct listed recovery keys
  bool possession = false;             // the key being enrolled signs

  bool holds(Number mandate) const {
    for (const SigningMandate& m : mandates)
      if (m.mandate == mandate) return true;
    return founding;
  }
  bool acts_for(Number member) const {
    for (const SigningMandate& m : mandates)
      if (m.member == member && member != 0) return true;
    return founding;
  }
};

}  // namespace jumelage::governance
