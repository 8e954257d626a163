// From the lines under a caption to rows and columns, and from those to figures.
#pragma once

#include <optional>
#include <vector>

#include "parser/layout/atoms.h"
#include "parser/layout/heads.h"
#include "parser/layout/layout.h"
#include "parser/text/numeral.h"
#include "parser/text/numeral_ledger.h"
#include "schemas/report.h"

namespace tradereport::parser {

struct NegativeCells;

// A row before its names and numbers are read: one place a column, empty where nothing is printed.
struct RawRow {
  int group = -1;  // index of the family's group that the row stands under
  // The year that is printed before the row's name, or on a line of its own over it.
  std::optional<int> year{};
  std::vector<std::optional<Atom>> cells;
};

// A column as it is printed: one of the family's, or one that is not read, because its head is not
// understood.
struct PrintedColumn : Column {
  bool read = true;
};

struct RawTable {
  std::vector<PrintedColumn> columns;
  bool as_declared = false;  // the heads name all of the edition's columns in their order
  std::vector<RawRow> rows;
  std::vector<std::size_t> heads;  // lines of its head: indices into Document::lines
};

// The columns that a table of this family can be printed with: all of them, those of the month
// alone, those of the year to date alone.
std::vector<std::vector<Column>> column_choices(const TableForm& form);

// The choice that fits rows with these counts of figures; nullptr if none does, or if many rows
// have more. Where months and year to date are alike, the heads decide.
const std::vector<Column>* choose_columns(const std::vector<std::vector<Column>>& choices,
                                          const std::vector<std::size_t>& counts,
                                          const HeadWords& heads);

std::size_t measures(const std::vector<Column>& columns);

// The count that most rows have, the greater of two that are as frequent; 0 for none.
std::size_t usual(const std::vector<std::size_t>& counts);

// Reads a region whose words have boxes: columns by their place over the whole table, labels that
// wrap around their figures joined, blank cells left blank.
RawTable read_grid(const Document& document, const TableRegion& region, const Grammar& grammar,
                   NumeralLedger& ledger);

// Reads a region of plain text, where order is all there is: a label, then its figures. Blank cells
// are known only where the family declares them.
RawTable read_stream(const Document& document, const TableRegion& region, const Grammar& grammar,
                     NumeralLedger& ledger);

// Reads a region as that edition of its table which its heads fit best, which becomes the region's
// form: the one whose columns they name in their order, or else of which most columns can be read.
RawTable read_edition(const Document& document, TableRegion& region, const Grammar& grammar,
                      NumeralLedger& ledger);

// Adds the table with its figures to the report: names resolved, ranks counted, numerals accounted
// for; unknown names, missing rows and foreign units become problems. Cells that may be negative
// figures are read where `negatives` knows how their table prints them, and otherwise added to it.
void add_table(const Document& document, const TableRegion& region, const RawTable& raw,
               const Grammar& grammar, NumeralLedger& ledger, NegativeCells& negatives,
               Report& report);

}  // namespace tradereport::parser
