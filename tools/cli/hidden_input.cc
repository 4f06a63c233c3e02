#include "cli/hidden_input.h"

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace jumelage::cli {
namespace {

constexpr std::array kEndingSignals{SIGINT, SIGQUIT, SIGHUP, SIGTERM};

// The handler writes the signal's number here: a read that is about to start cannot miss it.
volatile sig_atomic_t signal_pipe_input = -1;

void pass_on(int signal) {
  const int saved = errno;
  const auto number = static_cast<unsigned char>(signal);
  [[maybe_unused]] const ssize_t n = ::write(signal_pipe_input, &number, 1);
  errno = saved;
}

// While it lives, ending signals arrive as bytes on a pipe, and stopping (^Z) is ignored.
class SignalsAsBytes {
 public:
  SignalsAsBytes() {
    if (::pipe2(pipe_.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
    signal_pipe_input = pipe_[1];
    struct sigaction action {};
    action.sa_handler = pass_on;
    for (std::size_t i = 0; i < kEndingSignals.size(); ++i) ::sigaction(kEndingSignals[i], &action, &before_[i]);
    action.sa_handler = SIG_IGN;
    ::sigaction(SIGTSTP, &action, &before_.back());
  }
  ~SignalsAsBytes() {
    if (!is_open()) return;
    for (std::size_t i = 0; i < kEndingSignals.size(); ++i) ::sigaction(kEndingSignals[i], &before_[i], nullptr);
    ::sigaction(SIGTSTP, &before_.back(), nullptr);
    signal_pipe_input = -1;
    const int signal = first();
    ::close(pipe_[0]);
    ::close(pipe_[1]);
    if (signal != 0) ::raise(signal);  // now that the terminal is as it was
  }
  SignalsAsBytes(const SignalsAsBytes&) = delete;
  SignalsAsBytes& operator=(const SignalsAsBytes&) = delete;

  bool is_open() const { return pipe_[0] >= 0; }
  int descriptor() const { return pipe_[0]; }

 private:
  int first() const {
    unsigned char number = 0;
    return ::read(pipe_[0], &number, 1) == 1 ? number : 0;
  }
  std::array<int, 2> pipe_{-1, -1};
  std::array<struct sigaction, kEndingSignals.size() + 1> before_{};
};

// A terminal with echo off until this goes. What was typed ahead is thrown away: it was not meant as a secret.
class QuietTerminal {
 public:
  explicit QuietTerminal(const std::filesystem::path& path)
      : fd_(::open(path.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC)), quiet_(fd_ >= 0 && ::tcgetattr(fd_, &before_) == 0) {
    if (!quiet_) return;
    struct termios hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHOE | ECHOK | ECHONL);
    hidden.c_lflag |= ICANON;
    quiet_ = ::tcsetattr(fd_, TCSAFLUSH, &hidden) == 0;
  }
  ~QuietTerminal() {
    if (quiet_) ::tcsetattr(fd_, TCSANOW, &before_);
    if (fd_ >= 0) ::close(fd_);
  }
  QuietTerminal(const QuietTerminal&) = delete;
  QuietTerminal& operator=(const QuietTerminal&) = delete;

  bool is_quiet() const { return quiet_; }
  int descriptor() const { return fd_; }
  void show(std::string_view text) const { [[maybe_unused]] const ssize_t n = ::write(fd_, text.data(), text.size()); }

 private:
  struct termios before_ {};  // first: it is filled in while the others are made
  int fd_;
  bool quiet_;
};

enum class Next { kByte, kEnd, kSignal };

Next next_byte(const QuietTerminal& terminal, const SignalsAsBytes& signals, char& byte) {
  std::array<struct pollfd, 2> waiting{{{terminal.descriptor(), POLLIN, 0}, {signals.descriptor(), POLLIN, 0}}};
  while (true) {
    if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return Next::kEnd;
    if (waiting[1].revents != 0) return Next::kSignal;
    if (waiting[0].revents == 0) continue;
    const ssize_t n = ::read(terminal.descriptor(), &byte, 1);
    if (n < 0 && errno == EINTR) continue;
    return n == 1 ? Next::kByte : Next::kEnd;
  }
}

}  // namespace

InputEnd read_hidden_line(const std::filesystem::path& path, std::string_view prompt, std::size_t max_bytes,
                          std::string& line) {
  const SignalsAsBytes signals;  // goes last: the terminal is restored before a signal takes effect
  const QuietTerminal terminal(path);
  if (!signals.is_open() || !terminal.is_quiet()) return InputEnd::kNoTerminal;
  terminal.show(prompt);
  line.clear();
  line.reserve(max_bytes);  // so that no copy of the secret stays behind in freed memory
  bool too_long = false;
  char byte = 0;
  Next next;
  while ((next = next_byte(terminal, signals, byte)) == Next::kByte && byte != '\n') {
    if (line.size() < max_bytes)
      line.push_back(byte);
    else
      too_long = true;
  }
  terminal.show("\n");
  if (next != Next::kByte) return InputEnd::kClosed;
  return too_long ? InputEnd::kTooLong : InputEnd::kLine;
}

}  // namespace jumelage::cli
