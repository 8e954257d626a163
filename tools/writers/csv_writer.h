// CSV as RFC 4180 says it, safe to open in spreadsheet programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/writers/dataset.h"

namespace tradereport::tools {

// Makes text harmless that a spreadsheet would take for a formula: what starts with = + - @, a
// tab, a line end or a full-width ＝ ＋ － ＠, and is no number, gets an apostrophe in front.
//   guard_formula("=1+1") -> "'=1+1"    guard_formula("-1.6") -> "-1.6"    guard_formula("-a") ->
//   "'-a"
std::string guard_formula(std::string_view text);

// True for a sign (of any kind), digits (ASCII or full-width), points and separators, a per cent
// sign: "-1.6", "－１.６", "1,845.4", "46.5%".
bool looks_like_number(std::string_view text);

// The field in quotes if it has quotes, commas or line ends; quotes are doubled.
std::string quote(std::string_view field);

// A line of the file, with its line end.
std::string csv_line(const std::vector<std::string>& fields);

// The line of column names.
std::string csv_head(const DataTable& table);

// The table with a line of column names. Lines end with CR LF; UTF-8 without byte order mark.
std::string csv_text(const DataTable& table);

}  // namespace tradereport::tools
