#include "governance/kind_names.h"

namespace jumelage::governance {

std::string_view kind_text(schema::SubjectKind kind) {
  using Kind = schema::SubjectKind;
  switch (kind) {
    case Kind::NONE: return "thing";
    case Kind::LEDGER: return "ledger";
    case Kind::KEY: return "key";
    case Kind::MEMBER: return "member";
    case Kind::PERSON: return "person";
    case Kind::BODY: return "body";
    case Kind::MANDATE: return "mandate";
    case Kind::OFFICE: return "office";
    case Kind::RULE_SET: return "rule set";
    case Kind::SESSION: return "session";
    case Kind::PROPOSAL: return "proposal";
    case Kind::DECISION: return "decision";
    case Kind::AGREEMENT: return "agreement";
    case Kind::PROJECT: return "project";
    case Kind::COMMITMENT: return "commitment";
    case Kind::DOCUMENT: return "document";
    case Kind::PROXY: return "proxy";
    case Kind::OPINION: return "opinion";
    case Kind::ELECTION: return "election";
    case Kind::DELEGATION: return "delegation";
    case Kind::EXPERTISE: return "offer of expertise";
    case Kind::EXCHANGE: return "exchange";
    case Kind::CONSULTATION: return "consultation";
    case Kind::AMENDMENT: return "amendment";
  }
  return "thing of a newer version";
}

std::string_view capacity_text(schema::Capacity capacity) {
  switch (capacity) {
    case schema::Capacity::MANDATE: return "holder of the mandate";
    case schema::Capacity::OFFICE: return "holder of the office";
    case schema::Capacity::ADMINISTRATOR: return "key administrator of";
    case schema::Capacity::FOUNDER: return "founding member";
    case schema::Capacity::POSSESSION: return "the key being enrolled";
    case schema::Capacity::NODE: return "node of";
  }
  return "signer of a newer version";
}

std::string_view arithmetic_without_vote(schema::DecisionState::Ground ground) {
  using Ground = schema::DecisionState::Ground;
  switch (ground) {
    case Ground::CONSENSUS: return "by consensus: adopted";
    case Ground::DELEGATION: return "under a delegation: no vote is taken";
    default: return "not computed: no vote is recorded";
  }
}

}  // namespace jumelage::governance
