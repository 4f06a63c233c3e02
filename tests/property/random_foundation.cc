// The council's acts about keys, witnesses and documents, and acts that make no sense.
#include <array>

#include "crypto/sha256.h"
#include "governance/row.h"
#include "property/random_council.h"

namespace jumelage::test {

using governance::to_data;
using governance::to_text;

void RandomCouncil::add_document() {
  make({Club::secretary()}, [&](Act act) {
    auto payload = act.initDocumentAdded();
    set_document(payload.initDocument(), "document " + std::to_string(below(20)), schema::DocumentRef::Role::ANNEX,
                 once_in(2));
    payload.setTo(to_text(any(Kind::DECISION)));
  });
}

void RandomCouncil::change_visibility() {
  make({Club::secretary()}, [&](Act act) {
    auto payload = act.initVisibilityChanged();
    payload.setDocument(to_data(crypto::sha256(as_bytes("document " + std::to_string(below(20)))).view()));
    payload.setVisibility(once_in(2) ? schema::Visibility::PUBLIC : schema::Visibility::MEMBERS);
    payload.setReason("as decided");
  });
}

void RandomCouncil::erase() {
  const std::string what = once_in(2) ? any(Kind::PERSON) : "document " + std::to_string(below(20));
  make({Club::data_protection_officer(), Club::secretary()}, [&](Act act) {
    auto payload = act.initPersonalDataErased();
    payload.initDocuments(1).set(0, to_data(crypto::sha256(as_bytes(what)).view()));
    payload.setLegalBasis("right to erasure");
  });
}

void RandomCouncil::enrol_key() {
  const std::string holder = once_in(2) ? any(Kind::MEMBER) : any(Kind::MANDATE);
  const std::string key = "key " + std::to_string(made_);
  make({Club::administrator("es-semara"), Club::administrator("timbuktu"), Club::possession(key)}, [&](Act act) {
    auto payload = act.initKeyEnrolled();
    payload.setKey(to_data(Club::key_id(key).view()));
    payload.setPurpose(static_cast<schema::KeyEnrolled::Purpose>(below(8)));
    payload.setHolder(to_text(holder));
  });
}

void RandomCouncil::revoke_key() {
  const std::vector<std::string> keys = {"vijayawada/admin", "vijayawada/witness",
                                         "key " + std::to_string(below(made_))};
  make({Club::administrator("es-semara"), Club::administrator("timbuktu")}, [&](Act act) {
    auto payload = act.initKeyRevoked();
    payload.setKey(to_data(Club::key_id(one_of(keys)).view()));
    payload.setReason(static_cast<schema::KeyRevoked::Reason>(below(5)));
  });
}

void RandomCouncil::change_witnesses() {
  make({Club::administrator("es-semara"), Club::administrator("timbuktu")}, [&](Act act) {
    auto payload = act.initWitnessSetChanged();
    payload.setReason("as agreed");
    const std::array<std::string, 3> members = {"es-semara", "timbuktu", "vijayawada"};
    auto witnesses = payload.initFinality().initWitnesses(static_cast<capnp::uint>(below(4)));
    for (capnp::uint i = 0; i < witnesses.size(); ++i) {
      witnesses[i].setMember(to_text(members[i]));
      witnesses[i].setKey(to_data(Club::key_id(members[i] + "/witness").view()));
    }
    payload.getFinality().setQuorum(static_cast<std::uint16_t>(below(4)));
  });
}

void RandomCouncil::anchor() {
  const std::uint64_t size = below(club_.size() + 2);
  make({Club::secretary()}, [&](Act act) {
    auto payload = act.initCheckpointAnchored();
    payload.initHead().setTerm(1);
    payload.getHead().setSize(size);
    payload.getHead().setRoot(to_data(club_.history().root(std::min(size, club_.size())).view()));
    payload.setToken(to_data(as_bytes("token")));
    payload.setAuthority("a timestamping service");
  });
}

// A well-formed act of any kind, signed by officers: it makes no sense, as a rule.
void RandomCouncil::garbage() {
  const auto kind = nonsense_.kind();
  if (kind == event::Kind::LEDGER_CONSTITUTED || kind == event::Kind::CATALOGUE_ACTIVATED) return;
  const auto signers = officers();
  make(signers, [&](Act act) {
    capnp::DynamicStruct::Builder any = act;
    for (const auto field : any.getSchema().getUnionFields())
      if (field.getProto().getDiscriminantValue() == static_cast<std::uint16_t>(kind))
        nonsense_.fill(any.init(field).as<capnp::DynamicStruct>());
  });
}

}  // namespace jumelage::test
