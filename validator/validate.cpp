#include "validator/validate.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "validator/cut_off.h"
#include "validator/fold.h"
#include "validator/quick_levels.h"
#include "validator/relations.h"
#include "validator/rules/rule.h"

namespace tradereport {

namespace {

// Errors first, then as a reader meets them.
auto order(const Finding& finding) {
  const Source& source = finding.source;
  const Box box = source.boxes.empty() ? Box{} : source.boxes.front();
  return std::make_tuple(-static_cast<int>(finding.severity), source.page, source.line, box.y0,
                         box.x0, source.begin);
}

// The level as printed: of this year, or of last year where the change is printed in levels. Over
// 10^18, as decimals have.
std::map<Unknown, Integer> printed_levels(const Report& report) {
  std::map<Unknown, Integer> levels;
  const auto scaled = [](const Decimal& value) {
    Integer level = value.unscaled();
    for (int i = value.decimals(); i < Decimal::kMaxDigits; ++i) level *= 10;
    return level;
  };
  const auto unknown = [](const FigureKey& key, World world) {
    return Unknown{key.flow, key.row, key.span, world};
  };
  for (const Figure& figure : report.figures) {
    if (figure.key.measure == Measure::value)
      levels.emplace(unknown(figure.key, World::this_year), scaled(figure.value));
  }
  for (const Figure& figure : report.figures) {
    if (figure.key.measure == Measure::previous)
      levels.emplace(unknown(figure.key, World::last_year), scaled(figure.value));
    if (figure.key.measure != Measure::change) continue;
    const auto now = levels.find(unknown(figure.key, World::this_year));
    if (now != levels.end())
      levels.emplace(unknown(figure.key, World::last_year), now->second - scaled(figure.value));
  }
  return levels;
}

bool fits_as_printed(const Report& report, const std::vector<Relation>& relations) {
  const std::map<Unknown, Integer> levels = printed_levels(report);
  for (const Relation& relation : relations) {
    Integer rest = 0;
    bool known = relation.world != World::nation;
    const auto add = [&](int sign, const Unknown& unknown) {
      if (!known) return;
      const auto level = levels.find(unknown);
      known = level != levels.end();
      if (known) rest += sign * level->second;
    };
    add(relation.whole.sign, relation.whole.unknown);
    for (const RelationTerm& part : relation.parts) add(-part.sign, part.unknown);
    if (known && (relation.equal ? rest != 0 : rest < 0)) return false;
  }
  return true;
}

}  // namespace

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::consistent:
      return "consistent";
    case Verdict::rounding:
      return "rounding";
    case Verdict::impossible:
      return "impossible";
  }
  return "impossible";
}

static Validation validate_as_read(const Report& report, const Family& family) {
  const std::vector<Relation> relations = build_relations(report, family);
  System system = build_integer_system(report, family, relations);
  const bool possible = system.clashes.empty() && find_levels_quickly(system);
  const Context context(report, family, relations, possible);
  Folded folded = fold(context, run_rules(context), std::move(system));
  std::stable_sort(folded.findings.begin(), folded.findings.end(),
                   [](const Finding& a, const Finding& b) { return order(a) < order(b); });
  Validation result{std::move(folded.findings), Verdict::impossible};
  if (folded.possible)
    result.verdict = fits_as_printed(report, relations) ? Verdict::consistent : Verdict::rounding;
  return result;
}

Validation validate_report(const Report& report, const Family& family) {
  const std::optional<Report> wider = with_cut_off(report);
  return validate_as_read(wider ? *wider : report, family);
}

std::vector<Finding> validate(const Report& report, const Family& family) {
  return validate_report(report, family).findings;
}

}  // namespace tradereport
