#include "app/rule_source.h"

#include <fmt/format.h>

#include <charconv>

#include "app/tool_error.h"
#include "base/files.h"
#include "base/text.h"
#include "event/json.h"
#include "event/limits.h"
#include "governance/models.h"
#include "governance/rule_set_check.h"

namespace jumelage::tools {
namespace {

constexpr std::string_view kModel = "model:";
constexpr std::string_view kFile = "file:";

Result<RuleSetValue> of_model(std::string_view name) {
  RuleSetValue value;
  if (governance::fill_model(name, value.builder())) return value;
  return Error(ToolError::kNotFound,
               fmt::format("there is no model \"{}\"; those that there are: jumelage rules list", for_terminal(name)));
}

Result<RuleSetValue> of_file(const std::string& path) {
  JUMELAGE_TRY(const Bytes bytes, read_file(path, event::kMaxJsonBytes));
  return rule_set_from_json(as_text(bytes), for_terminal(path));
}

Result<std::uint32_t> version_in(std::string_view word, std::string_view text) {
  std::uint32_t version = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), version);
  if (parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() && version != 0) return version;
  return Error(ToolError::kUsage,
               fmt::format("\"{}\": after @ stands a version, such as cci-rules@1", for_terminal(word)));
}

bool is_model(std::string_view name) {
  for (const governance::Model& model : governance::models())
    if (model.name == name) return true;
  return false;
}

Result<RuleSetValue> of_ledger(const Register& reg, std::string_view word) {
  const std::size_t at = word.find('@');
  const std::string_view id = word.substr(0, at);
  if (is_model(id) && !projection::find_subject(reg, id))
    return Error(ToolError::kNotFound,
                 fmt::format("the ledger has no rule set \"{}\"; the model of that name is model:{}", id, id));
  JUMELAGE_TRY(const Number number, find(reg, id, SubjectKind::RULE_SET));
  std::optional<std::uint32_t> wanted;
  if (at != std::string_view::npos) {
    JUMELAGE_TRY(wanted, version_in(word, word.substr(at + 1)));
  }
  for (const RuleVersion& version : rule_versions(reg, number)) {
    if (wanted && version.rules().getVersion() != *wanted) continue;
    RuleSetValue value;
    const std::string json = event::struct_to_json(version.rules(), {.pretty = false});
    JUMELAGE_TRY(event::struct_from_json(json, value.builder(), id));
    return value;
  }
  return Error(ToolError::kNotFound,
               fmt::format("rule set \"{}\" has no version {}; those that there are: jumelage rules list",
                           for_terminal(id), *wanted));
}

}  // namespace

RuleSetValue::RuleSetValue() : act_(std::make_unique<event::ActBuilder>()) {
  act_->root().initRuleSetEnacted().initRuleSet();
}

std::string RuleSetValue::json() const {
  return event::struct_to_json(reader());
}

Result<RuleSetValue> rule_set_from_json(std::string_view json, std::string_view where) {
  RuleSetValue value;
  JUMELAGE_TRY(event::struct_from_json(json, value.builder(), where));
  if (const auto checked = governance::check_rule_set(value.reader()); !checked) return checked.error().within(where);
  return value;
}

bool is_of_ledger(std::string_view word) {
  return !word.starts_with(kModel) && !word.starts_with(kFile);
}

Result<RuleSetValue> rules_of(const Register* reg, std::string_view word) {
  if (word.starts_with(kModel)) return of_model(word.substr(kModel.size()));
  if (word.starts_with(kFile)) return of_file(std::string(word.substr(kFile.size())));
  return of_ledger(*reg, word);
}

std::vector<RuleVersion> rule_versions(const Register& reg, Number number) {
  std::vector<RuleVersion> out;
  auto row = projection::row_at(reg, number);
  while (row) {
    const std::uint64_t position = row->position;
    auto earlier = position == 0 ? std::nullopt : projection::row_at(reg, number, position);
    // Other acts leave rows of their own: a version begins with the first row that has it.
    const bool same = earlier && (**earlier).getRuleSet().getVersion() == (**row).getRuleSet().getVersion();
    if (!same) out.push_back({position, std::move(*row)});
    row = std::move(earlier);
  }
  return out;
}

}  // namespace jumelage::tools
