// The examples of the help texts, typed as they stand there, in an order in which they tell a story.
#include <algorithm>

#include "club_test.h"

namespace jumelage::e2e {
namespace {

using Words = std::vector<std::string>;

// As a shell splits them: blanks part words, quotes hold them together.
Words split(const std::string& line) {
  Words words;
  std::string word;
  char quote = 0;
  bool begun = false;
  for (const char c : line) {
    if (quote != 0 && c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
      begun = true;
    } else if (quote == 0 && c == ' ') {
      if (begun) words.push_back(word);
      word.clear();
      begun = false;
    } else {
      word += c;
      begun = true;
    }
  }
  if (begun) words.push_back(word);
  return words;
}

class ExamplesTest : public ClubTest {
 protected:
  ExamplesTest() {
    desk_.write("letter.pdf", "a letter\n");
    desk_.write("power.pdf", "a power to sign\n");
    desk_.write("appointment.pdf", "an appointment\n");
    desk_.write("person.txt", "Alternate of Timbuktu\n");
    desk_.write("minutes.txt", "Proces-verbal\n");
  }

  // The lines below "Examples:" that begin with the program's name.
  std::vector<Words> examples(const Words& command) const {
    Words asked = command;
    asked.push_back("--help");
    const std::string help = run(asked).out;
    std::vector<Words> out;
    std::size_t at = help.find("\nExamples:\n");
    while (at != std::string::npos && (at = help.find("\n      jumelage ", at)) != std::string::npos) {
      at += 7;
      Words words = split(help.substr(at, help.find('\n', at) - at));
      words.erase(words.begin());
      out.push_back(std::move(words));
    }
    return out;
  }

  Outcome type(Words words) const {
    const bool only_reads = words.size() > 1 && (words[1] == "list" || words[1] == "show");
    if (!only_reads) words.insert(words.end(), {"--passphrase-file", "passphrase"});
    return run(words);
  }
  void works(const Words& words) const {
    const Outcome outcome = type(words);
    EXPECT_EQ(outcome.exit_code, 0) << testing::PrintToString(words) << "\n" << outcome.out << outcome.err;
  }
  void example_works(const std::string& command, std::size_t which = 0) const {
    const auto all = examples(split(command));
    ASSERT_LT(which, all.size()) << command;
    works(all[which]);
  }
  // All that a command can be shown to do without the years that its act takes: the act can be made.
  void example_makes_an_act(const std::string& command) const {
    const auto all = examples(split(command));
    ASSERT_FALSE(all.empty()) << command;
    for (Words words : all) {
      words.push_back("--print-act");
      works(words);
    }
  }

