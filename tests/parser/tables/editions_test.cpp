// Editions of a table: which one a page prints, its caption and its heads tell.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/report/report_builder.h"
#include "tests/parser/sheet.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::problem_lines;
using test::Sheet;
using test::table_lines;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kVisitors = R"toml(
format = 1
id = "visitors"
title.en = "Visitors"
title.zh = "访客"
alphabetic = true
[recognise]
titles = ['Visitors Report']
[words]
year = '20\d{2}'
[months]
"January" = 1
"February" = 2
"March" = 3
[[period]]
say = '(?P<to>{month}) (?P<year>{year})'
[[unit]]
id = "visitors"
say = 'visitors'
exact = true
[[unit]]
id = "%"
say = '%'
percent = true
[[flow]]
id = "all"
row = "{month}"
say = 'visitors'
[[flow]]
id = "air"
say = 'visitors by air'
[[flow]]
id = "sea"
say = 'visitors by sea'
[[flow]]
id = "since-2018"
say = 'visitors since 2018'
base = 2018
[direction]
up = 'rose by'
down = 'fell by'
flat = 'unchanged'
negative = ["(x)"]
[lists]
separators = ','
respectively = 'respectively'
[[head]]
say = 'month|rank|country'
label = true
[[head]]
say = '% ?change|change'
measure = "growth"
[[head]]
say = 'by air'
measure = "value"
flow = "air"
[[head]]
say = 'by sea'
measure = "value"
flow = "sea"
[[head]]
say = 'total'
measure = "value"
flow = "all"
[[head]]
say = '{year}|\d{2}'
[names]
countries = [["India"], ["China"], ["France"]]

[[table]]
id = "table1"
title = "Table 1"
caption = 'Table 1. Visitors,? {period}(?: and percentage change)?'
flow = "all"
unit = "visitors"
columns = ["label", "month previous", "month value", "month growth"]
complete = true
[[table.row]]
name = "January"
month = 1
[[table.row]]
name = "February"
month = 2
[[table.row]]
name = "March"
month = 3
[[table.row]]
name = "TOTAL"
span = "ytd"
[[table.row]]
name = "To date"
aliases = ["Up to {month}"]
span = "ytd"
optional = true
[[table.edition]]
columns = [
  "label", "month previous since-2018", "month previous", "month value", "month growth", "month growth since-2018",
]
[[table.edition]]
head = 'month {year} {year}'
[[table.edition.row]]
name = "TOTAL"
span = "ytd"
optional = true

[[table]]
id = "table2"
title = "Table 2"
caption = 'Table 2. Countries'
flow = "all"
unit = "visitors"
columns = ["label", "month value air", "month value sea", "month value all"]
not_in = [1, 2, 3]
[[table.group]]
name = "first"
names = "countries"
ranked = 3
[[table.edition]]
columns = ["label", "month value air", "month value sea", "month value all", "month growth all"]
)toml";

const Grammar& visitors() {
  static const Family family = [] {
    FamilyLoad load = load_family(kVisitors, "visitors.toml");
    for (const FamilyError& error : load.errors) ADD_FAILURE() << error.to_string();
    return std::move(load.family).value_or(Family{});
  }();
  static const Grammar grammar = compile(family);
  return grammar;
}

struct PrintedEdition {
  const char* caption = "Table 1. Visitors, March 2022";
  std::vector<const char*> heads;              // over each column, the first over the names
  std::vector<std::vector<const char*>> rows;  // names first, "" for blank cells
  const char* month = "March 2022";
};

constexpr double kCaptionAt = 100;
constexpr double kRowsAt = 140;

// Centred figures; `sheet` may hold what stands beside them.
Report read_visitors(const PrintedEdition& printed, Sheet sheet = {}) {
  sheet.put(60, 40, "Visitors Report");
  sheet.put(60, 70, std::string("There were visitors in ") + printed.month + ".");
  if (*printed.caption != 0) sheet.put(60, kCaptionAt, printed.caption);
  const auto put = [&](double y, const std::vector<const char*>& cells) {
    sheet.put(60, y, cells.front());
    for (std::size_t c = 1; c < cells.size(); ++c)
      sheet.put_centred(110 + 75 * static_cast<double>(c), y, cells[c]);
  };
  put(kRowsAt - 20, printed.heads);
  for (std::size_t r = 0; r < printed.rows.size(); ++r)
    put(kRowsAt + 20 * static_cast<double>(r), printed.rows[r]);
  std::optional<Report> report = build_report(sheet.document(), visitors(), "test");
  if (report) return std::move(*report);
  ADD_FAILURE() << "no report";
  return {};
}

