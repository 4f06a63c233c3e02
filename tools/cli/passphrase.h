// Passphrases: asked for without showing them, or read from a file that nobody else may read.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace jumelage::cli {

enum class PassphraseError {
  kNoTerminal,   // there is nobody to ask
  kInterrupted,  // end of input instead of an answer
  kUnreadable,
  kExposed,  // the file is open to others
  kEmpty,
  kTooLong,
  kNotText,
  kMismatch,  // typed twice, not the same
};
std::string_view code_name(PassphraseError code);

constexpr std::size_t kLongestPassphrase = 1024;  // bytes

// A secret text, overwritten when it goes. In Unicode normal form C, so that an accent typed on another keyboard
// opens the same key.
class Passphrase {
 public:
  explicit Passphrase(std::string text) : text_(std::move(text)) {}
  ~Passphrase() { wipe(); }
  Passphrase(Passphrase&& other) noexcept;
  Passphrase& operator=(Passphrase&& other) noexcept;
  Passphrase(const Passphrase&) = delete;
  Passphrase& operator=(const Passphrase&) = delete;

  std::string_view text() const { return text_; }

 private:
  void wipe();
  std::string text_;
};

// The first line of the file. Refused when its group or others may read or write it.
Result<Passphrase> read_passphrase(const std::filesystem::path& file);

// Shows `prompt` on the terminal and reads a line with echo off. Echo is on again when this returns, and also
// when a signal (interrupt, quit, hang-up, terminate) ends the program meanwhile. Main thread only.
Result<Passphrase> ask_passphrase(std::string_view prompt, const std::filesystem::path& terminal = "/dev/tty");

// For a new key: asks twice.
Result<Passphrase> ask_new_passphrase(std::string_view prompt, const std::filesystem::path& terminal = "/dev/tty");

}  // namespace jumelage::cli
