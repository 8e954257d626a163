#include "tools/writers/workbook/column_heads.h"

#include <algorithm>
#include <optional>

#include "validator/findings/describe.h"

namespace tradereport::tools {

namespace {

std::string term(const std::string& set, std::string_view id, Language language) {
  const std::string key = "term." + set + "." + std::string(id);
  return has_message(language, key) ? format_message(language, key) : std::string(id);
}

}  // namespace

std::string column_head(const DataColumn& column, Language language) {
  if (column.printed && !column.printed->label) {
    std::string words = term("measure", to_string(column.printed->measure), language);
    if (!column.printed->flow.empty())
      words = term("flow", column.printed->flow, language) + " " + words;
    if (column.unit.empty()) return words;
    return format_message(language, "data.head.with_unit",
                          {{"head", words}, {"unit", column.unit}});
  }
  const std::string key = "data.head." + (column.printed ? std::string("row") : column.name);
  return has_message(language, key) ? format_message(language, key) : column.name;
}

std::vector<SpanHead> span_heads(const DataTable& table) {
  const auto& columns = table.columns;
  const auto labels = std::count_if(columns.begin(), columns.end(), [](const DataColumn& column) {
    return column.printed && column.printed->label;
  });
  const auto span_at = [&](std::size_t i) -> std::optional<Span> {
    if (!columns[i].printed) return std::nullopt;
    if (!columns[i].printed->label) return columns[i].printed->span;
    const bool figures_behind =
        i + 1 < columns.size() && columns[i + 1].printed && !columns[i + 1].printed->label;
    if (labels < 2 || !figures_behind) return std::nullopt;
    return columns[i + 1].printed->span;
  };
  std::vector<SpanHead> heads;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::optional<Span> span = span_at(i);
    if (!span) continue;
    const bool goes_on = !heads.empty() && heads.back().last + 1 == i && heads.back().span == *span;
    if (goes_on) {
      heads.back().last = i;
    } else {
      heads.push_back({i, i, *span});
    }
  }
  return heads;
}

std::string cell_words(const DataColumn& column, const std::string& cell, Language language) {
  if (cell.empty()) return cell;
  if (column.name == "place") return validator::describe_place(cell, language);
  if (column.name == "certainty") return format_message(language, "page.certainty." + cell);
  for (const char* const set : {"span", "flow", "measure", "severity"})
    if (column.name == set) return term(set, cell, language);
  return cell;
}

}  // namespace tradereport::tools
