// What can be asked of a record: then and now, by what people look for, and why.
#include "club_test.h"

namespace jumelage::e2e {
namespace {

class Queries : public ClubTest {
 protected:
  rapidjson::Document asked(std::vector<std::string> words, int exit_code = 0) const {
    words.push_back("--json");
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit_code, exit_code) << words[0] << ": " << outcome.err;
    EXPECT_EQ(outcome.err, "");
    return parsed(outcome.out);
  }
  void record(const std::string& json, std::vector<std::string> keys) const {
    desk_.write("act.json", json);
    const Outcome outcome = desk_.sign({"record", "act.json"}, std::move(keys));
    EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
  }
  // Adopted by three to none, with a theme and a matter.
  void decide_charter() const {
    secretary(
        {"proposal", "table", "charter", "--title", "fr=Charte", "--theme", "institutions", "--matter", "cci:charter"});
    secretary({"session", "convene", "--scheduled", "2026-01-10T10:00+01:00", "--agenda", "charter", "--urgent",
               "the first session"});
    council({"session", "open", "cci-1", "--all-present"});
    council({"decision", "vote", "charter", "--for", "es-semara-1,timbuktu-1,vijayawada-1", "--abstain", "expert-1",
             "--announced", "adopted"});
    council({"decision", "record", "charter", "charter-adopted"});
  }
};

std::vector<std::string> ids(const rapidjson::Document& json, const char* list) {
  std::vector<std::string> out;
  for (const auto& each : json[list].GetArray()) out.emplace_back(each["id"].GetString());
  return out;
}

using Ids = std::vector<std::string>;

TEST_F(Queries, WhatWasKnownEarlierLeavesOutWhatWasRecordedLater) {
  open_session();
  EXPECT_EQ(ids(asked({"session", "list"}), "sessions"), Ids{"cci-1"});
  EXPECT_EQ(ids(asked({"session", "list", "--at", "1"}), "sessions"), Ids{});
  EXPECT_STREQ(asked({"session", "show", "cci-1"})["phase"].GetString(), "open");
  EXPECT_STREQ(asked({"session", "show", "cci-1", "--at", "3"})["phase"].GetString(), "convened");
  EXPECT_EQ(run({"session", "show", "cci-1", "--at", "2"}).exit_code, 3);
  const Outcome beyond = run({"session", "list", "--at", "99"});
  EXPECT_EQ(beyond.exit_code, 2);
  EXPECT_THAT(beyond.err, HasSubstr("the log holds 4 entries"));
}

TEST_F(Queries, WhatWasTrueOnADayIsNotWhatIsTrueNow) {
  EXPECT_EQ(ids(asked({"mandate", "list", "--standing", "effective"}), "mandates").size(), 5U);
  EXPECT_EQ(ids(asked({"mandate", "list", "--as-of", "2020-01-01"}), "mandates"), Ids{});
  EXPECT_EQ(ids(asked({"member", "list", "--as-of", "2020-01-01"}), "members"), Ids{});
  EXPECT_EQ(run({"member", "show", "timbuktu", "--as-of", "2020-01-01"}).exit_code, 3);
  const Outcome nonsense = run({"member", "list", "--as-of", "yesterday"});
  EXPECT_EQ(nonsense.exit_code, 2);
  EXPECT_THAT(nonsense.err, HasSubstr("--as-of: \"yesterday\" is no date"));
}

TEST_F(Queries, AMandateThatIsImpededWasNotSoBefore) {
  const std::uint64_t before = log_size();
  record(R"({"basis": "live", "mandateChanged":
    {"id": "timbuktu-1", "change": "impeded", "from": "2026-03-01", "reason": "illness"}})",
         {"timbuktu"});
  const auto impeded = [&](std::vector<std::string> more) {
    std::vector<std::string> words = {"mandate", "list", "--standing", "impeded"};
    words.insert(words.end(), more.begin(), more.end());
    return ids(asked(words), "mandates");
  };
  EXPECT_EQ(impeded({}), Ids{"timbuktu-1"});
  EXPECT_EQ(impeded({"--as-of", "2026-02-28"}), Ids{});
  EXPECT_EQ(impeded({"--as-of", "2026-03-01"}), Ids{"timbuktu-1"});
  EXPECT_EQ(impeded({"--as-of", "2026-03-01", "--at", std::to_string(before)}), Ids{});
  const Outcome may = run({"may", "sign", "proxyGranted"});
  EXPECT_THAT(may.out, HasSubstr("the mandate is impeded; the alternate acts"));
  const Outcome history = run({"history", "timbuktu-1"});
  EXPECT_THAT(history.out, HasSubstr("mandate timbuktu-1 impeded from 2026-03-01: illness"));
}

