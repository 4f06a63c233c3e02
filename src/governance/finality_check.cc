#include "governance/finality_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "base/hex.h"
#include "base/text.h"

namespace jumelage::governance {
namespace {

using Purpose = schema::KeyEnrolled::Purpose;

Error broken(std::string message) {
  return Error(Refusal::kWitnessRule, std::move(message));
}

template <class T>
bool all_distinct(std::vector<T> items) {
  std::sort(items.begin(), items.end());
  return std::adjacent_find(items.begin(), items.end()) == items.end();
}

Result<void> check_quorum(std::size_t quorum, std::size_t of, std::string_view who) {
  if (quorum >= 1 && quorum <= of) return ok();
  return broken(fmt::format("{} of {} {} cannot act together; the quorum is from 1 to their number", quorum, of, who));
}

Result<void> check_listed(Context& c, ByteView key, Purpose purpose, std::string_view member, std::string_view who) {
  const Number number = c.number_of(to_hex(key));
  const bool enrolled = number != 0 && c.key(number).getPurpose() == purpose &&
                        (member.empty() || c.slug_of(c.key(number).getHolder()) == member);
  if (enrolled) return ok();
  return broken(
      fmt::format("{} {} is not among the keys that this act enrols for that purpose and member", who, to_hex(key)));
}

}  // namespace

Result<void> check_finality(schema::FinalityRule::Reader rule) {
  const std::size_t n = rule.getWitnesses().size();
  const std::size_t q = rule.getQuorum();
  if (n == 0 && q == 0) return ok();
  JUMELAGE_TRY(check_quorum(q, n, "witnesses"));
  if (2 * q <= n) {
    return broken(
        fmt::format("with {} of {} witnesses two halves could disagree; the quorum must be more than half", q, n));
  }
  std::vector<std::string_view> members;
  std::vector<std::string_view> keys;
  for (const auto witness : rule.getWitnesses()) {
    members.push_back(view(witness.getMember()));
    keys.push_back(as_text(view(witness.getKey())));
  }
  if (all_distinct(std::move(members)) && all_distinct(std::move(keys))) return ok();
  return broken("each witness is another member with another key");
}

Result<void> check_administration(schema::Administration::Reader administration) {
  std::set<std::string_view> members;
  for (const auto administrator : administration.getAdministrators()) members.insert(view(administrator.getMember()));
  JUMELAGE_TRY(check_quorum(administration.getQuorum(), members.size(), "administrators' members"));
  const std::size_t recovery = administration.getRecovery().size();
  if (recovery > 0 || administration.getRecoveryQuorum() > 0) {
    JUMELAGE_TRY(check_quorum(administration.getRecoveryQuorum(), recovery, "recovery keys"));
  }
  std::vector<std::string_view> keys;
  for (const auto administrator : administration.getAdministrators())
    keys.push_back(as_text(view(administrator.getKey())));
  for (const auto key : administration.getRecovery()) keys.push_back(as_text(view(key)));
  return all_distinct(std::move(keys)) ? Result<void>(ok()) : broken("each administrator has another key");
}

Result<void> check_leaving(Context& c, Number member) {
  const std::string leaving = c.slug_of(member);
  const auto finality = c.ledger().getFinality();
  const auto administration = c.ledger().getAdministration();
  std::size_t witnesses = 0;
  for (const auto witness : finality.getWitnesses()) {
    const bool stands = c.key(c.number_of(to_hex(view(witness.getKey())))).getRevokedAt() == kNever;
    if (stands && view(witness.getMember()) != leaving) ++witnesses;
  }
  std::set<std::string_view> administrators;
  for (const auto one : administration.getAdministrators())
    if (view(one.getMember()) != leaving) administrators.insert(view(one.getMember()));
  const bool witness = any_in(finality.getWitnesses(), [&](auto one) { return view(one.getMember()) == leaving; });
  const bool administrator =
      any_in(administration.getAdministrators(), [&](auto one) { return view(one.getMember()) == leaving; });
  if (witness && witnesses < finality.getQuorum()) {
    return broken(fmt::format("without \"{}\" {} witnesses are left where {} must agree; change who witnesses first",
                              for_terminal(leaving), witnesses, finality.getQuorum()));
  }
  if (!administrator || administrators.size() >= administration.getQuorum()) return ok();
  return broken(
      fmt::format("without \"{}\" {} members administer keys where {} must act together; enrol another "
                  "administrator's key first",
                  for_terminal(leaving), administrators.size(), administration.getQuorum()));
}

Result<void> check_listed_keys(Context& c, schema::LedgerConstituted::Reader act) {
  for (const auto witness : act.getFinality().getWitnesses()) {
    JUMELAGE_TRY(check_listed(c, view(witness.getKey()), Purpose::WITNESS, view(witness.getMember()), "witness"));
  }
  for (const auto one : act.getAdministration().getAdministrators()) {
    JUMELAGE_TRY(check_listed(c, view(one.getKey()), Purpose::ADMINISTRATION, view(one.getMember()), "administrator"));
  }
  for (const auto key : act.getAdministration().getRecovery()) {
    JUMELAGE_TRY(check_listed(c, view(key), Purpose::RECOVERY, {}, "recovery key"));
  }
  JUMELAGE_TRY(c.find(act.getPrimary(), SubjectKind::MEMBER));
  JUMELAGE_TRY(check_listed(c, view(act.getLogKey()), Purpose::LOG, view(act.getPrimary()), "logKey"));
  return ok();
}

}  // namespace jumelage::governance
