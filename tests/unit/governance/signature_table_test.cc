// Who must sign what: one row for every kind of act, as the catalogue of the club has it. Each row is held against
// every company of up to three signers that its council could bring together.
#include <capnp/schema.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <set>
#include <utility>

#include "legal_acts.h"

namespace jumelage::governance {
namespace {

// What a signer can be, in one word each:
//   CH SEC DPO EXP ADM WITNESS  as docs/acts.md has them; ADM here stands for the quorum of two
//   es-semara, timbuktu, ...    whoever holds a mandate of that member, in an office too
//   es-semara-1, ...            the holder of that mandate and nobody else, in an office too
//   own:es-semara-1, ...        the same, and never by a secretary's attestation
//   for:timbuktu, ...           a mandate of that member, signing for it and not in an office
//   seat                        the same of a seat in a committee, which is one of es-semara's
//   chair, vice-chair           that very office
//   key                         the key that is being enrolled
using Words = std::set<std::string>;

struct Requirement {
  const char* act;      // in legal_acts()
  const char* signers;  // "CH+SEC": both; "SEC|CH": either is enough
};

void PrintTo(const Requirement& row, std::ostream* out) {
  *out << row.act;
}

const Requirement kTable[] = {
    // Foundation and trust
    {"ledgerConstituted", "all founders"},  // has a test of its own
    {"ruleSetEnacted", "CH+SEC"},
    {"catalogueActivated", "ADM"},
    {"keyEnrolled", "ADM+key"},
    {"keyRevoked", "ADM|own:timbuktu-1"},  // the owner
    {"witnessSetChanged", "ADM"},
    {"primaryHandedOver", "ADM"},
    {"checkpointAnchored", "SEC|WITNESS"},
    {"recordCorrected", "SEC+CH"},
    {"personalDataErased", "DPO+SEC"},
    {"documentAdded", "SEC"},
    {"visibilityChanged", "SEC"},
    {"registerClosed", "CH+SEC"},
    // Membership
    {"bodyEstablished", "CH+SEC"},
    {"bodyChanged", "CH+SEC"},
    {"personRegistered", "SEC"},
    {"memberAdmitted", "CH+SEC"},  // it has no mandate, and so no key, before
    {"memberChanged", "CH+SEC"},
    {"memberChanged, its own act", "CH+SEC+timbuktu"},
    {"mandateGranted", "es-semara+SEC"},
    {"mandateChanged", "es-semara"},
    {"officeChanged", "CH+SEC"},
    // Sessions
    {"sessionConvened", "SEC|CH"},
    {"agendaAmended", "SEC|CH"},
    {"sessionOpened", "CH+SEC"},
    {"attendanceChanged", "SEC"},
    {"sessionStateChanged", "CH+SEC"},
    {"proxyGranted", "seat"},
    {"proxyRevoked", "seat"},
    {"interestDeclared", "seat|SEC"},
    {"itemDisposed", "SEC"},
    {"sessionClosed", "CH+SEC"},
    {"minutesApproved", "CH+SEC"},
    // Decisions
    {"proposalTabled", "SEC|timbuktu"},
    {"proposalRevised", "SEC"},  // nobody sponsors it
    {"proposalRevised, sponsored", "timbuktu"},
    {"legalOpinionGiven", "expert-1"},
    {"voteRecorded", "SEC+CH"},
    {"electionRecorded", "SEC+CH"},
    {"decisionRecorded", "CH+SEC"},
    {"delegationGranted", "CH+SEC"},
    {"delegatedDecision", "chair"},  // the delegate
    {"supervisionRecorded", "SEC"},  // no member has to obtain it
    {"challengeRecorded", "SEC"},
    {"published", "SEC"},
    {"decisionEnded", "CH+SEC"},
    {"extractIssued", "SEC|CH"},
    // Agreements, of es-semara and timbuktu
    {"agreementDrafted", "SEC|es-semara|timbuktu"},
    {"agreementApproved", "es-semara"},
    {"agreementSigned", "es-semara-1"},
    {"agreementInForce", "SEC+CH"},
    {"agreementAmended", "for:es-semara+for:timbuktu"},
    {"agreementRenewed", "for:es-semara+for:timbuktu"},
    {"agreementRenewed, tacit", "SEC"},
    {"agreementNoticeGiven", "timbuktu"},
    {"agreementStateChanged", "SEC+CH"},
    // Cooperation
    {"commitmentRegistered", "EXP+SEC"},
    {"commitmentChanged", "EXP+SEC"},
    {"projectLaunched", "timbuktu+SEC"},
    {"projectReported", "timbuktu-1"},
    {"projectStateChanged", "vijayawada-1+SEC"},
    {"projectHandedOver", "timbuktu-1+vijayawada-1"},
    {"expertiseOffered", "timbuktu"},
    {"exchangeReported", "timbuktu|vijayawada"},
    {"consultationOpened", "SEC"},
    {"consultationClosed", "SEC"},
};

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> out(1);
  for (const char c : text) c == at ? void(out.emplace_back()) : out.back().push_back(c);
  return out;
}

bool has(const std::vector<Words>& company, const std::string& word) {
  const auto count = std::ranges::count_if(company, [&](const Words& words) { return words.contains(word); });
  return count >= (word == "ADM" ? 2 : 1);
}

bool is_enough(const Requirement& row, const std::vector<Words>& company) {
  return std::ranges::any_of(split(row.signers, '|'), [&](const std::string& alternative) {
    return std::ranges::all_of(split(alternative, '+'), [&](const std::string& word) { return has(company, word); });
  });
}

// --- Who is there to sign

struct Somebody {
  Signs signs;
  Words words;
};
using Company = std::vector<Somebody>;

struct Holder {
  const char* mandate;
  const char* member;  // empty: in the person's own right
  Words words;
};
const Holder kHolders[] = {
    {"es-semara-1", "es-semara", {"es-semara-1"}},
    {"timbuktu-1", "timbuktu", {"timbuktu-1"}},
    {"vijayawada-1", "vijayawada", {"vijayawada-1"}},
    {kSeatWithKey, "es-semara", {"seat"}},
    {"expert-1", "", {"expert-1"}},
    {"secretary-1", "", {}},
};

Words words_of(const Holder& holder) {
  Words words = holder.words;
  if (*holder.member != 0) words.insert(holder.member);
  return words;
}

// What only who signs in person can be.
Words words_in_person(const std::string& mandate) {
  if (mandate == "expert-1") return {"EXP"};
  return {"own:" + mandate};
}

Words words_of(const std::string& mandate) {
  Words words = words_in_person(mandate);
  for (const Holder& holder : kHolders)
    if (holder.mandate == mandate) words.merge(words_of(holder));
  return words;
}

// The newest state of a subject, if there is one of that id.
std::optional<Row<schema::SubjectRow>> state_of(const Stage& stage, const std::string& id) {
  const auto named = stage.reg.get(Table::kNames, name_key(id));
  if (!named) return std::nullopt;
  const auto number = static_cast<Number>(read_big_endian(named->first(4)));
  return std::make_optional<Row<schema::SubjectRow>>(stage.reg.floor(Table::kRows, row_key(number, kNever))->value);
}

bool may_sign(const Stage& stage, const std::string& mandate) {
  const auto state = state_of(stage, mandate);
  return state && state_of(stage, to_hex(Club::key_id(mandate).view())) &&
         state->reader().getMandate().getStatus() == schema::MandateState::Status::EFFECTIVE;
}

// The vice-chair changes in the council's life.
std::string vice_chair_of(const Stage& stage) {
  const Number holder = state_of(stage, "cci-vice-chair")->reader().getOffice().getHolder();
  for (const char* mandate : {"timbuktu-1", "vijayawada-1"}) {
    const auto named = stage.reg.get(Table::kNames, name_key(mandate));
    if (static_cast<Number>(read_big_endian(named->first(4))) == holder) return mandate;
  }
  return "nobody";
}

void add_officer(Company& out, const std::string& office, const std::string& mandate, const Words& words) {
  Somebody officer{{mandate, schema::Capacity::OFFICE, office}, words_of(mandate)};
  officer.words.insert(words.begin(), words.end());
  out.push_back(officer);
}

Company everybody(const LegalAct& legal) {
  Company out;
  for (const Holder& holder : kHolders) {
    if (!may_sign(legal.stage, holder.mandate)) continue;
    out.push_back({Club::mandate(holder.mandate), words_of(std::string(holder.mandate))});
    if (*holder.member != 0) out.back().words.insert(std::string("for:") + holder.member);
  }
  add_officer(out, "cci-chair", "es-semara-1", {"CH", "chair"});
  add_officer(out, "cci-vice-chair", vice_chair_of(legal.stage), {"CH", "vice-chair"});
  add_officer(out, "cci-secretary", "secretary-1", {"SEC"});
  add_officer(out, "cci-dpo", "expert-1", {"DPO"});
  for (const char* member : {"es-semara", "timbuktu", "vijayawada"})
    out.push_back({Club::administrator(member), {"ADM"}});
  out.push_back({{"timbuktu/witness", schema::Capacity::NODE, "timbuktu"}, {"WITNESS"}});
  if (legal.act.reader().isKeyEnrolled()) out.push_back({Club::possession(kSeatWithKey), {"key"}});
  return out;
}

// Every company of one to three; no key signs twice.
std::vector<Company> companies(const Company& all) {
  constexpr std::size_t kMost = 3;
  std::vector<Company> out;
  std::vector<std::pair<Company, std::size_t>> grow = {{{}, 0}};
  while (!grow.empty()) {
    const auto [company, from] = grow.back();
    grow.pop_back();
    if (!company.empty()) out.push_back(company);
    if (company.size() == kMost) continue;
    for (std::size_t next = from; next < all.size(); ++next) {
      const auto same_key = [&](const Somebody& one) { return one.signs.key == all[next].signs.key; };
      if (std::ranges::any_of(company, same_key)) continue;
      grow.emplace_back(company, next + 1);
      grow.back().first.push_back(all[next]);
    }
  }
  std::ranges::stable_sort(out, {}, [](const Company& company) { return company.size(); });
  return out;
}

std::vector<Words> words_of(const Company& company) {
  std::vector<Words> out;
  for (const Somebody& one : company) out.push_back(one.words);
  return out;
}

std::vector<Signs> signs_of(const Company& company) {
  std::vector<Signs> out;
  for (const Somebody& one : company) out.push_back(one.signs);
  return out;
}

std::string names_of(const Company& company) {
  std::string out;
  for (const Somebody& one : company)
    out += (out.empty() ? "" : " and ") + one.signs.key + " as " + (one.signs.of.empty() ? "itself" : one.signs.of);
  return out;
}

// A secretary vouches for a member, and so for each of its people, or for a mandate.
Words words_attested_for(const std::string& behalf) {
  Words words = {"SEC", "for:" + behalf};
  for (const Holder& holder : kHolders)
    if (behalf == holder.member || behalf == holder.mandate) words.merge(words_of(holder));
  return words;
}

class SignatureTable : public ::testing::TestWithParam<Requirement> {
 protected:
  const LegalAct& legal() const { return legal_acts().find(GetParam().act)->second; }
  Result<Effects> judge(const Stage& stage, const std::vector<Signs>& signers) const {
    return stage.judge(signed_by(legal().act, signers));
  }
  // The fewest who are enough.
  Company right_company() const {
    for (const Company& company : companies(everybody(legal())))
      if (is_enough(GetParam(), words_of(company))) return company;
    return {};
  }
  // The same place, after something else was recorded there.
  Stage after(const std::vector<Signs>& signers, const Club::Fill& fill) const {
    Stage stage = legal().stage;
    stage.history = std::make_shared<test::ClubHistory>(*stage.history);
    stage.record(stage.draft(signers, fill));
    return stage;
  }
  Stage after_revoking(const std::string& key) const {
    std::vector<Signs> administrators;
    for (const char* member : {"es-semara", "timbuktu", "vijayawada"})
      if (key != std::string(member) + "/admin" && administrators.size() < 2)
        administrators.push_back(Club::administrator(member));
    return after(administrators, [&](ActBuilder act) {
      auto revoked = act.initKeyRevoked();
      revoked.setKey(to_data(Club::key_id(key).view()));
      revoked.setReason(schema::KeyRevoked::Reason::LOST);
    });
  }
  Stage after_the_end_of(const std::string& mandate) const {
    const bool own_right = mandate == "expert-1" || mandate == "secretary-1";
    const std::vector<Signs> officers = {Club::chair(), Club::secretary()};
    return after(own_right ? officers : std::vector<Signs>{Club::mandate(mandate)}, [&](ActBuilder act) {
      auto changed = act.initMandateChanged();
      changed.setId(to_text(mandate));
      changed.setChange(schema::MandateChanged::Change::ENDED);
      changed.setReason(schema::MandateChanged::Reason::OTHER);
      changed.setFrom(test::day("2025-10-30"));
    });
  }
};

TEST_P(SignatureTable, an_act_is_recorded_for_those_who_must_sign_it_and_refused_to_all_others) {
  for (const Company& company : companies(everybody(legal()))) {
    const Result<Effects> judged = judge(legal().stage, signs_of(company));
    if (is_enough(GetParam(), words_of(company))) {
      EXPECT_TRUE(recorded(judged)) << names_of(company);
    } else {
      EXPECT_TRUE(refused(judged, Refusal::kSignatureMissing)) << names_of(company);
    }
  }
}

TEST_P(SignatureTable, a_key_that_nobody_enrolled_signs_nothing) {
  std::vector<Signs> signers = signs_of(right_company());
  for (Signs& signer : signers) {
    if (signer.capacity == schema::Capacity::POSSESSION) continue;  // it is being enrolled
    const std::string rightful = std::exchange(signer.key, "a stranger's");
    EXPECT_TRUE(refused(judge(legal().stage, signers), Refusal::kUnknownSigner)) << rightful;
    signer.key = rightful;
  }
}

TEST_P(SignatureTable, a_key_signs_in_no_name_but_that_of_its_holder) {
  std::vector<Signs> signers = signs_of(right_company());
  for (Signs& signer : signers) {
    const std::string rightful = std::exchange(signer.key, "es-semara/log");
    EXPECT_TRUE(refused(judge(legal().stage, signers), Refusal::kWrongCapacity)) << rightful;
    signer.key = rightful;
  }
}

TEST_P(SignatureTable, a_revoked_key_signs_nothing_more) {
  const std::vector<Signs> signers = signs_of(right_company());
  for (const Signs& signer : signers) {
    if (signer.capacity == schema::Capacity::POSSESSION) continue;  // it is being enrolled
    EXPECT_TRUE(refused(judge(after_revoking(signer.key), signers), Refusal::kKeyNotValidHere)) << signer.key;
  }
}

TEST_P(SignatureTable, whoever_left_their_mandate_signs_nothing_more) {
  using schema::Capacity;
  const std::vector<Signs> signers = signs_of(right_company());
  for (const Signs& signer : signers) {
    if (signer.capacity != Capacity::MANDATE && signer.capacity != Capacity::OFFICE) continue;
    EXPECT_TRUE(refused(judge(after_the_end_of(signer.key), signers), Refusal::kWrongCapacity)) << signer.key;
  }
}

// A secretary's word takes the place of a member, of the holder of a mandate, and of nobody else.
TEST_P(SignatureTable, what_a_secretary_attests_stands_for_those_without_a_key_alone) {
  for (const std::string behalf : {"es-semara", "timbuktu", "vijayawada", "expert-1", "secretary-1"}) {
    event::ActBuilder act(legal().act);
    act.root().setBasis(schema::Basis::ATTESTED);
    auto attestation = act.root().initAttestation();
    attestation.setAttester("cci-secretary");
    attestation.setStatement("lettre reçue par la poste");
    attestation.setOnBehalfOf(to_text(behalf));
    const event::Act attested = event::Act::parse(act.canonical()).value();
    const Result<Effects> judged = legal().stage.judge(signed_by(attested, {Club::secretary()}));
    if (is_enough(GetParam(), {words_attested_for(behalf)})) {
      EXPECT_TRUE(recorded(judged)) << "for " << behalf;
    } else {
      EXPECT_TRUE(refused(judged, Refusal::kSignatureMissing)) << "for " << behalf;
    }
  }
}

std::string name_of(const testing::TestParamInfo<Requirement>& each) {
  std::string out;
  for (const char letter : std::string_view(each.param.act))
    if (letter != ',') out += letter == ' ' ? '_' : letter;
  return out;
}

INSTANTIATE_TEST_SUITE_P(Catalogue, SignatureTable, testing::ValuesIn(std::begin(kTable) + 1, std::end(kTable)),
                         name_of);

TEST(SignaturesOfTheFoundingAct, are_those_of_every_founder_and_of_every_key) {
  const LegalAct& founding = legal_acts().find("ledgerConstituted")->second;
  ASSERT_TRUE(recorded(founding.stage.judge(founding.act)));
  const auto signers = founding.act.reader().getSigners();
  for (unsigned without = 0; without < signers.size(); ++without) {
    event::ActBuilder act(founding.act);
    auto left = act.root().initSigners(signers.size() - 1);
    for (unsigned i = 0; i < left.size(); ++i) left.setWithCaveats(i, signers[i < without ? i : i + 1]);
    EXPECT_TRUE(refused(founding.stage.judge(event::Act::parse(act.canonical()).value()), Refusal::kSignatureMissing));
  }
}

TEST(SignaturesOfTheFoundingAct, are_given_by_founders_and_nobody_else) {
  const LegalAct& founding = legal_acts().find("ledgerConstituted")->second;
  const auto judge_with = [&](unsigned place, const std::function<void(schema::Signer::Builder)>& change) {
    event::ActBuilder act(founding.act);
    change(act.root().getSigners()[place]);
    act.sort_lists();
    return founding.stage.judge(event::Act::parse(act.canonical()).value());
  };
  for (unsigned place = 0; place < founding.act.reader().getSigners().size(); ++place) {
    EXPECT_TRUE(refused(judge_with(place,
                                   [](schema::Signer::Builder signer) {
                                     signer.setCapacity(schema::Capacity::MANDATE);
                                     signer.setOf("timbuktu-1");
                                   }),
                        Refusal::kWrongCapacity));
    EXPECT_TRUE(refused(
        judge_with(place,
                   [](schema::Signer::Builder signer) { signer.setKey(to_data(Club::key_id("a stranger's").view())); }),
        Refusal::kUnknownSigner));
  }
}

TEST(SignatureTables, have_a_row_for_every_kind_of_the_catalogue_and_an_act_for_every_row) {
  std::set<std::string> rows;
  for (const Requirement& row : kTable) {
    EXPECT_TRUE(legal_acts().contains(std::string_view(row.act))) << row.act;
    EXPECT_TRUE(rows.insert(row.act).second) << row.act << " has two rows";
  }
  for (const auto kind : capnp::Schema::from<schema::Act>().getUnionFields())
    EXPECT_TRUE(rows.contains(kind.getProto().getName().cStr())) << kind.getProto().getName().cStr();
  for (const auto& [name, legal] : legal_acts()) {
    EXPECT_TRUE(rows.contains(name)) << name;
    EXPECT_EQ(name.substr(0, name.find(',')), event::kind_name(legal.act.kind()));
    EXPECT_TRUE(recorded(legal.stage.judge(legal.act))) << name;
  }
}

}  // namespace
}  // namespace jumelage::governance
