#include <fmt/format.h>

#include "app/act_form.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

// As the seats of that college have it.
std::uint64_t weight_of(const Register& reg, Number body, const std::optional<std::string>& college) {
  if (!college) return 0;
  const auto row = row_of(reg, body);
  for (const auto seat : (*row).getBody().getSeats())
    if (seat.getCollege() == *college) return seat.getWeight();
  return 1;
}

void write_seat(const cli::Arguments& arguments, ActForm& form) {
  const auto body = body_or_council(form.reg(), arguments.maybe("body"));
  if (!body) {
    form.fail(body.error());
    return;
  }
  form.text("body", projection::slug_of(form.reg(), body.value())).option("college", "college");
  form.number("weight", arguments.has("weight") ? arguments.number("weight")
                                                : weight_of(form.reg(), body.value(), arguments.maybe("college")));
}

void fill(const cli::Arguments& arguments, ActForm& form) {
  form.option("id", "ID").id("person", "PERSON", SubjectKind::PERSON);
  form.id("member", "member", SubjectKind::MEMBER).option("kind", "kind");
  write_seat(arguments, form);
  form.id("alternateOf", "alternate-of", SubjectKind::MANDATE);
  if (arguments.has("alternate-of")) form.number("rank", arguments.number("rank"));
  form.date("from", "from").option("until", "until").documents("instrument", "instrument", "instrument");
  form.may_be_attested(arguments.maybe("member").value_or(""));
}

}  // namespace

void add_mandate_grant(cli::Command& parent) {
  auto& command = parent.add("grant", "Records that a person gets a mandate: a seat, an alternate's place, a task");
  command.describe(
      "The member signs, with the secretary; for a member without a key the secretary attests. In a person's own "
      "right, "
      "without --member, chair and secretary sign. The person is there already: jumelage person add.");
  command.positional({.name = "ID", .help = "an id for ever, such as timbuktu-2", .need = cli::Need::kRequired});
  command.positional({.name = "PERSON", .help = "the person's id, such as p-6", .need = cli::Need::kRequired});
  command.option({.name = "member", .value = "ID", .help = "the member that the person sits for"});
  command.option({.name = "kind",
                  .value = "KIND",
                  .help = "what the person is there as",
                  .fallback = "representative",
                  .choices = {"representative", "partnerDelegate", "legalExpert", "secretary"}});
  command.option({.name = "college", .value = "ID", .help = "the college of the seat; otherwise: without a seat"});
  command.option({.name = "alternate-of", .value = "MANDATE", .help = "whom this one stands in for"});
  command.option(
      {.name = "rank", .value = "N", .help = "among the alternates", .fallback = "1", .range = cli::Range{1, 255}});
  command.option(
      {.name = "weight", .value = "N", .help = "otherwise: that of the seat", .range = cli::Range{0, 65535}});
  command.option({.name = "body", .value = "ID", .help = "otherwise: the council"});
  command.option(
      {.name = "instrument", .value = "FILE", .help = "what appoints the person; or LANG=FILE", .repeated = true});
  add_date_option(command, "from", "the first day");
  command.option({.name = "until", .value = "DATE", .help = "the last day; otherwise: without a term"});
  add_act_options(command);
  command.example(
      "jumelage mandate grant timbuktu-2 p-6 --member timbuktu --college cities --alternate-of timbuktu-1 --instrument "
      "appointment.pdf --key timbuktu=timbuktu-1 --key secretary",
      "an alternate");
  command.handler(recording("mandateGranted", fill));
}

}  // namespace jumelage::tools
