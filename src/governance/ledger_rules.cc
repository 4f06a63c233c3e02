// LedgerConstituted: the founding act. Its items are judged one by one, by the very rules of the single acts, against
// a register in memory that grows with each.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "base/hex.h"
#include "base/text.h"
#include "governance/finality_check.h"
#include "governance/memory_register.h"
#include "governance/rules.h"

namespace jumelage::governance {
namespace {

using Founding = schema::LedgerConstituted;
constexpr std::size_t kMaxOriginBytes = 100;  // leaves room for "/<16 hex>/<term>" in a checkpoint's first line

Error bad(std::string message) {
  return Error(Refusal::kBadValue, std::move(message));
}

bool is_origin_char(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '/' || c == ':';
}

// A name in the manner of C2SP origins: a host and a path without a scheme, no space, no plus sign.
Result<void> check_origin(std::string_view origin) {
  const bool plain = std::all_of(origin.begin(), origin.end(), is_origin_char);
  const bool bounded = !origin.empty() && origin.size() <= kMaxOriginBytes;
  const bool slashes = !origin.starts_with('/') && !origin.ends_with('/') && origin.find("//") == origin.npos;
  if (plain && bounded && slashes) return ok();
  return bad(
      fmt::format("\"{}\" is no origin: at most {} of letters, digits and . - _ : /, such as "
                  "jumelage.example/es-semara",
                  for_terminal(origin), kMaxOriginBytes));
}

Result<void> check_languages(capnp::List<capnp::Text>::Reader languages) {
  std::vector<std::string_view> tags;
  for (const auto language : languages) tags.push_back(view(language));
  if (tags.empty()) return bad("languages: name at least one; the first is the default");
  std::sort(tags.begin(), tags.end());
  const auto twice = std::adjacent_find(tags.begin(), tags.end());
  if (twice != tags.end()) return bad(fmt::format("languages: {} is there twice", for_terminal(*twice)));
  return ok();
}

void write_ledger(Context& c, Founding::Reader act, Number number) {
  c.put_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.initLedger();
    state.setLedgerId(to_data(c.place().ledger_id.view()));
    state.setOrigin(act.getOrigin());
    state.setSchemaDigest(act.getSchemaDigest());
    state.setFinality(act.getFinality());
    state.setAdministration(act.getAdministration());
    state.setTerm(1);
    state.setPrimary(act.getPrimary());
    state.setLogKey(act.getLogKey());
    state.setLanguage(act.getLanguages()[0]);
    auto catalogue = state.initActivations(1)[0];
    catalogue.setVersion(c.act().getSchemaVersion());
    catalogue.setRuleEngine(kRuleEngine);
  });
}

// The ledger so far, and what is still to be written of it.
class Foundation {
 public:
  explicit Foundation(Context& outer) : outer_(outer) {}

  // Judges each item of a list; `what` and the item's place go into the message of a refusal.
  template <class List, class Rule>
  Result<void> add_all(List items, std::string_view what, Rule rule) {
    for (capnp::uint i = 0; i < items.size(); ++i) {
      const auto item = items[i];
      if (auto added = add([&](Context& c) { return rule(c, item); }); !added)
        return added.error().within(fmt::format("{}[{}]", what, i));
    }
    return ok();
  }

  template <class Rule>
  Result<void> add(Rule rule) {
    Effects effects;
    Context inner(register_, outer_.place(), outer_.acting(), effects, outer_.roles());
    JUMELAGE_TRY(rule(inner));
    register_.apply(effects);
    effects.for_each([&](Table table, ByteView key, ByteView value) { outer_.put(table, key, value); });
    for (Finding& finding : effects.findings) outer_.finding(finding.code, std::move(finding.text), finding.subject);
    return ok();
  }

  // A look at the whole, once everything is in.
  template <class Check>
  Result<void> check(Check check) {
    Effects nothing;
    Context inner(register_, outer_.place(), outer_.acting(), nothing, outer_.roles());
    return check(inner);
  }

 private:
  Context& outer_;
  MemoryRegister register_;
};

Result<void> enact(Context& c, schema::RuleSet::Reader rules) {
  capnp::MallocMessageBuilder message;
  auto act = message.initRoot<schema::RuleSetEnacted>();
  act.setRuleSet(rules);
  return rule_set_enacted(c, act.asReader());
}

Result<void> add_items(Foundation& foundation, Founding::Reader act) {
  JUMELAGE_TRY(foundation.add_all(act.getRuleSets(), "ruleSets", enact));
  JUMELAGE_TRY(foundation.add_all(act.getBodies(), "bodies", body_established));
  JUMELAGE_TRY(foundation.add_all(act.getMembers(), "members", member_admitted));
  JUMELAGE_TRY(foundation.add_all(act.getPersons(), "persons", person_registered));
  JUMELAGE_TRY(foundation.add_all(act.getMandates(), "mandates", mandate_granted));
  JUMELAGE_TRY(foundation.add_all(act.getOffices(), "offices", office_changed));
  return foundation.add_all(act.getKeys(), "keys", key_enrolled);
}

