#include "exchange/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace jumelage::exchange {
namespace {

// "line[line:text|line:text]" for each record, then the fault as "code@line,column".
std::vector<std::string> read(std::string_view file) {
  CsvReader reader(as_bytes(file));
  std::vector<std::string> out;
  while (const CsvRecord* record = reader.next()) {
    std::string shown = std::to_string(record->line) + "[";
    for (const CsvField& field : record->fields)
      shown += (shown.back() == '[' ? "" : "|") + std::to_string(field.line) + ":" + field.text;
    out.push_back(shown + "]");
  }
  if (const auto& fault = reader.fault())
    out.push_back(std::string(fault->error.code()) + "@" + std::to_string(fault->line) + "," +
                  std::to_string(fault->column));
  EXPECT_EQ(reader.next(), nullptr) << "nothing comes after the end";
  return out;
}

using Lines = std::vector<std::string>;

CsvFacts facts(std::string_view file) {
  return CsvReader(as_bytes(file)).facts();
}

TEST(Csv, knows_the_line_where_each_field_starts) {
  EXPECT_EQ(read("a,b,c\n\"1\n2\",\"3\n4\",5\n6,7,8\n"),
            (Lines{"1[1:a|1:b|1:c]", "2[2:1\n2|3:3\n4|4:5]", "5[5:6|5:7|5:8]"}));
}

TEST(Csv, counts_lf_crlf_and_cr_as_one_line_each_even_inside_quotes) {
  EXPECT_EQ(read("a,b\r\n\"1\r\n2\",3\r\n4,5"), (Lines{"1[1:a|1:b]", "2[2:1\r\n2|3:3]", "4[4:4|4:5]"}));
  EXPECT_EQ(read("a,b\r\"1\r2\",3\r4,5\r"), (Lines{"1[1:a|1:b]", "2[2:1\r2|3:3]", "4[4:4|4:5]"}));
}

TEST(Csv, skips_blank_lines_but_counts_them) {
  EXPECT_EQ(read("\n\r\na,b\n\n\n1,2\r\n\r\n"), (Lines{"3[3:a|3:b]", "6[6:1|6:2]"}));
}

TEST(Csv, keeps_spaces_and_empty_fields) {
  EXPECT_EQ(read("a,b,c\n 1 ,,\n,,\" \"\n"), (Lines{"1[1:a|1:b|1:c]", "2[2: 1 |2:|2:]", "3[3:|3:|3: ]"}));
}

TEST(Csv, undoubles_quotation_marks) {
  EXPECT_EQ(read("a,b\n\"x \"\"y\"\"\",z"), (Lines{"1[1:a|1:b]", "2[2:x \"y\"|2:z]"}));
}

TEST(Csv, takes_the_separator_from_the_header_line) {
  EXPECT_EQ(facts("a,b\n1;2;3;4\n").delimiter, ',');
  EXPECT_EQ(facts("a;b\n").delimiter, ';');
  EXPECT_EQ(facts("a\tb\n").delimiter, '\t');
  EXPECT_EQ(facts("a;\"b,c,d\";e\n").delimiter, ';') << "what is quoted does not count";
  EXPECT_EQ(facts("\"a\nb\";c\n1,2,3\n").delimiter, ';') << "a quoted line break does not end the header";
  EXPECT_EQ(facts("\n\na;b,c;d\n").delimiter, ';') << "the most frequent, on the first line with anything";
}

TEST(Csv, does_not_choose_between_separators) {
  EXPECT_EQ(read("\na,b;c\n1,2\n"), (Lines{"csv.no_delimiter@2,1"}));
  EXPECT_EQ(read("alone\n1\n"), (Lines{"csv.no_delimiter@1,1"}));
  EXPECT_EQ(read(""), (Lines{"csv.empty@1,1"}));
  EXPECT_EQ(read("\xef\xbb\xbf\r\n\n"), (Lines{"csv.empty@1,1"}));
}

TEST(Csv, takes_a_byte_order_mark_off_the_first_field) {
  EXPECT_TRUE(facts("\xef\xbb\xbf"
                    "a,b\n")
                  .byte_order_mark);
  EXPECT_FALSE(facts("a,\xef\xbb\xbf"
                     "b\n")
                   .byte_order_mark);
  EXPECT_EQ(read("\xef\xbb\xbf"
                 "a,b\n"),
            (Lines{"1[1:a|1:b]"}));
}

TEST(Csv, refuses_what_is_not_utf8_at_its_line) {
  EXPECT_EQ(read("a,b\r\n1,2\r\ncaf\xe9,3\r\n"), (Lines{"csv.not_utf8@3,1"}));
  EXPECT_EQ(read("a,b\n\n\"1\n2\xff\",3\n"), (Lines{"csv.not_utf8@4,1"}));
  EXPECT_EQ(read(std::string_view("a,b\n1,\0\n", 8)), (Lines{"csv.nul_byte@2,1"}));
}

TEST(Csv, says_where_a_quotation_mark_never_closed_was_opened) {
  EXPECT_EQ(read("a,b\n1,2\n3,\"4\n5,6\n7,8\n"), (Lines{"1[1:a|1:b]", "2[2:1|2:2]", "csv.open_quote@3,2"}));
  EXPECT_EQ(read("a,b\n1,\""), (Lines{"1[1:a|1:b]", "csv.open_quote@2,2"}));
}

TEST(Csv, stops_at_a_quotation_mark_out_of_place) {
  EXPECT_EQ(read("a,b\n1,2\"3\n4,5\n"), (Lines{"1[1:a|1:b]", "csv.stray_quote@2,2"}));
  EXPECT_EQ(read("a,b\n\"1\n2\"3,4\n"), (Lines{"1[1:a|1:b]", "csv.stray_quote@2,1"})) << "where it was opened";
  EXPECT_EQ(read("a,b\n1, \"2\"\n"), (Lines{"1[1:a|1:b]", "csv.stray_quote@2,2"}));
}

TEST(Csv, bounds_a_field) {
  const std::string longest(kMaxCsvFieldBytes, 'x');
  EXPECT_EQ(read("a,b\n1," + longest), (Lines{"1[1:a|1:b]", "2[2:1|2:" + longest + "]"}));
  EXPECT_EQ(read("a,b\n1,\"" + longest + "\""), (Lines{"1[1:a|1:b]", "2[2:1|2:" + longest + "]"}));
  EXPECT_EQ(read("a,b\n1," + longest + "x\n"), (Lines{"1[1:a|1:b]", "csv.field_too_long@2,2"}));
  EXPECT_EQ(read("a,b\n1,\"" + longest + longest + "\n"), (Lines{"1[1:a|1:b]", "csv.field_too_long@2,2"}));
}

TEST(Csv, bounds_the_fields_of_a_record) {
  const std::string widest(kMaxCsvFields - 1, ',');
  EXPECT_EQ(read("a,b\n" + widest + "\n").size(), 2U);
  EXPECT_EQ(read("a,b\n" + widest + ",\n"), (Lines{"1[1:a|1:b]", "csv.too_many_fields@2,257"}));
}

TEST(Csv, bounds_the_records) {
  std::string file;
  for (std::uint32_t i = 0; i < kMaxCsvRecords; ++i) file += ",\n";
  const auto count = [](const std::string& text) {
    CsvReader reader(as_bytes(text));
    std::uint32_t records = 0;
    while (reader.next() != nullptr) ++records;
    return std::pair(records, reader.fault() ? std::string(reader.fault()->error.code()) : "");
  };
  EXPECT_EQ(count(file), std::pair(kMaxCsvRecords, std::string()));
  EXPECT_EQ(count(file + ",\n"), std::pair(kMaxCsvRecords, std::string("csv.too_many_records")));
}

TEST(Csv, refuses_a_file_that_is_too_large_before_looking_at_it) {
  const char byte = 'x';  // the size alone decides: nothing behind the first byte is there to be read
  CsvReader reader(ByteView(reinterpret_cast<const std::uint8_t*>(&byte), kMaxCsvBytes + 1));
  EXPECT_EQ(reader.next(), nullptr);
  ASSERT_TRUE(reader.fault());
  EXPECT_TRUE(reader.fault()->error.is(CsvError::kTooLarge));
}

}  // namespace
}  // namespace jumelage::exchange
