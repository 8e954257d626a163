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

}  // namespace

std::vector<Finding> validate(const Report& report, const Family& family) {
  const std::vector<Relation> relations = build_relations(report, family);
  const Context context(report, family, relations);
  std::vector<Finding> findings = fold(context, run_rules(context));
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return order(a) < order(b); });
  return findings;
}

}  // namespace tradereport
