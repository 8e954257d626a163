#include "validator/rules/rule_input.h"

namespace tradereport::validator {

RuleInput::RuleInput(const FigureIndex& the_figures, const Family& the_family,
                     const System& the_system, const TextComparison& the_text,
                     const std::vector<Truncated>& the_truncated, bool is_possible)
    : report(the_figures.report()),
      figures(the_figures),
      family(the_family),
      relations(the_system.relations),
      text(the_text),
      truncated(the_truncated),
      possible(is_possible) {
  if (possible) return;
  evidence.emplace(figures, family);
  contradictions = find_contradictions(the_system, *evidence);
}

}  // namespace tradereport::validator
