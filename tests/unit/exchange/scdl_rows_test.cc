#include "exchange/scdl_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/clock.h"
#include "scdl_listing.h"

namespace jumelage::exchange {
namespace {

const Fault* find(const ScdlFile& file, ScdlError code) {
  const auto& all = file.faults.listed();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Fault& fault) { return fault.error.is(code); });
  return found == all.end() ? nullptr : &*found;
}

const std::string kHeader =
    "COLL_NOM,COLL_SIRET,DELIB_ID,DELIB_DATE,DELIB_MATIERE_CODE,DELIB_MATIERE_NOM,DELIB_OBJET,BUDGET_ANNEE,BUDGET_NOM,"
    "PREF_ID,PREF_DATE,VOTE_EFFECTIF,VOTE_REEL,VOTE_POUR,VOTE_CONTRE,VOTE_ABSTENTION,DELIB_URL\n";

std::string row(const std::string& id) {
  return "Ville,21860194600013," + id + ",2017-10-15,8.4,x,y,,,,,,,,,,\n";
}

TEST(ScdlRows, a_deliberation_of_a_day_to_come_is_an_error_and_one_of_today_is_not) {
  const std::string bytes = kHeader + row("1");
  EXPECT_EQ(listing(read_scdl(as_bytes(bytes), *parse_date("2017-10-15"))), Lines{});
  EXPECT_EQ(listing(read_scdl(as_bytes(bytes), *parse_date("2017-10-14"))),
            (Lines{"2,4 error scdl.future_date DELIB_DATE"}));
}

TEST(ScdlRows, finds_one_fault_in_each_row_at_its_place) {
  const ScdlFile file = read_data("one-fault-a-row.csv");
  EXPECT_EQ(listing(file), (Lines{
                               "3,4 error scdl.bad_date DELIB_DATE",
                               "4,4 error scdl.bad_date DELIB_DATE",
                               "5,2 error scdl.bad_siret COLL_SIRET",
                               "6,2 warning scdl.siret_checksum COLL_SIRET",
                               "7,7 error scdl.required_empty DELIB_OBJET",
                               "8,3 error scdl.repeated_id DELIB_ID",
                               "9,14 error scdl.bad_number VOTE_POUR",
                               "10,14 error scdl.bad_number VOTE_POUR",
                               "11,12 error scdl.number_out_of_range VOTE_EFFECTIF",
                               "12,11 warning scdl.pref_before_delib PREF_DATE",
                               "13,13 warning scdl.votes_over_presence VOTE_REEL",
                               "14,13 warning scdl.votes_over_presence VOTE_REEL",
                               "14,12 warning scdl.votes_over_members VOTE_EFFECTIF",
                               "15,13 warning scdl.presence_over_members VOTE_REEL",
                               "15,13 warning scdl.votes_under_presence VOTE_REEL",
                               "16,13 warning scdl.votes_under_presence VOTE_REEL",
                               "17,15 warning scdl.votes_incomplete VOTE_CONTRE",
                               "18,9 warning scdl.budget_incomplete BUDGET_NOM",
                               "19,8 warning scdl.bad_budget_year BUDGET_ANNEE",
                               "20,10 warning scdl.bad_pref_id PREF_ID",
                               "21,17 warning scdl.bad_url DELIB_URL",
                               "22,5 warning scdl.bad_matter_code DELIB_MATIERE_CODE",
                               "23,7 warning scdl.normalized DELIB_OBJET",
                               "24,7 error scdl.control_character DELIB_OBJET",
                               "25,7 error scdl.too_long DELIB_OBJET",
                               "26,7 warning scdl.normalized DELIB_OBJET",
                               "27,17 error scdl.wrong_field_count",
                               "28,18 error scdl.wrong_field_count",
                               "29,0 warning scdl.empty_row",
                           }));
}

TEST(ScdlRows, keeps_the_rows_that_can_be_used) {
  const ScdlFile file = read_data("one-fault-a-row.csv");
  std::vector<std::uint32_t> lines;
  for (const ScdlRow& row : file.rows) lines.push_back(row.line);
  EXPECT_EQ(lines, (std::vector<std::uint32_t>{2, 6, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 26, 30}));
  EXPECT_EQ(file.rows_seen, 28U) << "29 lines under the header, one of them blank";
  EXPECT_EQ(file.faults.errors(), 12U);
  EXPECT_TRUE(file.complete);
}

