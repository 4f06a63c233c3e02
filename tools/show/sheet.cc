#include "show/sheet.h"

#include <fmt/format.h>

#include "base/hex.h"
#include "show/findings.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using cli::Tone;

std::string document_text(schema::DocumentRef::Reader document) {
  const std::string title = document.hasTitle() ? one_line(view(document.getTitle())) + ", " : "";
  const std::string language = document.hasLanguage() ? fmt::format(", {}", view(document.getLanguage())) : "";
  return fmt::format("{}{}{}, {}", title, view(document.getMediaType()), language,
                     to_hex(bytes_of(document.getDigest())));
}

}  // namespace

Sheet::Sheet(std::string_view kind, std::string_view id) {
  fields_.field(kind, id, Tone::kHeading);
  out_.object().text("id", id);
}

Sheet& Sheet::text(Name name, std::string_view value, Tone tone) {
  if (value.empty()) return *this;
  fields_.field(name.label, value, tone);
  out_.text(name.member, value);
  return *this;
}

Sheet& Sheet::words(Name name, const std::vector<std::string>& values) {
  if (!values.empty()) fields_.field(name.label, joined(values));
  out_.list(name.member);
  for (const std::string& value : values) out_.item(value);
  out_.end();
  return *this;
}

Sheet& Sheet::day(Name name, std::uint32_t day) {
  return text(name, day == 0 ? "" : date_text(day));
}

Sheet& Sheet::number(Name name, std::uint64_t value) {
  fields_.field(name.label, std::to_string(value));
  out_.number(name.member, value);
  return *this;
}

Sheet& Sheet::flag(Name name, bool value) {
  fields_.field(name.label, value ? "yes" : "no");
  out_.flag(name.member, value);
  return *this;
}

Sheet& Sheet::texts(Name name, capnp::List<schema::LocalText>::Reader texts) {
  for (const auto each : texts)
    fields_.field(fmt::format("{} ({})", name.label, view(each.getLanguage())), one_line(view(each.getText())));
  write_texts(name.member, texts, out_);
  return *this;
}

Sheet& Sheet::names(Name name, capnp::List<schema::Name>::Reader names) {
  out_.list(name.member);
  for (const auto each : names) {
    fields_.field(fmt::format("{} ({}{})", name.label, view(each.getLanguage()), each.getAlias() ? ", alias" : ""),
                  view(each.getText()));
    out_.object().text("language", view(each.getLanguage())).text("text", view(each.getText()));
    out_.flag("alias", each.getAlias()).end();
  }
  out_.end();
  return *this;
}

void Sheet::add(schema::DocumentRef::Reader document) {
  out_.text("digest", to_hex(bytes_of(document.getDigest())));
  out_.optional_text("title", document.hasTitle() ? view(document.getTitle()) : "");
  out_.optional_text("language", document.hasLanguage() ? view(document.getLanguage()) : "");
  out_.text("mediaType", view(document.getMediaType())).text("visibility", tools::words(document.getVisibility()));
  out_.end();
}

Sheet& Sheet::documents(Name name, capnp::List<schema::DocumentRef>::Reader documents) {
  out_.list(name.member);
  for (const auto each : documents) {
    fields_.field(name.label, document_text(each));
    out_.object();
    add(each);
  }
  out_.end();
  return *this;
}

Sheet& Sheet::document(Name name, schema::DocumentRef::Reader document) {
  fields_.field(name.label, document_text(document));
  out_.object(name.member);
  add(document);
  return *this;
}

Sheet& Sheet::state(std::string_view words, bool irregular) {
  fields_.field("state", fmt::format("{}{}", words, irregular ? ", irregular" : ""),
                irregular ? Tone::kWarning : Tone::kPlain);
  out_.text("state", words);
  irregular_ = irregular;
  return *this;
}

Sheet& Sheet::see(std::string_view label, std::string_view command) {
  fields_.field(label, command, Tone::kFaint);
  return *this;
}

std::string Sheet::take(const Register& reg, Number subject, const Ui& ui) {
  const auto findings = open_findings(reg, projection::history(reg, subject));
  out_.flag("irregular", irregular_);
  write_findings(findings, out_);
  add_findings(findings, fields_);
  return ui.json() ? out_.end().take() : fields_.render(ui.look);
}

std::vector<std::string> ids_of(const Register& reg, capnp::List<std::uint32_t>::Reader numbers) {
  std::vector<std::string> out;
  for (const Number number : numbers) out.push_back(projection::slug_of(reg, number));
  return out;
}

}  // namespace jumelage::tools