TEST_F(Queries, DecisionsAreFoundByWhatPeopleLookFor) {
  decide_charter();
  const auto found = [&](std::vector<std::string> filter) {
    std::vector<std::string> words = {"decision", "list"};
    words.insert(words.end(), filter.begin(), filter.end());
    return ids(asked(words), "decisions");
  };
  const Ids charter = {"charter-adopted"};
  EXPECT_EQ(found({}), charter);
  EXPECT_EQ(found({"--theme", "institutions"}), charter);
  EXPECT_EQ(found({"--theme", "education"}), Ids{});
  EXPECT_EQ(found({"--matter", "cci:charter"}), charter);
  EXPECT_EQ(found({"--matter", "cci:budget"}), Ids{});
  EXPECT_EQ(found({"--outcome", "adopted", "--body", "cci"}), charter);
  EXPECT_EQ(found({"--outcome", "rejected"}), Ids{});
  EXPECT_EQ(found({"--standing", "executory"}), charter);
  EXPECT_EQ(found({"--standing", "repealed"}), Ids{});
  EXPECT_EQ(found({"--irregular"}), Ids{});
  EXPECT_EQ(found({"--to", "2020-01-01"}), Ids{});
  EXPECT_EQ(found({"--from", "2020-01-01", "--newest"}), charter);
  EXPECT_EQ(found({"--as-of", "2020-01-01"}), Ids{});
  EXPECT_EQ(found({"--at", "5"}), Ids{});
  const auto shown = asked({"decision", "show", "charter-adopted"});
  EXPECT_STREQ(shown["standing"].GetString(), "executory");
  EXPECT_EQ(shown["vote"]["for"].GetUint(), 3U);
  EXPECT_EQ(shown["vote"]["abstain"].GetUint(), 1U);
}

TEST_F(Queries, ALongListComesInPagesThatMissNothing) {
  Ids all;
  std::string after;
  for (int page = 0; page < 10; ++page) {
    std::vector<std::string> words = {"mandate", "list", "--limit", "2"};
    if (!after.empty()) words.insert(words.end(), {"--after", after});
    const auto json = asked(words);
    const Ids some = ids(json, "mandates");
    EXPECT_LE(some.size(), 2U);
    all.insert(all.end(), some.begin(), some.end());
    if (!json.HasMember("next")) break;
    after = json["next"].GetString();
    EXPECT_EQ(after, some.back());
  }
  EXPECT_EQ(all, ids(asked({"mandate", "list"}), "mandates"));
  EXPECT_THAT(run({"mandate", "list", "--limit", "2"}).out, HasSubstr("There are more: add --after timbuktu-1"));
}

TEST_F(Queries, TheAttendanceOfASessionIsToldAsItWent) {
  open_session();
  record(R"({"basis": "live", "attendanceChanged": {"session": "cci-1", "at": {"position": "before", "item": "charter"},
    "changes": [{"mandate": "timbuktu-1", "presence": "absent"}, {"mandate": "expert-1", "presence": "absent"}]}})",
         {"secretary"});
  const auto session = asked({"session", "show", "cci-1"});
  const auto steps = session["attendanceOverTime"].GetArray();
  ASSERT_EQ(steps.Size(), 2U);
  EXPECT_TRUE(steps[0]["quorate"].GetBool());
  EXPECT_STREQ(steps[1]["when"].GetString(), "before charter");
  EXPECT_EQ(steps[1]["changes"].Size(), 2U);
  EXPECT_STRNE(steps[0]["quorum"].GetString(), steps[1]["quorum"].GetString());
  const auto voters = asked({"may", "vote", "charter"});
  std::map<std::string, bool> may;
  for (const auto& voter : voters["mandates"].GetArray())
    may[voter["mandate"].GetString()] = voter["mayVote"].GetBool();
  EXPECT_TRUE(may["es-semara-1"]);
  EXPECT_FALSE(may["timbuktu-1"]);
  EXPECT_FALSE(may["secretary-1"]);
}

