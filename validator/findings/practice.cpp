#include "validator/findings/practice.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "validator/findings/certainty.h"
#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

constexpr std::string_view kFromPrinted = "proof.printed_figures";
constexpr std::pair<ShownPractice, std::string_view> kPracticeMessages[] = {
    {ShownPractice::rates, "practice.rates"},   {ShownPractice::sums, "practice.sums"},
    {ShownPractice::either, "practice.either"}, {ShownPractice::both, "practice.both"},
    {ShownPractice::cut, "N01.report"},         {ShownPractice::cut, "N01.many"}};

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

// What is an error in `strict` and not under another practice.
std::vector<Finding> explained(std::vector<Finding> strict, const std::vector<Finding>& other) {
  std::erase_if(strict, [&](const Finding& finding) {
    return !is_error(finding) ||
           std::any_of(other.begin(), other.end(), [&](const Finding& stands) {
             return is_error(stands) &&
                    (same_place(finding, stands) || share_figures(finding, stands));
           });
  });
  return strict;
}

// The relation that fails by unrounded data. Whichever figure may be wrong, if any is.
void tell_practice(Finding& finding, ShownPractice shown) {
  finding.severity = Severity::warning;
  finding.certainty = Certainty::undetermined;
  settle(finding);
  if (finding.relations.empty()) {
    finding.proof.push_back({std::string(kFromPrinted), {}, {}});
    return;
  }
  const FindingRelation& relation = finding.relations.front();
  for (const auto& [practice, message] : kPracticeMessages)
    if (practice == shown) finding.message = message;
  finding.args.clear();
  for (const auto& [language, name] : relation.name) finding.args["relation." + language] = name;
  put_term(finding.args, "span", "span", to_string(relation.span));
  put_term(finding.args, "world", "world", to_string(relation.world));
}

}  // namespace

std::optional<ShownPractice> practice_shown_by(const Finding& finding) {
  for (const auto& [practice, message] : kPracticeMessages)
    if (finding.message == message) return practice;
  return std::nullopt;
}

std::size_t errors_of_practice(const std::vector<Finding>& findings) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return is_error(finding) && !finding.rule.starts_with('M') &&
               !finding.rule.starts_with('D');
      }));
}

std::vector<Finding> by_either_practice(std::vector<Finding> strict, std::vector<Finding> tolerant,
                                        ShownPractice shown) {
  if (errors_of_practice(tolerant) >= errors_of_practice(strict)) return strict;
  for (Finding& finding : explained(std::move(strict), tolerant)) {
    tell_practice(finding, shown);
    tolerant.push_back(std::move(finding));
  }
  return tolerant;
}

std::vector<Finding> by_cutting(std::vector<Finding> strict, std::vector<Finding> cut) {
  if (errors_of_practice(cut) >= errors_of_practice(strict)) return strict;
  std::vector<Finding> all = explained(std::move(strict), cut);
  std::erase_if(cut, [](const Finding& finding) { return finding.rule == "N01"; });
  if (all.empty()) return cut;
  Finding whole;
  whole.rule = "N01";
  whole.severity = Severity::warning;
  whole.message = "N01.report";
  whole.args["count"] = std::to_string(all.size());
  whole.source = all.front().source;
  for (const Finding& finding : all) add_what_rests_on_it(whole, finding);
  cut.push_back(std::move(whole));
  return cut;
}

}  // namespace tradereport::validator
