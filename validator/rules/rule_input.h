// What a rule works on. Internal to validator.
#pragma once

#include <optional>
#include <vector>

#include "schemas/family.h"
#include "schemas/report.h"
#include "validator/figures/figure_index.h"
#include "validator/figures/text_comparison.h"
#include "validator/figures/truncation.h"
#include "validator/relations/evidence.h"
#include "validator/system/contradiction.h"
#include "validator/system/system.h"

namespace tradereport::validator {

// One report and what follows from its figures. All of it outlives the rules' drafts.
struct RuleInput {
  // `the_system` is of the whole report. `is_possible`: levels are known that fit everything, so
  // that no relation can be broken.
  RuleInput(const FigureIndex& the_figures, const Family& the_family, const System& the_system,
            const TextComparison& the_text, const std::vector<Truncated>& the_truncated,
            bool is_possible);
  RuleInput(const RuleInput&) = delete;
  RuleInput& operator=(const RuleInput&) = delete;

  const Report& report;
  const FigureIndex& figures;
  const Family& family;
  const std::vector<Relation>& relations;
  const TextComparison& text;
  const std::vector<Truncated>& truncated;
  bool possible;
  std::optional<Evidence> evidence;  // unless possible
  std::vector<Contradiction> contradictions;
};

}  // namespace tradereport::validator
