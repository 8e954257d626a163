// N01: a figure is cut off after its last digit, not rounded.
#include "validator/figures/truncation.h"
#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

namespace {

// More of them are a practice: one finding.
constexpr std::size_t kMostCutAlone = 3;

const Figure& figure_of(const RuleInput& context, const Truncated& cut) {
  return cut.in_text ? context.report.claims[cut.index] : context.report.figures[cut.index];
}

// What it is cut off from, and the rounded figure.
void add_cut(const RuleInput& context, const Truncated& cut, Finding& finding) {
  const Figure& figure = figure_of(context, cut);
  finding.candidates.push_back(candidate_of(figure));
  finding.candidates.back().suggested = rounded(cut.true_values, figure.value.decimals());
  for (const Figure* other : cut.by) evidence_index(finding, *other);
}

void all_in_one(const RuleInput& context, Drafts& drafts) {
  Draft draft;
  draft.identity = "cut";
  Finding& finding = draft.finding;
  finding.message = "N01.many";
  finding.args["count"] = std::to_string(context.truncated.size());
  finding.source = figure_of(context, context.truncated.front()).source;
  for (const Truncated& cut : context.truncated) add_cut(context, cut, finding);
  drafts.push_back(std::move(draft));
}

}  // namespace

void n01_truncated(const RuleInput& context, Drafts& drafts) {
  if (context.truncated.size() > kMostCutAlone) return all_in_one(context, drafts);
  for (const Truncated& cut : context.truncated) {
    const Figure& figure = figure_of(context, cut);
    Draft draft;
    draft.identity = "cut/" + std::string(cut.in_text ? "text/" : "") + std::to_string(cut.index);
    Finding& finding = draft.finding;
    finding.message = "N01";
    put_figure(finding.args, figure.key);
    finding.args["value"] = with_unit(figure.value.to_string(), figure.unit);
    const int decimals = figure.value.decimals();
    finding.args["exact"] = with_unit(round_down(cut.true_values.lo, decimals + 2), figure.unit);
    finding.source = figure.source;
    add_cut(context, cut, finding);
    drafts.push_back(std::move(draft));
  }
}

}  // namespace tradereport::validator
