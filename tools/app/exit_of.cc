#include "app/exit_of.h"

#include <algorithm>
#include <array>
#include <iostream>

#include "app/json_output.h"
#include "base/text.h"

namespace jumelage::tools {
namespace {

using namespace cli;

struct Rule {
  std::string_view code;  // whole, or up to and with a dot
  ExitCode exit;
  std::string_view advice = {};
};

// The first that fits decides. Whatever is not here is a refusal.
constexpr auto kRules = std::to_array<Rule>({
    {"tool.usage", kExitUsage},
    {"tool.ambiguous", kExitUsage},
    {"tool.not_found", kExitNotFound},
    {"tool.erased", kExitNotFound},
    {"tool.lost", kExitFinding,
     "Get it from a backup or from another copy of the folder, and put it back: jumelage document add FILE"},
    {"tool.no_reason", kExitFinding},
    {"tool.not_signed", kExitRefused, "Send the file to them; they run: jumelage sign FILE --key NAME"},
    {"tool.faulty_file", kExitFinding, "See every fault by line and column: --dry-run"},
    {"ledger.empty", kExitNotFound, "Found it first: jumelage found --help"},
    {"ledger.out_of_range", kExitNotFound, "See what there is: jumelage log"},
    {"ledger.damaged", kExitFinding,
     "Keep a copy of the folder as it is. Check all of the log: jumelage rebuild --signatures. Go back to a backup."},
    {"ledger.rules_disagree", kExitFinding, "Use the version of the program that recorded these acts, or a newer one."},
    {"ledger.register_fault", kExitFinding, "Make the tables again from the log: jumelage rebuild"},
    {"ledger.incomplete", kExitEnvironment,
     "Is another jumelage at work on this ledger? Try again when it is done. Otherwise: jumelage rebuild"},
    {"ledger.needs_reopen", kExitEnvironment},
    {"ledger.stopping", kExitEnvironment},
    {"ledger.busy", kExitEnvironment},
    {"ledger.document_missing", kExitRefused, "Add it first: jumelage document add FILE"},
    {"store.no_ledger", kExitNotFound},
    {"store.not_found", kExitNotFound},
    {"store.exists", kExitRefused},
    {"store.too_large", kExitRefused},
    {"store.damaged", kExitFinding, "Keep a copy of the folder as it is before anything else."},
    {"store.locked", kExitEnvironment, "Wait until the other program is done, and try again."},
    {"store.", kExitEnvironment},
    {"merkle.", kExitFinding, "Keep a copy of the folder as it is before anything else."},
    {"file.not_found", kExitNotFound},
    {"file.exists", kExitRefused},
    {"file.too_large", kExitRefused},
    {"file.", kExitEnvironment},
    {"passphrase.no_terminal", kExitEnvironment, "Or give --passphrase-file FILE."},
    {"passphrase.unreadable", kExitEnvironment},
    {"passphrase.exposed", kExitEnvironment},
    {"crypto.readable_by_others", kExitEnvironment},
    {"crypto.no_resources", kExitEnvironment},
    {"crypto.wrong_passphrase", kExitRefused, "Nothing was recorded. Try again with the passphrase of that key."},
    {"refused.newer_schema", kExitRefused, "Upgrade this program first."},
    {"refused.unknown_signer", kExitRefused, "See whose key is whose: jumelage key list, and: jumelage mandate list"},
    {"refused.signature_missing", kExitRefused,
     "Name every signer: --key NAME --key NAME; those who sign elsewhere: --draft FILE --signer WHO"},
    {"refused.duplicate", kExitRefused, "It is recorded already: jumelage log"},
    {"refused.subject_moved_on", kExitRefused, "Look again at what happened meanwhile: jumelage show SUBJECT"},
    {"event.bad_json", kExitRefused, "See how it is written: jumelage schema KIND"},
    {"event.unknown_field", kExitRefused, "See every field of a kind: jumelage schema KIND"},
    {"event.missing_field", kExitRefused, "See every field of a kind: jumelage schema KIND"},
});

const Rule* rule_for(std::string_view code) {
  const auto fits = [code](const Rule& rule) {
    return rule.code.ends_with('.') ? code.starts_with(rule.code) : code == rule.code;
  };
  const auto found = std::ranges::find_if(kRules, fits);
  return found == kRules.end() ? nullptr : &*found;
}

}  // namespace

ExitCode exit_of(std::string_view code) {
  const Rule* rule = rule_for(code);
  return rule ? rule->exit : kExitRefused;
}

std::string_view advice_for(std::string_view code) {
  const Rule* rule = rule_for(code);
  return rule ? rule->advice : std::string_view{};
}

ExitCode report(const Error& error, bool json) {
  const std::string_view advice = advice_for(error.code());
  if (json) {
    JsonOutput out;
    out.object().object("error").text("code", error.code()).text("message", error.message());
    out.optional_text("advice", advice).end().end();
    std::cerr << out.take();
    return exit_of(error.code());
  }
  std::cerr << "jumelage: " << error.message() << "\n";
  if (!advice.empty()) std::cerr << "  " << advice << "\n";
  return exit_of(error.code());
}

}  // namespace jumelage::tools
