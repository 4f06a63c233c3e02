// What an agreement is, read off its row: how far it has come, who its parties are, what a day makes of it.
#pragma once

#include <string>

#include "governance/context.h"

namespace jumelage::governance {

using AgreementPhase = schema::AgreementState::Phase;
using AgreementMatter = schema::AgreementState::Matter;

std::string_view phase_text(AgreementPhase phase);  // "in force"
// Dormant, and until its notice has run, too.
bool is_in_force(AgreementPhase phase);
bool is_over(AgreementPhase phase);

// The phase on that day, by what is recorded and by what runs out: a term, unless it renews itself; a notice. Before
// its entry into force an agreement is no more than signed. Earlier phases are in earlier rows.
AgreementPhase phase_on(schema::AgreementState::Reader agreement, std::uint32_t day);

// The text that approvals and signatures are about; refused with kImpossible when no draft is under way, and with
// kBadValue when `draft` is another.
Result<schema::AgreementText::Reader> draft_under_way(Context& c, Number agreement, std::uint16_t draft);

// A party's place in the text. Acts name a member by its id, and an outside party, which has none, as `party-` and its
// place from 1: `party-2`. Refused: kBadValue, kUnknownSubject.
Result<unsigned> find_party(Context& c, schema::AgreementText::Reader text, capnp::Text::Reader id);
std::string party_name(Context& c, schema::AgreementText::Reader text,
                       unsigned place);  // "\"timbuktu\"", "\"party-2\""

// The party's own signature: a mandate of that member, or an act attested for it. An outside party holds no key here,
// so what it did is attested by a secretary.
Result<void> need_party(Context& c, schema::AgreementText::Reader text, unsigned place);
// The same where an officer's signature for the council must not be taken for their city's word.
bool speaks_for(Context& c, schema::AgreementText::Reader text, unsigned place);
Result<void> need_all_parties(Context& c, schema::AgreementText::Reader text);

bool all_approved(schema::AgreementText::Reader text);
bool all_signed(schema::AgreementText::Reader text);

}  // namespace jumelage::governance
