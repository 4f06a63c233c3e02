#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "exchange/scdl_rows.h"
#include "scdl_listing.h"

namespace jumelage::exchange {
namespace {

// Presence and votes of the 13 real rows, copied from the file by hand; the last one has no votes.
TEST(ScdlExcerpt, finds_each_real_row_with_more_votes_than_people_present) {
  struct Ballot {
    std::uint32_t line, present, for_it, against, abstained;
  };
  // The line is that of the VOTE_REEL field, which is below the row's first line when the title has several.
  const std::vector<Ballot> ballots{{5, 89, 101, 0, 4},  {8, 95, 98, 5, 4},   {12, 89, 101, 0, 4}, {14, 88, 104, 0, 0},
                                    {16, 88, 104, 0, 0}, {18, 88, 104, 0, 0}, {21, 88, 104, 0, 0}, {24, 92, 107, 0, 0},
                                    {26, 88, 104, 0, 4}, {28, 92, 107, 0, 0}, {29, 92, 107, 0, 0}, {30, 92, 110, 0, 0},
                                    {31, 108, 0, 0, 0}};
  std::vector<std::uint32_t> expected;
  for (const Ballot& b : ballots)
    if (b.for_it + b.against + b.abstained > b.present) expected.push_back(b.line);

  const ScdlFile file = read_data("saint-etienne-excerpt.csv");
  std::vector<std::uint32_t> found;
  for (const Fault& fault : file.faults.listed()) {
    if (!fault.error.is(ScdlError::kVotesOverPresence)) continue;
    EXPECT_EQ(fault.column, 14U);
    EXPECT_EQ(fault.severity, Severity::kWarning);
    found.push_back(fault.line);
  }
  EXPECT_EQ(found, expected);
  EXPECT_EQ(file.rows_seen, ballots.size());
}

TEST(ScdlExcerpt, reports_everything_else_that_is_off_in_it) {
  const ScdlFile file = read_data("saint-etienne-excerpt.csv");
  EXPECT_EQ(file.csv.delimiter, ',');
  EXPECT_FALSE(file.csv.byte_order_mark);
  EXPECT_EQ(file.unknown_columns, (Lines{"Nombre de délibération"}));
  EXPECT_TRUE(file.complete);
  Lines others;
  for (const std::string& line : listing(file))
    if (line.find("votes_over_presence") == std::string::npos && line.find("_MATIERE_CODE") == std::string::npos)
      others.push_back(line);
  EXPECT_EQ(others, (Lines{
                        "1,1 warning scdl.unknown_column Nombre de délibération",
                        "14,10 warning scdl.budget_incomplete BUDGET_NOM",
                        "26,10 warning scdl.budget_incomplete BUDGET_NOM",
                        "28,10 warning scdl.budget_incomplete BUDGET_NOM",
                        "27,4 error scdl.repeated_id DELIB_ID",
                        "30,7 warning scdl.expected_empty DELIB_MATIERE_NOM",
                        "31,7 warning scdl.expected_empty DELIB_MATIERE_NOM",
                        "31,10 warning scdl.budget_incomplete BUDGET_NOM",
                        "31,15 warning scdl.votes_incomplete VOTE_POUR",
                    }));
}

// The standard asks for a subject code and no row of this file has one: that is said of each, and each is used.
TEST(ScdlExcerpt, uses_the_rows_without_a_subject_code_and_says_so) {
  const ScdlFile file = read_data("saint-etienne-excerpt.csv");
  std::vector<std::uint32_t> lines;
  for (const Fault& fault : file.faults.listed())
    if (fault.error.is(ScdlError::kExpectedEmpty) && fault.column == 6) lines.push_back(fault.line);
  EXPECT_EQ(lines, (std::vector<std::uint32_t>{2, 6, 9, 13, 15, 17, 19, 22, 25, 27, 29, 30, 31}));
  EXPECT_EQ(file.rows.size(), 12U) << "all but the repeated one";
}

}  // namespace
}  // namespace jumelage::exchange
