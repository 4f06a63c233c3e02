#include "app/act_options.h"

#include <fmt/format.h>
#include <time.h>

#include <algorithm>

#include "app/attestation.h"
#include "app/open_ledger.h"
#include "app/tool_error.h"
#include "base/clock.h"
#include "base/text.h"
#include "event/event_error.h"

namespace jumelage::tools {
namespace {

int local_offset_minutes(UnixMillis now) {
  const time_t seconds = static_cast<time_t>(now / 1000);
  struct tm local {};
  if (::localtime_r(&seconds, &local) == nullptr) return 0;
  return static_cast<int>(local.tm_gmtoff / 60);
}

// "decidedAt" -> "decided-at"
std::string option_like(std::string_view field) {
  std::string out;
  for (const char c : field) {
    if (c >= 'A' && c <= 'Z') out += '-';
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

// "line 5, column 12: sessionConvened.scheduled.zone: what" -> "what was given for \"scheduled\" (zone): what". Nobody
// who typed options wrote that JSON, and its fields are called as the options are, or nearly so.
std::string without_json(std::string_view message) {
  const std::size_t place = message.find(": ");
  if (!message.starts_with("line ") || place == std::string_view::npos) return std::string(message);
  message.remove_prefix(place + 2);
  const std::size_t path_end = message.find(": ");
  if (path_end == std::string_view::npos) return std::string(message);
  std::string_view path = message.substr(0, path_end);
  const std::string_view what = message.substr(path_end + 2);
  const std::size_t dot = path.find('.');
  const std::string_view kind = path.substr(0, dot);
  if (dot != std::string_view::npos && kind != "decidedAt" && kind != "attestation") path.remove_prefix(dot + 1);
  const std::size_t end = std::min(path.find_first_of(".["), path.size());
  std::string rest(path.substr(end));
  if (rest.starts_with('.')) rest.erase(0, 1);
  return fmt::format("what was given for \"{}\"{}: {}", option_like(path.substr(0, end)),
                     rest.empty() ? "" : fmt::format(" ({})", rest), what);
}

Error told_by_options(const Error& error) {
  using event::EventError;
  for (const EventError code : {EventError::kMissingField, EventError::kBadField, EventError::kBadText,
                                EventError::kUnknownField, EventError::kWrongType})
    if (error.is(code)) return {code, without_json(error.message())};
  return error;
}

}  // namespace

void add_act_options(cli::Command& command) {
  add_recording_options(command);
  command.option({.name = "basis",
                  .value = "BASIS",
                  .help = "live: recorded as it happens; transcribed: from paper, later; attested: for someone without "
                          "a key; imported: from another register",
                  .fallback = "live",
                  .choices = {"live", "transcribed", "attested", "imported"}});
  add_attestation_options(command);
  command.option({.name = "decided-at",
                  .value = "TIME",
                  .help = "when it was decided or happened, such as 2026-04-16T10:30+01:00[Africa/Casablanca]; "
                          "otherwise: now"});
  command.option({.name = "place", .value = "TEXT", .help = "where"});
  command.option(
      {.name = "print-act", .help = "print the act as JSON instead of recording it: edit it, then: record FILE"});
}

void write_envelope(const cli::Arguments& arguments, JsonOutput& out) {
  out.text("basis", basis_of(arguments));
  out.optional_text("decidedAt", arguments.maybe("decided-at").value_or(""));
  out.optional_text("place", arguments.maybe("place").value_or(""));
}

std::string act_json(const cli::Arguments& arguments, std::string_view kind,
                     const std::function<void(JsonOutput&)>& fill) {
  JsonOutput out;
  write_envelope(arguments, out.object());
  out.object(kind);
  fill(out);
  return out.end().end().take();
}

Result<int> record_made(const cli::Arguments& arguments, const Ui& ui,
                        const std::function<Result<Made>(const ledger::Snapshot&)>& make) {
  if (arguments.flag("print-act")) {
    JUMELAGE_TRY(const auto ledger, open_to_read(ui));
    JUMELAGE_TRY(const auto snapshot, ledger->snapshot());
    JUMELAGE_TRY(Made made, make(snapshot));
    JUMELAGE_TRY(attest(arguments, snapshot.reg(), made));
    print(made.json);
    return cli::kExitOk;
  }
  JUMELAGE_TRY(auto recorder, Recorder::open(arguments, ui));
  JUMELAGE_TRY(Made made, make(recorder.now()));
  JUMELAGE_TRY(attest(arguments, recorder.reg(), made));
  auto recorded = recorder.record({{made.json, ""}}, made.documents);
  return recorded ? std::move(recorded) : Result<int>(told_by_options(recorded.error()));
}

std::vector<std::string> listed(const cli::Arguments& arguments, std::string_view option) {
  std::vector<std::string> out;
  for (std::string_view rest : arguments.all(option)) {
    while (true) {
      const std::size_t comma = rest.find(',');
      if (comma != 0 && !rest.empty()) out.emplace_back(rest.substr(0, comma));
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
  }
  return out;
}

Result<std::pair<std::string, std::string>> pair_of(std::string_view option, std::string_view word) {
  const std::size_t equals = word.find('=');
  if (equals != std::string_view::npos && equals > 0 && equals + 1 < word.size())
    return std::pair(std::string(word.substr(0, equals)), std::string(word.substr(equals + 1)));
  return Error(ToolError::kUsage, fmt::format("--{} takes NAME=VALUE, not \"{}\"", option, for_terminal(word)));
}

void add_title_options(cli::Command& command, cli::Need need) {
  command.option({.name = "title",
                  .value = "LANG=TEXT",
                  .help = "the title in one language, such as fr=\"Charte des jumelages\"; once for each language",
                  .need = need,
                  .repeated = true});
  command.option({.name = "translation",
                  .value = "LANG,...",
                  .help = "languages in which the title is a translation; it is authentic in all others",
                  .repeated = true});
}

Result<void> check_titles(const cli::Arguments& arguments) {
  for (const std::string& word : arguments.all("title")) {
    JUMELAGE_TRY(const auto title, pair_of("title", word));
    if (title.second.find_first_not_of(" \t\r\n") == std::string::npos)
      return Error(ToolError::kUsage, fmt::format("--title {} holds nothing but blanks", for_terminal(word)));
  }
  return ok();
}

void write_titles(const cli::Arguments& arguments, JsonOutput& out) {
  const auto translations = listed(arguments, "translation");
  out.list("title");
  for (const std::string& word : arguments.all("title")) {
    const std::string language = word.substr(0, word.find('='));
    const bool translated = std::ranges::find(translations, language) != translations.end();
    out.object().text("language", language).text("text", word.substr(word.find('=') + 1));
    out.text("standing", translated ? "translation" : "authentic").end();
  }
  out.end();
}

void write_matter(std::string_view matter, JsonOutput& out) {
  const std::size_t first = matter.find(':');
  const std::string_view rest = first == std::string_view::npos ? "" : matter.substr(first + 1);
  const std::size_t second = rest.find(':');
  out.text("scheme", matter.substr(0, first));
  out.optional_text("code", rest.substr(0, second));
  out.optional_text("label", second == std::string_view::npos ? "" : rest.substr(second + 1));
}

std::string local_now() {
  const UnixMillis now = system_clock().now();
  return format_with_offset(now - now % 1000, local_offset_minutes(now));
}

std::string local_today() {
  return local_now().substr(0, 10);
}

}  // namespace jumelage::tools
