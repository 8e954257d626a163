// Reports for tests, from compact lines.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "schemas/family.h"
#include "schemas/report.h"

namespace tradereport::validator::test {

// Parts of a line are parted by blanks; MEASURE is value, share, growth or change.
//
//   row:   PLACE[/GROUP[#RANK]] SPAN FLOW ROW MEASURE=NUMBER…
//          "table4/排名前10地区#1 month export 中国香港 value=8.7 growth=32.6"
//   claim: SPAN FLOW ROW MEASURE=NUMBER… [word=WORD] [direction=1|-1] [printed=DIGITS] [signed]
//          [sentence=TEXT]; "month import 进口额 growth=-1.6 word=下降 direction=-1 printed=1.6"
//   list:  SPAN FLOW N NAME… [sentence=TEXT]; "month export 3 电子设备 矿产品 化学制品"
//
// A line that does not parse throws std::invalid_argument.
class ReportBuilder {
 public:
  explicit ReportBuilder(const std::string& period = "2024-05");

  ReportBuilder& row(const std::string& line);
  ReportBuilder& claim(const std::string& line);
  ReportBuilder& list(const std::string& line);
  ReportBuilder& problem(Problem problem);
  ReportBuilder& unread(const std::string& printed, const std::string& context);

  const Report& report() const { return report_; }

 private:
  Report report_;
};

// {"period", "rows": […], "claims": […], "lists": […], "problems": [{"kind", …members}],
//  "unread": [{"printed", "context"}]}; everything but the period may be absent.
Report report_from_json(const nlohmann::json& json);

// A file of the source tree, by its path within it.
std::string read_source_file(const std::string& path);

// The bundled family of the fixtures.
const Family& family();

// A report without a mistake, with the figures and lists of its text: issue_by_number() of
// tools/dev/worlds.
Report consistent_report(std::uint64_t number);

// The same and those of the months and years beside it: issues_around().
std::vector<Report> consistent_neighbours(std::uint64_t number);

// A report from a file in the form of figures.csv: table figures, claims, and the top lists of the
// text from the ranks of its claims.
Report report_from_csv(const std::string& csv);

// The report of May 2024 as keyed by hand, with its one error.
const Report& may_2024();

// The figure of the tables with this key; throws std::out_of_range if there is none.
Figure& figure(Report& report, const std::string& place, Span span, const std::string& row,
               Measure measure);

// Replaces a figure of the tables: value, and what is printed.
void misprint(Report& report, const std::string& place, Span span, const std::string& row,
              Measure measure, const std::string& printed);

// The claim of the text with this key.
Claim& claim(Report& report, Span span, const std::string& flow, const std::string& row,
             Measure measure);

}  // namespace tradereport::validator::test
