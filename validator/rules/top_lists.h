// The comparison of the text's "first N" with the tables, for M02. Internal to validator.
#pragma once

#include <string>
#include <vector>

#include "schemas/family.h"
#include "schemas/report.h"

namespace tradereport {

struct WrongList {
  std::size_t index = 0;              // in Report::lists
  bool length = false;                // not as many names as announced
  std::vector<std::string> unknown;   // names that the table does not have
  std::vector<std::string> expected;  // the names by falling value
  std::string place;                  // table
};

// The rows that the list is to be held against, by falling printed level: those of the table, or of
// the group of a table, for its flow and span that most of its names stand in. Empty if there are
// none.
std::vector<const Figure*> rows_for(const Report& report, const Family& family,
                                    const TopList& list);

// All lists that are not what the tables say. The list is held against the rows (of one table, or
// of one group of it) that most of its names stand in, for its flow and span, by falling printed
// value; rows with the same printed value may come in any order. A list that no table can be found
// for, or whose unknown names may be rows that the report lacks or misspells, is not judged.
std::vector<WrongList> wrong_lists(const Report& report, const Family& family);

}  // namespace tradereport
