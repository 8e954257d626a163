#include "validator/figures/text_comparison.h"

namespace tradereport::validator {

TextComparison compare_text(const FigureIndex& figures, const Family& family) {
  TextComparison result;
  result.claims = wrong_claims(figures);
  result.rows = rows_of_lists(figures.report(), family);
  result.lists = wrong_lists(figures.report(), result.rows);
  result.january = january_differences(figures);
  return result;
}

}  // namespace tradereport::validator
