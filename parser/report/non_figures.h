// What is no figure: dates, addresses, numbers of lists and notes, what the family declares.
#pragma once

#include "parser/grammar/grammar.h"
#include "parser/layout/layout.h"
#include "parser/report/period_vote.h"
#include "parser/text/numeral.h"
#include "parser/text/numeral_ledger.h"

namespace tradereport::parser {

// Gives their use to the numerals of notes, narrative and tables that have none yet, and what is
// left in the narrative its sentence as context.
void mark_non_figures(const Document& document, const Layout& layout, const Grammar& grammar,
                      PeriodFinder& periods, NumeralLedger& ledger);

}  // namespace tradereport::parser
