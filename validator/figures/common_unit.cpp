#include "validator/figures/common_unit.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tradereport::validator {

namespace {

class CommonUnit {
 public:
  CommonUnit(const Report& report, const Family& family) : report_(report), family_(family) {}

  std::optional<Report> run() {
    const std::map<std::string, int> counts = units_of(report_.figures);
    if (counts.empty()) return std::nullopt;
    unit_ = most_common(counts);
    for (const auto& [unit, count] : counts) enlarge(unit);
    // A single sentence in another unit than the rest of the text is a slip.
    if (const auto of_text = units_of(report_.claims); !of_text.empty())
      enlarge(most_common(of_text));
    const auto differs = [&](const Figure& figure) { return is_other(figure); };
    if (std::none_of(report_.figures.begin(), report_.figures.end(), differs) &&
        std::none_of(report_.claims.begin(), report_.claims.end(), differs))
      return std::nullopt;
    Report common = report_;
    convert(common);
    return common;
  }

 private:
  template <class F>
  static std::map<std::string, int> units_of(const std::vector<F>& figures) {
    std::map<std::string, int> counts;
    for (const Figure& figure : figures)
      if (!is_rate(figure.key.measure)) ++counts[figure.unit];
    return counts;
  }

  static std::string most_common(const std::map<std::string, int>& counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }

  void enlarge(const std::string& unit) {
    if (family_.exponent_between(unit_, unit).value_or(0) < 0) unit_ = unit;
  }

  // In a unit of levels, but not in the common one.
  bool is_other(const Figure& figure) const {
    return !is_rate(figure.key.measure) && figure.unit != unit_;
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
    Figure converted = figure;
    if (!convert_value(converted, unit_, family_)) return;
    if (converted.true_values().meets(other.true_values())) ++agreement.converted;
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
    take_back_what_slips_explain(common.problems);
  }

  // Where tables name a wrong unit, it is no fault of the text to name the right one.
  static void take_back_what_slips_explain(std::vector<Problem>& problems) {
    std::set<std::pair<std::string, std::string>> of_slips;  // found, expected
    for (const Problem& problem : problems) {
      const auto* const differs = std::get_if<UnitDiffers>(&problem.what);
      if (differs != nullptr && differs->slip) of_slips.emplace(differs->found, differs->expected);
    }
    std::erase_if(problems, [&](const Problem& problem) {
      const auto* const differs = std::get_if<UnitDiffers>(&problem.what);
      return differs != nullptr && of_slips.contains({differs->expected, differs->found});
    });
  }

  // Into the common unit, if that can be done.
  bool bring_over(Figure& figure, const std::set<std::string>& slips) const {
    if (!is_other(figure)) return true;
    if (!slips.contains(figure.key.place) && !convert_value(figure, unit_, family_)) return false;
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

std::optional<Decimal> times_power_of_ten(const Decimal& value, int power, int& slack) {
  int decimals = value.decimals() - power;
  if (decimals > Decimal::kMaxDigits) return std::nullopt;
  std::int64_t unscaled = value.unscaled();
  int halves = 1;
  for (; decimals < 0; ++decimals) {
    if (std::abs(unscaled) > 100'000'000'000'000'000) return std::nullopt;
    unscaled *= 10;
    halves *= 10;
  }
  slack += halves - 1;  // the digits that are not printed may be any
  return Decimal(unscaled, decimals);
}

bool convert_value(Figure& figure, const std::string& unit, const Family& family) {
  const auto exponent = family.exponent_between(figure.unit, unit);
  const auto value =
      exponent ? times_power_of_ten(figure.value, *exponent, figure.slack) : std::nullopt;
  if (value) figure.value = *value;
  return value.has_value();
}

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
