#include "app/member_profile.h"

namespace jumelage::tools {

void add_profile_options(cli::Command& command, cli::Need need) {
  command.option({.name = "name",
                  .value = "LANG=NAME",
                  .help = "what it is called, once for each language",
                  .need = need,
                  .repeated = true});
  command.option(
      {.name = "country", .value = "CODE", .help = "two capital letters of ISO 3166-1, such as MA", .need = need});
  command.option({.name = "partner", .help = "a partner institution, not a city"});
  command.option(
      {.name = "legal-id", .value = "SCHEME=NUMBER", .help = "its number in an official register", .repeated = true});
  command.option({.name = "seat-at", .value = "TEXT", .help = "where it has its seat"});
}

void write_profile(ActForm& form) {
  form.object("profile").names("names", "name").text("kind", form.arguments().flag("partner") ? "partner" : "city");
  form.option("country", "country").external_ids("legalIds", "legal-id", "register").option("place", "seat-at").end();
}

}  // namespace jumelage::tools