// Of the table, but for rates that are blank: whether something is drawn there, the page tells.
std::vector<std::string> table_problems(const Report& report) {
  std::vector<std::string> problems = problem_lines(report);
  std::erase_if(problems, [](const std::string& line) {
    return line == "missing section" || line.starts_with("unread_cells table1 TOTAL");
  });
  return problems;
}

std::vector<std::string> flows_of(const Report& report, std::string_view row) {
  std::vector<std::string> flows;
  for (const Figure& figure : report.figures) {
    if (figure.key.row == row)
      flows.push_back(figure.key.flow + " " + std::string(to_string(figure.key.measure)) + " " +
                      figure.value.to_string());
  }
  return flows;
}

TEST(Editions, TheTableItself) {
  const Report report = read_visitors({.heads = {"Month", "2021", "2022", "% change 2022/21"},
                                       .rows = {{"January", "100", "150", "50.0"},
                                                {"February", "200", "150", "(25.0)"},
                                                {"March", "100", "110", "10.0"},
                                                {"TOTAL", "400", "410", ""}}});
  EXPECT_THAT(table_lines(report, "table1"),
              ElementsAre("January 100 150 50.0", "February 200 150 -25.0", "March 100 110 10.0",
                          "TOTAL 400 410 _"));
  EXPECT_THAT(table_problems(report), IsEmpty());
}

TEST(Editions, AColumnAgainstAnotherYearIsOfItsOwnFlow) {
  const Report report = read_visitors(
      {.heads = {"Month", "2018", "2021", "2022", "% change 2022/21", "% change 2022/18"},
       .rows = {{"January", "300", "100", "150", "50.0", "(50.0)"},
                {"February", "100", "200", "150", "(25.0)", "50.0"},
                {"March", "220", "100", "110", "10.0", "(50.0)"},
                {"TOTAL", "620", "400", "410", "", ""}}});
  EXPECT_THAT(flows_of(report, "February"),
              ElementsAre("since-2018 previous 100", "all previous 200", "all value 150",
                          "all growth -25.0", "since-2018 growth 50.0"));
  EXPECT_THAT(table_problems(report), IsEmpty());
}

TEST(Editions, TheSameColumnsInAnotherOrder) {
  const Report report = read_visitors(
      {.heads = {"Month", "2022", "2021", "2018", "% change 2022/18", "% change 2022/21"},
       .rows = {{"January", "150", "100", "300", "(50.0)", "50.0"},
                {"February", "150", "200", "100", "50.0", "(25.0)"},
                {"March", "110", "100", "220", "(50.0)", "10.0"},
                {"TOTAL", "410", "400", "620", "", ""}}});
  EXPECT_THAT(flows_of(report, "February"),
              ElementsAre("all value 150", "all previous 200", "since-2018 previous 100",
                          "since-2018 growth 50.0", "all growth -25.0"));
}

// Where it is the year before, the same year is an ordinary one.
TEST(Editions, TheBaseYearIsTheYearBefore) {
  const Report report = read_visitors({.caption = "Table 1. Visitors, March 2019",
                                       .heads = {"Month", "2018", "2019", "% change 2019/18"},
                                       .rows = {{"January", "100", "150", "50.0"},
                                                {"February", "200", "150", "(25.0)"},
                                                {"March", "100", "110", "10.0"},
                                                {"TOTAL", "400", "410", ""}},
                                       .month = "March 2019"});
  EXPECT_THAT(flows_of(report, "March"),
              ElementsAre("all previous 100", "all value 110", "all growth 10.0"));
}

// A year that no edition describes: its columns are unread, the others not shifted.
TEST(Editions, AYearThatIsNotDescribedIsUnread) {
  const Report report =
      read_visitors({.heads = {"Month", "2017", "2021", "2022", "% change 2022/21"},
                     .rows = {{"January", "300", "100", "150", "50.0"},
                              {"February", "100", "200", "150", "(25.0)"},
                              {"March", "220", "100", "110", "10.0"},
                              {"TOTAL", "620", "400", "410", ""}}});
  EXPECT_THAT(flows_of(report, "February"),
              ElementsAre("all previous 200", "all value 150", "all growth -25.0"));
  EXPECT_THAT(problem_lines(report), Contains("missing columns Table 1"));
}

// The axis of a chart stands beside the head and the rows.
TEST(Editions, TheHeadStandsForACaption) {
  Sheet sheet;
  sheet.put(450, kRowsAt - 20, "300,000");
  sheet.put(450, kRowsAt, "200,000");
  sheet.put(450, kRowsAt + 60, "0");
  const Report report = read_visitors({.caption = "",
                                       .heads = {"Month", "2018", "2019", "% change 2018/2019"},
                                       .rows = {{"January", "100", "150", "50.0"},
                                                {"February", "200", "150", "(25.0)"},
                                                {"March", "100", "110", "10.0"},
                                                {"TOTAL", "900", "", ""},
                                                {"Up to March", "400", "410", "2.5"}},
                                       .month = "March 2019"},
                                      sheet);
  EXPECT_THAT(table_lines(report, "table1"),
              ElementsAre("January 100 150 50.0", "February 200 150 -25.0", "March 100 110 10.0",
                          "TOTAL 900 _ _", "To date 400 410 2.5"));
  EXPECT_THAT(table_problems(report), IsEmpty());
  for (const Figure& figure : report.figures) EXPECT_NE(figure.printed, "200,000");
}

