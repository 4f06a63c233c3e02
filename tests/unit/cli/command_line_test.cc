#include "cli/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "cli/globals.h"

namespace jumelage::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// A small program in the shape of the real one: `twin [member [add|list]] [show]`.
class CommandLine : public testing::Test {
 protected:
  CommandLine() : program_("twin", "A ledger") {
    ::unsetenv("JUMELAGE_LEDGER");
    add_globals(program_);
    Command& member = program_.add("member", "Member cities");
    Command& add = member.add("add", "Admits a member");
    add.describe("First paragraph.\n\nSecond paragraph.");
    add.example("twin member add es-semara --name fr=Smara", "a city with a French name");
    add.positional({.name = "ID", .help = "short name of the city", .need = Need::kRequired});
    add.positional({.name = "ALIAS", .help = "other names", .repeated = true});
    add.option({.name = "name", .value = "LANG=TEXT", .help = "a name", .repeated = true});
    add.option({.name = "kind", .value = "KIND", .help = "what it is", .choices = {"city", "partner"}});
    add.option({.name = "seats", .value = "N", .help = "seats", .fallback = "1", .range = Range{1, 9}});
    add.option({.name = "date", .value = "DATE", .help = "when", .need = Need::kRequired, .letter = "d"});
    add.option({.name = "urgent", .help = "at once"});
    keep(add);
    keep(member.add("list", "Lists the members"));
    Command& show = program_.add("show", "Shows one act");
    show.positional({.name = "ACT", .help = "which act", .need = Need::kRequired});
    keep(show);
  }

  void keep(Command& command) {
    command.handler([this](const Arguments& arguments) {
      seen_ = arguments;
      return kExitFinding;
    });
  }

  int run_with(const std::vector<std::string>& args) {
    out_.str("");
    err_.str("");
    seen_ = {};
    return run(program_, "1.2.3", args, out_, err_);
  }

  void expect_usage_error(const std::vector<std::string>& args, const std::string& words) {
    EXPECT_EQ(run_with(args), kExitUsage);
    EXPECT_THAT(err_.str(), HasSubstr(words));
    EXPECT_THAT(err_.str(), HasSubstr("--help"));
    EXPECT_EQ(out_.str(), "");
  }

  Command program_;
  Arguments seen_;
  std::ostringstream out_, err_;
};

TEST_F(CommandLine, the_handler_gets_what_was_typed_and_its_code_is_returned) {
  ASSERT_EQ(run_with({"member", "add", "--name", "fr=Smara", "es-semara", "--name=ar=السمارة", "-d", "2026-01-02",
                      "--kind", "city", "--seats", "3", "Smara", "Semara", "--urgent"}),
            kExitFinding)
      << err_.str();
  EXPECT_EQ(seen_.text("ID"), "es-semara");
  EXPECT_THAT(seen_.all("ALIAS"), ElementsAre("Smara", "Semara"));
  EXPECT_THAT(seen_.all("name"), ElementsAre("fr=Smara", "ar=السمارة"));
  EXPECT_EQ(seen_.text("date"), "2026-01-02");
  EXPECT_EQ(seen_.number("seats"), 3U);
  EXPECT_EQ(seen_.maybe("kind"), "city");
  EXPECT_TRUE(seen_.flag("urgent"));
  EXPECT_FALSE(seen_.flag("json"));
}

TEST_F(CommandLine, what_was_not_given_is_absent_or_falls_back) {
  ASSERT_EQ(run_with({"member", "add", "x", "--date", "d"}), kExitFinding);
  EXPECT_EQ(seen_.maybe("kind"), std::nullopt);
  EXPECT_TRUE(seen_.all("ALIAS").empty());
  EXPECT_EQ(seen_.number("seats"), 1U);
  EXPECT_EQ(seen_.source("seats"), Source::kFallback);
  EXPECT_EQ(seen_.source("kind"), Source::kAbsent);
}

TEST_F(CommandLine, global_options_stand_before_or_after_the_command) {
  ASSERT_EQ(run_with({"--json", "--ledger", "a", "member", "list"}), kExitFinding);
  EXPECT_EQ(globals(seen_).ledger, "a");
  EXPECT_TRUE(globals(seen_).json);
  ASSERT_EQ(run_with({"member", "list", "--ledger=b"}), kExitFinding);
  EXPECT_EQ(globals(seen_).ledger, "b");
  EXPECT_FALSE(globals(seen_).json);
  expect_usage_error({"--ledger", "a", "member", "list", "--ledger", "b"}, "--ledger is given 2 times");
}

