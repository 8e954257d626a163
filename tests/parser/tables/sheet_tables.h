// Tables of the first family set on a sheet, row by row.
#pragma once

#include <string>
#include <vector>

#include "tests/parser/sheet.h"

namespace tradereport::parser::test {

// The figures of a row as printed; "" leaves a cell blank.
using Cells = std::vector<const char*>;

constexpr double kLabel = 120;                                          // centre of the names
inline const std::vector<double> kEdges{200, 260, 320, 380, 440, 500};  // right edges of figures

// A name, and a figure at each edge; all of it moved to the right by `shift`.
void put_row(Sheet& sheet, double y, const char* label, const Cells& figures, double shift = 0,
             const std::vector<double>& edges = kEdges);

// The caption of the overview, table 1 of May 2024.
void put_caption(Sheet& sheet);
// The heads of its six columns: value, share and growth of the month and of the year to date.
void put_heads(Sheet& sheet, double y, double shift = 0);
// Caption and heads; there is room for rows from 140 on.
void put_overview_head(Sheet& sheet);
// The whole table: its rows stand at 140, 165, 190 and 215.
void put_overview(Sheet& sheet);

// What table_lines() says of the whole table.
inline const std::vector<std::string> kOverviewLines{
    "进出口总额 462.1 8.9 0.9 2190.3 8.9 0.9", "出口额 74.7 2.5 15.7 344.8 2.5 -1.8",
    "进口额 387.3 17.6 -1.6 1845.4 17.4 1.4", "净出口额 -312.6 _ 16.3 -1500.6 _ -32.0"};

}  // namespace tradereport::parser::test
