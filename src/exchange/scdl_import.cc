#include "exchange/scdl_import.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/clock.h"
#include "base/hex.h"
#include "base/text.h"
#include "crypto/sha256.h"
#include "event/seal.h"
#include "projection/query.h"

namespace jumelage::exchange {
namespace {

using projection::Number;

// Proposals end so and no decision of a row does: those end in what DELIB_ID ends in or in a digest's digits.
constexpr std::string_view kProposalEnd = "-p";

constexpr std::uint32_t kRataDieOfEpoch = 719'163;  // 1970-01-01

std::uint32_t rata_die(std::int32_t days) {
  return static_cast<std::uint32_t>(days) + kRataDieOfEpoch;
}

void set_day(schema::Moment::Builder moment, std::int32_t days) {
  moment.setUtc(static_cast<std::int64_t>(days) * 86'400'000);
  moment.setPrecision(schema::Precision::DAY);
}

void set_title(capnp::List<schema::LocalText>::Builder title, const std::string& text) {
  title[0].setLanguage("fr");
  title[0].setText(text.c_str());
  title[0].setStanding(schema::LocalText::Standing::PREVAILING);
}

void set_count(schema::Count::Builder count, std::optional<std::uint32_t> value) {
  count.setValue(value.value_or(0));
  count.setUnknown(!value.has_value());
}

bool tells_of_a_vote(const ScdlRow& row) {
  return row.vote_pour || row.vote_contre || row.vote_abstention;
}

// What the catalogue has no field for is kept as what its source calls it, so that nothing is lost.
std::vector<std::pair<std::string_view, std::string>> external_ids(const ScdlRow& row) {
  std::vector<std::pair<std::string_view, std::string>> ids = {
      {"scdl:DELIB_ID", row.delib_id}, {"scdl:COLL_NOM", row.coll_nom}, {"siret", row.coll_siret}};
  if (row.pref_id) ids.emplace_back("scdl:PREF_ID", *row.pref_id);
  if (row.pref_date) ids.emplace_back("scdl:PREF_DATE", format_date(*row.pref_date));
  if (row.delib_url) ids.emplace_back("scdl:DELIB_URL", *row.delib_url);
  if (row.budget_annee) ids.emplace_back("scdl:BUDGET_ANNEE", *row.budget_annee);
  return ids;
}

struct Vote {
  ActId act;
  UnixMillis recorded_at = 0;
};

// What is there of a row already.
struct Found {
  bool decision = false;
  bool proposal = false;
  std::optional<Vote> vote;  // that stands on the proposal
};

// Of a subject that is `body`'s. Anything else of that id is not what the row says: recording the row will be refused,
// which is told to whoever imports.
std::optional<projection::RowAt> row_of(const governance::Register& reg, std::string_view body, const std::string& id) {
  const auto subject = projection::find_subject(reg, id);
  auto row = subject ? projection::row_at(reg, subject->number) : std::nullopt;
  if (!row) return std::nullopt;
  const auto state = **row;
  const Number owner = state.isDecision()   ? state.getDecision().getBody()
                       : state.isProposal() ? state.getProposal().getBody()
                                            : 0;
  if (owner == 0 || projection::slug_of(reg, owner) != body) return std::nullopt;
  return row;
}

Result<Found> find_row(const ScdlRow& row, const governance::Register& reg, const governance::History& history,
                       std::string_view body) {
  Found found;
  const auto decision = row_of(reg, body, scdl_decision_id(body, row.delib_id));
  found.decision = decision && (**decision).isDecision();
  if (found.decision) return found;
  const auto proposal = row_of(reg, body, scdl_proposal_id(body, row.delib_id));
  found.proposal = proposal && (**proposal).isProposal();
  if (!found.proposal) return found;
  const std::uint64_t position = (**proposal).getProposal().getVote();
  if (position == governance::kNever) return found;
  JUMELAGE_TRY(const auto voted, event::Act::parse(history.act(position)));
  found.vote = Vote{voted.id(), voted.reader().getRecordedAt().getUtc()};
  return found;
}

class RowActs {
 public:
  RowActs(const ScdlRow& row, std::string_view body, ledger::Author& author)
      : row_(row),
        body_(body),
        decision_(scdl_decision_id(body, row.delib_id)),
        item_(scdl_proposal_id(body, row.delib_id)),
        author_(author) {}

