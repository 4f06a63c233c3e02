// Persons, bodies, proxies, opinions, commitments, expertise and consultations: listed, shown, then and now.
#include "club_test.h"

namespace jumelage::e2e {
namespace {

using Ids = std::vector<std::string>;

class Things : public ClubTest {
 protected:
  rapidjson::Document asked(std::vector<std::string> words, int exit_code = 0) const {
    words.push_back("--json");
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit_code, exit_code) << testing::PrintToString(words) << outcome.err;
    return parsed(outcome.out);
  }
  Ids ids(const std::vector<std::string>& words, const char* list) const {
    Ids out;
    const auto json = asked(words);
    for (const auto& each : json[list].GetArray()) out.emplace_back(each["id"].GetString());
    return out;
  }
  void does(std::vector<std::string> words, std::vector<std::string> keys) const {
    const Outcome outcome = desk_.sign(std::move(words), keys);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.out << outcome.err;
  }
  void table_charter() const { does({"proposal", "table", "charter", "--title", "fr=Charte"}, {"secretary"}); }
};

TEST_F(Things, PersonsAreListedWithTheirMandatesAndNeverWithTheirNames) {
  const auto json = asked({"person", "list"});
  const auto persons = json["persons"].GetArray();
  ASSERT_EQ(persons.Size(), 5U);
  EXPECT_STREQ(persons[0]["mandates"][0].GetString(), "es-semara-1");
  EXPECT_STREQ(persons[0]["document"].GetString(), "kept");
  const std::string person = persons[0]["id"].GetString();
  EXPECT_EQ(ids({"person", "list", "--limit", "1"}, "persons"), Ids{person});
  EXPECT_STREQ(asked({"person", "list", "--limit", "1"})["next"].GetString(), person.c_str());
  EXPECT_EQ(ids({"person", "list", "--after", person}, "persons").size(), 4U);
  EXPECT_EQ(ids({"person", "list", "--as-of", "2020-01-01"}, "persons"), Ids{});
  const std::uint64_t before = log_size();
  does({"person", "add", "p-9", "--text", "Somebody New"}, {"secretary"});
  EXPECT_EQ(ids({"person", "list"}, "persons").size(), 6U);
  EXPECT_EQ(ids({"person", "list", "--at", std::to_string(before)}, "persons").size(), 5U);
  EXPECT_EQ(run({"person", "show", "p-9", "--at", std::to_string(before)}).exit_code, 3);
  const Outcome shown = run({"person", "show", "p-9"});
  EXPECT_THAT(shown.out, HasSubstr("jumelage document show "));
  EXPECT_THAT(shown.out, testing::Not(HasSubstr("Somebody")));
}

TEST_F(Things, BodiesAreListedWithTheirSeatsAndRules) {
  EXPECT_EQ(ids({"body", "list"}, "bodies"), Ids{"cci"});
  does({"body", "establish", "water", "--name", "fr=Eau", "--seats", "cities=3", "--series", "EAU", "--override-reason",
        "to be confirmed"},
       {"es-semara", "secretary"});
  EXPECT_EQ(ids({"body", "list", "--kind", "committee"}, "bodies"), Ids{"water"});
  EXPECT_EQ(ids({"body", "list", "--as-of", "2020-01-01"}, "bodies"), Ids{});
  EXPECT_EQ(ids({"body", "list", "--at", "1"}, "bodies"), Ids{"cci"});
  const auto water = asked({"body", "show", "water"});
  EXPECT_STREQ(water["parent"].GetString(), "cci");
  EXPECT_STREQ(water["seats"][0].GetString(), "3 cities of 1 vote");
  EXPECT_STREQ(water["state"].GetString(), "established");
  const Outcome cci = run({"body", "show", "cci"});
  EXPECT_THAT(cci.out, HasSubstr("cci-chair: es-semara-1"));
  EXPECT_THAT(run({"body", "show", "wather"}).err, HasSubstr("jumelage body list"));
}

TEST_F(Things, AProxyIsGivenUntilItIsRevokedOrItsSessionIsOver) {
  table_charter();
  does({"session", "convene", "--scheduled", "2026-01-10T10:00+01:00", "--agenda", "charter", "--urgent", "the first"},
       {"secretary"});
  does({"proxy", "give", "timbuktu-1", "es-semara-1", "--instructions", "For the charter"}, {"timbuktu"});
  const std::string given = std::to_string(log_size());
  const std::string id = "proxy-cci-1-timbuktu-1";
  EXPECT_EQ(ids({"proxy", "list"}, "proxies"), Ids{id});
  EXPECT_EQ(ids({"proxy", "list", "--session", "cci-1"}, "proxies"), Ids{id});
  EXPECT_EQ(ids({"proxy", "list", "--mandate", "es-semara-1"}, "proxies"), Ids{id});
  EXPECT_EQ(ids({"proxy", "list", "--mandate", "vijayawada-1"}, "proxies"), Ids{});
  EXPECT_STREQ(asked({"proxy", "show", id})["instructions"].GetString(), "For the charter");
  EXPECT_STREQ(asked({"proxy", "show", id})["state"].GetString(), "given");
  does({"proxy", "withdraw", id, "--before", "charter"}, {"timbuktu"});
  EXPECT_STREQ(asked({"proxy", "show", id})["state"].GetString(), "revoked");
  EXPECT_STREQ(asked({"proxy", "show", id, "--at", given})["state"].GetString(), "given");
  does({"proxy", "give", "timbuktu-1", "vijayawada-1"}, {"timbuktu"});
  EXPECT_STREQ(asked({"proxy", "show", id + "-2"})["state"].GetString(), "given") << "another, after that";
  does({"proxy", "give", "vijayawada-1", "es-semara-1"}, {"vijayawada"});
  does({"session", "cancel", "cci-1", "--reason", "a storm"}, {"es-semara", "secretary"});
  EXPECT_STREQ(asked({"proxy", "show", "proxy-cci-1-vijayawada-1"})["state"].GetString(), "over");
}

TEST_F(Things, AnOpinionIsFoundByWhatItIsOnAndByWhoGaveIt) {
  table_charter();
  EXPECT_EQ(ids({"opinion", "list"}, "opinions"), Ids{});
  does({"opinion", "give", "charter", "reserved", "--summary", "fr=Sous conditions"}, {"expert"});
  EXPECT_EQ(ids({"opinion", "list"}, "opinions"), Ids{"charter-opinion"});
  EXPECT_EQ(ids({"opinion", "list", "--on", "charter"}, "opinions"), Ids{"charter-opinion"});
  EXPECT_EQ(ids({"opinion", "list", "--on", "cci"}, "opinions"), Ids{});
  EXPECT_EQ(ids({"opinion", "list", "--expert", "expert-1"}, "opinions"), Ids{"charter-opinion"});
  EXPECT_EQ(ids({"opinion", "list", "--expert", "timbuktu-1"}, "opinions"), Ids{});
  EXPECT_EQ(ids({"opinion", "list", "--at", "2"}, "opinions"), Ids{});
  const auto shown = asked({"opinion", "show", "charter-opinion"});
  EXPECT_STREQ(shown["opinion"].GetString(), "reserved");
  EXPECT_STREQ(shown["summary"][0]["text"].GetString(), "Sous conditions");
}

TEST_F(Things, ACommitmentStandsAsItsDatesAndActsSay) {
  does({"commitment", "add", "water-convention", "--title", "en=Water Convention", "--source", "UNTS=1936", "--binds",
        "timbuktu", "--from", "2025-11-01", "--until", "2027-12-31"},
       {"expert", "secretary"});
  const auto standing = [&](std::vector<std::string> more) {
    std::vector<std::string> words = {"commitment", "list"};
    words.insert(words.end(), more.begin(), more.end());
    return ids(words, "commitments");
  };
  const Ids treaty = {"water-convention"};
  EXPECT_EQ(standing({"--standing", "in-force"}), treaty);
  EXPECT_EQ(standing({"--standing", "in-force", "--as-of", "2028-01-01"}), Ids{});
  EXPECT_EQ(standing({"--standing", "ended", "--as-of", "2028-01-01"}), treaty);
  EXPECT_EQ(standing({"--binds", "timbuktu"}), treaty);
  EXPECT_EQ(standing({"--binds", "es-semara"}), Ids{});
  does({"commitment", "change", "water-convention", "suspended"}, {"expert", "secretary"});
  EXPECT_EQ(standing({"--standing", "suspended"}), treaty);
  EXPECT_EQ(standing({"--standing", "suspended", "--as-of", "2025-12-01"}), Ids{});
  const auto shown = asked({"commitment", "show", "water-convention"});
  EXPECT_STREQ(shown["state"].GetString(), "suspended");
  EXPECT_STREQ(shown["source"].GetString(), "UNTS 1936");
  EXPECT_STREQ(shown["until"].GetString(), "2027-12-31");
}

TEST_F(Things, AnOfferToTeachIsOpenUntilItsLastDayOrItsWithdrawal) {
  does({"expertise", "offer", "earth-building", "--member", "timbuktu", "--theme", "culture", "--description",
        "fr=La construction en terre", "--until", "2030-12-31"},
       {"timbuktu"});
  const auto offers = [&](std::vector<std::string> more) {
    std::vector<std::string> words = {"expertise", "list"};
    words.insert(words.end(), more.begin(), more.end());
    return ids(words, "expertise");
  };
  const Ids offer = {"earth-building"};
  EXPECT_EQ(offers({"--open"}), offer);
  EXPECT_EQ(offers({"--open", "--as-of", "2031-01-01"}), Ids{});
  EXPECT_EQ(offers({"--member", "timbuktu"}), offer);
  EXPECT_EQ(offers({"--member", "es-semara"}), Ids{});
  EXPECT_STREQ(asked({"expertise", "show", "earth-building", "--as-of", "2031-01-01"})["state"].GetString(), "run out");
  const std::string before = std::to_string(log_size());
  does({"expertise", "withdraw", "earth-building", "--member", "timbuktu", "--theme", "culture"}, {"timbuktu"});
  EXPECT_EQ(offers({"--open"}), Ids{});
  EXPECT_EQ(offers({"--open", "--at", before}), offer);
  EXPECT_STREQ(asked({"expertise", "show", "earth-building"})["state"].GetString(), "withdrawn");
}

TEST_F(Things, AConsultationIsOpenOnItsDaysAndThenToBeClosed) {
  table_charter();
  does({"consultation", "open", "views", "--on", "charter", "--question", "fr=Que dire ?", "--from", "2026-02-01",
        "--until", "2026-03-31"},
       {"secretary"});
  const auto state = [&](const std::string& day) {
    return std::string(asked({"consultation", "show", "views", "--as-of", day})["state"].GetString());
  };
  EXPECT_EQ(ids({"consultation", "list", "--on", "charter"}, "consultations"), Ids{"views"});
  EXPECT_EQ(ids({"consultation", "list", "--on", "cci"}, "consultations"), Ids{});
  EXPECT_EQ(state("2999-01-01"), "to be closed");
  EXPECT_EQ(asked({"consultation", "show", "views"})["question"][0]["text"].GetString(), std::string("Que dire ?"));
  does({"consultation", "close", "views", "--count", "12", "--summary", "fr=Neuf pour"}, {"secretary"});
  const auto closed = asked({"consultation", "show", "views"});
  EXPECT_STREQ(closed["state"].GetString(), "closed");
  EXPECT_EQ(closed["count"].GetUint(), 12U);
  EXPECT_STREQ(closed["summary"][0]["text"].GetString(), "Neuf pour");
  EXPECT_EQ(ids({"consultation", "list", "--open"}, "consultations"), Ids{});
}

TEST_F(Things, AnEmptyListOfThemSaysHowOneIsMade) {
  for (const char* thing : {"proxy", "opinion", "commitment", "expertise", "consultation"}) {
    const Outcome outcome = run({thing, "list"});
    EXPECT_EQ(outcome.exit_code, 0) << thing;
    EXPECT_THAT(outcome.out, HasSubstr(std::string("jumelage ") + thing)) << thing;
  }
}

TEST_F(Things, AProjectShowsItsThemeAndItsMoneyAsPeopleWriteIt) {
  does({"project", "launch", "wells", "--title", "fr=Puits", "--theme", "water", "--lead", "timbuktu-1", "--partner",
        "es-semara", "--budget", "1234567.80 EUR", "--from", "2025-11-01"},
       {"timbuktu", "secretary"});
  does({"project", "report", "wells", "--from", "2025-11-01", "--until", "2026-01-31", "--progress", "fr=Un puits",
        "--spent", "2400 EUR"},
       {"timbuktu"});
  const auto shown = asked({"project", "show", "wells"});
  EXPECT_STREQ(shown["theme"].GetString(), "water");
  EXPECT_EQ(shown["budget"]["minorUnits"].GetInt64(), 123456780);
  EXPECT_STREQ(shown["budget"]["currency"].GetString(), "EUR");
  EXPECT_EQ(shown["spent"]["minorUnits"].GetInt64(), 240000);
  EXPECT_STREQ(shown["reportedUntil"].GetString(), "2026-01-31");
  const Outcome text = run({"project", "show", "wells"});
  EXPECT_THAT(text.out, HasSubstr("1 234 567.80 EUR"));
  EXPECT_THAT(text.out, HasSubstr("2 400.00 EUR"));
}

TEST_F(Things, ADraftAgreementShowsItsTitleTermRenewalAndNotice) {
  does({"agreement", "draft", "twins", "--kind", "twinning", "--party", "es-semara", "--party", "timbuktu", "--title",
        "fr=Jumelage", "--duration", "5 years", "--renewal", "tacit", "--renewal-period", "3 years", "--notice",
        "6 months"},
       {"secretary"});
  const auto shown = asked({"agreement", "show", "twins"});
  EXPECT_STREQ(shown["titles"][0]["language"].GetString(), "fr");
  EXPECT_EQ(shown["duration"]["count"].GetUint(), 5U);
  EXPECT_STREQ(shown["duration"]["unit"].GetString(), "years");
  EXPECT_STREQ(shown["renewal"].GetString(), "tacit");
  EXPECT_EQ(shown["renewalPeriod"]["count"].GetUint(), 3U);
  EXPECT_STREQ(shown["notice"]["unit"].GetString(), "months");
  const Outcome text = run({"agreement", "show", "twins"});
  EXPECT_THAT(text.out, HasSubstr("tacit, for 3 years"));
}

TEST_F(Things, AHistoryOfAMandateHasItsKeysAndOfficesAndThatOfAMemberHasBoth) {
  does({"office", "vacate", "cci-vice-chair", "--ground", "vacancyRule", "--from", "2026-11-01", "--override-reason",
        "for the test"},
       {"es-semara", "secretary"});
  for (const char* id : {"timbuktu-1", "timbuktu"}) {
    const Outcome history = run({"history", id});
    EXPECT_THAT(history.out, HasSubstr("cci-vice-chair is vacant")) << id;
    EXPECT_THAT(history.out, testing::Not(HasSubstr("in consequence: cci-vice-chair"))) << id;
  }
  EXPECT_THAT(run({"history", "vijayawada"}).out, testing::Not(HasSubstr("cci-vice-chair")));
  EXPECT_EQ(asked({"history", "timbuktu", "--at", "1"})["history"].Size(), 1U);
}

TEST_F(Things, ATimeIsRefusedWhoseOffsetIsNotItsZones) {
  const auto convene = [&](const std::string& time) {
    return secretary({"session", "convene", "--scheduled", time, "--urgent", "a test", "--json", "--dry-run"});
  };
  EXPECT_EQ(convene("2027-06-16T10:30+01:00[Africa/Bamako]").exit_code, 1) << "Bamako is at +00:00";
  const auto told = parsed(convene("2027-06-16T10:30+01:00[Africa/Bamako]").err);
  EXPECT_STREQ(told["error"]["code"].GetString(), "tool.zone_differs");
  EXPECT_THAT(told["error"]["message"].GetString(), HasSubstr("clocks in Africa/Bamako were at +00:00"));
  EXPECT_EQ(convene("2027-06-16T10:30+00:00[Africa/Bamako]").exit_code, 0);
  EXPECT_EQ(convene("2027-06-16T10:30+05:30[Asia/Kolkata]").exit_code, 0);
  EXPECT_EQ(convene("2027-06-16T10:30+01:00[Africa/Nowhere]").exit_code, 0) << "a zone that this machine does not know";
}

TEST_F(Things, WhatIsLongPastIsNotLiveAndWhatIsTranscribedSaysFromWhat) {
  const auto findings = [&](std::vector<std::string> more) {
    std::vector<std::string> words = {"proposal", "table", "old", "--title", "fr=Ancien", "--dry-run", "--json"};
    words.insert(words.end(), more.begin(), more.end());
    std::vector<std::string> codes;
    const auto json = parsed(secretary(words).out);
    for (const auto& finding : json["wouldRecord"][0]["findings"].GetArray())
      codes.emplace_back(finding["code"].GetString());
    return codes;
  };
  EXPECT_EQ(findings({"--decided-at", "2025-11-03"}), Ids{"act.not_live"});
  EXPECT_EQ(findings({}), Ids{});
  EXPECT_EQ(findings({"--decided-at", "2025-11-03", "--basis", "transcribed"}), Ids{"act.no_grounds"});
  EXPECT_EQ(findings({"--decided-at", "2025-11-03", "--basis", "transcribed", "--grounds", "Minutes, page 2"}), Ids{});
}

TEST_F(Things, TheFilesThatGoInAreShownWithWhoMayReadThem) {
  desk_.write("annex.txt", "twelve bytes");
  desk_.write("act.json", R"({"basis": "live", "documentAdded": {"to": "cci", "document":
    "@file:annex.txt;role=annex"}})");
  const Outcome told = secretary({"record", "act.json", "--dry-run"});
  EXPECT_THAT(told.out, HasSubstr("annex.txt, 12 bytes, for everybody to read (public)"));
  const auto json = parsed(secretary({"record", "act.json", "--dry-run", "--json"}).out);
  EXPECT_STREQ(json["documents"][0]["visibility"].GetString(), "public");
  EXPECT_EQ(json["documents"][0]["size"].GetUint(), 12U);
}

