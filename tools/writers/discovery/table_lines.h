// A table of a document of no family as text for people and as CSV.
#pragma once

#include <string>
#include <vector>

#include "schemas/plain_table.h"

namespace tradereport::tools {

// The cells as rows of fields, all of one length; a merged cell stands in its first row and column,
// the others that it spans are empty.
std::vector<std::vector<std::string>> table_fields(const PlainTable& table);

// The rows as CSV (csv_writer.h), with nothing in them that a spreadsheet takes for a formula.
std::string table_csv(const PlainTable& table);

// The rows aligned: figures to the right, texts to the left, two blanks between columns. Each line
// begins with two blanks.
//     Country    1995   1996
//     Austria    47.5   50.1
std::string table_text(const PlainTable& table);

// The table as an HTML element, with its merged cells.
std::string table_html(const PlainTable& table);

}  // namespace tradereport::tools
