#include "program.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace jumelage::e2e {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
  std::ostringstream out;
  out << std::ifstream(file, std::ios::binary).rdbuf();
  return out.str();
}

fs::path new_folder() {
  std::string pattern = (fs::temp_directory_path() / "jumelage-e2e-XXXXXX").string();
  return ::mkdtemp(pattern.data());
}

void redirect(const fs::path& file, int to, int flags) {
  const int fd = ::open(file.c_str(), flags, 0600);
  if (fd < 0 || ::dup2(fd, to) < 0) ::_exit(126);
}

[[noreturn]] void become(const std::vector<std::string>& words, const fs::path& folder, const fs::path& out,
                         const fs::path& err, const std::vector<std::string>& environment) {
  ::setsid();  // no terminal to ask on
  redirect("/dev/null", STDIN_FILENO, O_RDONLY);
  redirect(out, STDOUT_FILENO, O_WRONLY | O_CREAT | O_TRUNC);
  redirect(err, STDERR_FILENO, O_WRONLY | O_CREAT | O_TRUNC);
  if (::chdir(folder.c_str()) != 0) ::_exit(126);
  ::unsetenv("JUMELAGE_LEDGER");
  ::unsetenv("JUMELAGE_KEYS");
  for (const std::string& variable : environment) ::putenv(const_cast<char*>(variable.c_str()));
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

}  // namespace

Desk::Desk() : path_(new_folder()) {}
Desk::Desk(const Desk& other) : path_(new_folder()) {
  fs::copy(other.path_, path_, fs::copy_options::recursive);
}
Desk::~Desk() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void Desk::write(const std::string& name, std::string_view content, unsigned mode) const {
  std::ofstream(path_ / name, std::ios::binary) << content;
  ::chmod((path_ / name).c_str(), mode);
}

Outcome Desk::run(const std::vector<std::string>& words) const {
  return run_in({}, words);
}

Outcome Desk::run_in(const Surroundings& surroundings, const std::vector<std::string>& words) const {
  std::vector<std::string> command = {JUMELAGE_PROGRAM};
  command.insert(command.end(), words.begin(), words.end());
  const fs::path out = fs::path(path_).concat(".out");
  const fs::path err = fs::path(path_).concat(".err");
  const pid_t child = ::fork();
  const fs::path to = surroundings.output.empty() ? out : fs::path(surroundings.output);
  if (child == 0) become(command, path_, to, err, surroundings.environment);
  int status = 0;
  ::waitpid(child, &status, 0);
  Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(out), read(err)};
  fs::remove(out);
  fs::remove(err);
  return outcome;
}

std::vector<std::string> Desk::signed_words(std::vector<std::string> words, const std::vector<std::string>& keys) {
  words.emplace_back("--passphrase-file");
  words.emplace_back("passphrase");
  for (const std::string& key : keys) {
    words.emplace_back("--key");
    words.push_back(key);
  }
  return words;
}

Outcome Desk::sign(std::vector<std::string> words, const std::vector<std::string>& keys) const {
  return run(signed_words(std::move(words), keys));
}

std::vector<std::pair<std::string, std::string>> contents(const fs::path& folder) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && !entry.path().string().ends_with("-lock"))
      out.emplace_back(fs::relative(entry.path(), folder).string(), read(entry.path()));
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace jumelage::e2e
