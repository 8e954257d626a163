#include "validator/causes/editorial_slip.h"
#include "validator/figures/common_unit.h"

#include <algorithm>

namespace tradereport::validator {

namespace {

void erase(Report& report, const std::vector<bool>& erased) {
  std::vector<std::size_t> moved;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < report.figures.size(); ++i) {
    moved.push_back(kept);
    if (!erased[i]) ++kept;
  }
  for (Table& table : report.tables) {
    for (TableRow& row : table.rows) {
      for (Cell& cell : row.cells) {
        if (cell.figure && erased[*cell.figure]) cell = {};
        if (cell.figure) cell.figure = moved[*cell.figure];
      }
    }
  }
  const std::size_t tables = report.figures.size();
  std::size_t at = 0;
  std::erase_if(report.figures, [&](const Figure&) { return erased[at++]; });
  at = tables;
  std::erase_if(report.claims, [&](const Claim&) { return erased[at++]; });
}

}  // namespace

std::size_t count_printed(const Report& report) {
  return report.figures.size() + report.claims.size();
}

const Figure& printed_at(const Report& report, PrintedIndex index) {
  if (index < report.figures.size()) return report.figures[index];
  return report.claims[index - report.figures.size()];
}

Figure& printed_at(Report& report, PrintedIndex index) {
  if (index < report.figures.size()) return report.figures[index];
  return report.claims[index - report.figures.size()];
}

bool EditorialSlip::only_moves() const {
  return lists.empty() &&
         std::all_of(edits.begin(), edits.end(), [](const Edit& edit) { return edit.meant; });
}

bool EditorialSlip::edits_figure(PrintedIndex index) const {
  return std::any_of(edits.begin(), edits.end(),
                     [&](const Edit& edit) { return edit.printed == index; });
}

Report with_undone(const Report& report, const EditorialSlip& slip) {
  Report undone = report;
  std::vector<bool> erased(count_printed(report), false);
  for (const Edit& edit : slip.edits) {
    Figure& figure = printed_at(undone, edit.printed);
    if (edit.meant) {
      const Figure& meant = printed_at(report, *edit.meant);
      figure.key = meant.key;
      figure.unit = meant.unit;
      figure.rounding = meant.rounding;
    } else if (edit.key) {
      figure.key = *edit.key;
    } else {
      erased[edit.printed] = true;
    }
    if (edit.power == 0) continue;
    const auto value = times_power_of_ten(figure.value, edit.power, figure.slack);
    erased[edit.printed] = erased[edit.printed] || !value;
    if (value) figure.value = *value;
  }
  for (const auto& [index, list] : slip.lists) undone.lists[index] = list;
  if (std::find(erased.begin(), erased.end(), true) != erased.end()) erase(undone, erased);
  return undone;
}

}  // namespace tradereport::validator
