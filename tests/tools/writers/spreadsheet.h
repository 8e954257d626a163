// A workbook (.xlsx) as its reader sees it, for tests: read by other libraries than it is written
// by.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace tradereport::tools::test {

struct SpreadsheetCell {
  std::string text;  // of a text; of a number as it is written in the file
  bool number = false;
  std::string pattern;  // by which a number is shown: "0.0"; empty: the general one
  std::string fill;     // colour behind it, "FFFFC7CE"; empty: none

  // A number with the decimals that its pattern shows, else the text: "73.0".
  std::string shown() const;
};

struct SpreadsheetSheet {
  std::string name;
  std::map<std::string, SpreadsheetCell> cells;  // by reference: "C4"
  std::map<std::string, std::string> notes;
  std::vector<std::string> merged;  // "C2:E2"
  std::string frozen;               // the first cell that moves: "C4"
  std::string filter;               // "A3:J7"
  bool formulas = false;            // has any

  // The texts of a row from its first column to its last one.
  std::vector<std::string> row(int number) const;
  int last_row() const;
};

// Its sheets in their order. Throws std::runtime_error for what is no workbook.
std::vector<SpreadsheetSheet> read_spreadsheet(const std::string& bytes);

}  // namespace tradereport::tools::test
