// One editorial slip that explains what would be many misprints. Internal to validator.
#pragma once

#include <optional>
#include <vector>

#include "schemas/family.h"
#include "validator/blame/blame.h"
#include "validator/causes/editorial_slip.h"
#include "validator/figures/figure_index.h"
#include "validator/solver/solver.h"
#include "validator/system/system.h"

namespace tradereport::validator {

struct Cause {
  EditorialSlip slip;
  std::vector<EditorialSlip> others;  // that explain as much, of other figures
  std::size_t remaining = 0;          // misprints that the report has besides
  std::size_t failing = 0;  // relations, claims and lists that fail by themselves as printed …
  std::size_t still = 0;    // … and with the slip undone
};

// A slip with which undone everything fits, or all but misprints elsewhere, and of which single
// misprints are no explanation as short: with it there are at least two fewer. The fewest figures
// first. `system` is the report's, and `blame` what is known of it (find_blame() with `beyond`
// off). Bounded, whatever is wrong: some thousand slips are looked at by one relation at a time,
// some dozens by the whole system.
std::optional<Cause> find_cause(const FigureIndex& figures, const Family& family,
                                const System& system, const Blame& blame);

}  // namespace tradereport::validator
