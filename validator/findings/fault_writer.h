// Says in a finding what the joint system knows of a fault. Internal to validator.
#pragma once

#include "validator/blame/blame.h"
#include "validator/blame/faults.h"
#include "validator/rules/draft.h"
#include "validator/rules/rule_input.h"

namespace tradereport::validator {

class FaultWriter {
 public:
  FaultWriter(const RuleInput& context, const System& system, Solver& solver, const Blame& blame)
      : context_(context), system_(system), solver_(solver), blame_(blame) {}

  // Fills in what may be to blame, how certain that is, what could stand there, the proof and the
  // certificate. The draft is that of a direct rule that sees the fault, or an empty one.
  void complete(Draft& draft, const Fault& fault);

 private:
  const Observation& at(int observation) const;
  bool suspected(const Fault& fault, const Figure* figure) const;
  const Conflict* conflict_for(const Fault& fault, int excluded) const;
  void candidates(Draft& draft, const Fault& fault);
  std::vector<Candidate> words_or_figure(const Draft& draft, const Fault& fault,
                                         const Suspect& suspect);
  void name_side(Draft& draft, const Fault& fault) const;
  void explain(Draft& draft, const Fault& fault);
  void explain_jointly(Finding& finding, const Conflict& conflict) const;
  bool would_break(Draft& draft) const;

  const RuleInput& context_;
  const System& system_;
  Solver& solver_;
  const Blame& blame_;
};

}  // namespace tradereport::validator