bool is_key_of_member(Context& c, ByteView key, Number member) {
  const Number number = c.number_of(to_hex(key));
  if (number == 0) return false;
  const Number holder = c.key(number).getHolder();
  return holder == member || (c.kind_of(holder) == SubjectKind::MANDATE && c.mandate(holder).getMember() == member);
}

// Every founding member is signed for with a key of its own.
Result<void> check_founders(Context& c, Founding::Reader act) {
  for (const auto signer : c.act().getSigners()) {
    if (signer.getCapacity() != schema::Capacity::FOUNDER) continue;
    JUMELAGE_TRY(const Number member, c.find(signer.getOf(), SubjectKind::MEMBER));
    if (is_key_of_member(c, view(signer.getKey()), member)) continue;
    return Error(Refusal::kWrongCapacity,
                 fmt::format("key {} is not enrolled for founding member \"{}\"", to_hex(view(signer.getKey())),
                             for_terminal(view(signer.getOf()))));
  }
  for (const auto member : act.getMembers()) {
    const bool signs = any_in(c.act().getSigners(), [&](schema::Signer::Reader signer) {
      return signer.getCapacity() == schema::Capacity::FOUNDER && signer.getOf() == member.getId();
    });
    if (signs) continue;
    return Error(Refusal::kSignatureMissing,
                 fmt::format("founding member \"{}\" has not signed", for_terminal(view(member.getId()))));
  }
  return act.getMembers().size() > 0 ? Result<void>(ok()) : bad("members: a ledger is founded by at least one member");
}

// No key is enrolled in anybody's name without their doing.
Result<void> check_possession(Context& c, Founding::Reader act) {
  for (const auto key : act.getKeys()) {
    const bool signs =
        any_in(c.act().getSigners(), [&](schema::Signer::Reader signer) { return signer.getKey() == key.getKey(); });
    if (signs) continue;
    return Error(Refusal::kSignatureMissing,
                 fmt::format("key {} of \"{}\" is to be enrolled and has not signed, to show that it is held",
                             to_hex(view(key.getKey())), for_terminal(view(key.getHolder()))));
  }
  return ok();
}

bool has_daily_key(Founding::Reader act, capnp::Text::Reader mandate) {
  return any_in(act.getKeys(), [&](schema::KeyEnrolled::Reader key) {
    return key.getHolder() == mandate && key.getPurpose() == schema::KeyEnrolled::Purpose::DAILY;
  });
}

bool can_be_signed_for(Founding::Reader act, OfficeKind kind) {
  return any_in(act.getOffices(), [&](schema::OfficeChanged::Reader office) {
    const bool of_council = any_in(act.getBodies(), [&](schema::BodyEstablished::Reader body) {
      return body.getId() == office.getBody() && body.getKind() == schema::BodyEstablished::Kind::COUNCIL;
    });
    return office.getKind() == kind && office.hasHolder() && of_council && has_daily_key(act, office.getHolder());
  });
}

// Without these nobody could ever sign the next act.
Result<void> check_can_go_on(Founding::Reader act) {
  if (can_be_signed_for(act, OfficeKind::CHAIR) && can_be_signed_for(act, OfficeKind::SECRETARY)) return ok();
  return bad(
      "offices: a council needs a chair and a secretary from the start, each with a daily key, or nobody could sign "
      "what follows");
}

}  // namespace

Result<void> ledger_constituted(Context& c, Founding::Reader act) {
  if (act.getName().size() == 0) return bad("name: a ledger needs a name");
  JUMELAGE_TRY(check_origin(view(act.getOrigin())));
  JUMELAGE_TRY(check_languages(act.getLanguages()));
  JUMELAGE_TRY(check_finality(act.getFinality()));
  JUMELAGE_TRY(check_administration(act.getAdministration()));
  JUMELAGE_TRY(check_can_go_on(act));

  JUMELAGE_TRY(const Number ledger, c.create(kLedgerSlug, SubjectKind::LEDGER));
  JUMELAGE_CHECK(ledger == kLedgerNumber, "the ledger is the first subject of all");
  write_ledger(c, act, ledger);

  Foundation foundation(c);
  JUMELAGE_TRY(foundation.add([&](Context& inner) -> Result<void> {
    JUMELAGE_TRY(const Number number, inner.create(kLedgerSlug, SubjectKind::LEDGER));
    write_ledger(inner, act, number);
    return inner.register_documents(act.getCharter());
  }));
  JUMELAGE_TRY(add_items(foundation, act));
  JUMELAGE_TRY(foundation.check([&](Context& all) { return check_listed_keys(all, act); }));
  JUMELAGE_TRY(foundation.check([&](Context& all) { return check_founders(all, act); }));
  return check_possession(c, act);
}

}  // namespace jumelage::governance
