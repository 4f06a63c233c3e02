// For commands that make an act out of options: what every act may say besides its own matter, and the JSON that the
// act is made from. So there is one way in for all acts, and one place that checks them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/json_output.h"
#include "app/recorder.h"
#include "app/ui.h"

namespace jumelage::tools {

// The options of recording, and --basis with those of an attestation, --decided-at, --place, --print-act.
void add_act_options(cli::Command& command);

// The members of an act besides its kind, into an object that is open.
void write_envelope(const cli::Arguments& arguments, JsonOutput& out);

// `kind` with its envelope; `fill` writes the members of the payload.
std::string act_json(const cli::Arguments& arguments, std::string_view kind,
                     const std::function<void(JsonOutput&)>& fill);

// Opens the ledger, lets `make` write the act's JSON from the register, and records it; with --print-act prints it.
struct Made {
  std::string json;
  std::vector<NewDocument> documents = {};
  std::string on_behalf_of = {};  // whom an attested act concerns, when --on-behalf-of says nothing else
};
Result<int> record_made(const cli::Arguments& arguments, const Ui& ui,
                        const std::function<Result<Made>(const ledger::Snapshot&)>& make);

// "a,b" and repeated options alike.
std::vector<std::string> listed(const cli::Arguments& arguments, std::string_view option);
// "fr=Texte": what stands before and after the first equals sign. ToolError::kUsage.
Result<std::pair<std::string, std::string>> pair_of(std::string_view option, std::string_view word);

// --title and --translation.
void add_title_options(cli::Command& command, cli::Need need);
// --title fr=... --title en=...: authentic all of them; --translation says otherwise of a language.
Result<void> check_titles(const cli::Arguments& arguments);
void write_titles(const cli::Arguments& arguments, JsonOutput& out);

// The members of a matter, from "SCHEME:CODE:LABEL", the last two optional.
void write_matter(std::string_view matter, JsonOutput& out);

// Now, or this day, on this machine's wall clock, in the form that acts take.
std::string local_now();
std::string local_today();

}  // namespace jumelage::tools