  // Of a row that an interrupted import left half recorded, only what is missing.
  Result<void> compose(const Found& found, std::vector<event::Act>& acts) {
    if (!found.proposal) {
      JUMELAGE_TRY(add(proposal(), acts));
    }
    if (found.vote) return add(decision(&*found.vote), acts);
    if (!tells_of_a_vote(row_)) return add(decision(nullptr), acts);
    JUMELAGE_TRY(add(vote(), acts));
    const Vote voted{acts.back().id(), acts.back().reader().getRecordedAt().getUtc()};
    return add(decision(&voted), acts);
  }

 private:
  event::ActBuilder begin() const {
    event::ActBuilder draft;
    draft.root().setBasis(schema::Basis::IMPORTED);
    set_day(draft.root().initDecidedAt(), row_.delib_date);
    return draft;
  }

  Result<event::Act> proposal() const {
    event::ActBuilder draft = begin();
    auto tabled = draft.root().initProposalTabled();
    tabled.setId(item_.c_str());
    tabled.setBody(body_.c_str());
    set_title(tabled.initTitle(1), row_.delib_objet);
    auto matter = tabled.initMatter();
    matter.setScheme("scdl");
    if (!row_.delib_matiere_code.empty()) matter.setCode(row_.delib_matiere_code.c_str());
    if (!row_.delib_matiere_nom.empty()) matter.setLabel(row_.delib_matiere_nom.c_str());
    if (const auto year = budget_year(); year && row_.budget_nom) {
      auto line = tabled.initBudget(1)[0];
      line.setYear(*year);
      line.setName(one_line(*row_.budget_nom).c_str());
    }
    return author_.compose(std::move(draft));
  }

  Result<event::Act> vote() const {
    event::ActBuilder draft = begin();
    auto recorded = draft.root().initVoteRecorded();
    recorded.setItem(item_.c_str());
    recorded.setRound(1);
    recorded.setMode(schema::VoteRecorded::Mode::UNKNOWN);
    auto tally = recorded.initTally();
    set_count(tally.initFor(), row_.vote_pour);
    set_count(tally.initAgainst(), row_.vote_contre);
    set_count(tally.initAbstain(), row_.vote_abstention);
    set_count(tally.initBlank(), std::nullopt);
    set_count(tally.initSpoilt(), std::nullopt);
    set_count(tally.initNotTakingPart(), std::nullopt);
    set_count(tally.initPresent(), row_.vote_reel);
    set_count(tally.initInExercise(), row_.vote_effectif);
    // SCDL has no column for the outcome: it publishes what was adopted.
    recorded.setAnnounced(schema::Outcome::ADOPTED);
    return author_.compose(std::move(draft));
  }

  static Result<void> add(Result<event::Act> composed, std::vector<event::Act>& acts) {
    JUMELAGE_TRY(auto act, std::move(composed));
    acts.push_back(std::move(act));
    return ok();
  }

  Result<event::Act> decision(const Vote* voted) const {
    event::ActBuilder draft = begin();
    auto recorded = draft.root().initDecisionRecorded();
    recorded.setId(decision_.c_str());
    recorded.setBody(body_.c_str());
    recorded.setItem(item_.c_str());
    if (voted != nullptr) {
      auto ref = recorded.initVote();
      ref.setId({voted->act.bytes.data(), voted->act.bytes.size()});
      ref.setRecordedAt(voted->recorded_at);
    }
    set_title(recorded.initTitle(1), row_.delib_objet);
    recorded.setOutcome(schema::Outcome::ADOPTED);
    recorded.setDate(rata_die(row_.delib_date));
    const auto ids = external_ids(row_);
    auto list = draft.root().initExternalIds(static_cast<unsigned>(ids.size()));
    for (unsigned i = 0; i < list.size(); ++i) {
      list[i].setScheme(std::string(ids[i].first).c_str());
      list[i].setValue(one_line(ids[i].second).c_str());
    }
    return author_.compose(std::move(draft));
  }

