// The heads of a table's columns: what each says of the figures below it, and which of the family's
// columns it therefore is.
#pragma once

#include <optional>
#include <vector>

#include "parser/tables/table.h"

namespace tradereport::parser {

// What is printed over one column of figures.
struct ColumnHead {
  std::optional<Span> span;
  std::optional<Measure> measure;
  std::optional<int> year;
  std::string_view flow{};  // of the family; empty: it names none
  // The year that it is compared with, or that it is of, if a flow of the family has that base.
  std::optional<int> base{};
  bool other_year = false;  // it stands under a year or period of which the report is not
  bool unknown = false;     // some of it is not understood, or it says two things
  bool beside = false;      // it stands nearest to this column, but not over it
};

// Where a column's figures stand on the page.
struct Extent {
  double left = 0;
  double right = 0;
  double centre() const { return (left + right) / 2; }
};

// Of heads with boxes: each word belongs to the column over which it stands, that of a span to all
// the columns under it. `labels`: where the names of rows stand; what is over them is no column's.
std::vector<ColumnHead> heads_over(const Document& document, const Grammar& grammar,
                                   const std::vector<Atom>& pieces,
                                   const std::vector<Extent>& columns,
                                   const std::vector<Box>& labels);

// Of heads in plain text, on these lines: as many words as columns name them in their order, from
// left to right where the text is set out in columns, else as they follow one another.
std::vector<ColumnHead> heads_in_order(const Document& document, const Grammar& grammar,
                                       const std::vector<std::size_t>& lines, std::size_t columns);

// Are the columns, in their order, what these heads say? Heads may say nothing, but not all.
bool say_all(const std::vector<ColumnHead>& heads, const std::vector<Column>& columns,
             const TableForm& form, const Family& family);

// The columns with these heads. Where the heads say nothing against it they are `by_place`, the
// family's columns in their order (nullptr if there are not as many); else each is what its own
// head says, and one whose head is not understood, or says the same as another's, is not read.
// Nothing if no column can be read.
std::vector<PrintedColumn> columns_under(const std::vector<ColumnHead>& heads,
                                         const TableForm& form, const Family& family,
                                         const std::vector<Column>* by_place);

}  // namespace tradereport::parser