// The head of a table that has a caption is no second beginning of it.
TEST(Editions, ACaptionedTableBeginsOnce) {
  const Report report = read_visitors({.heads = {"Month", "2021", "2022", "% change"},
                                       .rows = {{"January", "100", "150", "50.0"},
                                                {"February", "200", "150", "(25.0)"},
                                                {"March", "100", "110", "10.0"},
                                                {"TOTAL", "400", "410", ""}}});
  EXPECT_EQ(report.tables.size(), 1U);
  EXPECT_EQ(report.figures.size(), 11U);
}

TEST(Editions, AColumnWithoutAFigure) {
  const Report report = read_visitors({.heads = {"Month", "2021", "2022", "% change 2022/21"},
                                       .rows = {{"January", "100", "150", ""},
                                                {"February", "200", "", ""},
                                                {"March", "100", "", ""},
                                                {"TOTAL", "400", "", ""}}});
  EXPECT_THAT(flows_of(report, "January"), ElementsAre("all previous 100", "all value 150"));
  EXPECT_THAT(flows_of(report, "March"), ElementsAre("all previous 100"));
}

TEST(Editions, FlowsInHeadsTellColumnsApart) {
  const Report report =
      read_visitors({.caption = "Table 2. Countries",
                     .heads = {"Country", "By Sea", "Total", "By Air", "% change"},
                     .rows = {{"India", "1", "91", "90", "5.0"},
                              {"China", "2", "72", "70", "(5.0)"},
                              {"France", "3", "33", "30", "6.0"}}});
  EXPECT_THAT(flows_of(report, "China"),
              ElementsAre("sea value 2", "all value 72", "air value 70", "all growth -5.0"));
}

// With the numbers of the rows there are as many figures as the wider edition has.
TEST(Editions, NumbersOfRowsAreNoColumn) {
  Sheet sheet;
  for (int r = 0; r < 3; ++r) sheet.put(40, kRowsAt + 20 * r, std::to_string(r + 1));
  const Report report = read_visitors({.caption = "Table 2. Countries",
                                       .heads = {"Country", "By Air", "By Sea", "Total"},
                                       .rows = {{"India", "90", "1", "91"},
                                                {"China", "70", "2", "72"},
                                                {"France", "30", "3", "33"}}},
                                      sheet);
  EXPECT_THAT(flows_of(report, "China"),
              ElementsAre("air value 70", "sea value 2", "all value 72"));
}

TEST(Editions, ACaptionGoesOnOnTheNextLine) {
  Sheet sheet;
  sheet.put(60, kCaptionAt + 8, "percentage change");
  const Report report = read_visitors({.caption = "Table 1. Visitors, March 2022 and",
                                       .heads = {"Month", "2021", "2022", "% change"},
                                       .rows = {{"January", "100", "150", "50.0"},
                                                {"February", "200", "150", "(25.0)"},
                                                {"March", "100", "110", "10.0"},
                                                {"TOTAL", "400", "410", ""}}},
                                      sheet);
  ASSERT_EQ(report.tables.size(), 1U);
  EXPECT_THAT(report.tables.front().caption, HasSubstr("percentage"));
  EXPECT_EQ(report.figures.size(), 11U);
}

TEST(Editions, MistakesAreNamed) {
  const auto errors_with = [](const std::string& edition) {
    const std::string text(kVisitors);
    const std::size_t at = text.find("[[table]]\nid = \"table2\"");
    std::string all;
    for (const FamilyError& error :
         load_family(text.substr(0, at) + edition + text.substr(at), "x").errors)
      all += error.to_string() + "\n";
    return all;
  };
  EXPECT_THAT(errors_with("[[table.edition]]\n"), HasSubstr("must have one of"));
  EXPECT_THAT(errors_with("[[table.edition]]\ncaption = 'a'\nhead = 'b'\n"),
              HasSubstr("is for tables without a caption"));
  EXPECT_THAT(errors_with("[[table.edition]]\nhead = 'b'\n[[table.edition.row]]\nname = \"May\"\n"),
              HasSubstr("'May' is no [[table.row]]"));
  EXPECT_EQ(errors_with("[[table.edition]]\nhead = 'b'\n"), "");
}

}  // namespace
}  // namespace tradereport::parser
