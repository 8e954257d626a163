// A printed issue as a file of text, and as words on pages.
#pragma once

#include <cstddef>
#include <string>

#include "tests/parser/disturbances/printed_issue.h"
#include "tests/parser/sheet.h"

namespace tradereport::parser::test {

// Where a column ends on the sheet, in points.
double edge_of(const IssueTable& table, std::size_t column);

std::string as_text(const PrintedIssue& issue);
Sheet as_sheet(const PrintedIssue& issue);

}  // namespace tradereport::parser::test
