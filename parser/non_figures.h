// What is no figure: dates, addresses, numbers of lists and notes, what the family declares.
#pragma once

#include "parser/grammar.h"
#include "parser/layout.h"
#include "parser/numeral.h"
#include "parser/period_vote.h"

namespace tradereport::parser {

// Gives their use to the numerals of notes, narrative and tables that have none yet, and what is
// left in the narrative its sentence as context.
void mark_non_figures(const Document& document, const Layout& layout, const Grammar& grammar,
                      PeriodFinder& periods, NumeralLedger& ledger);

}  // namespace tradereport::parser