TEST_F(Queries, NobodyMayVoteBeforeTheOpeningOrOnceItIsDecided) {
  const auto reason = [&](const char* mandate) {
    const auto voters = asked({"may", "vote", "charter"});
    for (const auto& voter : voters["mandates"].GetArray())
      if (voter["mandate"] == mandate)
        return std::string(voter["mayVote"].GetBool() ? "yes" : voter["why"].GetString());
    return std::string("nobody of that name");
  };
  secretary({"proposal", "table", "charter", "--title", "fr=Charte"});
  EXPECT_EQ(reason("timbuktu-1"), "has a seat, but charter is on the agenda of no session");
  secretary({"session", "convene", "--scheduled", "2026-01-10T10:00+01:00", "--agenda", "charter", "--urgent", "now"});
  EXPECT_EQ(reason("timbuktu-1"), "has a seat, but session cci-1 is not open yet");
  EXPECT_THAT(run({"may", "vote", "charter"}).out, HasSubstr("Nobody can vote on it now: session cci-1 is not open"));
  council({"session", "open", "cci-1", "--all-present"});
  EXPECT_EQ(reason("timbuktu-1"), "yes");
  EXPECT_EQ(reason("secretary-1"), "has no seat: the mandate is for a task");
  council({"session", "adjourn", "--reason", "lunch"});
  EXPECT_EQ(reason("timbuktu-1"), "session cci-1 is adjourned; it has to be resumed first");
  council({"session", "resume", "--reason", "everybody is back"});
  council({"decision", "vote", "charter", "--for", "es-semara-1,timbuktu-1,vijayawada-1", "--abstain", "expert-1",
           "--announced", "adopted"});
  council({"decision", "record", "charter", "charter-adopted"});
  EXPECT_EQ(reason("timbuktu-1"), "charter is decided already");
  EXPECT_FALSE(asked({"may", "vote", "charter"})["canBeVotedOn"].GetBool());
}

TEST_F(Queries, NobodyMayVoteInACancelledSessionOrOnWhatWasWithdrawn) {
  secretary({"proposal", "table", "charter", "--title", "fr=Charte"});
  secretary({"session", "convene", "--scheduled", "2026-01-10T10:00+01:00", "--agenda", "charter", "--urgent", "now"});
  council({"session", "cancel", "cci-1", "--reason", "storm"});
  EXPECT_STREQ(asked({"may", "vote", "charter"})["whyNot"].GetString(), "session cci-1 is cancelled");
  secretary({"proposal", "withdraw", "charter"});
  EXPECT_STREQ(asked({"may", "vote", "charter"})["whyNot"].GetString(), "charter was withdrawn");
}

TEST_F(Queries, WhatIsIrregularIsListedWithItsCure) {
  EXPECT_THAT(run({"irregular"}).out, HasSubstr("Nothing is irregular"));
  open_session();
  council({"decision", "vote", "charter", "--for", "es-semara-1", "--against", "timbuktu-1,vijayawada-1,expert-1",
           "--announced", "adopted", "--override-reason", "so announced, and minuted"});
  const auto open = asked({"irregular", "--body", "cci"}, 4);
  bool found = false;
  for (const auto& finding : open["findings"].GetArray())
    if (std::string(finding["code"].GetString()) == "vote.announced_differs") {
      found = true;
      EXPECT_STREQ(finding["subject"].GetString(), "charter");
      EXPECT_THAT(finding["cure"].GetString(), HasSubstr("replace the record"));
    }
  EXPECT_TRUE(found);
  EXPECT_EQ(asked({"irregular", "charter"}, 4)["findings"].Size(), 1U);
  EXPECT_EQ(asked({"irregular", "timbuktu"})["findings"].Size(), 0U);
  EXPECT_EQ(asked({"irregular", "--at", "1"})["findings"].Size(), 0U);
}

TEST_F(Queries, TheKeysOfTheLedgerAreListedWithTheirPlacesInTheLog) {
  const auto listed = asked({"key", "list", "--holder", "secretary-1"});
  const auto keys = listed["keys"].GetArray();
  ASSERT_EQ(keys.Size(), 1U);
  EXPECT_STREQ(keys[0]["purpose"].GetString(), "daily");
  EXPECT_FALSE(keys[0].HasMember("revokedAt"));
  EXPECT_GE(asked({"key", "list", "--enrolled"})["keys"].Size(), 8U);
}

TEST_F(Queries, WhoMaySignAndWhyNotIsSaidOfEveryMandate) {
  const auto json = asked({"may", "sign", "sessionOpened"});
  std::map<std::string, bool> may;
  for (const auto& line : json["mandates"].GetArray()) may[line["mandate"].GetString()] = line["maySign"].GetBool();
  EXPECT_EQ(may.size(), 5U);
  EXPECT_TRUE(may["es-semara-1"]);
  EXPECT_TRUE(may["secretary-1"]);
  EXPECT_FALSE(may["vijayawada-1"]);
  const Outcome unknown = run({"may", "sign", "sessionOpend"});
  EXPECT_EQ(unknown.exit_code, 3);
  EXPECT_THAT(unknown.err, HasSubstr("Did you mean \"sessionOpened\"?"));
}

TEST_F(Queries, ADecisionIsNamedByItsNumberWhereverOneIsAskedFor) {
  decide_charter();
  const std::string number = asked({"decision", "show", "charter-adopted"})["number"].GetString();
  const auto printed = parsed(
      run({"office", "give", "cci-chair", "timbuktu-1", "--ground", "vote", "--decision", number, "--print-act"}).out);
  EXPECT_STREQ(printed["officeChanged"]["decision"].GetString(), "charter-adopted");
  EXPECT_EQ(ids(asked({"decision", "list", "--after", number}), "decisions"), Ids{});
  const Outcome nothing = run({"decision", "list", "--after", number.substr(0, number.size() - 1) + "9"});
  EXPECT_EQ(nothing.exit_code, 3) << nothing.out;
}

