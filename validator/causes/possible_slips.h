// The editorial slips that could be undone in a report: whatever its own structure allows, whether
// anything speaks for them or not. Internal to validator.
#pragma once

#include <functional>

#include "schemas/family.h"
#include "validator/causes/editorial_slip.h"
#include "validator/causes/printed_lines.h"

namespace tradereport::validator {

using VisitSlip = std::function<void(EditorialSlip)>;

struct SlipInput {
  const Report& report;
  const Family& family;
  const PrintedLines& lines;
};

// Two figures of a column or of a line, two rows, names or columns in each other's place; a column
// a row too low or too high, all columns too far to a side; other units.
void visit_exchanges(const SlipInput& input, const VisitSlip& visit);
void visit_shifts(const SlipInput& input, const VisitSlip& visit);
void visit_units(const SlipInput& input, const VisitSlip& visit);

// Two tables, the month and the year to date, this year and last.
void visit_tables(const SlipInput& input, const VisitSlip& visit);

// Names, figures, flows and spans of sentences.
void visit_sentences(const SlipInput& input, const VisitSlip& visit);

// Parts of the report of which nothing is known where they do not fit: columns, rows, tables,
// sentences, the text. Smaller ones first.
void visit_parts(const SlipInput& input, const VisitSlip& visit);

}  // namespace tradereport::validator