TEST_F(Things, ATextOfAProposalMayNameItsLanguage) {
  desk_.write("charter.txt", "La charte\n");
  const Outcome printed =
      run({"proposal", "table", "charter", "--title", "fr=Charte", "--text", "fr=charter.txt", "--print-act"});
  EXPECT_EQ(printed.exit_code, 0) << printed.err;
  EXPECT_STREQ(parsed(printed.out)["proposalTabled"]["texts"][0]["language"].GetString(), "fr");
}

TEST_F(Things, TheSchemaOfEveryKindIsJsonWhenJsonIsAskedFor) {
  const auto kinds = asked({"schema"});
  for (const auto& kind : kinds["kinds"].GetArray()) {
    const Outcome shown = run({"schema", kind["kind"].GetString(), "--json"});
    EXPECT_TRUE(parsed(shown.out).HasMember(kind["kind"].GetString()));
  }
}

// One deliberation whose votes, with proxies, are more than the people present: what real sources have.
TEST_F(Things, WhatIsOffInAnImportedRegisterIsListedOnlyWhenItsBodyIsNamed) {
  does({"body", "establish", "sem", "--kind", "imported", "--name", "fr=Saint-Exemple", "--series", "SEM"},
       {"es-semara", "secretary"});
  const std::size_t own = asked({"irregular"})["findings"].Size();
  desk_.write("import.csv",
              "COLL_NOM,COLL_SIRET,DELIB_ID,DELIB_DATE,DELIB_MATIERE_CODE,DELIB_MATIERE_NOM,DELIB_OBJET,BUDGET_ANNEE,"
              "BUDGET_NOM,PREF_ID,PREF_DATE,VOTE_EFFECTIF,VOTE_REEL,VOTE_POUR,VOTE_CONTRE,VOTE_ABSTENTION,DELIB_URL\n"
              "Saint-Exemple,21420218900016,2024-1,2024-03-04,7.5,Subventions,Subvention au club,,,,,59,50,55,0,0,\n");
  does({"import", "scdl", "import.csv", "--body", "sem"}, {"secretary"});
  EXPECT_EQ(own, 0U);
  const auto without = asked({"irregular"});
  EXPECT_EQ(without["findings"].Size(), 0U);
  EXPECT_TRUE(without["importsLeftOut"].GetBool());
  EXPECT_THAT(run({"irregular"}).out, HasSubstr("name one with --body"));
  const auto with = asked({"irregular", "--body", "sem"}, 4);
  EXPECT_GE(with["findings"].Size(), 1U);
}

}  // namespace
}  // namespace jumelage::e2e