TEST_F(Queries, WhoMaySignForAPartyIsSaidOfTheAgreementsThatGoOn) {
  const auto line = [&](const char* mandate) {
    const auto json = asked({"may", "sign", "agreementSigned"});
    for (const auto& each : json["mandates"].GetArray())
      if (each["mandate"] == mandate) return std::string(each[each["maySign"].GetBool() ? "as" : "whyNot"].GetString());
    return std::string("nobody of that name");
  };
  EXPECT_EQ(line("timbuktu-1"), "timbuktu is a party to no agreement that goes on");
  EXPECT_EQ(line("expert-1"), "is held for no member, so it signs for none");
  EXPECT_EQ(
      secretary({"agreement", "draft", "twins", "--title", "fr=Jumelage", "--party", "es-semara,timbuktu"}).exit_code,
      0);
  EXPECT_EQ(line("timbuktu-1"), "for timbuktu, a party to twins");
  EXPECT_EQ(line("vijayawada-1"), "vijayawada is a party to no agreement that goes on");
  EXPECT_EQ(line("secretary-1"), "as cci-secretary, attested for somebody without a key");
}

TEST_F(Queries, WhoAdministersKeysIsNamedWithTheirQuorum) {
  const auto json = asked({"may", "sign", "keyEnrolled"});
  ASSERT_EQ(json["memberKeys"].Size(), 3U);
  EXPECT_STREQ(json["memberKeys"][0]["as"].GetString(), "administrator");
  EXPECT_STREQ(json["mandates"][0]["whyNot"].GetString(),
               "key administrators sign with keys of their own, listed below");
  EXPECT_THAT(run({"may", "sign", "keyEnrolled"}).out, HasSubstr("the administrators of 2 members sign together"));
  EXPECT_STREQ(asked({"may", "sign", "ledgerConstituted"})["mandates"][0]["whyNot"].GetString(),
               "the ledger is founded, and nobody founds it again");
  EXPECT_STREQ(asked({"may", "sign", "projectReported"})["mandates"][1]["whyNot"].GetString(),
               "leads no project that goes on");
}

// Two cities' twinning, as far as a draft and one approval.
TEST_F(Queries, AnAgreementSaysWhatItStillWaitsFor) {
  record(R"({"basis": "live", "agreementDrafted": {"id": "twins", "kind": "twinning",
    "title": [{"language": "fr", "text": "Jumelage", "standing": "authentic"}],
    "parties": [{"member": "es-semara", "clearances": [{"id": "visa", "kind": "visa", "authority": "Gouverneur",
                 "stage": "beforeSignature", "silence": "meansNothing"}]}, {"member": "timbuktu"}],
    "draft": 1, "renewal": "none", "entryIntoForce": "onLastSignature"}})",
         {"secretary"});
  record(R"({"basis": "live", "agreementApproved": {"agreement": "twins", "draft": 1, "party": "timbuktu",
    "deliberation": [{"scheme": "timbuktu", "value": "2026-7"}], "on": "2026-01-05"}})",
         {"timbuktu"});
  const auto shown = asked({"agreement", "show", "twins"});
  const auto waits = shown["waitsFor"].GetArray();
  ASSERT_EQ(waits.Size(), 1U);
  EXPECT_STREQ(waits[0].GetString(), "the approval of es-semara");
  EXPECT_EQ(ids(asked({"agreement", "list", "--party", "timbuktu"}), "agreements"), Ids{"twins"});
  EXPECT_EQ(ids(asked({"agreement", "list", "--party", "vijayawada"}), "agreements"), Ids{});
  EXPECT_EQ(ids(asked({"agreement", "list", "--state", "draft", "--kind", "twinning"}), "agreements"), Ids{"twins"});
  EXPECT_EQ(ids(asked({"agreement", "list", "--state", "in-force"}), "agreements"), Ids{});
  EXPECT_THAT(run({"member", "show", "timbuktu"}).out, HasSubstr("twins: draft"));
  EXPECT_THAT(run({"history", "twins"}).out, HasSubstr("draft 1 approved by timbuktu on 2026-01-05"));
}

TEST_F(Queries, AnEmptyListSaysSoAndIsNoFailure) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"agreement", "list"},
                                                {"project", "list"},
                                                {"project", "list", "--to-hand-over"},
                                                {"session", "list"},
                                                {"decision", "list"},
                                                {"member", "list", "--standing", "withdrawn"}}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit_code, 0) << words[0];
    EXPECT_GT(outcome.out.size(), 20U) << words[0];
  }
}

}  // namespace
}  // namespace jumelage::e2e
