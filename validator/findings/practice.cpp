#include "validator/findings/practice.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace tradereport::validator {

namespace {

bool is_error(const Finding& finding) {
  return finding.severity == Severity::error;
}

bool share_figures(const Finding& a, const Finding& b) {
  const std::vector<FigureKey> of_b = figures_of(b);
  const std::vector<FigureKey> of_a = figures_of(a);
  return std::any_of(of_a.begin(), of_a.end(), [&](const FigureKey& key) {
    return std::find(of_b.begin(), of_b.end(), key) != of_b.end();
  });
}

std::string_view printed_of(const Finding& finding) {
  if (finding.candidates.empty()) return {};
  return finding.candidates.front().item.printed;
}

bool same_place(const Finding& a, const Finding& b) {
  return a.rule == b.rule && a.source.page == b.source.page && a.source.line == b.source.line &&
         printed_of(a) == printed_of(b);
}

}  // namespace

bool practice_could_explain(const std::vector<Finding>& strict) {
  return std::any_of(strict.begin(), strict.end(), [](const Finding& finding) {
    return is_error(finding) && !finding.rule.starts_with('M') && !finding.rule.starts_with('D');
  });
}

std::vector<Finding> by_either_practice(std::vector<Finding> strict,
                                        std::vector<Finding> tolerant) {
  const auto errors = [](const std::vector<Finding>& findings) {
    return std::count_if(findings.begin(), findings.end(), is_error);
  };
  if (errors(tolerant) >= errors(strict)) return strict;
  std::vector<Finding> explained;
  for (Finding& finding : strict) {
    if (!is_error(finding)) continue;
    const bool stands = std::any_of(tolerant.begin(), tolerant.end(), [&](const Finding& other) {
      return is_error(other) && (same_place(finding, other) || share_figures(finding, other));
    });
    if (stands) continue;
    finding.severity = Severity::warning;
    finding.proof.push_back({"proof.printed_figures", {}, {}});
    explained.push_back(std::move(finding));
  }
  std::move(explained.begin(), explained.end(), std::back_inserter(tolerant));
  return tolerant;
}

}  // namespace tradereport::validator
