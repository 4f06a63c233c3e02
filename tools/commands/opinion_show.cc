#include "app/reading.h"
#include "commands/commands.h"
#include "projection/as_of.h"
#include "show/sheet.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

Result<int> run(const cli::Arguments& arguments, const Ui& ui) {
  JUMELAGE_TRY(const Reading reading, open_reading(arguments, ui));
  const Register& reg = reading.reg();
  JUMELAGE_TRY(const Number number, find(reg, arguments.text("OPINION"), SubjectKind::OPINION));
  JUMELAGE_TRY(const auto row, reading.known_state(number));
  const auto opinion = (*row).getOpinion();
  JUMELAGE_TRY(const event::Entry entry, reading.snapshot.entry(EntryIndex{opinion.getGivenAt()}));
  const auto act = entry.sealed.act().reader();
  const auto given = act.getLegalOpinionGiven();
  Sheet sheet("opinion", projection::slug_of(reg, number));
  sheet.text({"on", "on"}, projection::slug_of(reg, opinion.getOn()));
  sheet.text({"expert", "expert"}, projection::slug_of(reg, opinion.getExpert()));
  sheet.text({"comes to", "opinion"}, words(opinion.getOpinion()));
  sheet.day({"given", "givenOn"}, projection::effect_day(act)).number({"by #", "givenAt"}, opinion.getGivenAt());
  sheet.words({"cites", "cites"}, ids_of(reg, opinion.getCommitments()));
  sheet.texts({"summary", "summary"}, given.getSummary());
  if (given.hasDocument()) sheet.document({"in full", "document"}, given.getDocument());
  sheet.state("given", (*row).getIrregular());
  print(sheet.take(reg, number, ui));
  return cli::kExitOk;
}

}  // namespace

void add_opinion_show(cli::Command& parent) {
  auto& command = parent.add("show", "Shows a legal opinion: on what, what it comes to, what it cites");
  command.positional({.name = "OPINION", .help = "the opinion's id", .need = cli::Need::kRequired});
  add_time_options(command);
  command.example("jumelage opinion show twinning-charter-opinion", "an opinion, by its id");
  command.handler(running(run));
}

}  // namespace jumelage::tools
