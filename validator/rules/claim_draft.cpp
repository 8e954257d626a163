#include "validator/rules/claim_draft.h"

#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

Draft claim_draft(const RuleInput& context, const WrongClaim& wrong, const std::string& message) {
  const Claim& claim = context.report.claims[wrong.index];
  Draft draft;
  draft.identity = "claim/" + std::to_string(wrong.index);
  draft.claim = &claim;
  draft.figure = wrong.figure;
  Finding& finding = draft.finding;
  finding.message = message;
  put_figure(finding.args, claim.key);
  finding.args["claim"] = with_unit(claim.value.to_string(), claim.unit);
  finding.args["printed"] = claim.printed;
  finding.args["word"] = claim.direction_word;
  finding.source = claim.source;
  finding.candidates = {candidate_of(claim)};
  if (const Figure* const figure = wrong.figure) {
    finding.args["table"] = with_unit(figure->value.to_string(), figure->unit);
    put_place(finding.args, "place", figure->key.place);
    finding.candidates.front().suggested = figure->value.to_string();
    finding.relations.push_back(same_figure(finding, claim, *figure));
  } else {
    evidence_index(finding, claim);
  }
  return draft;
}

}  // namespace tradereport::validator
