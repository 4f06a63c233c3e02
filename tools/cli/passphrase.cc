#include "cli/passphrase.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/text.h"
#include "cli/hidden_input.h"

namespace jumelage::cli {
namespace {

// `text` is wiped whatever happens.
Result<Passphrase> checked(std::string text, std::string_view from) {
  Passphrase raw(std::move(text));
  if (raw.text().size() > kLongestPassphrase)
    return Error(
        PassphraseError::kTooLong,
        fmt::format("the passphrase {} is longer than {} bytes; choose a shorter one", from, kLongestPassphrase));
  if (raw.text().empty())
    return Error(PassphraseError::kEmpty, fmt::format("the passphrase {} is empty; give one", from));
  if (first_bad_utf8(raw.text()))
    return Error(PassphraseError::kNotText,
                 fmt::format("the passphrase {} is not text in UTF-8; check the keyboard or the file", from));
  return Passphrase(to_nfc(raw.text()));
}

Error unreadable(const std::string& name, std::string_view why) {
  return {PassphraseError::kUnreadable, fmt::format("cannot read the passphrase file {}: {}", name, why)};
}

Result<void> refuse_exposed(int fd, const std::string& name) {
  struct stat info {};
  if (::fstat(fd, &info) != 0) return unreadable(name, ::strerror(errno));
  if (!S_ISREG(info.st_mode)) return unreadable(name, "it is not a regular file");
  if ((info.st_mode & 077) != 0)
    return Error(PassphraseError::kExposed,
                 fmt::format("other users of this machine can get at the passphrase file {} (mode {:04o}); "
                             "run: chmod 600 {}",
                             name, info.st_mode & 07777, name));
  return ok();
}

// What the file begins with, at most one byte more than a passphrase and its line break can have.
Result<std::string> beginning(int fd, const std::string& name) {
  std::string text(kLongestPassphrase + 3, '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const ssize_t n = ::read(fd, text.data() + size, text.size() - size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return unreadable(name, ::strerror(errno));
    if (n == 0) break;
    size += static_cast<std::size_t>(n);
  }
  text.resize(size);
  return text;
}

std::string first_line(std::string text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  ::explicit_bzero(text.data() + end, text.size() - end);
  text.resize(end);
  if (text.ends_with('\r')) text.pop_back();
  return text;
}

}  // namespace

std::string_view code_name(PassphraseError code) {
  switch (code) {
    case PassphraseError::kNoTerminal: return "passphrase.no_terminal";
    case PassphraseError::kInterrupted: return "passphrase.interrupted";
    case PassphraseError::kUnreadable: return "passphrase.unreadable";
    case PassphraseError::kExposed: return "passphrase.exposed";
    case PassphraseError::kEmpty: return "passphrase.empty";
    case PassphraseError::kTooLong: return "passphrase.too_long";
    case PassphraseError::kNotText: return "passphrase.not_text";
    case PassphraseError::kMismatch: return "passphrase.mismatch";
  }
  return "passphrase.unknown";
}

Passphrase::Passphrase(Passphrase&& other) noexcept {
  text_.swap(other.text_);
  other.wipe();
}

Passphrase& Passphrase::operator=(Passphrase&& other) noexcept {
  std::swap(text_, other.text_);
  return *this;
}

// To the end of what is allocated: a short text lives inside the object, and moving it leaves a copy there.
void Passphrase::wipe() {
  text_.resize(text_.capacity());
  ::explicit_bzero(text_.data(), text_.size());
  text_.clear();
}

Result<Passphrase> read_passphrase(const std::filesystem::path& file) {
  const std::string name = for_terminal(file.string());
  // O_NONBLOCK so that a named pipe cannot hang the program.
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return unreadable(name, ::strerror(errno));
  auto safe = refuse_exposed(fd, name);
  Result<std::string> text = safe ? beginning(fd, name) : Result<std::string>(safe.error());
  ::close(fd);
  if (!text) return text.error();
  return checked(first_line(std::move(text).value()), "in " + name);
}

Result<Passphrase> ask_passphrase(std::string_view prompt, const std::filesystem::path& terminal) {
  std::string line;
  switch (read_hidden_line(terminal, for_terminal(prompt) + ": ", kLongestPassphrase, line)) {
    case InputEnd::kLine: return checked(std::move(line), "typed");
    case InputEnd::kTooLong: line.resize(kLongestPassphrase + 1); return checked(std::move(line), "typed");
    case InputEnd::kClosed:
      ::explicit_bzero(line.data(), line.size());
      return Error(PassphraseError::kInterrupted, "the passphrase was not completed; nothing was done");
    case InputEnd::kNoTerminal: break;
  }
  return Error(PassphraseError::kNoTerminal,
               "there is no terminal to ask for the passphrase; put it in a file of mode 600 and name that file");
}

Result<Passphrase> ask_new_passphrase(std::string_view prompt, const std::filesystem::path& terminal) {
  JUMELAGE_TRY(auto first, ask_passphrase(prompt, terminal));
  JUMELAGE_TRY(auto second, ask_passphrase("The same again", terminal));
  if (first.text() != second.text())
    return Error(PassphraseError::kMismatch, "the two passphrases are not the same; start again");
  return first;
}

}  // namespace jumelage::cli
