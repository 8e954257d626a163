#include "parser/layout/table_unit.h"

#include <algorithm>

namespace tradereport::parser {

namespace {

struct NamedUnit {
  const Unit* unit = nullptr;
  Text at;
};

// The table's own unit, and others that the family does not print, that a text names.
std::vector<NamedUnit> units_in(const Text& text, const TableForm& form, const Grammar& grammar) {
  std::vector<NamedUnit> units;
  std::size_t at = 0;
  while (const auto found = grammar.vocabulary().find_unit(text.view(), at)) {
    at = found->at.end;
    const Unit* const unit = found->unit;
    const bool known = std::any_of(units.begin(), units.end(),
                                   [&](const NamedUnit& named) { return named.unit == unit; });
    if (!known && (unit->foreign || unit->id == form.unit))
      units.push_back({unit, text.substr(found->at.begin, found->at.end)});
  }
  return units;
}

}  // namespace

std::optional<std::string> TableUnit::of_row(std::string_view label, const TableForm& form,
                                             const Grammar& grammar) const {
  Text text;
  text.append(label, 0);
  const std::vector<NamedUnit> units = units_in(text, form, grammar);
  if (units.size() == 1) return units.front().unit->id;
  if (units.size() > 1 || id.empty()) return std::nullopt;
  return id;
}

TableUnit unit_of(const Document& document, const TableRegion& region,
                  const std::vector<std::size_t>& heads, const Grammar& grammar) {
  const TableForm& form = *region.form;
  std::vector<NamedUnit> units = units_in(region.caption, form, grammar);
  for (const std::size_t head : heads) {
    for (NamedUnit& named : units_in(document.lines[head].text, form, grammar)) {
      if (std::none_of(units.begin(), units.end(),
                       [&](const NamedUnit& other) { return other.unit == named.unit; }))
        units.push_back(std::move(named));
    }
  }
  TableUnit unit{form.unit, {}};
  const auto foreign = std::find_if(units.begin(), units.end(), [&](const NamedUnit& named) {
    return named.unit->id != form.unit;
  });
  if (foreign == units.end()) return unit;
  unit.id = units.size() == 1 ? foreign->unit->id : "";
  unit.differs = Problem{UnitDiffers{foreign->at.utf8, form.unit, form.id},
                         source_of(document, foreign->at, 0, foreign->at.size())};
  return unit;
}

}  // namespace tradereport::parser