  void table(const std::string& item) const {
    works({"proposal", "table", item, "--title", "fr=" + item, "--key", "secretary"});
  }
  void convene(const std::string& agenda) const {
    works({"session", "convene", "--scheduled", "2026-01-10T10:00+01:00", "--agenda", agenda, "--urgent", "now",
           "--key", "secretary"});
  }
  void adopt(const std::string& item) const {
    council(
        {"decision", "vote", item, "--for", "es-semara-1,timbuktu-1,vijayawada-1,expert-1", "--announced", "adopted"});
    council({"decision", "record", item});
    works({"decision", "publish", item + "-decision", "--where", "Board", "--key", "secretary"});
  }
};

TEST_F(ExamplesTest, OfASessionFromItsCallToItsApprovedMinutes) {
  example_works("proposal table");
  for (const char* item : {"school-exchanges", "activity-report", "water-project", "market-hall", "river-park"})
    table(item);
  example_works("proposal revise");
  example_works("proposal withdraw");
  example_works("proposal defer");
  convene("twinning-charter,school-exchanges,activity-report");
  example_works("session agenda");
  example_works("opinion give");
  for (const std::size_t which : {0U, 1U}) example_works("opinion list", which);
  example_works("opinion show");
  example_works("proxy give", 0);
  for (const std::size_t which : {0U, 1U}) example_works("proxy list", which);
  example_works("proxy show");
  example_works("proxy give", 1);
  example_works("proxy withdraw");
  example_works("session open");
  example_works("decision vote", 0);
  example_works("decision vote", 2);
  example_works("decision record");
  example_works("session leave");
  example_works("session arrive");
  example_works("session recuse");
  example_works("session dispose");
  example_works("session adjourn");
  example_works("session resume");
  example_works("decision vote", 1);
  works({"session", "dispose", "school-exchanges", "--as", "deferred", "--key", "secretary"});
  council({"decision", "record", "water-project"});
  example_works("session close");

  table("minutes-cci-1");
  convene("minutes-cci-1");
  council({"session", "open", "cci-2", "--all-present"});
  adopt("minutes-cci-1");
  example_works("session minutes");
}

TEST_F(ExamplesTest, OfSessionsThatAreNotHeld) {
  convene("");
  example_works("session postpone");
  example_works("session cancel");
  table("chair-of-council");
  convene("chair-of-council");
  council({"session", "open", "cci-2", "--all-present"});
  example_works("session elect");
  example_makes_an_act("session inquorate");
}

TEST_F(ExamplesTest, OfADecisionAfterItWasTaken) {
  table("twinning-charter");
  convene("twinning-charter");
  council({"session", "open", "cci-1", "--all-present"});
  council({"decision", "vote", "twinning-charter", "--for", "es-semara-1,timbuktu-1,vijayawada-1,expert-1",
           "--announced", "adopted"});
  council({"decision", "record", "twinning-charter"});
  example_works("decision publish");
  example_works("decision delegate");
  example_works("decision delegated");
  example_works("decision challenge");
  example_works("decision end");
}

TEST_F(ExamplesTest, OfATwinningFromItsDraftIntoForce) {
  example_works("agreement draft");
  example_works("agreement approve");
  works({"agreement", "approve", "water-twinning", "es-semara", "--deliberation", "2026/3", "--key",
         "es-semara=es-semara-1"});
  works({"clearance", "record", "water-twinning", "ma-visa", "sent", "--authority", "Governor", "--key", "secretary"});
  example_works("clearance record");
  example_works("agreement sign");
  works({"agreement", "sign", "water-twinning", "es-semara", "--power", "power.pdf", "--key", "es-semara=es-semara-1"});
  example_works("agreement in-force");
  example_works("agreement rest");
  example_works("agreement revive");
  example_works("agreement notice");
  for (const char* later : {"renew", "amend", "expire", "denounce", "end", "annul", "keep"})
    example_makes_an_act(std::string("agreement ") + later);
}

TEST_F(ExamplesTest, OfAProjectAndOfWhatMembersTeachEachOther) {
  example_works("project launch");
  example_works("project report");
  example_works("project suspend");
  example_works("project resume");
  example_makes_an_act("project cancel");
  example_makes_an_act("project complete");
  example_works("project hand-over");
  example_works("commitment add");
  example_works("commitment change");
  for (const std::size_t which : {0U, 1U}) example_works("commitment list", which);
  example_works("commitment show");
  example_works("expertise offer");
  for (const std::size_t which : {0U, 1U}) example_works("expertise list", which);
  example_works("expertise show");
  example_works("expertise withdraw");
  example_works("expertise exchange");
  table("twinning-charter");
  example_works("consultation open");
  for (const std::size_t which : {0U, 1U}) example_works("consultation list", which);
  example_works("consultation show");
  example_makes_an_act("consultation close");
}

TEST_F(ExamplesTest, OfMembersMandatesOfficesAndBodies) {
  for (const char* item : {"saint-louis-joins", "timbuktu-standing", "merger", "more-seats"}) table(item);
  convene("saint-louis-joins,timbuktu-standing,merger,more-seats");
  council({"session", "open", "cci-1", "--all-present"});
  for (const char* item : {"saint-louis-joins", "timbuktu-standing", "merger", "more-seats"}) adopt(item);
  example_works("member admit");
  example_works("member change");
  for (const char* way : {"withdraw", "exclude", "succeed"}) example_makes_an_act(std::string("member ") + way);
  example_works("person add");
  for (const char* thing : {"person", "body"}) {
    for (const std::size_t which : {0U, 1U}) example_works(std::string(thing) + " list", which);
    example_works(std::string(thing) + " show");
  }
  example_works("mandate grant");
  example_works("mandate impede");
  example_works("mandate resume");
  example_works("mandate end");
  example_works("office give");
  example_works("office vacate");
  example_works("body establish");
  example_works("body change");
  example_works("member suspend");
  example_works("member reinstate");
}

}  // namespace
}  // namespace jumelage::e2e
