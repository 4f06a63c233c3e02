// Filling in what a person need not write: which ledger, when, on which subjects and after which acts, and who signs in
// what capacity. The rules check all of it again; this only makes it right the first time.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "event/seal.h"
#include "governance/register.h"
#include "governance/subjects.h"

namespace jumelage::ledger {

// Composes acts that follow each other, whether or not the earlier ones are recorded yet: a session's packet, or
// the thousands of an import. The register is the one that they will be judged against.
class Author {
 public:
  // `reg`, `clock` and `history` must outlive the author. `ledger_id` is zero for a founding act. Without `history` it
  // cannot know what a correction is about.
  Author(const governance::Register& reg, const LedgerId& ledger_id, const Clock& clock, std::vector<KeyId> signers,
         const governance::History* history = nullptr);

  // Fills in schemaVersion, ledgerId, recordedAt, subjects and signers where they are empty, and validates the whole.
  Result<event::Act> compose(event::ActBuilder draft);

  // Signs in the capacity of this office or mandate instead of the one found.
  void sign_as(const KeyId& key, schema::Capacity capacity, std::string of);

 private:
  struct Role {
    schema::Capacity capacity;
    std::string of;
  };

  void fill_header(schema::Act::Builder act) const;
  void fill_signers(schema::Act::Builder act) const;
  void fill_subjects(schema::Act::Builder act) const;
  Role role_of(const KeyId& key, schema::Act::Reader act) const;
  void remember(const event::Act& act);

  const governance::Register& reg_;
  LedgerId ledger_id_;
  const Clock& clock_;
  std::vector<KeyId> signers_;
  const governance::History* history_;
  std::map<KeyId, Role> roles_;
  std::map<std::string, governance::Newest, std::less<>> seen_;  // subjects of acts composed here
};

}  // namespace jumelage::ledger
