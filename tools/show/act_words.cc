#include "show/act_words.h"

#include <fmt/format.h>

#include "base/hex.h"
#include "event/act.h"
#include "governance/kind_names.h"
#include "show/act_words_of.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using schema::Act;
using schema::Choice;

std::string founded(schema::LedgerConstituted::Reader act) {
  std::string members;
  for (const auto member : act.getMembers())
    members += (members.empty() ? "" : ", ") + best_name(member.getProfile().getNames());
  return fmt::format("{} founded by {}", best_name(act.getName()), members);
}

std::string enrolled(schema::KeyEnrolled::Reader act) {
  return fmt::format("{} key {} enrolled for {}", words(act.getPurpose()), short_hex(bytes_of(act.getKey())),
                     view(act.getHolder()));
}

std::string convened(schema::SessionConvened::Reader act) {
  return fmt::format("{} of {} convened for {}: session {}, call {}, {}{}, {} on the agenda", view(act.getId()),
                     view(act.getBody()), moment_text(act.getScheduled()), act.getNumber(), act.getCall(),
                     words(act.getMode()), act.getUrgent() ? ", urgent" : "", counted(act.getAgenda().size(), "item"));
}

std::string opened(schema::SessionOpened::Reader act) {
  std::size_t here = 0;
  for (const auto line : act.getAttendance())
    if (line.getPresence() == schema::Presence::PRESENT || line.getPresence() == schema::Presence::REMOTE) ++here;
  return fmt::format("{} opened by {}, {} of {} there", view(act.getSession()), view(act.getPresider()), here,
                     act.getAttendance().size());
}

std::string count_text(schema::Count::Reader count) {
  return count.getUnknown() ? "?" : std::to_string(count.getValue());
}

std::string votes_text(schema::VoteRecorded::Reader act) {
  if (act.getBallots().size() == 0 && act.hasTally()) {
    const auto tally = act.getTally();
    return fmt::format("for {}, against {}, abstain {}", count_text(tally.getFor()), count_text(tally.getAgainst()),
                       count_text(tally.getAbstain()));
  }
  const auto count = [act](Choice choice) {
    std::size_t n = 0;
    for (const auto ballot : act.getBallots())
      if (ballot.getChoice() == choice) ++n;
    return n;
  };
  return fmt::format("for {}, against {}, abstain {}", count(Choice::FOR), count(Choice::AGAINST),
                     count(Choice::ABSTAIN));
}

std::string voted(schema::VoteRecorded::Reader act) {
  return fmt::format("vote on {}, round {}, {}: {}; announced: {}", view(act.getItem()), act.getRound(),
                     words(act.getMode()), votes_text(act), words(act.getAnnounced()));
}

std::string decided(schema::DecisionRecorded::Reader act) {
  return fmt::format("decision {}, {}: {}", view(act.getId()), words(act.getOutcome()), best_text(act.getTitle()));
}

}  // namespace

std::string act_sentence(Act::Reader act) {
  switch (act.which()) {
    case Act::LEDGER_CONSTITUTED: return founded(act.getLedgerConstituted());
    case Act::KEY_ENROLLED: return enrolled(act.getKeyEnrolled());
    case Act::SESSION_CONVENED: return convened(act.getSessionConvened());
    case Act::SESSION_OPENED: return opened(act.getSessionOpened());
    case Act::SESSION_CLOSED: return fmt::format("{} closed", view(act.getSessionClosed().getSession()));
    case Act::PROPOSAL_TABLED:
      return fmt::format("{} tabled: {}", view(act.getProposalTabled().getId()),
                         best_text(act.getProposalTabled().getTitle()));
    case Act::ITEM_DISPOSED:
      return fmt::format("{}: {}", view(act.getItemDisposed().getItem()),
                         words(act.getItemDisposed().getDisposition()));
    case Act::VOTE_RECORDED: return voted(act.getVoteRecorded());
    case Act::DECISION_RECORDED: return decided(act.getDecisionRecorded());
    default: break;
  }
  for (const auto words_of :
       {foundation_words, membership_words, session_words, decision_words, agreement_words, cooperation_words})
    if (std::string sentence = words_of(act); !sentence.empty()) return sentence;
  return fmt::format("{}: {}", spaced(event::kind_name(act.which())), subjects_text(act));
}

std::string basis_mark(Act::Reader act) {
  return act.getBasis() == schema::Basis::LIVE ? std::string() : words(act.getBasis());
}

std::string basis_text(Act::Reader act) {
  std::string out;
  switch (act.getBasis()) {
    case schema::Basis::LIVE: out = "live"; break;
    case schema::Basis::TRANSCRIBED: out = "transcribed from paper"; break;
    case schema::Basis::ATTESTED: out = "attested"; break;
    case schema::Basis::IMPORTED: out = "imported from another register"; break;
  }
  if (!act.hasAttestation()) return out;
  const auto attestation = act.getAttestation();
  out += fmt::format("{} by {}", act.getBasis() == schema::Basis::ATTESTED ? "" : ", vouched for",
                     view(attestation.getAttester()));
  if (attestation.hasOnBehalfOf()) out += fmt::format(" for {}", view(attestation.getOnBehalfOf()));
  out += fmt::format(": {}", one_line(view(attestation.getStatement())));
  const auto evidence = attestation.getEvidence();
  return out + (evidence.size() == 0 ? " (no document)" : fmt::format(" ({})", counted(evidence.size(), "document")));
}

std::string subjects_text(Act::Reader act) {
  std::string out;
  for (const auto subject : act.getSubjects()) {
    const std::string_view id = view(subject.getId());
    const bool is_key = id.size() == 64 && from_hex(id);  // long, and no one reads it
    out += (out.empty() ? "" : ", ") + (is_key ? "key " + std::string(id.substr(0, 12)) : std::string(id));
  }
  return out;
}

std::string signer_text(schema::Signer::Reader signer) {
  switch (signer.getCapacity()) {
    case schema::Capacity::OFFICE:
    case schema::Capacity::MANDATE: return std::string(view(signer.getOf()));
    case schema::Capacity::POSSESSION: return "the key itself";
    default: return fmt::format("{} {}", words(signer.getCapacity()), view(signer.getOf()));
  }
}

std::string signers_text(Act::Reader act) {
  std::string out;
  std::size_t possessions = 0;  // keys that only show that they are held: counted, as they say no more
  for (const auto signer : act.getSigners()) {
    if (signer.getCapacity() == schema::Capacity::POSSESSION) {
      ++possessions;
      continue;
    }
    out += (out.empty() ? "" : ", ") + (signer.hasOf() ? std::string(view(signer.getOf())) : signer_text(signer));
  }
  if (possessions == 0) return out;
  const std::string keys = possessions == 1 ? "the key itself" : fmt::format("{} keys themselves", possessions);
  return out.empty() ? keys : out + " and " + keys;
}

}  // namespace jumelage::tools
