// What makes an agreement irregular, matter by matter: an act with findings leaves its matter unsettled, and a later
// one in order about the same matter cures it. An agreement is irregular while anything is unsettled.
#pragma once

#include <initializer_list>
#include <vector>

#include "governance/agreement_state.h"

namespace jumelage::governance {

// The unsettled matters of one agreement, as the act being judged leaves them. Made and changed before the row is
// written, as curing a finding writes a row itself.
class UnsettledMatters {
 public:
  UnsettledMatters(Context& c, Number agreement);

  // The act has findings about the matter. `party`: with approvals, signatures and notices, its place in the text.
  void leave(AgreementMatter matter, unsigned party = 0);
  // The act is in order, and so settles the matter, of that party alone; or all of these matters, whoever's they are.
  void settle(AgreementMatter matter, unsigned party = 0);
  void settle_all(std::initializer_list<AgreementMatter> matters);

  // Into the agreement's new row.
  void write(schema::SubjectRow::Builder row) const;

 private:
  struct Entry {
    std::uint64_t act;
    AgreementMatter matter;
    unsigned party;
  };
  template <class Which>
  void settle_where(Which&& which);

  Context& c_;
  Number agreement_;
  std::vector<Entry> entries_;
  bool changed_ = false;
};

}  // namespace jumelage::governance