TEST(ScdlRows, reads_every_value_of_a_row) {
  const ScdlFile file = read_data("one-fault-a-row.csv");
  const ScdlRow& row = file.rows.front();
  EXPECT_EQ(row.coll_nom, "Ville de Poitiers");
  EXPECT_EQ(row.coll_siret, "21860194600013");
  EXPECT_EQ(row.delib_id, "B02");
  EXPECT_EQ(format_date(row.delib_date), "2017-10-15");
  EXPECT_EQ(row.delib_matiere_code, "8.4");
  EXPECT_EQ(row.delib_matiere_nom, "aménagement du territoire");
  EXPECT_EQ(row.delib_objet, "Adhésion à l'association");
  EXPECT_EQ(row.budget_annee, "2017/2018");
  EXPECT_EQ(row.budget_nom, "Budget principal");
  EXPECT_EQ(row.pref_id, "PREF086");
  EXPECT_EQ(format_date(row.pref_date.value()), "2017-10-20");
  EXPECT_EQ(row.vote_effectif, 43U);
  EXPECT_EQ(row.vote_reel, 40U);
  EXPECT_EQ(row.vote_pour, 25U);
  EXPECT_EQ(row.vote_contre, 10U);
  EXPECT_EQ(row.vote_abstention, 5U);
  EXPECT_EQ(row.delib_url, "https://data.example/1.pdf");
}

TEST(ScdlRows, tells_a_blank_value_from_zero) {
  const ScdlRow row = read_data("one-fault-a-row.csv").rows.back();
  EXPECT_EQ(row.delib_id, "B30");
  EXPECT_FALSE(row.vote_effectif || row.vote_reel || row.vote_pour || row.vote_contre || row.vote_abstention);
  EXPECT_FALSE(row.budget_annee || row.budget_nom || row.pref_id || row.pref_date || row.delib_url);
}

TEST(ScdlRows, names_the_first_row_of_a_repeated_id) {
  const ScdlFile file = read_data("one-fault-a-row.csv");
  const Fault* fault = find(file, ScdlError::kRepeatedId);
  ASSERT_NE(fault, nullptr);
  EXPECT_NE(fault->error.message().find("line 2 "), std::string::npos) << fault->error.message();
  EXPECT_EQ(fault->value, "B02");
}

TEST(ScdlRows, finds_an_id_repeated_after_a_row_that_was_refused) {
  const ScdlFile file = read_scdl(as_bytes(kHeader + "Ville,x,A1,2017-10-15,8.4,x,y,,,,,,,,,,\n" + row("A1")));
  EXPECT_EQ(listing(file), (Lines{"2,2 error scdl.bad_siret COLL_SIRET", "3,3 error scdl.repeated_id DELIB_ID"}));
  EXPECT_TRUE(file.rows.empty());
}

TEST(ScdlRows, says_what_it_changed_in_a_text) {
  const ScdlFile file = read_data("one-fault-a-row.csv");
  const auto text_at = [&](std::uint32_t line) {
    return std::find_if(file.rows.begin(), file.rows.end(), [&](auto& r) { return r.line == line; })->delib_objet;
  };
  EXPECT_EQ(text_at(23), "Adh\u00e9sion");
  EXPECT_EQ(text_at(26), "Adhésion");
  EXPECT_EQ(find(file, ScdlError::kNormalized)->value, "Adhe\u0301sion") << "as found";
}

