#include <fmt/format.h>

#include "base/hex.h"
#include "show/act_words_of.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using schema::Act;

std::string revoked(schema::KeyRevoked::Reader act) {
  std::string out = fmt::format("key {} revoked: {}", short_hex(bytes_of(act.getKey())), words(act.getReason()));
  if (act.hasCompromisedSince())
    out += fmt::format(", since act {}", short_hex(bytes_of(act.getCompromisedSince().getId())));
  return out;
}

std::string enacted(schema::RuleSetEnacted::Reader act) {
  const auto rules = act.getRuleSet();
  std::string out = fmt::format("rules {} enacted in version {}", view(rules.getId()), rules.getVersion());
  if (rules.hasModel()) out += fmt::format(", made from {}", one_line(view(rules.getModel())));
  if (act.hasDecision()) out += fmt::format(", by {}", view(act.getDecision()));
  return out + ": " + best_text(rules.getTitle());
}

std::string activated(schema::CatalogueActivated::Reader act) {
  return fmt::format("catalogue {} and rule engine {} hold from #{} on, declared to be known by {}", act.getVersion(),
                     act.getRuleEngine(), act.getFromPosition(), counted(act.getNodes().size(), "node"));
}

std::string witnesses(schema::WitnessSetChanged::Reader act) {
  std::string members;
  for (const auto witness : act.getFinality().getWitnesses())
    members += fmt::format("{}{}", members.empty() ? "" : ", ", view(witness.getMember()));
  const std::string why = one_line(view(act.getReason()));
  if (members.empty()) return fmt::format("nobody witnesses any more; the primary's word is final: {}", why);
  return fmt::format("{} of these make a checkpoint final: {}; because: {}", act.getFinality().getQuorum(), members,
                     why);
}

std::string handed_over(schema::PrimaryHandedOver::Reader act) {
  return fmt::format("{} orders the log in term {}: {}", view(act.getOrder().getPrimary()), act.getOrder().getTerm(),
                     one_line(view(act.getOrder().getReason())));
}

std::string anchored(schema::CheckpointAnchored::Reader act) {
  return fmt::format("{} timestamped the first {}{}", one_line(view(act.getAuthority())),
                     counted(act.getHead().getSize(), "entry", "entries"),
                     act.hasRenews() ? ", in place of an older timestamp" : "");
}

std::string corrected(schema::RecordCorrected::Reader act) {
  std::string fields;
  for (const auto each : act.getCorrections())
    fields += fmt::format("{}{} was {}, is {}", fields.empty() ? "" : "; ", view(each.getField()),
                          each.hasWas() ? one_line(view(each.getWas())) : "not given",
                          each.hasIs() ? one_line(view(each.getIs())) : "taken out");
  return fmt::format("act {} corrected: {}: {}", short_hex(bytes_of(act.getTarget().getId())), fields,
                     one_line(view(act.getWhy())));
}

std::string erased(schema::PersonalDataErased::Reader act) {
  const std::string documents = counted(act.getDocuments().size(), "document");
  if (act.hasConfirms())
    return fmt::format("{} destroyed on this node too, as act {} asked", documents,
                       short_hex(bytes_of(act.getConfirms().getId())));
  std::string out = fmt::format("{} to be destroyed for good, by {}", documents, one_line(view(act.getLegalBasis())));
  if (act.hasDecision()) out += fmt::format(" and {}", view(act.getDecision()));
  return out;
}

std::string document_added(schema::DocumentAdded::Reader act) {
  const auto document = act.getDocument();
  std::string out = fmt::format("{} added to {}", words(document.getRole()), view(act.getTo()));
  if (document.hasTitle()) out += fmt::format(": {}", one_line(view(document.getTitle())));
  if (act.hasReplaces()) out += fmt::format(", in place of {}", short_hex(bytes_of(act.getReplaces())));
  return out;
}

std::string shown_to(schema::VisibilityChanged::Reader act) {
  return fmt::format("document {} is {} from now on: {}", short_hex(bytes_of(act.getDocument())),
                     act.getVisibility() == schema::Visibility::PUBLIC ? "public" : "for members",
                     one_line(view(act.getReason())));
}

std::string closed(schema::RegisterClosed::Reader act) {
  const std::string volume = act.getVolume() == 0 ? std::string() : fmt::format(", volume {},", act.getVolume());
  const std::string numbers = act.getLastNumber() == 0
                                  ? std::string("no number")
                                  : fmt::format("numbers {} to {}", act.getFirstNumber(), act.getLastNumber());
  return fmt::format("register of {} for {}{} closed: {}, {}, {}", view(act.getBody()), act.getYear(), volume, numbers,
                     counted(act.getDecisions(), "decision"), counted(act.getSessions(), "session"));
}

}  // namespace

std::string foundation_words(Act::Reader act) {
  switch (act.which()) {
    case Act::KEY_REVOKED: return revoked(act.getKeyRevoked());
    case Act::RULE_SET_ENACTED: return enacted(act.getRuleSetEnacted());
    case Act::CATALOGUE_ACTIVATED: return activated(act.getCatalogueActivated());
    case Act::WITNESS_SET_CHANGED: return witnesses(act.getWitnessSetChanged());
    case Act::PRIMARY_HANDED_OVER: return handed_over(act.getPrimaryHandedOver());
    case Act::CHECKPOINT_ANCHORED: return anchored(act.getCheckpointAnchored());
    case Act::RECORD_CORRECTED: return corrected(act.getRecordCorrected());
    case Act::PERSONAL_DATA_ERASED: return erased(act.getPersonalDataErased());
    case Act::DOCUMENT_ADDED: return document_added(act.getDocumentAdded());
    case Act::VISIBILITY_CHANGED: return shown_to(act.getVisibilityChanged());
    case Act::REGISTER_CLOSED: return closed(act.getRegisterClosed());
    default: return {};
  }
}

}  // namespace jumelage::tools
