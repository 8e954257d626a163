// Numbers as a family writes them, spelt as the rest of the parser reads them: 1,234.5.
#pragma once

#include "parser/text/text.h"
#include "schemas/family.h"

namespace tradereport::parser {

// Rewrites the numerals of all lines. Every byte keeps its glyph, so that figures are shown as they
// are printed. With a decimal comma, and groups parted by blanks and points:
//
//   "103,5"    -> "103.5"        "28 103,5"    -> "28103.5"   one narrow blank, and three digits
//   "1.234,5"  -> "1,234.5"      "28  103,5"   -> "28 103.5"  two numbers: columns stand apart
//   "5,3, 7,1" -> "5.3,7.1"      a comma before a blank parts numbers
//
// Text that is not like that stays: "31.12.2024", "2.1 Trade".
void respell_numerals(Document& document, const NumeralSpelling& spelling);

// Where numbers stand alone (in rows, in sentences) a point or comma within one that the family
// does not write so leaves open what it means. "103.5" becomes "103'5", a numeral without a value.
void close_foreign_numerals(const Document& document, const NumeralSpelling& spelling, Text& text);

}  // namespace tradereport::parser
