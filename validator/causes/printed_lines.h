// The rows, columns and sentences of a report, as they are printed. Internal to validator.
#pragma once

#include <string>
#include <vector>

#include "schemas/family.h"
#include "schemas/report.h"
#include "validator/causes/editorial_slip.h"

namespace tradereport::validator {

// A column of a table: its figures from top to bottom.
struct ColumnFigures {
  std::string place;
  Span span = Span::month;
  Measure measure = Measure::value;  // of the head; a row may read it as another one
  std::vector<PrintedIndex> figures;
};

// A row of a table over one span.
struct RowFigures {
  std::string place;
  std::string group;
  int rank = 0;
  std::string name;
  Span span = Span::month;
  std::vector<PrintedIndex> figures;  // from left to right
};

// The claims of one sentence.
struct SentenceClaims {
  SharedText text;
  std::vector<PrintedIndex> claims;
  std::vector<std::size_t> lists;
};

struct PrintedLines {
  std::vector<std::string> tables;  // ids
  std::vector<ColumnFigures> columns;
  std::vector<RowFigures> rows;
  std::vector<SentenceClaims> sentences;
};

PrintedLines printed_lines(const Report& report, const Family& family);

// The measure of the head that the figure stands under.
Measure head_of(const Family& family, const FigureKey& key);

// Whether the two stand on one line of the page: in the row of that name or rank.
bool on_one_line(const FigureKey& a, const FigureKey& b);

}  // namespace tradereport::validator
