#include "parser/tables/cell_values.h"

#include <algorithm>
#include <set>

#include "parser/layout/marked_figures.h"

namespace tradereport::parser {

namespace {

std::string_view unsigned_text(const Atom& cell) {
  const std::string_view text = cell.text.view();
  return text.starts_with('-') || text.starts_with('+') ? text.substr(1) : text;
}

bool begins_with_point(const Atom& cell) {
  const std::string_view digits = unsigned_text(cell);
  return digits.starts_with('.') && digits.find('.', 1) == std::string_view::npos &&
         digits.find(',') == std::string_view::npos;
}

// Where a number is broken over lines of its cell, ".4" is the rest of another one: of that there
// must be no trace.
bool never_prints_leading_zeros(const RawTable& raw) {
  bool any = false;
  for (const RawRow& row : raw.rows) {
    bool cells = false;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::optional<Atom>& cell = row.cells[c];
      if (!cell || raw.columns[c].label) continue;
      cells = true;
      if (cell->kind != Atom::Kind::figure) continue;
      const std::string_view digits = unsigned_text(*cell);
      if (begins_with_point(*cell)) {
        any = true;
      } else if (digits.starts_with("0.") || digits.find('.') == std::string_view::npos ||
                 cell->is_fragment()) {
        return false;
      }
    }
    if (!cells) return false;
  }
  return any;
}

}  // namespace

CellValues::CellValues(const RawTable& raw, std::optional<NegativeForm> negative)
    : raw_(raw), negative_(negative), no_leading_zeros_(never_prints_leading_zeros(raw)) {}

std::optional<Decimal> CellValues::value_of(std::size_t column, const Atom& cell) const {
  if (cell.kind == Atom::Kind::figure && no_leading_zeros_ && begins_with_point(cell)) {
    const auto magnitude = magnitude_of(cell.text.view());
    return magnitude && cell.text.utf8.front() == '-' ? -*magnitude : magnitude;
  }
  if (cell.kind == Atom::Kind::figure) return decimal_of(cell.text.view());
  if (cell.negative && cell.negative == negative_) {
    if (const auto magnitude = magnitude_of(cell.text.view())) return -*magnitude;
  }
  if (cell.kind != Atom::Kind::unchanged || raw_.columns[column].measure != Measure::growth)
    return std::nullopt;
  // "No change" is 0 with the decimals of its column's rates; nothing where those differ.
  std::set<int> decimals;
  for (const RawRow& row : raw_.rows) {
    const std::optional<Atom>& other = row.cells[column];
    if (!other || other->kind != Atom::Kind::figure) continue;
    if (const auto value = decimal_of(other->text.view())) decimals.insert(value->decimals());
  }
  if (decimals.size() != 1) return std::nullopt;
  return Decimal(0, *decimals.begin());
}

}  // namespace tradereport::parser
