#include "validator/causes/printed_lines.h"

#include <algorithm>

namespace tradereport::validator {

namespace {

template <class Line, class Same>
Line& line_of(std::vector<Line>& lines, const Same& same, const Line& fresh) {
  const auto found = std::find_if(lines.begin(), lines.end(), same);
  if (found != lines.end()) return *found;
  lines.push_back(fresh);
  return lines.back();
}

}  // namespace

Measure head_of(const Family& family, const FigureKey& key) {
  const TableForm* const table = family.table(key.place);
  if (table == nullptr) return key.measure;
  for (const RowForm& row : table->rows) {
    if (row.name != key.row) continue;
    for (const auto& [head, measure] : row.reads) {
      if (measure == key.measure) return head;
    }
  }
  return key.measure;
}

bool on_one_line(const FigureKey& a, const FigureKey& b) {
  if (a.place != b.place || a.group != b.group) return false;
  return a.rank > 0 || b.rank > 0 ? a.rank == b.rank : a.row == b.row;
}

PrintedLines printed_lines(const Report& report, const Family& family) {
  PrintedLines lines;
  for (PrintedIndex i = 0; i < report.figures.size(); ++i) {
    const FigureKey& key = report.figures[i].key;
    if (family.is_prose()) break;  // its figures stand in sentences
    // What is compared with another year stands in columns beside those of the same measures.
    if (const Flow* const flow = family.flow(key.flow); flow != nullptr && flow->base != 0)
      continue;
    if (std::find(lines.tables.begin(), lines.tables.end(), key.place) == lines.tables.end())
      lines.tables.push_back(key.place);
    const Measure head = head_of(family, key);
    line_of(lines.columns,
            [&](const ColumnFigures& column) {
              return column.place == key.place && column.span == key.span && column.measure == head;
            },
            {key.place, key.span, head, {}})
        .figures.push_back(i);
    line_of(lines.rows,
            [&](const RowFigures& row) {
              return row.place == key.place && row.group == key.group && row.rank == key.rank &&
                     row.name == key.row && row.span == key.span;
            },
            {key.place, key.group, key.rank, key.row, key.span, {}})
        .figures.push_back(i);
  }
  const auto sentence = [&](const SharedText& text) -> SentenceClaims& {
    return line_of(lines.sentences, [&](const SentenceClaims& other) { return other.text == text; },
                   {text, {}, {}});
  };
  for (std::size_t i = 0; i < report.claims.size(); ++i) {
    if (!report.claims[i].sentence.empty())
      sentence(report.claims[i].sentence).claims.push_back(report.figures.size() + i);
  }
  for (std::size_t i = 0; i < report.lists.size(); ++i) {
    if (!report.lists[i].sentence.empty()) sentence(report.lists[i].sentence).lists.push_back(i);
  }
  return lines;
}

}  // namespace tradereport::validator