TEST(ScdlRows, reads_a_spreadsheets_export_without_guessing_at_columns) {
  const ScdlFile file = read_data("spreadsheet.csv");
  EXPECT_TRUE(file.csv.byte_order_mark);
  EXPECT_EQ(file.csv.delimiter, ';');
  EXPECT_EQ(file.unknown_columns, (Lines{"VOTE_ABSTENTIONS", "REMARQUES"}));
  EXPECT_EQ(file.missing_columns, (std::vector<std::string_view>{"PREF_ID", "VOTE_ABSTENTION"}));
  EXPECT_EQ(listing(file), (Lines{
                               "1,7 warning scdl.column_case DELIB_OBJET",
                               "1,0 warning scdl.missing_column PREF_ID",
                               "1,0 warning scdl.missing_column VOTE_ABSTENTION",
                               "1,15 warning scdl.misspelt_column VOTE_ABSTENTIONS",
                               "1,17 warning scdl.unknown_column REMARQUES",
                               "2,7 warning scdl.normalized DELIB_OBJET",
                           }));
  EXPECT_NE(find(file, ScdlError::kMisspeltColumn)->error.message().find("VOTE_ABSTENTION "), std::string::npos);
  ASSERT_EQ(file.rows.size(), 2U);
  EXPECT_EQ(file.rows[0].delib_objet, "Un objet; avec point-virgule\net deux lignes");
  EXPECT_FALSE(file.rows[0].vote_abstention) << "a column that is nearly right is not read";
  EXPECT_EQ(file.rows[1].line, 4U);
}

TEST(ScdlRows, suggests_only_columns_that_the_file_lacks) {
  const ScdlFile file = read_scdl(as_bytes("VOTE_POURS," + kHeader));
  EXPECT_EQ(listing(file), (Lines{"1,1 warning scdl.unknown_column VOTE_POURS"}));
}

TEST(ScdlRows, uses_no_row_of_a_file_without_a_required_column_but_checks_them_all) {
  const ScdlFile file = read_data("no-identifiers.csv");
  EXPECT_EQ(listing(file), (Lines{
                               "1,17 error scdl.repeated_column COLL_NOM",
                               "1,0 error scdl.missing_column DELIB_ID",
                               "2,13 error scdl.bad_number VOTE_POUR",
                           }));
  EXPECT_TRUE(file.rows.empty());
  EXPECT_EQ(file.rows_seen, 1U);
}

TEST(ScdlRows, uses_no_row_of_a_file_with_a_column_twice) {
  const ScdlFile file = read_scdl(as_bytes("COLL_NOM," + kHeader + "Autre," + row("A1")));
  EXPECT_EQ(listing(file), (Lines{"1,2 error scdl.repeated_column COLL_NOM"}));
  EXPECT_TRUE(file.rows.empty()) << "which of the two names is it?";
}

TEST(ScdlRows, suggests_a_name_only_when_it_is_close) {
  const auto called = [](const std::string& name) {
    std::string header = kHeader;
    return listing(read_scdl(as_bytes(header.replace(header.find("PREF_ID"), 7, name))));
  };
  EXPECT_EQ(called("PREF_DI"),
            (Lines{"1,0 warning scdl.missing_column PREF_ID", "1,10 warning scdl.misspelt_column PREF_DI"}));
  EXPECT_EQ(called("PREF_ABC"),
            (Lines{"1,0 warning scdl.missing_column PREF_ID", "1,10 warning scdl.unknown_column PREF_ABC"}));
}

TEST(ScdlRows, accepts_a_decision_registered_on_its_own_day) {
  const auto registered = [](const std::string& date) {
    return listing(read_scdl(as_bytes(kHeader + "Ville,21860194600013,A1,2017-10-15,8.4,x,y,,,," + date + ",,,,,,\n")));
  };
  EXPECT_EQ(registered("2017-10-15"), Lines{});
  EXPECT_EQ(registered("2017-10-14"), (Lines{"2,11 warning scdl.pref_before_delib PREF_DATE"}));
}

TEST(ScdlRows, passes_on_what_stops_the_csv_reader) {
  EXPECT_EQ(listing(read_data("latin1.csv")), (Lines{"3,1 error csv.not_utf8"}));
  EXPECT_EQ(listing(read_data("utf16.csv")), (Lines{"1,1 error csv.not_utf8"}));
  const ScdlFile open = read_data("open-quote.csv");
  EXPECT_EQ(listing(open), (Lines{"3,9 error csv.open_quote"}));
  EXPECT_FALSE(open.complete);
  ASSERT_EQ(open.rows.size(), 1U) << "what stands before the fault was read";
  EXPECT_EQ(open.rows[0].line, 2U);
}

TEST(ScdlRows, places_faults_by_the_line_of_the_field_not_of_the_row) {
  const ScdlFile file =
      read_scdl(as_bytes(kHeader + "Ville,21860194600013,A1,2017-10-15,8.4,x,\"a\nb\nc\",,,,soon,,,,,,\n"));
  EXPECT_EQ(listing(file), (Lines{"4,11 error scdl.bad_date PREF_DATE"}));
}

