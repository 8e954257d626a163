// A finding as text for people, in the manner of a compiler's diagnostics. Internal to writers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "schemas/finding.h"
#include "schemas/messages.h"

namespace tradereport::tools {

struct TextStyle {
  Language language = Language::en;
  bool colour = false;
  std::size_t columns = 100;  // longer printed lines are cut to a window
  bool certificates = false;  // print the proofs of findings in full, with their certificates
};

// What is wrong, how certain that is, where it stands, what is printed and what would be possible,
// and why, in about fifteen lines; `file` is that of the report.
//
//   error T03 (proved): exports = sum of the products does not hold …
//     --> may.txt:33, page 1
//      | 出口额 77.4 2.5 15.7
//      |        ^^^^
//      | printed    77.4
//      | possible   74.7 to 74.9
//      | suggested  74.7
//      = exports = sum of the products (month):
//          出口额    77.4  77.35  77.45
//          9 others  74.8  74.35  75.25
//      = 3 further relations say the same
//
// Where nothing tells the candidates apart, they stand side by side instead of one with its values.
std::string finding_text(const Finding& finding, const std::string& file, const TextStyle& style);

// The text in a terminal's colour, where there are colours.
std::string paint(const TextStyle& style, std::string_view code, std::string_view text);

}  // namespace tradereport::tools
