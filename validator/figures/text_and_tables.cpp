#include "validator/figures/text_and_tables.h"

namespace tradereport::validator {

TextAndTables compare_text(const FigureIndex& figures, const Family& family) {
  TextAndTables result;
  result.claims = wrong_claims(figures);
  result.rows = rows_of_lists(figures.report(), family);
  result.lists = wrong_lists(figures.report(), result.rows);
  return result;
}

}  // namespace tradereport::validator
