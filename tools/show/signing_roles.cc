#include "show/signing_roles.h"

#include <fmt/format.h>

#include <algorithm>

namespace jumelage::tools {
namespace {

using Office = schema::OfficeChanged::Kind;
using projection::NamedRole;
using projection::Signatory;

constexpr std::size_t kMostNamed = 5;

// A word of the schema's, as a whole word.
bool has_word(std::string_view signers, std::string_view word) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (std::size_t at = signers.find(word); at != std::string_view::npos; at = signers.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool whole = (at == 0 || !is_letter(signers[at - 1])) && (end == signers.size() || !is_letter(signers[end]));
    if (whole) return true;
  }
  return false;
}

std::string_view word_of(Office office) {
  switch (office) {
    case Office::CHAIR:
    case Office::VICE_CHAIR: return "CH";
    case Office::SECRETARY:
    case Office::DEPUTY_SECRETARY:
    case Office::SESSION_SECRETARY: return "SEC";
    case Office::DATA_PROTECTION_OFFICER: return "DPO";
  }
  return "";
}

bool is_secretary(Office office) {
  return office == Office::SECRETARY || office == Office::DEPUTY_SECRETARY;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

bool holds(const std::vector<Number>& numbers, Number number) {
  return std::ranges::find(numbers, number) != numbers.end();
}

}  // namespace

SigningRoles::SigningRoles(const Register& reg, std::string signers, const std::vector<Number>& bodies,
                           std::uint32_t day)
    : reg_(reg), signers_(std::move(signers)) {
  const auto look_up = [&](std::string_view word, NamedRole role) {
    if (has_word(signers_, word)) named_.emplace(word, projection::named_in(reg, role, bodies, day));
  };
  look_up("lead", NamedRole::kLead);
  look_up("sponsor", NamedRole::kSponsor);
  look_up("delegate", NamedRole::kDelegate);
  for (const std::string_view word : {"party", "parties"}) look_up(word, NamedRole::kParty);
}

bool SigningRoles::asks_for(std::string_view word) const {
  return has_word(signers_, word);
}

std::string SigningRoles::things(std::string_view word, const std::vector<Number>& who) const {
  const auto named = named_.find(word);
  if (named == named_.end()) return {};
  std::vector<std::string> out;
  std::size_t more = 0;
  for (const projection::Naming& naming : named->second) {
    if (!holds(who, naming.who)) continue;
    if (out.size() < kMostNamed) {
      out.push_back(projection::slug_of(reg_, naming.what));
    } else {
      ++more;
    }
  }
  if (more != 0) out.push_back(fmt::format("and {} more", more));
  return joined(out);
}

void SigningRoles::add_offices(const Signatory& signatory, std::vector<std::string>& out) const {
  for (const Number office : signatory.offices) {
    const auto kind = (*row_of(reg_, office)).getOffice().getKind();
    const std::string id = projection::slug_of(reg_, office);
    const std::string_view word = word_of(kind);
    const bool own_session = kind == Office::SESSION_SECRETARY;
    if (asks_for(word)) out.push_back(fmt::format("{} as {}{}", word, id, own_session ? ", for its session" : ""));
    const bool for_others = asks_for("attested") || asks_for("MEM") || asks_for("lead") || asks_for("party");
    if (is_secretary(kind) && for_others) out.push_back(fmt::format("as {}, attested for somebody without a key", id));
    const std::string unsponsored = things("sponsor", {0, (*row_of(reg_, office)).getOffice().getBody()});
    if (is_secretary(kind) && !unsponsored.empty())
      out.push_back(fmt::format("as {}, for what no member sponsors: {}", id, unsponsored));
  }
}

void SigningRoles::add_mandate(const Signatory& signatory, std::vector<std::string>& out) const {
  const auto row = row_of(reg_, signatory.mandate);
  const auto mandate = (*row).getMandate();
  const std::string member = projection::slug_of(reg_, mandate.getMember());
  if (asks_for("MEM") && !member.empty()) out.push_back("MEM for " + member);
  if (asks_for("EXP") && mandate.getKind() == schema::MandateGranted::Kind::LEGAL_EXPERT) out.emplace_back("EXP");
  if (asks_for("holder")) out.emplace_back("holder, for this mandate itself");
  if (asks_for("owner"))
    out.push_back("owner, for keys of its own" + (member.empty() ? std::string() : " and of " + member));
  if (asks_for("principal") && mandate.getCollege().size() != 0) out.emplace_back("principal, for its own vote");
  for (const std::string_view word : {"party", "parties"})
    if (const std::string all = things(word, {mandate.getMember()}); !member.empty() && !all.empty())
      out.push_back(fmt::format("for {}, a party to {}", member, all));
}

// Mandates for which this one leads: itself, and its titular while that one is impeded.
std::vector<Number> SigningRoles::led_by(Number mandate) const {
  std::vector<Number> out = {mandate};
  const Number titular = (*row_of(reg_, mandate)).getMandate().getAlternateOf();
  using Status = schema::MandateState::Status;
  if (titular != 0 && (*row_of(reg_, titular)).getMandate().getStatus() == Status::IMPEDED) out.push_back(titular);
  return out;
}

// Its member, and whoever of that member sponsors something.
std::vector<Number> SigningRoles::sponsoring(Number mandate, Number member) const {
  std::vector<Number> out = {mandate};
  if (member == 0) return out;
  out.push_back(member);
  for (const projection::Naming& naming : named_.find("sponsor")->second) {
    const bool is_mandate = naming.who != 0 && projection::kind_of(reg_, naming.who) == SubjectKind::MANDATE;
    if (is_mandate && (*row_of(reg_, naming.who)).getMandate().getMember() == member) out.push_back(naming.who);
  }
  return out;
}

// Itself, its offices, and the bodies for which it signs as chair or secretary.
std::vector<Number> SigningRoles::deciding(const Signatory& signatory) const {
  std::vector<Number> out = {signatory.mandate};
  for (const Number office : signatory.offices) {
    out.push_back(office);
    const auto row = row_of(reg_, office);
    const std::string_view word = word_of((*row).getOffice().getKind());
    if (word == "CH" || word == "SEC") out.push_back((*row).getOffice().getBody());
  }
  return out;
}

void SigningRoles::add_named(const Signatory& signatory, std::vector<std::string>& out) const {
  const Number member = (*row_of(reg_, signatory.mandate)).getMandate().getMember();
  const auto add = [&](std::string_view word, const std::vector<Number>& who) {
    if (const std::string all = things(word, who); !all.empty()) out.push_back(fmt::format("{} of {}", word, all));
  };
  if (asks_for("lead")) add("lead", led_by(signatory.mandate));
  if (asks_for("sponsor")) add("sponsor", sponsoring(signatory.mandate, member));
  if (asks_for("delegate")) add("delegate", deciding(signatory));
  if (asks_for("new") && member != 0)
    out.push_back(fmt::format("new lead, where it is to lead for {}", projection::slug_of(reg_, member)));
}

std::string SigningRoles::of(const Signatory& signatory) const {
  std::vector<std::string> out;
  add_offices(signatory, out);
  add_mandate(signatory, out);
  add_named(signatory, out);
  return joined(out);
}

std::string SigningRoles::why_none(const Signatory& signatory) const {
  const std::string member = projection::slug_of(reg_, (*row_of(reg_, signatory.mandate)).getMandate().getMember());
  const bool of_parties = asks_for("party") || asks_for("parties");
  if (asks_for("founders")) return "the ledger is founded, and nobody founds it again";
  if ((of_parties || asks_for("MEM")) && member.empty()) return "is held for no member, so it signs for none";
  if (of_parties) return fmt::format("{} is a party to no agreement that goes on", member);
  if (asks_for("lead")) return "leads no project that goes on";
  if (asks_for("sponsor")) return "neither it nor its member sponsors an open proposal";
  if (asks_for("delegate")) return "no delegation that holds names it";
  if (asks_for("principal")) return "has no seat, so no vote that it could give away";
  if (asks_for("ADM")) return "key administrators sign with keys of their own, listed below";
  return fmt::format("holds nothing of what such an act asks for ({})", signers_);
}

}  // namespace jumelage::tools
