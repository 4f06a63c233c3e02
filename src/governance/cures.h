// Findings that a later act cures. What cures what is in docs/findings.md.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "governance/context.h"

namespace jumelage::governance {

// A finding that no act has cured, as it stood before this act.
struct OpenFinding {
  std::uint64_t position = 0;  // of the act that it is about
  std::uint16_t place = 0;     // among that act's findings
  std::string_view code;       // good as long as the context
  Number subject = 0;          // that it makes irregular; 0: none
  Number cause = 0;            // see FindingRow
};
using WhichFindings = std::function<bool(const OpenFinding&)>;

// Of all acts that wrote a row of the subject: those about it, and those that make nothing irregular.
std::vector<OpenFinding> open_findings(Context& c, Number subject);

// This act cures those findings. Returns whether one that makes the subject irregular is left.
bool cure(Context& c, Number subject, const WhichFindings& which);
// The same for those of these codes that make the subject irregular.
bool cure(Context& c, Number subject, std::span<const std::string_view> codes);

// The same for all that make the subject irregular.
void cure_all(Context& c, Number subject);

// This act cures what was found about the act at that position: all of it, or what makes one subject irregular.
void cure_act(Context& c, std::uint64_t position, Number subject = 0);

// An end or a repeal that had no effect, because the decision behind it had no force, was recorded again and has it
// now: what was found about the attempts is cured.
void cure_attempts(Context& c, Number subject);

// A stored row with a change to it, under its own key.
template <class T, class Fill>
void amend_row(Context& c, Table table, ByteView key, ByteView stored, Fill&& fill) {
  RowMessage old(stored);
  RowBuilder row;
  std::forward<Fill>(fill)(row.copy(old.root<T>()));
  c.put(table, key, row.bytes());
}

}  // namespace jumelage::governance
