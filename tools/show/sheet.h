// What is known of one thing, each piece said once: a field for people, a member for programs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/json_output.h"
#include "app/reading.h"
#include "cli/table.h"

namespace jumelage::tools {

class Sheet {
 public:
  struct Name {
    std::string_view label;   // for people
    std::string_view member;  // for programs
  };

  // Its kind in words, and its id.
  Sheet(std::string_view kind, std::string_view id);

  // Nothing where there is nothing to say: an empty text or list, day 0.
  Sheet& text(Name name, std::string_view value, cli::Tone tone = cli::Tone::kPlain);
  Sheet& words(Name name, const std::vector<std::string>& values);
  Sheet& day(Name name, std::uint32_t day);
  Sheet& number(Name name, std::uint64_t value);
  Sheet& flag(Name name, bool value);
  // One field for each language.
  Sheet& texts(Name name, capnp::List<schema::LocalText>::Reader texts);
  Sheet& names(Name name, capnp::List<schema::Name>::Reader names);
  Sheet& documents(Name name, capnp::List<schema::DocumentRef>::Reader documents);
  Sheet& document(Name name, schema::DocumentRef::Reader document);
  // "state", and whether something about it is not cured.
  Sheet& state(std::string_view words, bool irregular);

  // Where people read on: a command line.
  Sheet& see(std::string_view label, std::string_view command);

  // What is not cured closes the sheet. Ends in a line break.
  std::string take(const Register& reg, Number subject, const Ui& ui);

 private:
  void add(schema::DocumentRef::Reader document);

  cli::Fields fields_;
  JsonOutput out_;
  bool irregular_ = false;
};

// The numbers' ids.
std::vector<std::string> ids_of(const Register& reg, capnp::List<std::uint32_t>::Reader numbers);

}  // namespace jumelage::tools