TEST_F(CommandLine, the_ledger_comes_from_the_option_then_the_variable_then_the_default) {
  ASSERT_EQ(run_with({"member", "list"}), kExitFinding);
  EXPECT_EQ(globals(seen_).ledger, "./ledger");
  EXPECT_EQ(globals(seen_).ledger_source, Source::kFallback);
  ::setenv("JUMELAGE_LEDGER", "", 1);
  ASSERT_EQ(run_with({"member", "list"}), kExitFinding);
  EXPECT_EQ(globals(seen_).ledger_source, Source::kFallback);
  ::setenv("JUMELAGE_LEDGER", "/srv/club", 1);
  ASSERT_EQ(run_with({"member", "list"}), kExitFinding);
  EXPECT_EQ(globals(seen_).ledger, "/srv/club");
  EXPECT_EQ(origin_of_ledger(globals(seen_).ledger_source), "from the variable JUMELAGE_LEDGER");
  ASSERT_EQ(run_with({"member", "list", "--ledger", "here"}), kExitFinding);
  EXPECT_EQ(globals(seen_).ledger_source, Source::kGiven);
  ::unsetenv("JUMELAGE_LEDGER");
}

TEST_F(CommandLine, text_is_taken_as_it_is) {
  for (const std::string text : {"member", "list", "show", "[a,b]", "a,b", "", "-5", "%%", "{}", "a=b", "++x"}) {
    ASSERT_EQ(run_with({"show", text}), kExitFinding) << text << err_.str();
    EXPECT_EQ(seen_.text("ACT"), text);
    ASSERT_EQ(run_with({"member", "add", "x", text, text, "--date", text, "--name", text}), kExitFinding)
        << text << err_.str();
    EXPECT_THAT(seen_.all("ALIAS"), ElementsAre(text, text));
    EXPECT_THAT(seen_.all("name"), ElementsAre(text));
    EXPECT_EQ(seen_.text("date"), text);
  }
}

TEST_F(CommandLine, everything_after_two_dashes_is_an_argument) {
  ASSERT_EQ(run_with({"show", "--", "--json"}), kExitFinding) << err_.str();
  EXPECT_EQ(seen_.text("ACT"), "--json");
  EXPECT_FALSE(seen_.flag("json"));
  ASSERT_EQ(run_with({"member", "add", "--date", "-x", "--", "id", "--name", "--"}), kExitFinding) << err_.str();
  EXPECT_EQ(seen_.text("date"), "-x");
  EXPECT_THAT(seen_.all("ALIAS"), ElementsAre("--name", "--"));
}

TEST_F(CommandLine, unknown_names_are_refused_with_the_nearest_one) {
  expect_usage_error({"membr"}, "\"membr\" is not a command of twin. Did you mean \"member\"?");
  expect_usage_error({"member", "lst"}, "Did you mean \"list\"?");
  expect_usage_error({"member", "list", "--jsn"}, "twin member list has no option --jsn. Did you mean \"--json\"?");
  expect_usage_error({"--ledgr=x", "member", "list"}, "Did you mean \"--ledger\"?");
  expect_usage_error({"oops", "show", "12"}, "\"oops\" is not a command of twin");
  expect_usage_error({"quite-another-thing"}, "is not a command of twin\n");
}

TEST_F(CommandLine, incomplete_or_excessive_lines_are_refused) {
  expect_usage_error({}, "twin needs one of its commands");
  expect_usage_error({"member"}, "twin member needs one of its commands");
  expect_usage_error({"show"}, "twin show needs ACT: which act");
  expect_usage_error({"show", "1", "2"}, "twin show has no use for \"2\"");
  expect_usage_error({"member", "add", "x"}, "twin member add needs --date DATE");
  expect_usage_error({"member", "add", "x", "--date"}, "the option --date needs a value after it");
  expect_usage_error({"show", "1", "--ledger="}, "write --ledger ''");
  expect_usage_error({"show", "1", "--json=3"}, "json");
}

TEST_F(CommandLine, values_out_of_range_are_refused) {
  for (const std::string bad : {"0", "10", "-1", "+1", "1 ", " 1", "0x1", "1.0", "", "18446744073709551617"})
    expect_usage_error({"member", "add", "x", "-d", "d", "--seats", bad}, "--seats takes a whole number from 1 to 9");
  expect_usage_error({"member", "add", "x", "-d", "d", "--kind", "citi"}, "city, partner, not \"citi\". Did you mean");
}

