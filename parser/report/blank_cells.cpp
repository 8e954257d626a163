#include "parser/report/blank_cells.h"

#include <algorithm>
#include <optional>

namespace tradereport::parser {

namespace {

// Of the height of a row's name: lines between rows are further away.
constexpr double kInnerHeight = 0.8;

class BlankCells {
 public:
  BlankCells(const Report& report, const std::function<bool(int, const Box&)>& drawn)
      : report_(report), drawn_(drawn) {}

  bool is_blank(const UnreadCells& cells, const Source& label, const Column& column) {
    if (!is_rate(column.measure)) return false;
    for (const Table& table : report_.tables) {
      if (table.id != cells.place) continue;
      const auto found = std::find(table.columns.begin(), table.columns.end(), column);
      if (found == table.columns.end()) return false;
      const auto c = static_cast<std::size_t>(found - table.columns.begin());
      for (const TableRow& row : table.rows) {
        if (is_named(table, row, c, cells.row) && row.cells[c].text.empty() &&
            level_is_read(table, row, column.span)) {
          if (!drawn_) return true;
          const std::optional<Box> box = box_of(table, c, label);
          return box && !drawn_(label.page, *box);
        }
      }
    }
    return false;
  }

 private:
  // Is that the name to the left of the column?
  static bool is_named(const Table& table, const TableRow& row, std::size_t column,
                       const std::string& name) {
    while (column > 0 && !table.columns[column].label) --column;
    return row.cells[column].text == name;
  }

  static bool level_is_read(const Table& table, const TableRow& row, Span span) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const Column& column = table.columns[c];
      if (!column.label && column.measure == Measure::value && column.span == span)
        return row.cells[c].figure.has_value();
    }
    return false;
  }

  // As wide as the column's figures on that page, as high as the row's name.
  std::optional<Box> box_of(const Table& table, std::size_t column, const Source& label) const {
    std::optional<Box> box;
    for (const TableRow& row : table.rows) {
      if (!row.cells[column].figure) continue;
      const Source& source = report_.figures[*row.cells[column].figure].source;
      if (source.page != label.page || source.boxes.empty()) continue;
      box = box ? unite(*box, source.boxes.front()) : source.boxes.front();
    }
    if (!box || label.boxes.empty()) return std::nullopt;
    Box height = label.boxes.front();
    for (const Box& line : label.boxes) height = unite(height, line);
    const double margin = (1 - kInnerHeight) / 2 * height.height();
    box->y0 = height.y0 + margin;
    box->y1 = height.y1 - margin;
    return box;
  }

  const Report& report_;
  const std::function<bool(int, const Box&)>& drawn_;
};

}  // namespace

void allow_blank_rates(Report& report, const std::function<bool(int, const Box&)>& drawn) {
  if (report.is_damaged()) return;
  BlankCells blank(report, drawn);
  std::erase_if(report.problems, [&](Problem& problem) {
    auto* const cells = std::get_if<UnreadCells>(&problem.what);
    if (cells == nullptr || cells->row.empty() || cells->columns.empty()) return false;
    std::erase_if(cells->columns, [&](const Column& column) {
      return blank.is_blank(*cells, problem.source, column);
    });
    return cells->columns.empty();
  });
}

}  // namespace tradereport::parser
