#include "validator/figures/common_unit.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tradereport::validator {

namespace {

bool is_level(const Figure& figure) {
  return figure.key.measure != Measure::share && figure.key.measure != Measure::growth;
}

// The figure divided by 10^power; nothing if it has too many digits.
std::optional<Decimal> by_power(const Decimal& value, int power) {
  if (value.decimals() + power > Decimal::kMaxDigits) return std::nullopt;
  return Decimal(value.unscaled(), value.decimals() + power);
}

class CommonUnit {
 public:
  CommonUnit(const Report& report, const Family& family) : report_(report), family_(family) {}

  std::optional<Report> run() {
    std::map<std::string, int> counts;
    for (const Figure& figure : report_.figures)
      if (is_level(figure)) ++counts[figure.unit];
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == counts.end()) return std::nullopt;
    unit_ = most->first;
    for (const auto& [unit, count] : counts)
      if (family_.exponent_between(unit_, unit).value_or(0) < 0) unit_ = unit;
    const auto differs = [&](const Figure& figure) { return is_other(figure); };
    if (std::none_of(report_.figures.begin(), report_.figures.end(), differs) &&
        std::none_of(report_.claims.begin(), report_.claims.end(), differs))
      return std::nullopt;
    Report common = report_;
    convert(common);
    return common;
  }

 private:
  // In a unit of levels, but not in the common one.
  bool is_other(const Figure& figure) const { return is_level(figure) && figure.unit != unit_; }

  // Its value in the common unit, with all the digits that are printed and no others.
  std::optional<Decimal> in_common(const Figure& figure) const {
    const auto exponent = family_.exponent_between(figure.unit, unit_);
    return exponent && *exponent <= 0 ? by_power(figure.value, -*exponent) : std::nullopt;
  }

  // Of a table, or of the text.
  struct Agreement {
    int as_printed = 0;
    int converted = 0;
  };

  void compare_with(const Figure& figure, const Figure& other, Agreement& agreement) const {
    const FigureKey& a = figure.key;
    const FigureKey& b = other.key;
    if (a.span != b.span || a.flow != b.flow || a.row != b.row || a.measure != b.measure ||
        other.unit != unit_)
      return;
    if (compare(figure.value, other.value) == 0 && !figure.value.zero()) ++agreement.as_printed;
    const auto converted = in_common(figure);
    if (!converted) return;
    const Interval one = converted->true_values(figure.rounding);
    const Interval two = other.true_values();
    if (one.lo <= two.hi && two.lo <= one.hi) ++agreement.converted;
  }

  std::map<std::string, Agreement> agreements() const {
    std::map<std::string, Agreement> all;  // by place
    for (const Figure& figure : report_.figures) {
      if (!is_other(figure)) continue;
      Agreement& agreement = all[figure.key.place];
      for (const Claim& claim : report_.claims) compare_with(figure, claim, agreement);
    }
    for (const Claim& claim : report_.claims) {
      if (!is_other(claim)) continue;
      Agreement& agreement = all[claim.key.place];
      for (const Figure& figure : report_.figures) compare_with(claim, figure, agreement);
    }
    return all;
  }

  void convert(Report& common) const {
    std::set<std::string> slips;
    for (const auto& [place, agreement] : agreements())
      if (agreement.as_printed > agreement.converted) slips.insert(place);
    std::vector<std::optional<std::size_t>> moved;
    std::vector<Figure> kept;
    for (Figure& figure : common.figures) {
      const bool stays = bring_over(figure, slips);
      moved.push_back(stays ? std::optional(kept.size()) : std::nullopt);
      if (stays) kept.push_back(std::move(figure));
    }
    common.figures = std::move(kept);
    std::erase_if(common.claims, [&](Claim& claim) { return !bring_over(claim, slips); });
    for (Table& table : common.tables) {
      for (TableRow& row : table.rows) {
        for (Cell& cell : row.cells)
          if (cell.figure) cell.figure = moved[*cell.figure];
      }
    }
    for (Problem& problem : common.problems) {
      if (auto* const differs = std::get_if<UnitDiffers>(&problem.what))
        differs->slip = slips.contains(differs->place);
    }
  }

  // Into the common unit, if that can be done.
  bool bring_over(Figure& figure, const std::set<std::string>& slips) const {
    if (!is_other(figure)) return true;
    if (!slips.contains(figure.key.place)) {
      const auto value = in_common(figure);
      if (!value) return false;
      figure.value = *value;
    }
    figure.unit = unit_;
    return true;
  }

  const Report& report_;
  const Family& family_;
  std::string unit_;
};

// The figure that the item was made of, before it was converted.
const Figure* as_printed(const Report& printed, const PrintedItem& item) {
  const auto is_it = [&](const Figure& figure) {
    return item.key && figure.key == *item.key && figure.printed == item.printed;
  };
  for (const Figure& figure : printed.figures)
    if (is_it(figure)) return &figure;
  for (const Claim& claim : printed.claims)
    if (is_it(claim)) return &claim;
  return nullptr;
}

}  // namespace

void use_printed_units(const Report& printed, const Family& family,
                       std::vector<Finding>& findings) {
  for (Finding& finding : findings) {
    for (Candidate& candidate : finding.candidates) {
      PrintedItem& item = candidate.item;
      const Figure* const figure = as_printed(printed, item);
      if (item.word || figure == nullptr || figure->unit == item.unit) continue;
      const int exponent = family.exponent_between(item.unit, figure->unit).value_or(0);
      const bool converted = exponent > 0 && item.value &&
                             item.value->decimals() == figure->value.decimals() + exponent;
      if (!converted) continue;  // its unit is a slip
      item.unit = figure->unit;
      item.value = figure->value;
      const Rational power = power_of_ten(exponent);
      if (candidate.possible) {
        Bounds& bounds = *candidate.possible;
        if (bounds.lo) *bounds.lo *= power;
        if (bounds.hi) *bounds.hi *= power;
      }
      if (const auto suggested = Decimal::parse(candidate.suggested))
        candidate.suggested =
            suggested->decimals() >= exponent
                ? Decimal(suggested->unscaled(), suggested->decimals() - exponent).to_string()
                : "";
    }
  }
}

std::optional<Report> in_common_unit(const Report& report, const Family& family) {
  return CommonUnit(report, family).run();
}

}  // namespace tradereport::validator
