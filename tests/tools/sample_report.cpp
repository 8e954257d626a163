#include "tests/tools/sample_report.h"

#include <string>
#include <utility>

namespace tradereport::tools::test {

namespace {

Source source_of(const std::string& line, const std::string& part, int line_number) {
  Source source;
  source.page = 2;
  source.line = line_number;
  source.line_text = line;
  source.begin = line.find(part);
  source.end = source.begin + part.size();
  source.boxes = {{72.004, 100.0, 90.5, 112.25}};
  return source;
}

Figure figure(FigureKey key, const std::string& printed, const std::string& unit, Source source) {
  Figure figure;
  figure.key = std::move(key);
  figure.value = *Decimal::parse(printed);
  figure.unit = unit;
  figure.printed = printed;
  figure.source = std::move(source);
  return figure;
}

const Column kLabel{true, Span::month, Measure::value};
const Column kMonthValue{false, Span::month, Measure::value};
const Column kMonthGrowth{false, Span::month, Measure::growth};
const Column kYtdValue{false, Span::ytd, Measure::value};

}  // namespace

Family sample_family() {
  Family family;
  family.id = "sample";
  family.title = {{"en", "Sample Report"}, {"zh", "样例报告"}};
  family.units = {{"USD", "USD", false, false}, {"%", "%", true, false}};

  TableForm overview;
  overview.id = "overview";
  overview.title = "Overview";
  overview.unit = "USD";
  overview.columns = {kLabel, kMonthValue, kMonthGrowth};
  RowForm net;
  net.name = "Net";
  net.reads = {{Measure::growth, Measure::change}};
  overview.rows = {RowForm{}, net};
  overview.rows.front().name = "Total";

  TableForm partners;
  partners.id = "partners";
  partners.title = "Partners";
  partners.unit = "USD";
  partners.columns = {kLabel, kMonthValue, kLabel, kYtdValue};
  GroupForm ten;
  ten.name = "first ten";
  ten.ranked = 10;
  partners.groups = {ten};

  family.tables = {overview, partners};
  return family;
}

Report sample_report() {
  Report report;
  report.file = "may.txt";
  report.family = "sample";
  report.period = {2024, 5};
  report.pages = 3;

  const auto add = [&](FigureKey key, const std::string& printed, const std::string& unit) {
    const std::string line = key.row + " " + printed;
    report.figures.push_back(figure(std::move(key), printed, unit, source_of(line, printed, 7)));
    return report.figures.size() - 1;
  };
  Table overview{"overview", "Overview", {}, {kLabel, kMonthValue, kMonthGrowth}, {}};
  const auto total =
      add({"overview", Span::month, "total", "", 0, "Total", Measure::value}, "462.10", "USD");
  const auto growth =
      add({"overview", Span::month, "total", "", 0, "Total", Measure::growth}, "-0.9", "%");
  const auto net =
      add({"overview", Span::month, "net", "", 0, "Net", Measure::value}, "-9.0", "USD");
  overview.rows = {{"", {{"Total*", {}}, {"462.10", total}, {"-0.9", growth}}},
                   {"", {{"Net", {}}, {"-9.0", net}, {"", {}}}}};

  Table partners{"partners", "Partners", {}, {kLabel, kMonthValue, kLabel, kYtdValue}, {}};
  const auto entry = [&](Span span, int rank, const std::string& row, const std::string& printed) {
    return add({"partners", span, "export", "first ten", rank, row, Measure::value}, printed,
               "USD");
  };
  partners.rows = {{"first ten",
                    {{"=A, B", {}},
                     {"3.0", entry(Span::month, 1, "=A, B", "3.0")},
                     {"C", {}},
                     {"8.5", entry(Span::ytd, 1, "C", "8.5")}}},
                   {"first ten",
                    {{"C", {}},
                     {"2.0", entry(Span::month, 2, "C", "2.0")},
                     {"A \"x\"", {}},
                     {"7.5", entry(Span::ytd, 2, "A \"x\"", "7.5")}}}};
  report.tables = {overview, partners};

  Claim claim;
  static_cast<Figure&>(claim) =
      figure({"text", Span::month, "total", "", 0, "Total", Measure::growth}, "-24.3", "%",
             source_of("同比增速分别为-24.3%、", "-24.3", 62));
  claim.sentence = "…";
  report.claims = {claim};

  Numeral unread;
  unread.printed = "77";
  unread.source.page = 3;
  unread.context = "of 77, \"perhaps\"";
  Numeral cell;
  cell.use = NumeralUse::cell;
  Numeral page_number;
  page_number.use = NumeralUse::page_number;
  report.numerals = {cell, unread, page_number};
  return report;
}

Finding sample_finding() {
  const Report report = sample_report();
  Finding finding;
  finding.rule = "M01";
  finding.message = "sample.message";
  finding.fingerprint = "0123456789abcdef";
  finding.source = report.claims.front().source;
  Candidate candidate;
  candidate.item = item_of(report.claims.front());
  candidate.possible = Bounds(Decimal(-9, 1).rounding_interval());
  candidate.suggested = "-0.9";
  finding.candidates = {candidate};
  finding.evidence = {{candidate.item, Bounds(report.claims.front().true_values())},
                      {item_of(report.figures[1]), Bounds(report.figures[1].true_values())}};
  FindingRelation relation;
  relation.id = "sample";
  relation.name = {{"en", "sample relation"}, {"zh", "样例关系"}};
  relation.items = {{true, 1, "Total", {0}, Bounds(report.claims.front().true_values())},
                    {false, 1, "Total", {1}, Bounds(report.figures[1].true_values())}};
  relation.left = relation.items[0].interval;
  relation.right = relation.items[1].interval;
  finding.relations = {relation};
  finding.proof = {{"sample.proof", {}, report.figures[1].source}};
  finding.certificate = {{1,
                          {{1, "total", "Total", Span::month, RelationWorld::this_year, false}},
                          Rational(-97, 2),
                          {"sample.row", {}, {}},
                          1,
                          0}};
  return finding;
}

}  // namespace tradereport::tools::test
