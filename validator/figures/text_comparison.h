// What is printed twice: in text and tables, or in January as month and year to date. Compared once
// for all who ask. Internal to validator.
#pragma once

#include <vector>

#include "schemas/family.h"
#include "validator/figures/claims.h"
#include "validator/figures/figure_index.h"
#include "validator/figures/january.h"
#include "validator/figures/top_lists.h"

namespace tradereport::validator {

// Points into the report.
struct TextComparison {
  std::vector<WrongClaim> claims;
  std::vector<std::vector<const Figure*>> rows;  // of each list, as rows_of_lists() has them
  std::vector<WrongList> lists;
  std::vector<JanuaryDifference> january;
};

TextComparison compare_text(const FigureIndex& figures, const Family& family);

}  // namespace tradereport::validator
