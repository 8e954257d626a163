#include "validator/validate.h"

#include <algorithm>
#include <tuple>

#include "validator/fold.h"
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

// The level as printed: of this year, or of last year where the change is printed in levels.
std::optional<Rational> printed_level(const Unknown& unknown, const Evidence& evidence) {
  const auto& figures = evidence.of(unknown).figures;
  if (figures.empty() || unknown.world == World::nation) return std::nullopt;
  const Rational value = figures.front()->value.value();
  if (unknown.world == World::this_year) return value;
  if (figures.back()->key.measure != Measure::change) return std::nullopt;
  return Rational(value - figures.back()->value.value());
}

bool fits_as_printed(const Context& context) {
  for (const Relation& relation : context.relations) {
    Rational rest = 0;
    bool known = true;
    const auto add = [&](int sign, const Unknown& unknown) {
      const auto level = printed_level(unknown, context.evidence);
      known = known && level.has_value();
      if (level) rest += sign * *level;
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

Validation validate_report(const Report& report, const Family& family) {
  const std::vector<Relation> relations = build_relations(report, family);
  const Context context(report, family, relations);
  Folded folded = fold(context, run_rules(context));
  std::stable_sort(folded.findings.begin(), folded.findings.end(),
                   [](const Finding& a, const Finding& b) { return order(a) < order(b); });
  Validation result{std::move(folded.findings), Verdict::impossible};
  if (folded.possible)
    result.verdict = fits_as_printed(context) ? Verdict::consistent : Verdict::rounding;
  return result;
}

std::vector<Finding> validate(const Report& report, const Family& family) {
  return validate_report(report, family).findings;
}

}  // namespace tradereport
