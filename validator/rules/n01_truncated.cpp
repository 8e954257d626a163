// N01: a figure is cut off after its last digit, not rounded.
#include "validator/figures/truncation.h"
#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void n01_truncated(const RuleInput& context, Drafts& drafts) {
  for (const Truncated& cut : context.truncated) {
    const Figure& figure =
        cut.in_text ? context.report.claims[cut.index] : context.report.figures[cut.index];
    Draft draft;
    draft.identity = "cut/" + std::string(cut.in_text ? "text/" : "") + std::to_string(cut.index);
    Finding& finding = draft.finding;
    finding.message = "N01";
    put_figure(finding.args, figure.key);
    finding.args["value"] = with_unit(figure.value.to_string(), figure.unit);
    const int decimals = figure.value.decimals();
    finding.args["exact"] = with_unit(round_down(cut.true_values.lo, decimals + 2), figure.unit);
    finding.source = figure.source;
    finding.candidates = {candidate_of(figure)};
    finding.candidates.front().suggested = rounded(cut.true_values, decimals);
    for (const Figure* other : cut.by) evidence_index(finding, *other);
    drafts.push_back(std::move(draft));
  }
}

}  // namespace tradereport::validator