TEST_F(CommandLine, bytes_that_are_not_text_are_refused_and_never_printed) {
  expect_usage_error({"show", "a\xff"}, "ACT is not valid UTF-8: \"a\\xff\"");
  expect_usage_error({"member", "add", "x", "-d", "\xc0\xaf"}, "--date is not valid UTF-8");
  for (const auto& args : std::vector<std::vector<std::string>>{
           {"\x1b[31m"}, {"show", "1", "\x1b[31m"}, {"show", "--\x1b[31m"}, {"show", "--\x1b[31m="}}) {
    EXPECT_EQ(run_with(args), kExitUsage);
    EXPECT_THAT(err_.str(), Not(HasSubstr("\x1b")));
  }
}

TEST_F(CommandLine, help_shows_everything_and_ends_in_examples) {
  ASSERT_EQ(run_with({"member", "add", "--help"}), kExitOk);
  const std::string help = out_.str();
  for (const char* part :
       {"Admits a member", "Usage: twin member add [OPTIONS] ID [ALIAS...]", "First paragraph.\n\nSec",
        "--name LANG=TEXT", "(may be repeated)", "(one of: city, partner)", "(1 to 9)", "(required)", "-d, --date DATE",
        "(environment: JUMELAGE_LEDGER)", "(otherwise: ./ledger)"})
    EXPECT_THAT(help, HasSubstr(part));
  EXPECT_TRUE(
      help.ends_with("\nExamples:\n  a city with a French name\n      twin member add es-semara --name fr=Smara\n"))
      << help;
  EXPECT_THAT(help, Not(HasSubstr("--version")));
}

TEST_F(CommandLine, help_for_a_command_that_does_not_exist_is_the_error_that_it_is_without) {
  expect_usage_error({"nonsense", "--help"}, "\"nonsense\" is not a command of twin");
  expect_usage_error({"nonsense", "word", "--help"}, "\"nonsense\" is not a command of twin");
  expect_usage_error({"member", "ad", "x", "--help"}, "Did you mean \"add\"?");
  EXPECT_EQ(run_with({"show", "--help", "12"}), kExitOk) << "an argument is no command";
}

TEST_F(CommandLine, help_of_a_group_lists_its_commands) {
  ASSERT_EQ(run_with({"-h"}), kExitOk);
  EXPECT_THAT(out_.str(), HasSubstr("member  Member cities"));
  EXPECT_THAT(out_.str(), HasSubstr("Usage: twin COMMAND"));
  ASSERT_EQ(run_with({"member", "--help"}), kExitOk);
  EXPECT_THAT(out_.str(), HasSubstr("Lists the members"));
}

TEST_F(CommandLine, tells_its_version) {
  EXPECT_EQ(run_with({"--version"}), kExitOk);
  EXPECT_EQ(out_.str(), "twin 1.2.3\n");
}

TEST_F(CommandLine, a_fault_in_a_handler_is_reported_as_one) {
  program_.add("break", "Breaks").handler([](const Arguments&) -> int { throw std::runtime_error("lost\x1b"); });
  EXPECT_EQ(run_with({"break"}), kExitInternal);
  EXPECT_THAT(err_.str(), HasSubstr("twin break: internal fault: lost\\x1b"));
}

TEST_F(CommandLine, asking_for_what_was_not_declared_stops_the_program) {
  ASSERT_EQ(run_with({"show", "1"}), kExitFinding);
  EXPECT_DEATH(seen_.text("TYPO"), "asks only for what it declared");
  EXPECT_DEATH(seen_.number("ACT2"), "asks only for what it declared");
}

// A disk that is full.
class FullDisk : public std::streambuf {
 protected:
  int_type overflow(int_type) override { return traits_type::eof(); }
};

TEST(UnwritableOutput, IsNoSuccessUnlessSomethingWasDoneThatCannotBeUndone) {
  for (const bool done : {false, true}) {
    Command program("twin", "A ledger");
    FullDisk disk;
    std::ostream out(&disk);
    std::ostringstream err;
    program.handler([&](const Arguments&) {
      if (done) keep_exit_code();
      out << "an answer";
      return kExitOk;
    });
    EXPECT_EQ(run(program, "1", {}, out, err), done ? kExitOk : kExitEnvironment);
    EXPECT_THAT(err.str(), HasSubstr("could not be written"));
    EXPECT_EQ(err.str().find("is done") != std::string::npos, done);
  }
}

TEST(UnwritableOutput, DoesNotHideWhatElseWentWrong) {
  Command program("twin", "A ledger");
  FullDisk disk;
  std::ostream out(&disk);
  std::ostringstream err;
  program.handler([&](const Arguments&) {
    out << "an answer";
    return kExitFinding;
  });
  EXPECT_EQ(run(program, "1", {}, out, err), kExitFinding);
  out.clear();
  EXPECT_EQ(run(program, "1", {"--help"}, out, err), kExitEnvironment);
}

}  // namespace
}  // namespace jumelage::cli
