// The public is asked for its views.
#include "app/act_form.h"
#include "commands/commands.h"

namespace jumelage::tools {
namespace {

void open(const cli::Arguments&, ActForm& form) {
  form.option("id", "ID").option("subject", "on").texts("question", "question");
  form.date("from", "from").option("until", "until");
}

void close(const cli::Arguments& arguments, ActForm& form) {
  const std::uint64_t listed = arguments.all("contribution").size();
  form.id("id", "CONSULTATION", SubjectKind::CONSULTATION).documents("contributions", "contribution", "other");
  form.number("count", arguments.has("count") ? arguments.number("count") : listed).texts("summary", "summary");
}

}  // namespace

void add_consultations(cli::Command& parent) {
  auto& command = parent.add("open", "Records that the public is asked for its views");
  command.positional({.name = "ID", .help = "an id for ever", .need = cli::Need::kRequired});
  command.option(
      {.name = "on", .value = "ID", .help = "what it is about, such as a proposal", .need = cli::Need::kRequired});
  add_text_option(command, "question", "what the public is asked", cli::Need::kRequired);
  command.option({.name = "until", .value = "DATE", .help = "the last day", .need = cli::Need::kRequired});
  add_date_option(command, "from", "the first day");
  add_act_options(command);
  command.example(
      "jumelage consultation open charter-views --on twinning-charter --question fr=\"Que doit dire la charte ?\" "
      "--until 2030-03-31 --key secretary",
      "from today");
  command.handler(recording("consultationOpened", open));
  auto& end = parent.add("close", "Records that a consultation is over, and what came in");
  end.positional({.name = "CONSULTATION", .help = "its id", .need = cli::Need::kRequired});
  end.option({.name = "contribution", .value = "FILE", .help = "what came in; or LANG=FILE", .repeated = true});
  end.option({.name = "count",
              .value = "N",
              .help = "how many came in; otherwise: those listed",
              .range = cli::Range{0, UINT32_MAX}});
  add_text_option(end, "summary", "what they said, in short");
  add_act_options(end);
  end.example("jumelage consultation close charter-views --count 12 --summary fr=\"Neuf pour\" --key secretary",
              "once its last day is over");
  end.handler(recording("consultationClosed", close));
}

}  // namespace jumelage::tools
