#include "legal_acts.h"

#include "base/check.h"
#include "chamber_fixture.h"
#include "crypto/sha256.h"
#include "event/identity.h"
#include "event/sealed.h"
#include "event/statements.h"
#include "governance/dates.h"
#include "governance/subjects.h"
#include "handover_fixture.h"
#include "support/council_words.h"
#include "support/council_workload.h"

namespace jumelage::governance {
namespace {

using ActReader = schema::Act::Reader;
using LegalActs = std::map<std::string, LegalAct, std::less<>>;

void sign(ActBuilder act, const std::vector<Signs>& signers) {
  auto list = act.initSigners(static_cast<unsigned>(signers.size()));
  for (unsigned i = 0; i < list.size(); ++i) {
    list[i].setKey(to_data(Club::key_id(signers[i].key).view()));
    list[i].setCapacity(signers[i].capacity);
    if (!signers[i].of.empty()) list[i].setOf(to_text(signers[i].of));
  }
}

event::Act parsed(event::ActBuilder& builder) {
  builder.sort_lists();
  auto act = event::Act::parse(builder.canonical());
  JUMELAGE_CHECK(act.has_value(), act.error().message());
  return std::move(act).value();
}

std::uint32_t day_at(const Stage& stage) {
  event::ActBuilder act;
  test::set_moment(act.root().initRecordedAt(), stage.now);
  return day_of(act.root().getRecordedAt().asReader());
}

void keep(LegalActs& acts, const std::string& name, const Stage& stage, event::Act act) {
  acts.emplace(name, LegalAct{stage, std::move(act)});
}

// --- Beside a session of the council's life

void keep_interests(LegalActs& acts, const Stage& stage) {
  keep(acts, "interestDeclared", stage, stage.draft({Club::secretary()}, [](ActBuilder act) {
    auto declared = act.initInterestDeclared();
    declared.setMandate(kSeatWithKey);
    declared.setTarget("item-000000-03");
    declared.setSession("session-000000");
  }));
}

void keep_proxies(LegalActs& acts, const Stage& stage) {
  const std::vector<Signs> principal = {Club::mandate(kSeatWithKey)};
  keep(acts, "proxyGranted", stage, stage.draft(principal, [&](ActBuilder act) {
    auto proxy = act.initProxyGranted();
    proxy.setId("to-a-neighbour");
    proxy.setSession("session-000000");
    proxy.setPrincipal(kSeatWithKey);
    proxy.setHolder("seat-00001-2");
    test::set_moment(proxy.initReceived(), stage.now);
  }));
  Stage given = stage;
  given.history = std::make_shared<test::ClubHistory>(*stage.history);
  given.record(acts.at("proxyGranted").act);
  keep(acts, "proxyRevoked", given, given.draft(principal, [](ActBuilder act) {
    auto revoked = act.initProxyRevoked();
    revoked.setProxy("to-a-neighbour");
    revoked.initAt();
  }));
}

void keep_revision(LegalActs& acts, const Stage& stage, capnp::Text::Reader proposal) {
  keep(acts, "proposalRevised, sponsored", stage, stage.draft({Club::mandate("timbuktu-1")}, [&](ActBuilder act) {
    auto revised = act.initProposalRevised();
    revised.setId(proposal);
    revised.setChange(schema::ProposalRevised::Change::NEW_TEXT);
    test::set_title(revised.initTitle(1), "Réseau d'eau potable");
    test::set_document(revised.initTexts(1)[0], test::kText);
  }));
}

// --- While an agreement of es-semara and timbuktu is in force

event::Act renewal(const Stage& stage, const std::vector<Signs>& signers, capnp::Text::Reader agreement,
                   std::uint32_t from, bool tacit) {
  return stage.draft(signers, [&](ActBuilder act) {
    auto renewed = act.initAgreementRenewed();
    renewed.setAgreement(agreement);
    renewed.setTacit(tacit);
    renewed.setFrom(from);
    renewed.setUntil(from + 1000);
  });
}

void keep_agreement_acts(LegalActs& acts, const Stage& stage, capnp::Text::Reader agreement) {
  const std::vector<Signs> parties = {Club::mandate("es-semara-1"), Club::mandate("timbuktu-1")};
  keep(acts, "agreementAmended", stage, stage.draft(parties, [&](ActBuilder act) {
    auto amended = act.initAgreementAmended();
    amended.setAgreement(agreement);
    amended.setAmendment("first-amendment");
    test::set_title(amended.initTitle(1), "Avenant");
    test::set_document(amended.initTexts(1)[0], test::kText);
  }));
  keep(acts, "agreementStateChanged", stage, stage.draft({Club::chair(), Club::secretary()}, [&](ActBuilder act) {
    auto changed = act.initAgreementStateChanged();
    changed.setAgreement(agreement);
    changed.setState(schema::AgreementStateChanged::State::DORMANT);
    changed.setFrom(day_at(stage));
    changed.setReason("Rien ne se passe.");
  }));
  const auto row = stage.reg.get(Table::kNames, name_key(view(agreement)));
  const auto number = static_cast<Number>(read_big_endian(row->first(4)));
  const Row<schema::SubjectRow> state(stage.reg.floor(Table::kRows, row_key(number, kNever))->value);
  const std::uint32_t next_term = state.reader().getAgreement().getUntil() + 1;
  keep(acts, "agreementRenewed", stage, renewal(stage, parties, agreement, next_term, false));
  Stage then = stage;
  constexpr UnixMillis kFourYears_ms = 4LL * 366 * 86'400'000;
  then.now += kFourYears_ms;
  keep(acts, "agreementRenewed, tacit", then, renewal(then, {Club::secretary()}, agreement, next_term, true));
}

// --- The council's life

bool is_first_worth_keeping(ActReader act) {
  switch (act.which()) {
    case schema::Act::LEDGER_CONSTITUTED:
    case schema::Act::KEY_REVOKED:        // of one who may sign no more
    case schema::Act::PROXY_GRANTED:      // attested
    case schema::Act::INTEREST_DECLARED:  // by somebody without a key
      return false;
    case schema::Act::PROPOSAL_TABLED: return act.getProposalTabled().hasSponsor();
    default: return true;
  }
}

void keep_beside(LegalActs& acts, const Stage& stage, ActReader before) {
  switch (before.which()) {
    case schema::Act::PROPOSAL_TABLED:
      if (before.getProposalTabled().hasSponsor() && !acts.contains("proposalRevised, sponsored"))
        keep_revision(acts, stage, before.getProposalTabled().getId());
      return;
    case schema::Act::SESSION_CONVENED:
      if (acts.contains("proxyGranted")) return;
      keep_proxies(acts, stage);
      return keep_interests(acts, stage);
    case schema::Act::AGREEMENT_IN_FORCE:
      if (!acts.contains("agreementAmended"))
        keep_agreement_acts(acts, stage, before.getAgreementInForce().getAgreement());
      return;
    default: return;
  }
}

void live(LegalActs& acts) {
  constexpr std::size_t kTimeOfACommittee = 700;  // acts: it ends with its dissolution
  test::CouncilWorkload workload;
  std::vector<Bytes> all = workload.foundation();
  for (Bytes& act : workload.singles(kTimeOfACommittee)) all.push_back(std::move(act));
  Stage stage;
  for (const Bytes& sealed : all) {
    const auto one = event::SealedAct::parse(sealed).value();
    const event::Act& act = one.act();
    stage.now = act.reader().getRecordedAt().getUtc();
    const std::string kind(event::kind_name(act.kind()));
    if (!acts.contains(kind) && is_first_worth_keeping(act.reader())) {
      // What went before stays as it is, whatever is added later.
      keep(acts, kind, stage, event::Act::parse(act.bytes()).value());
    }
    stage.record(act);
    keep_beside(acts, stage, act.reader());
  }
}

// --- What the council's life doesn't bring

const std::vector<Signs> kOfficers = {Club::chair(), Club::secretary()};
const std::vector<Signs> kAdministrators = {Club::administrator("es-semara"), Club::administrator("timbuktu")};

void keep_rules_and_members(LegalActs& acts, const Stage& stage) {
  keep(acts, "ruleSetEnacted", stage, stage.draft(kOfficers, [](ActBuilder act) {
    auto rules = act.initRuleSetEnacted().initRuleSet();
    JUMELAGE_CHECK(fill_model("simple-majority", rules), "a model that is known");
  }));
  keep(acts, "memberAdmitted", stage, stage.draft(kOfficers, [](ActBuilder act) {
    auto admitted = act.initMemberAdmitted();
    admitted.setId("sale");
    test::set_name(admitted.initProfile().initNames(1), "Salé");
    admitted.getProfile().setCountry("MA");
  }));
  const auto own = [](ActBuilder act) {
    auto changed = act.initMemberChanged();
    changed.setId("timbuktu");
    test::set_name(changed.initProfile().initNames(1), "Tombouctou");
    changed.getProfile().setCountry("ML");
    changed.setVotingRight(true);
    changed.setFeesInOrder(true);
    changed.setReason("nouvelle adresse");
  };
  const std::vector<Signs> all = {Club::chair(), Club::secretary(), Club::mandate("timbuktu-1")};
  keep(acts, "memberChanged, its own act", stage, stage.draft(all, own));
}

void keep_trust(LegalActs& acts, const Stage& stage) {
  keep(acts, "keyRevoked", stage, stage.draft(kAdministrators, [](ActBuilder act) {
    auto revoked = act.initKeyRevoked();
    revoked.setKey(to_data(Club::key_id("timbuktu-1").view()));
    revoked.setReason(schema::KeyRevoked::Reason::LOST);
  }));
  keep(acts, "witnessSetChanged", stage, stage.draft(kAdministrators, [](ActBuilder act) {
    auto changed = act.initWitnessSetChanged();
    changed.setReason("une machine de moins");
    auto witness = changed.initFinality().initWitnesses(1)[0];
    witness.setMember("timbuktu");
    witness.setKey(to_data(Club::key_id("timbuktu/witness").view()));
    changed.getFinality().setQuorum(1);
  }));
  keep(acts, "catalogueActivated", stage, stage.draft(kAdministrators, [&](ActBuilder act) {
    auto activated = act.initCatalogueActivated();
    activated.setVersion(schema::SCHEMA_VERSION + 1);
    activated.setRuleEngine(kRuleEngine);
    activated.setFromPosition(stage.size + 3);
    activated.setSchemaDigest(to_data(Digest{}.view()));
    const Bytes statement = event::declaration(stage.ledger, activated.asReader());
    auto nodes = activated.initNodes(2);
    for (unsigned i = 0; i < 2; ++i) {
      const std::string member = i == 0 ? "es-semara" : "timbuktu";
      nodes[i].setMember(to_text(member));
      nodes[i].setKey(to_data(Club::key_id(member + "/witness").view()));
      nodes[i].setSignature(to_data(Club::key(member + "/witness").sign(statement)));
    }
  }));
}

void keep_evidence(LegalActs& acts, const Stage& stage) {
  const Digest root = stage.history->root(stage.size);
  keep(acts, "checkpointAnchored", stage, stage.draft({Club::secretary()}, [&](ActBuilder act) {
    auto anchored = act.initCheckpointAnchored();
    anchored.initHead().setTerm(1);
    anchored.getHead().setSize(stage.size);
    anchored.getHead().setRoot(to_data(root.view()));
    anchored.setToken(to_data(as_bytes("token")));
    anchored.setAuthority("a timestamping service");
  }));
  keep(acts, "extractIssued", stage, stage.draft({Club::secretary()}, [&](ActBuilder act) {
    auto issued = act.initExtractIssued();
    issued.setSubject("timbuktu");
    issued.setDigest(to_data(Digest{}.view()));
    issued.initHead().setTerm(1);
    issued.getHead().setSize(stage.size);
    issued.getHead().setRoot(to_data(root.view()));
  }));
  const std::vector<Signs> erasers = {Club::data_protection_officer(), Club::secretary()};
  keep(acts, "personalDataErased", stage, stage.draft(erasers, [](ActBuilder act) {
    auto erased = act.initPersonalDataErased();
    const Digest document = crypto::sha256(as_bytes(test::personal_document("p-1")));
    erased.initDocuments(1).set(0, to_data(document.view()));
    erased.setLegalBasis("art. 17");
  }));
  keep(acts, "registerClosed", stage, stage.draft(kOfficers, [](ActBuilder act) {
    auto closed = act.initRegisterClosed();
    closed.setBody("cci");
    closed.setYear(2025);
    test::set_document(closed.initPrinted(), "registre");
  }));
}

void keep_hand_over(LegalActs& acts) {
  const HandOverClub handing;
  const Stage stage = Stage::of(handing.club);
  keep(acts, "primaryHandedOver", stage, stage.draft(kAdministrators, handing.act_of(handing.usual())));
}

// A chamber that has come to an election.
class Electing : public Chamber {
 public:
  Stage stage() {
    establish("ccccc", "simple-majority");
    table_here("e1").value();
    convene_here("s1", 1, {"e1"}).value();
    open_here("s1", "PPPPP").value();
    return Stage::of(club_);
  }
  void TestBody() override {}
};

void keep_election(LegalActs& acts) {
  const Stage stage = Electing().stage();
  keep(acts, "electionRecorded", stage, stage.draft(kOfficers, [](ActBuilder act) {
    auto election = act.initElectionRecorded();
    election.setId("election");
    election.setSession("s1");
    election.setItem("e1");
    election.setRule("three-rounds");
    election.initCandidates(1).set(0, "m2");
    auto round = election.initRounds(1)[0];
    round.initVotes(1).set(0, 5);
    round.setSecret(true);
    election.setElected("m2");
  }));
}

}  // namespace

Stage Stage::of(const Club& club) {
  return {.reg = club.reg(),
          .history = std::make_shared<test::ClubHistory>(club.history()),
          .size = club.size(),
          .now = club.now(),
          .ledger = club.ledger_id()};
}

Result<Effects> Stage::judge(const event::Act& act) const {
  const Place place{.index = EntryIndex{size},
                    .sequenced_at = now,
                    .ledger_id = size == 0 ? event::ledger_id_of(act.bytes()) : ledger,
                    .history = history.get()};
  Effects effects;
  JUMELAGE_TRY(governance::judge(reg, place, act, effects));
  return effects;
}

void Stage::record(const event::Act& act) {
  const auto effects = judge(act);
  JUMELAGE_CHECK(effects.has_value(), effects.error().message());
  if (size == 0) ledger = event::ledger_id_of(act.bytes());
  reg.apply(effects.value());
  history->add(Bytes(act.bytes().begin(), act.bytes().end()), now);
  ++size;
}

event::Act Stage::draft(const std::vector<Signs>& signers, const Club::Fill& fill) const {
  event::ActBuilder builder;
  ActBuilder act = builder.root();
  act.setSchemaVersion(schema::SCHEMA_VERSION);
  act.setBasis(schema::Basis::LIVE);
  act.setLedgerId(to_data(ledger.view()));
  test::set_moment(act.initRecordedAt(), now);
  sign(act, signers);
  fill(act);
  const auto subjects = subjects_for(reg, act.asReader(), history.get());
  auto list = act.initSubjects(static_cast<unsigned>(subjects.size()));
  for (unsigned i = 0; i < list.size(); ++i) {
    list[i].setId(to_text(subjects[i].id));
    if (!subjects[i].newest) continue;
    list[i].initPrev().setId(to_data(subjects[i].newest->id.view()));
    list[i].getPrev().setRecordedAt(subjects[i].newest->recorded_at);
  }
  return parsed(builder);
}

event::Act signed_by(const event::Act& act, const std::vector<Signs>& signers) {
  event::ActBuilder builder(act);
  sign(builder.root(), signers);
  return parsed(builder);
}

const LegalActs& legal_acts() {
  static const LegalActs all = [] {
    LegalActs acts;
    const Club club;
    const Stage founded = Stage::of(club);
    Stage empty;
    empty.now = Club::kFoundedAt;
    keep(acts, "ledgerConstituted", empty, event::Act::parse(Club::founding_act().canonical()).value());
    keep_rules_and_members(acts, founded);
    keep_trust(acts, founded);
    keep_evidence(acts, founded);
    keep_hand_over(acts);
    keep_election(acts);
    live(acts);
    return acts;
  }();
  return all;
}

}  // namespace jumelage::governance
