// ProposalTabled: something to be decided, with its texts.
#include <fmt/format.h>

#include "governance/authority.h"
#include "governance/rules.h"
#include "governance/session_support.h"

namespace jumelage::governance {
namespace {

Result<Number> find_sponsor(const Context& c, capnp::Text::Reader id) {
  if (id.size() == 0) return Number{0};
  const Number sponsor = c.number_of(view(id));
  if (sponsor == 0) return Error(Refusal::kUnknownSubject, fmt::format("nothing here has the id {}", quoted(id)));
  switch (c.kind_of(sponsor)) {
    case SubjectKind::MEMBER:
    case SubjectKind::MANDATE:
    case SubjectKind::BODY: return sponsor;
    default:
      return Error(Refusal::kWrongKind,
                   fmt::format("{} sponsors nothing: a sponsor is a member, mandate or body", quoted(id)));
  }
}

// A secretary, or else the sponsor: someone of that member, or the holder of that mandate.
Result<void> check_signers(Context& c, Number body, Number sponsor) {
  const Result<void> by_secretary = need_secretary(c, body);
  if (by_secretary || sponsor == 0 || !by_secretary.error().is(Refusal::kSignatureMissing)) return by_secretary;
  if (c.imported()) return by_secretary;
  const SubjectKind kind = c.kind_of(sponsor);
  if (kind == SubjectKind::MEMBER) return need_member(c, sponsor);
  if (kind != SubjectKind::MANDATE || c.roles().holds(sponsor)) return kind == SubjectKind::BODY ? by_secretary : ok();
  const Number member = c.mandate(sponsor).getMember();
  return member == 0 ? by_secretary : need_member(c, member);
}

Result<void> check_references(const Context& c, schema::ProposalTabled::Reader act) {
  JUMELAGE_TRY(need_all(c, act.getAmends(), SubjectKind::DECISION));
  JUMELAGE_TRY(need_all(c, act.getRepeals(), SubjectKind::DECISION));
  return need_all(c, act.getImplements(), SubjectKind::DECISION);
}

}  // namespace

Result<void> proposal_tabled(Context& c, schema::ProposalTabled::Reader act) {
  JUMELAGE_TRY(const Number body, c.find(act.getBody(), SubjectKind::BODY));
  JUMELAGE_TRY(const Number sponsor, find_sponsor(c, act.getSponsor()));
  JUMELAGE_TRY(check_signers(c, body, sponsor));
  if (c.body(body).getDissolved())
    return Error(Refusal::kImpossible, fmt::format("body {} is dissolved", quoted(c, body)));
  JUMELAGE_TRY(check_references(c, act));
  if (act.getTitle().size() == 0 && !c.imported()) return Error(Refusal::kBadValue, "a proposal needs a title");
  JUMELAGE_TRY(const Number number, c.create(act.getId(), SubjectKind::PROPOSAL));
  JUMELAGE_TRY(c.register_documents(act.getTexts()));
  c.link(body, SubjectKind::PROPOSAL, number);
  c.put_state(number, [&](schema::SubjectRow::Builder row) {
    auto state = row.initProposal();
    state.setBody(body);
    state.setTitleAt(c.position());
    if (act.hasMatter()) {
      state.initMatter().setScheme(act.getMatter().getScheme());
      if (act.getMatter().hasCode()) state.getMatter().setCode(act.getMatter().getCode());
    }
    if (act.hasTheme()) state.setTheme(act.getTheme());
    state.setVote(kNever);
    state.setSponsor(sponsor);
  });
  return ok();
}

}  // namespace jumelage::governance
