#include "app/act_form.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/reference.h"
#include "app/tool_error.h"
#include "app/value_words.h"
#include "base/text.h"

namespace jumelage::tools {
namespace {

struct Point {
  const char* option;
  const char* position;
  const char* help;
};
constexpr Point kPoints[] = {{"before", "before", "before that item"},
                             {"during", "during", "while that item was dealt with"},
                             {"after", "after", "after that item"},
                             {"before-vote", "beforeVote", "before the vote on that item"},
                             {"after-vote", "afterVote", "after the vote on that item"}};

void write_external_id(std::string_view word, std::string_view scheme, JsonOutput& out) {
  const std::size_t equals = word.find('=');
  const bool own = equals != std::string_view::npos && equals > 0;
  out.text("scheme", own ? word.substr(0, equals) : scheme);
  out.text("value", own ? word.substr(equals + 1) : word).end();
}

}  // namespace

void add_anchor_options(cli::Command& command) {
  for (const Point& point : kPoints) command.option({.name = point.option, .value = "ITEM", .help = point.help});
  command.option({.name = "vote-round", .value = "N", .help = "of that vote", .range = cli::Range{1, 65535}});
  command.option({.name = "time", .value = "TIME", .help = "by the clock; otherwise: now"});
}

void add_text_option(cli::Command& command, std::string name, std::string help, cli::Need need) {
  command.option({.name = std::move(name),
                  .value = "LANG=TEXT",
                  .help = std::move(help) + "; once for each language",
                  .need = need,
                  .repeated = true});
}

void add_date_option(cli::Command& command, std::string name, std::string help) {
  command.option({.name = std::move(name), .value = "DATE", .help = std::move(help) + "; otherwise: today"});
}

ActForm::ActForm(const cli::Arguments& arguments, const Register& reg, std::string_view kind)
    : arguments_(arguments), reg_(reg), kind_(kind) {
  payload_.object();
}

ActForm& ActForm::object(std::string_view field) {
  payload_.object(field);
  return *this;
}

ActForm& ActForm::end() {
  payload_.end();
  return *this;
}

ActForm& ActForm::text(std::string_view field, std::string_view value) {
  payload_.optional_text(field, value);
  return *this;
}

ActForm& ActForm::number(std::string_view field, std::uint64_t value) {
  payload_.number(field, value);
  return *this;
}

ActForm& ActForm::flag(std::string_view field, bool value) {
  payload_.flag(field, value);
  return *this;
}

ActForm& ActForm::raw(std::string_view field, std::string_view json) {
  payload_.raw(field, json);
  return *this;
}

ActForm& ActForm::list(std::string_view field, const std::vector<std::string>& items) {
  payload_.list(field);
  for (const std::string& item : items) payload_.item(item);
  payload_.end();
  return *this;
}

ActForm& ActForm::session(const Result<Number>& session) {
  return session ? text("session", projection::slug_of(reg_, session.value())) : fail(session.error());
}

ActForm& ActForm::option(std::string_view field, std::string_view option) {
  return text(field, arguments_.maybe(option).value_or(""));
}

ActForm& ActForm::id(std::string_view field, std::string_view option, SubjectKind kind) {
  const auto given = arguments_.maybe(option);
  if (!given) return *this;
  const auto number = take(find_called(reg_, *given, kind));
  return text(field, number ? projection::slug_of(reg_, *number) : "");
}

ActForm& ActForm::ids(std::string_view field, std::string_view option, SubjectKind kind) {
  const auto given = listed(arguments_, option);
  payload_.list(field);
  for (const std::string& id : given) {
    if (const auto number = take(find_called(reg_, id, kind))) payload_.item(projection::slug_of(reg_, *number));
  }
  payload_.end();
  return *this;
}

ActForm& ActForm::titles() {
  if (const auto checked = check_titles(arguments_); !checked) return fail(checked.error());
  write_titles(arguments_, payload_);
  return *this;
}

ActForm& ActForm::words(std::string_view field, std::string_view option) {
  payload_.list(field);
  for (const std::string& word : arguments_.all(option)) payload_.item(word);
  payload_.end();
  return *this;
}

ActForm& ActForm::texts(std::string_view field, std::string_view option) {
  payload_.list(field);
  for (const std::string& word : arguments_.all(option)) {
    const auto pair = take(pair_of(option, word));
    if (!pair) continue;
    payload_.object().text("language", pair->first).text("text", pair->second).text("standing", "authentic").end();
  }
  payload_.end();
  return *this;
}

ActForm& ActForm::names(std::string_view field, std::string_view option) {
  payload_.list(field);
  for (const std::string& word : arguments_.all(option)) {
    const auto pair = take(pair_of(option, word));
    if (pair) payload_.object().text("language", pair->first).text("text", pair->second).end();
  }
  payload_.end();
  return *this;
}

std::string ActForm::time_of_act() const {
  return arguments_.maybe("decided-at").value_or(local_now());
}

ActForm& ActForm::date(std::string_view field, std::string_view option) {
  return text(field, arguments_.maybe(option).value_or(time_of_act().substr(0, 10)));
}

ActForm& ActForm::moment(std::string_view field, std::string_view option) {
  return text(field, arguments_.maybe(option).value_or(time_of_act()));
}

ActForm& ActForm::attendance(std::string_view field, std::string_view option, std::string_view presence,
                             std::string_view by) {
  payload_.list(field);
  for (const std::string& mandate : listed(arguments_, option)) {
    take(find(reg_, mandate, SubjectKind::MANDATE));
    payload_.object().text("mandate", mandate).text("presence", presence).optional_text("by", by).end();
  }
  payload_.end();
  return *this;
}

ActForm& ActForm::money(std::string_view field, std::string_view option) {
  const auto given = arguments_.maybe(option);
  if (!given) return *this;
  if (const auto json = take(money_json(option, *given))) payload_.raw(field, *json);
  return *this;
}

ActForm& ActForm::period(std::string_view field, std::string_view option) {
  const auto given = arguments_.maybe(option);
  if (!given) return *this;
  if (const auto json = take(period_json(option, *given))) payload_.raw(field, *json);
  return *this;
}

ActForm& ActForm::external_ids(std::string_view field, std::string_view option, std::string_view scheme) {
  payload_.list(field);
  for (const std::string& word : arguments_.all(option)) write_external_id(word, scheme, payload_.object());
  payload_.end();
  return *this;
}

ActForm& ActForm::external_id(std::string_view field, std::string_view option, std::string_view scheme) {
  if (const auto given = arguments_.maybe(option)) write_external_id(*given, scheme, payload_.object(field));
  return *this;
}

ActForm& ActForm::document(std::string_view field, std::string_view option, std::string_view role) {
  const auto given = arguments_.maybe(option);
  if (!given) return *this;
  auto document = take(document_from_word(*given, role));
  if (!document) return *this;
  payload_.raw(field, document->json);
  return brings(std::move(document->document));
}

ActForm& ActForm::documents(std::string_view field, std::string_view option, std::string_view role) {
  payload_.list(field);
  for (const std::string& word : arguments_.all(option)) {
    auto document = take(document_from_word(word, role));
    if (!document) continue;
    payload_.raw_item(document->json);
    brings(std::move(document->document));
  }
  payload_.end();
  return *this;
}

ActForm& ActForm::clearances(std::string_view field, std::string_view option) {
  payload_.list(field);
  for (const std::string& word : arguments_.all(option))
    if (const auto step = take(clearance_of(option, word))) payload_.raw_item(step_json(*step, Checklist::kOfDecision));
  payload_.end();
  return *this;
}

ActForm& ActForm::anchor(std::string_view field, cli::Need need) {
  const Point* said = nullptr;
  for (const Point& point : kPoints) {
    if (!arguments_.has(point.option)) continue;
    if (said != nullptr)
      return fail(
          {ToolError::kUsage, fmt::format("--{} and --{}: say one point of the session", said->option, point.option)});
    said = &point;
  }
  const auto time = arguments_.maybe("time");
  if (said == nullptr && !time && need == cli::Need::kOptional) return *this;
  payload_.object(field);
  if (said != nullptr) id("item", said->option, SubjectKind::PROPOSAL);
  payload_.text("position", said == nullptr ? "during" : said->position);
  if (arguments_.has("vote-round")) payload_.number("voteRound", arguments_.number("vote-round"));
  if (said == nullptr || time) payload_.text("at", time.value_or(time_of_act()));
  payload_.end();
  return *this;
}

ActForm& ActForm::may_be_attested(std::string_view on_behalf_of) {
  on_behalf_of_ = on_behalf_of;
  return *this;
}

ActForm& ActForm::brings(NewDocument document) {
  documents_.push_back(std::move(document));
  return *this;
}

ActForm& ActForm::fail(Error error) {
  if (!error_) error_ = std::move(error);
  return *this;
}

template <class T>
std::optional<T> ActForm::take(Result<T> result) {
  if (result) return std::move(result).value();
  fail(result.error());
  return std::nullopt;
}

Result<Made> ActForm::made() {
  JsonOutput out;
  write_envelope(arguments_, out.object());
  const std::string payload = payload_.end().take();
  if (error_) return *error_;
  return Made{out.raw(kind_, payload).end().take(), std::move(documents_), std::move(on_behalf_of_)};
}

Error usage(std::string message) {
  return {ToolError::kUsage, std::move(message)};
}

cli::Handler recording(std::string_view kind, std::function<void(const cli::Arguments&, ActForm&)> fill) {
  return running([kind = std::string(kind), fill = std::move(fill)](const cli::Arguments& arguments, const Ui& ui) {
    return record_made(arguments, ui, [&](const ledger::Snapshot& now) -> Result<Made> {
      ActForm form(arguments, now.reg(), kind);
      fill(arguments, form);
      return form.made();
    });
  });
}

}  // namespace jumelage::tools
