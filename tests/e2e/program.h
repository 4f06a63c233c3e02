// The built program, run as a person would run it: without a terminal, in a folder of its own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace jumelage::e2e {

struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

// A folder with keys, gone afterwards. Copies are independent.
class Desk {
 public:
  Desk();
  Desk(const Desk& other);
  Desk& operator=(const Desk&) = delete;
  ~Desk();

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path ledger() const { return path_ / "ledger"; }
  void write(const std::string& name, std::string_view content, unsigned mode = 0644) const;

  // `jumelage` with these words, in this folder. Its variables JUMELAGE_* are unset.
  Outcome run(const std::vector<std::string>& words) const;
  // The same with variables "NAME=value", and with standard output going to a file that is there already.
  struct Surroundings {
    std::vector<std::string> environment = {};
    std::string output = {};
  };
  Outcome run_in(const Surroundings& surroundings, const std::vector<std::string>& words) const;
  // run() with --passphrase-file and --key for each of `keys`.
  Outcome sign(std::vector<std::string> words, const std::vector<std::string>& keys) const;
  static std::vector<std::string> signed_words(std::vector<std::string> words, const std::vector<std::string>& keys);

 private:
  std::filesystem::path path_;
};

// Every file below a folder with its content, but for LMDB's reader table.
std::vector<std::pair<std::string, std::string>> contents(const std::filesystem::path& folder);

}  // namespace jumelage::e2e
