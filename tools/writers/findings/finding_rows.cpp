#include "tools/writers/findings/finding_rows.h"

#include "tools/writers/findings/possible.h"
#include "validator/findings/describe.h"

namespace tradereport::tools {

const std::vector<DataColumn>& finding_columns() {
  using K = ColumnKind;
  static const std::vector<DataColumn> columns{
      {"family", K::text, "", "data.family", {}, {}, true},
      {"period", K::year_month, "", "data.period", {}, {}, true},
      {"rule", K::text, "", "data.finding.rule", {}, {}, true},
      {"severity", K::text, "", "data.finding.severity", {}, {"error", "warning", "note"}, true},
      {"certainty",
       K::text,
       "",
       "data.finding.certainty",
       {},
       {"proved", "likely", "undetermined"}},
      {"fingerprint", K::text, "", "data.finding.fingerprint", {}, {}, true},
      {"message_en", K::text, "", "data.finding.message", {{"language", "en"}}, {}, true},
      {"message_zh", K::text, "", "data.finding.message", {{"language", "zh"}}, {}, true},
      {"place", K::text, "", "data.finding.place", {}, {}},
      {"span", K::text, "", "data.span", {}, {"month", "ytd"}},
      {"flow", K::text, "", "data.flow", {}, {}},
      {"group", K::text, "", "data.group", {}, {}},
      {"rank", K::integer, "", "data.rank", {}, {}},
      {"row", K::text, "", "data.row", {}, {}},
      {"measure", K::text, "", "data.which_measure", {}, measure_names()},
      {"unit", K::text, "", "data.unit", {}, {}},
      {"printed", K::text, "", "data.finding.printed", {}, {}},
      {"suggested", K::text, "", "data.finding.suggested", {}, {}},
      {"possible_min", K::number, "", "data.finding.possible_min", {}, {}},
      {"possible_max", K::number, "", "data.finding.possible_max", {}, {}},
      {"page", K::integer, "", "data.page", {}, {}},
      {"line", K::integer, "", "data.finding.line", {}, {}},
      {"file", K::text, "", "data.file", {}, {}, true},
      {"box", K::text, "", "data.box", {}, {}},
      {"number", K::integer, "", "data.number", {}, {}, true},
  };
  return columns;
}

std::vector<std::string> finding_row(const Report& report, const Finding& finding,
                                     std::size_t number) {
  const Candidate* const blamed = finding.blamed();
  const PrintedItem item = blamed != nullptr ? blamed->item : PrintedItem{};
  const FigureKey key = item.key.value_or(FigureKey{});
  const auto of_key = [&](std::string_view text) {
    return item.key ? std::string(text) : std::string();
  };
  EndsText possible;
  if (blamed != nullptr && blamed->possible)
    possible = ends_text(*blamed->possible, decimals_of(item));
  return {report.family,
          report.period.to_string(),
          finding.rule,
          std::string(to_string(finding.severity)),
          finding.candidates.empty() ? "" : std::string(to_string(finding.certainty)),
          finding.fingerprint,
          validator::describe(finding, Language::en),
          validator::describe(finding, Language::zh),
          key.place,
          of_key(to_string(key.span)),
          key.flow,
          key.group,
          number_or_blank(key.rank),
          key.row,
          of_key(to_string(key.measure)),
          item.unit,
          item.printed,
          blamed != nullptr ? blamed->suggested : "",
          possible.min.value_or(""),
          possible.max.value_or(""),
          number_or_blank(finding.source.page),
          number_or_blank(finding.source.line),
          report.file,
          box_text(finding.source.boxes),
          std::to_string(number)};
}

}  // namespace tradereport::tools
