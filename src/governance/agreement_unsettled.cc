#include "governance/agreement_unsettled.h"

#include <algorithm>

#include "governance/cures.h"

namespace jumelage::governance {

UnsettledMatters::UnsettledMatters(Context& c, Number agreement) : c_(c), agreement_(agreement) {
  const auto state = c.state(agreement);
  if (!state) return;
  for (const auto entry : state->row.getAgreement().getUnsettled())
    entries_.push_back({entry.getAct(), entry.getMatter(), entry.getParty()});
}

void UnsettledMatters::leave(AgreementMatter matter, unsigned party) {
  entries_.push_back({c_.position(), matter, party});
  changed_ = true;
}

template <class Which>
void UnsettledMatters::settle_where(Which&& which) {
  const auto settled =
      std::stable_partition(entries_.begin(), entries_.end(), [&](const Entry& e) { return !which(e); });
  if (settled == entries_.end()) return;
  for (auto entry = settled; entry != entries_.end(); ++entry) cure_act(c_, entry->act, agreement_);
  entries_.erase(settled, entries_.end());
  changed_ = true;
}

void UnsettledMatters::settle(AgreementMatter matter, unsigned party) {
  settle_where([&](const Entry& entry) { return entry.matter == matter && entry.party == party; });
}

void UnsettledMatters::settle_all(std::initializer_list<AgreementMatter> matters) {
  settle_where(
      [&](const Entry& entry) { return std::find(matters.begin(), matters.end(), entry.matter) != matters.end(); });
}

void UnsettledMatters::write(schema::SubjectRow::Builder row) const {
  row.setIrregular(!entries_.empty());
  if (!changed_) return;
  auto agreement = row.getAgreement();
  if (entries_.empty()) {
    agreement.disownUnsettled();
    return;
  }
  auto list = agreement.initUnsettled(static_cast<capnp::uint>(entries_.size()));
  for (capnp::uint i = 0; i < list.size(); ++i) {
    list[i].setAct(entries_[i].act);
    list[i].setMatter(entries_[i].matter);
    list[i].setParty(static_cast<std::uint16_t>(entries_[i].party));
  }
}

}  // namespace jumelage::governance
