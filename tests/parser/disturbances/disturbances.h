// What real reports do to tables and sentences, each as a change of a printed issue.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/parser/disturbances/printed_issue.h"
#include "tools/dev/worlds/random.h"

namespace tradereport::parser::test {

struct Disturbance {
  std::string name;
  std::function<void(PrintedIssue&, worlds::Random&)> apply;
};

// Signs of negative figures, marks at figures, what stands in place of a figure.
std::vector<Disturbance> cell_disturbances();
// Columns, rows, and what stands beside a table.
std::vector<Disturbance> table_disturbances();
// Captions, page breaks, tables that are lost or stand beside each other.
std::vector<Disturbance> caption_disturbances();
// Sentences.
std::vector<Disturbance> text_disturbances();

// A cell of a table that is not disturbed yet, as the family names it.
std::string key_of_cell(const IssueTable& table, std::size_t row, std::size_t column);
// Nothing is to be read there.
void forget(PrintedIssue& issue, const IssueTable& table, std::size_t row, std::size_t column);

// Every cell with a figure: apply(table, row, column).
void for_each_cell(PrintedIssue& issue,
                   const std::function<void(IssueTable&, std::size_t, std::size_t)>& apply);

// One of the tables, and one of its rows with figures.
IssueTable& any_table(PrintedIssue& issue, worlds::Random& random);
std::size_t any_row(const IssueTable& table, worlds::Random& random);

}  // namespace tradereport::parser::test
