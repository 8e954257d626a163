// A table as text: CSV (RFC 4180), and its kin with semicolons or tabs.
#pragma once

#include <string_view>

#include "schemas/plain_table.h"

namespace tradereport::parser {

// utf8: with or without byte order mark. Lines end with LF or CR LF; a field in quotes may hold
// commas, line ends and doubled quotes. Each line is a row, blank ones too; a file that has the
// same number of semicolons (or tabs) on each of its filled lines is parted at these, else at
// commas. Page and boxes are left empty.
PlainTable delimited_table(std::string_view utf8);

}  // namespace tradereport::parser
