#include "show/session_data.h"

#include <fmt/format.h>

#include <map>

#include "event/act.h"
#include "ledger/titles.h"
#include "show/act_words.h"
#include "show/words.h"

namespace jumelage::tools {
namespace {

using governance::read_big_endian;
using governance::Row;

// The last row of a mandate is the one that stands.
std::vector<ShownAttendance> attendance_of(const Register& reg, Number session) {
  std::map<Number, ShownAttendance> by_mandate;
  reg.scan(governance::Table::kAttendance, governance::Key().u32(session), [&](Register::Item item) {
    const auto mandate = static_cast<Number>(read_big_endian(item.key.subspan(4, 4)));
    const Row<schema::AttendanceRow> row(item.value);
    const Number member = (*row_of(reg, mandate)).getMandate().getMember();
    by_mandate[mandate] = {projection::slug_of(reg, mandate), projection::slug_of(reg, member),
                           words(row.reader().getPresence()), projection::slug_of(reg, row.reader().getBy())};
    return true;
  });
  std::vector<ShownAttendance> out;
  for (auto& [mandate, line] : by_mandate) out.push_back(std::move(line));
  return out;
}

// In full, with who vouches for it; empty: live.
Result<std::string> basis_at(const ledger::Snapshot& snapshot, std::uint64_t position) {
  JUMELAGE_TRY(const event::Entry entry, snapshot.entry(EntryIndex{position}));
  const auto act = entry.sealed.act().reader();
  return act.getBasis() == schema::Basis::LIVE ? std::string() : basis_text(act);
}

Result<std::vector<LaterRecord>> later_records_of(const ledger::Snapshot& snapshot, Number session) {
  std::vector<LaterRecord> out;
  for (const std::uint64_t position : projection::history(snapshot.reg(), session)) {
    if (out.size() == kMostLaterRecords) break;
    JUMELAGE_TRY(const event::Entry entry, snapshot.entry(EntryIndex{position}));
    const auto act = entry.sealed.act().reader();
    if (act.getBasis() == schema::Basis::LIVE) continue;
    out.push_back({position, spaced(event::kind_name(act.which())), basis_text(act)});
  }
  return out;
}

Result<ShownItem> item_of(const ledger::Snapshot& snapshot, Number number) {
  const Register& reg = snapshot.reg();
  JUMELAGE_TRY(const auto title_of_it, ledger::title_of(snapshot, number));
  const auto row = row_of(reg, number);
  const auto state = (*row).getProposal();
  ShownItem item;
  item.id = projection::slug_of(reg, number);
  for (const auto title : title_of_it.texts())
    item.titles.emplace_back(view(title.getLanguage()), view(title.getText()));
  item.status = words(state.getStatus());
  item.votes = votes_on(reg, number);
  for (ShownVote& vote : item.votes) {
    JUMELAGE_TRY(vote.basis, basis_at(snapshot, vote.record_at));
  }
  if (state.getDecision() == 0) return item;
  item.decision = projection::slug_of(reg, state.getDecision());
  item.number = number_of_decision(reg, state.getDecision());
  return item;
}

// What took its place: the same record, counted again; else the next record of the same round.
void find_successor(const std::vector<ShownVote>& votes, ShownVote& vote) {
  for (const bool is_same_record : {true, false}) {
    for (const ShownVote& other : votes) {
      const bool fits = is_same_record ? other.record_at == vote.record_at : other.round == vote.round;
      const bool is_nearer = vote.next_at == 0 || other.position < vote.next_at;
      if (fits && other.position > vote.position && is_nearer) vote.next_at = other.position;
    }
    vote.is_counted_again = is_same_record && vote.next_at != 0;
    if (vote.next_at != 0) return;
  }
}

// "quorum 4/4 ≥ 3", under a label that says quorum already.
std::string without_label(std::string_view quorum) {
  constexpr std::string_view kLabel = "quorum ";
  if (quorum.starts_with(kLabel)) quorum.remove_prefix(kLabel.size());
  return std::string(quorum);
}

}  // namespace

std::string number_of_decision(const Register& reg, Number decision) {
  const auto row = row_of(reg, decision);
  const auto state = (*row).getDecision();
  return state.getNumber() == 0 ? "" : number_text(view(state.getSeries()), state.getYear(), state.getNumber());
}

std::string fate_text(const ShownVote& vote) {
  const std::string_view fate = vote.is_counted_again ? "corrected" : "replaced";
  if (vote.is_superseded) return vote.next_at == 0 ? std::string(fate) : fmt::format("{} by #{}", fate, vote.next_at);
  return vote.record_at == vote.position ? std::string() : fmt::format("as corrected by #{}", vote.position);
}

std::vector<ShownVote> votes_on(const Register& reg, Number item) {
  std::vector<ShownVote> out;
  reg.scan(governance::Table::kVotes, governance::Key().u32(item), [&](Register::Item stored) {
    const Row<schema::VoteRow> row(stored.value);
    const auto vote = row.reader();
    out.push_back({static_cast<std::uint16_t>(read_big_endian(stored.key.subspan(4, 2))),
                   read_big_endian(stored.key.subspan(6)), computed_text(vote.getOutcome()), words(vote.getAnnounced()),
                   std::string(view(vote.getArithmetic())), vote.getSuperseded(), vote.getRecordAt()});
    return true;
  });
  for (ShownVote& vote : out)
    if (vote.is_superseded) find_successor(out, vote);
  return out;
}

Result<ShownSession> gather_session(const ledger::Snapshot& snapshot, Number number) {
  const Register& reg = snapshot.reg();
  const auto row = row_of(reg, number);
  const auto state = (*row).getSession();
  ShownSession s;
  s.id = projection::slug_of(reg, number);
  s.body = best_name((*row_of(reg, state.getBody())).getBody().getNames());
  s.number = state.getNumber();
  s.call = state.getCall();
  s.phase = words(state.getPhase());
  s.mode = words(state.getMode());
  s.scheduled = minute_text(state.getScheduled());
  s.opened = state.getOpenedDate() == 0 ? "" : date_text(state.getOpenedDate());
  s.rules = fmt::format("{} version {}", projection::slug_of(reg, state.getRuleSet()), state.getRuleSetVersion());
  s.presider = projection::slug_of(reg, state.getPresider());
  s.secretary = projection::slug_of(reg, state.getSecretary());
  s.quorum = without_label(view(state.getQuorumText()));
  s.is_quorate = state.getQuorate();
  s.is_irregular = (*row).getIrregular();
  s.acts = acts_of_session(reg, number);
  s.attendance = attendance_of(reg, number);
  for (const Number item : state.getAgenda()) {
    JUMELAGE_TRY(ShownItem shown, item_of(snapshot, item));
    s.items.push_back(std::move(shown));
  }
  JUMELAGE_TRY(s.later_records, later_records_of(snapshot, number));
  JUMELAGE_TRY(s.marked_records, marked_records(snapshot, projection::history(reg, number)));
  s.findings = open_findings(reg, projection::history(reg, number));
  return s;
}

}  // namespace jumelage::tools
