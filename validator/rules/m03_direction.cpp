// M03: the word for the direction ("rose", "net imports") goes with the sign of the figure.
#include "validator/rules/claim_draft.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

void m03_direction(const RuleInput& context, Drafts& drafts) {
  for (const WrongClaim& wrong : context.text.claims) {
    if (wrong.fault == ClaimFault::figure) continue;
    const bool twice = wrong.fault == ClaimFault::sign_twice;
    const bool word = !context.report.claims[wrong.index].direction_word.empty();
    drafts.push_back(claim_draft(context, wrong,
                                 twice  ? "M03.sign_twice"
                                 : word ? "M03.word"
                                        : "M03"));
  }
}

}  // namespace tradereport::validator
