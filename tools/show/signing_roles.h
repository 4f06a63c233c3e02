// In which roles somebody may sign a kind of act, in the words of docs/acts.md, and why not. What the act itself has to
// name (a project, an agreement) is looked up among the things that go on.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/lookup.h"
#include "projection/eligibility.h"
#include "projection/named_roles.h"

namespace jumelage::tools {

class SigningRoles {
 public:
  // `signers`: who signs that kind, as the schema has it: "CH+SEC", "lead+SEC".
  SigningRoles(const Register& reg, std::string signers, const std::vector<Number>& bodies, std::uint32_t day);

  bool asks_for(std::string_view word) const;
  // "SEC as cci-secretary, MEM for timbuktu"; empty: nothing that the kind asks for.
  std::string of(const projection::Signatory& signatory) const;
  // Of one of whom of() says nothing.
  std::string why_none(const projection::Signatory& signatory) const;

 private:
  using Named = std::vector<projection::Naming>;
  // What names one of these in that role: "bridge, school"; the first few of them.
  std::string things(std::string_view word, const std::vector<Number>& who) const;
  void add_offices(const projection::Signatory& signatory, std::vector<std::string>& out) const;
  void add_mandate(const projection::Signatory& signatory, std::vector<std::string>& out) const;
  void add_named(const projection::Signatory& signatory, std::vector<std::string>& out) const;
  std::vector<Number> led_by(Number mandate) const;
  std::vector<Number> sponsoring(Number mandate, Number member) const;
  std::vector<Number> deciding(const projection::Signatory& signatory) const;

  const Register& reg_;
  std::string signers_;
  std::map<std::string, Named, std::less<>> named_;  // by the schema's word for the role
};

}  // namespace jumelage::tools
