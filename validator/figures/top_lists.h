// The comparison of the text's "first N" with the tables, for M02. Internal to validator.
#pragma once

#include <string>
#include <vector>

#include "schemas/family.h"
#include "schemas/report.h"

namespace tradereport::validator {

struct WrongList {
  std::size_t index = 0;              // in Report::lists
  bool length = false;                // not as many names as announced
  std::vector<std::string> unknown;   // names that the table does not have
  std::vector<std::string> expected;  // the names by falling value
  std::string place;                  // table
};

// For each list of the report the rows that it is to be held against, by falling printed level:
// those of the table, or of the group of a table, for its flow and span that most of its names
// stand in. Empty if there are none.
std::vector<std::vector<const Figure*>> rows_of_lists(const Report& report, const Family& family);

// All lists that are not what the tables say, held against those rows; rows with the same printed
// value may come in any order. A list that no table can be found
// for, or whose unknown names may be rows that the report lacks or misspells, is not judged.
std::vector<WrongList> wrong_lists(const Report& report,
                                   const std::vector<std::vector<const Figure*>>& rows);

}  // namespace tradereport::validator
