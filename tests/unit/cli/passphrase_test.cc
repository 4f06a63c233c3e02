#include "cli/passphrase.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <thread>

#include "base/files.h"

namespace jumelage::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

class PassphraseFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "jumelage-pass-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Result<Passphrase> read(std::string_view content, unsigned mode = 0600) {
    EXPECT_TRUE(write_file(folder_ / "pass", as_bytes(content), mode));
    return read_passphrase(folder_ / "pass");
  }
  std::string text(std::string_view content) { return std::string(read(content).value().text()); }
  bool fails(std::string_view content, PassphraseError code) {
    const auto result = read(content);
    return !result && result.error().is(code);
  }

  std::filesystem::path folder_;
};

TEST_F(PassphraseFile, its_first_line_is_the_passphrase) {
  EXPECT_EQ(text("open sesame\nsecond line\n"), "open sesame");
  EXPECT_EQ(text("no line break"), "no line break");
  EXPECT_EQ(text("windows\r\nx"), "windows");
  EXPECT_EQ(text(" blanks count "), " blanks count ");
}

TEST_F(PassphraseFile, an_accent_is_the_same_however_it_was_typed) {
  EXPECT_EQ(text("e\u0301te\u0301"), "\u00e9t\u00e9");
}

TEST_F(PassphraseFile, has_at_most_1024_bytes) {
  const std::string longest(kLongestPassphrase, 'x');
  EXPECT_EQ(text(longest), longest);
  EXPECT_EQ(text(longest + "\nmore"), longest);
  EXPECT_EQ(text(longest + "\r\nmore"), longest);
  EXPECT_TRUE(fails(longest + "x", PassphraseError::kTooLong));
  EXPECT_TRUE(fails(std::string(100'000, 'x'), PassphraseError::kTooLong));
}

TEST_F(PassphraseFile, is_refused_when_others_may_read_it) {
  for (const unsigned mode : {0640U, 0604U, 0620U, 0602U, 0644U}) {
    const auto result = read("secret", mode);
    ASSERT_FALSE(result);
    EXPECT_TRUE(result.error().is(PassphraseError::kExposed)) << mode;
    EXPECT_THAT(result.error().message(), HasSubstr("chmod 600"));
    EXPECT_THAT(result.error().message(), Not(HasSubstr("secret")));
  }
  EXPECT_TRUE(read("secret", 0400));
}

TEST_F(PassphraseFile, is_refused_when_empty_binary_missing_or_no_file) {
  EXPECT_TRUE(fails("", PassphraseError::kEmpty));
  EXPECT_TRUE(fails("\nlater", PassphraseError::kEmpty));
  EXPECT_TRUE(fails("a\xff", PassphraseError::kNotText));
  EXPECT_TRUE(fails(std::string_view("a\0b", 3), PassphraseError::kNotText));
  EXPECT_TRUE(read_passphrase(folder_ / "absent").error().is(PassphraseError::kUnreadable));
  EXPECT_TRUE(read_passphrase(folder_).error().is(PassphraseError::kUnreadable));
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  EXPECT_TRUE(read_passphrase(folder_ / "pipe").error().is(PassphraseError::kUnreadable));
}

// A pseudo-terminal with a person at its other end: the test.
class Terminal : public testing::Test {
 protected:
  void SetUp() override {
    person_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    ASSERT_GE(person_, 0);
    ASSERT_EQ(::grantpt(person_), 0);
    ASSERT_EQ(::unlockpt(person_), 0);
    path_ = ::ptsname(person_);
    keeper_ = ::open(path_.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);  // settings last while somebody has it open
    ASSERT_GE(keeper_, 0);
  }
  void TearDown() override {
    ::close(keeper_);
    ::close(person_);
  }

  bool echo_is_on() const {
    struct termios settings {};
    EXPECT_EQ(::tcgetattr(keeper_, &settings), 0);
    return (settings.c_lflag & ECHO) != 0;
  }

  // Waits until the screen shows the words; gives up after ten seconds without anything new.
  bool wait_for(const std::string& words) {
    const std::size_t from = seen_until_;
    while (screen_.find(words, from) == std::string::npos) {
      struct pollfd waiting {
        person_, POLLIN, 0
      };
      char byte = 0;
      if (::poll(&waiting, 1, 10'000) != 1 || ::read(person_, &byte, 1) != 1) return false;
      screen_ += byte;
    }
    seen_until_ = screen_.size();
    return true;
  }
  void type(const std::string& text) {
    EXPECT_EQ(::write(person_, text.data(), text.size()), static_cast<ssize_t>(text.size()));
  }

  int person_ = -1;
  int keeper_ = -1;
  std::string path_;
  std::string screen_;
  std::size_t seen_until_ = 0;
};

TEST_F(Terminal, does_not_show_what_is_typed) {
  bool hidden = false;
  std::thread person([&] {
    if (!wait_for("Passphrase: ")) return;
    hidden = !echo_is_on();
    type("open sésame\n");
    wait_for("\n");
  });
  const auto result = ask_passphrase("Passphrase", path_);
  person.join();
  ASSERT_TRUE(result);
  EXPECT_EQ(result.value().text(), "open sésame");
  EXPECT_TRUE(hidden);
  EXPECT_TRUE(echo_is_on());
  EXPECT_THAT(screen_, Not(HasSubstr("sésame")));
}

TEST_F(Terminal, a_new_passphrase_is_typed_twice_the_same) {
  for (const bool same : {true, false}) {
    std::thread person([&] {
      if (wait_for("New: ")) type("one\n");
      if (wait_for("again: ")) type(same ? "one\n" : "other\n");
    });
    const auto result = ask_new_passphrase("New", path_);
    person.join();
    if (same) {
      ASSERT_TRUE(result);
      EXPECT_EQ(result.value().text(), "one");
    } else {
      ASSERT_FALSE(result);
      EXPECT_TRUE(result.error().is(PassphraseError::kMismatch));
    }
  }
}

TEST_F(Terminal, end_of_input_is_no_passphrase) {
  std::thread person([&] {
    if (wait_for("P: ")) type("\x04");
  });
  const auto result = ask_passphrase("P", path_);
  person.join();
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().is(PassphraseError::kInterrupted));
  EXPECT_TRUE(echo_is_on());
}

TEST_F(Terminal, a_line_too_long_is_refused_whole) {
  std::thread person([&] {
    if (wait_for("P: ")) type(std::string(kLongestPassphrase + 1, 'x') + "\n");
  });
  const auto result = ask_passphrase("P", path_);
  person.join();
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().is(PassphraseError::kTooLong));
}

TEST_F(Terminal, a_signal_ends_the_program_with_echo_on_again) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    const pid_t child = ::fork();
    if (child == 0) {
      ::signal(signal, SIG_DFL);
      (void)ask_passphrase("P", path_);
      ::_exit(0);
    }
    ASSERT_TRUE(wait_for("P: "));
    EXPECT_FALSE(echo_is_on());
    ASSERT_EQ(::kill(child, signal), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal) << status;
    EXPECT_TRUE(echo_is_on()) << signal;
  }
}

TEST(NoTerminal, is_said_plainly) {
  const auto result = ask_passphrase("P", "/dev/null");
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().is(PassphraseError::kNoTerminal));
}

}  // namespace
}  // namespace jumelage::cli