TEST(ScdlRows, allows_line_feeds_and_tabs_in_text_and_no_other_control) {
  const auto objet = [](const std::string& text) {
    return read_scdl(as_bytes(kHeader + "Ville,21860194600013,A1,2017-10-15,8.4,x,\"" + text + "\",,,,,,,,,,\n"));
  };
  EXPECT_EQ(listing(objet("a\nb\tc")), Lines{});
  for (const char* bad : {"a\x01", "a\x1b[31m", "a\x7f", "a\rb", "a\u0085b", "a\u0080", "a\u009fb"})
    EXPECT_EQ(listing(objet(bad)), (Lines{"2,7 error scdl.control_character DELIB_OBJET"})) << bad;
  EXPECT_EQ(listing(objet("a\u00a0b")), Lines{}) << "a no-break space is French typography";
}

TEST(ScdlRows, accepts_text_of_exactly_the_bound) {
  const auto objet = [](std::size_t size) {
    return listing(read_scdl(
        as_bytes(kHeader + "Ville,21860194600013,A1,2017-10-15,8.4,x," + std::string(size, 'y') + ",,,,,,,,,,\n")));
  };
  EXPECT_EQ(objet(kMaxScdlTextBytes), Lines{});
  EXPECT_EQ(objet(kMaxScdlTextBytes + 1), (Lines{"2,7 error scdl.too_long DELIB_OBJET"}));
}

TEST(ScdlRows, bounds_numbers) {
  const auto members = [](const std::string& number) {
    return listing(
        read_scdl(as_bytes(kHeader + "Ville,21860194600013,A1,2017-10-15,8.4,x,y,,,,," + number + ",1,1,0,0,\n")));
  };
  EXPECT_EQ(members("1000000"), Lines{});
  for (const char* large : {"1000001", "4294967296", "99999999999999999999999"})
    EXPECT_EQ(members(large), (Lines{"2,12 error scdl.number_out_of_range VOTE_EFFECTIF"})) << large;
  for (const char* bad : {"1.0", "+1", "-0", "1 000", "0x10", "１"})
    EXPECT_EQ(members(bad), (Lines{"2,12 error scdl.bad_number VOTE_EFFECTIF"})) << bad;
}

TEST(ScdlRows, bounds_the_rows) {
  std::string text = kHeader;
  for (std::uint32_t i = 0; i < kMaxScdlRows; ++i) text += row(std::to_string(i));
  EXPECT_TRUE(read_scdl(as_bytes(text)).complete);
  const ScdlFile file = read_scdl(as_bytes(text + row("last") + row("last")));
  EXPECT_EQ(listing(file), (Lines{"100002,0 error scdl.too_many_rows"}));
  EXPECT_EQ(file.rows.size(), kMaxScdlRows);
  EXPECT_FALSE(file.complete);
}

TEST(ScdlRows, counts_the_faults_that_it_no_longer_lists) {
  std::string text = kHeader;
  for (std::uint32_t i = 0; i < kMaxFaultsListed / 2; ++i) text += ",,,x,,,,,,,x,,,,,,\n";  // eight errors
  const ScdlFile file = read_scdl(as_bytes(text));
  EXPECT_EQ(file.faults.listed().size(), kMaxFaultsListed);
  EXPECT_EQ(file.faults.errors() + file.faults.warnings(), kMaxFaultsListed / 2 * 8);
}

TEST(ScdlRows, keeps_the_beginning_of_a_long_value_in_whole_characters) {
  const std::string accents = "x" + [] {
    std::string out;
    for (int i = 0; i < 3000; ++i) out += "é";
    return out;
  }();
  const ScdlFile file =
      read_scdl(as_bytes(kHeader + "Ville,21860194600013,A1,2017-10-15,8.4,x," + accents + ",,,,,,,,,,\n"));
  ASSERT_EQ(listing(file), (Lines{"2,7 error scdl.too_long DELIB_OBJET"}));
  EXPECT_EQ(file.faults.listed()[0].value, accents.substr(0, kMaxFaultValueBytes - 1));
}

}  // namespace
}  // namespace jumelage::exchange