  std::optional<std::uint16_t> budget_year() const {
    if (!row_.budget_annee || row_.budget_annee->size() != 4) return std::nullopt;
    unsigned year = 0;
    for (char c : *row_.budget_annee) {
      if (c < '0' || c > '9') return std::nullopt;
      year = year * 10 + static_cast<unsigned>(c - '0');
    }
    return static_cast<std::uint16_t>(year);
  }

  // Fields that are one line in the catalogue: a line break becomes a blank.
  static std::string one_line(std::string text) {
    for (char& c : text)
      if (c == '\n' || c == '\t' || c == '\r') c = ' ';
    return text;
  }

  const ScdlRow& row_;
  std::string body_;
  std::string decision_;
  std::string item_;
  ledger::Author& author_;
};

}  // namespace

std::string scdl_decision_id(std::string_view body, std::string_view delib_id) {
  constexpr std::size_t kMaxReadable = 53;  // leaves room for a digest's first digits and kProposalEnd
  std::string id(body);
  id += '-';
  bool exact = true;
  for (char c : delib_id) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    exact = exact && (is_plain || (c == '.' && id.back() != '-'));
    if (c >= 'A' && c <= 'Z') {
      id += static_cast<char>(c - 'A' + 'a');
    } else if (is_plain || id.back() != '-') {
      id += is_plain ? c : '-';
    }
  }
  // What ends like a proposal would meet the proposal of another row, in this body or in another.
  exact = exact && id.back() != '-' && !id.ends_with(kProposalEnd);
  if (exact && id.size() <= kMaxReadable) return id;
  // Something was lost on the way: the digest keeps two numbers that now look alike apart.
  id.resize(std::min(id.size(), kMaxReadable));
  while (id.back() == '-') id.pop_back();
  return id + '-' + to_hex(crypto::sha256(as_bytes(delib_id)).view().first(4));
}

std::string scdl_proposal_id(std::string_view body, std::string_view delib_id) {
  return scdl_decision_id(body, delib_id) + std::string(kProposalEnd);
}

Result<ScdlImport> import_scdl(const ScdlFile& file, const governance::Register& reg,
                               const governance::History& history, ledger::Author& author, std::string_view body) {
  ScdlImport import;
  for (const ScdlRow& row : file.rows) {
    JUMELAGE_TRY(const Found found, find_row(row, reg, history, body));
    if (found.decision) {
      import.known.push_back(row.delib_id);
      continue;
    }
    ScdlDeliberation made{row.line, row.delib_id, import.acts.size(), 0};
    if (const auto composed = RowActs(row, body, author).compose(found, import.acts); !composed)
      return composed.error().within(where(made));
    made.end = import.acts.size();
    import.deliberations.push_back(std::move(made));
  }
  return import;
}

std::string where(const ScdlDeliberation& row) {
  return fmt::format("line {}, DELIB_ID {}", row.line, for_terminal(row.delib_id));
}

std::vector<ScdlPacket> packets_of(const ScdlImport& import, std::size_t max_acts) {
  std::vector<ScdlPacket> packets;
  const auto& rows = import.deliberations;
  for (std::size_t at = 0; at < rows.size();) {
    std::size_t end = at + 1;
    while (end < rows.size() && rows[end].end - rows[at].begin <= max_acts) ++end;
    packets.push_back({at, end});
    at = end;
  }
  return packets;
}

}  // namespace jumelage::exchange
