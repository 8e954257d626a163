// M01: a figure of the text is the one that the tables print.
#include "validator/rules/claim_draft.h"
#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void m01_text_and_table(const RuleInput& context, Drafts& drafts) {
  for (const WrongClaim& wrong : context.text.claims) {
    if (wrong.fault != ClaimFault::figure) continue;
    Draft draft = claim_draft(context, wrong, "M01");
    Finding& finding = draft.finding;
    if (context.family.is_prose()) {
      finding.message = "M01.text";
      drafts.push_back(std::move(draft));
      continue;
    }
    // The likeliest slip: the figure was copied from the next row or column.
    if (const Figure* const other = neighbour(context.report, *draft.claim, *wrong.figure)) {
      const FigureKey& key = other->key;
      const bool row = key.row != wrong.figure->key.row;
      finding.message = row ? "M01.neighbour_row" : "M01.neighbour_column";
      finding.args["other_row"] = key.row;
      put_term(finding.args, "other_span", "span", to_string(key.span));
      put_term(finding.args, "other_measure", "measure", to_string(key.measure));
      evidence_index(finding, *other);
    }
    drafts.push_back(std::move(draft));
  }
}

}  // namespace tradereport::validator
