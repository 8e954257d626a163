// Reports without tables, whose sentences alone are figures. Internal to validator.
#pragma once

#include "schemas/family.h"
#include "schemas/report.h"

namespace tradereport::validator {

// The report with its claims in the place of the figures of tables, so that relations hold among
// them. Of what the text says of one thing several times the most exact is the figure; the others
// stay claims, which are held against it. Levels of one row are all in the largest of their units,
// rates in per cent:
//   1.77万亿元 and 3225.7亿元 -> 1.77 万亿元 and 0.32257 万亿元       1.3 倍 -> 130 %, from 125 to
//   135
// What cannot be converted is left out.
Report of_sentences(const Report& report, const Family& family);

}  // namespace tradereport::validator
