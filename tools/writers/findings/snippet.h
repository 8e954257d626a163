// A printed line with a part of it underlined, as it fits into a terminal.
#pragma once

#include <cstddef>
#include <string>

#include "schemas/report.h"

namespace tradereport::tools {

struct Snippet {
  std::string line;               // one line of clean UTF-8; what is cut off is marked "…"
  std::size_t column = 0;         // where the underline begins, in columns
  std::size_t width = 0;          // how long it is; 0: nothing to underline
  std::string underline() const;  // blanks and carets: "      ^^^^"
};

// The source's printed line and the columns of its bytes [begin, end). A line wider than `columns`
// is cut to a window around them. Offsets outside the line underline what is left of them inside.
//   {line_text "进口 1.3", begin 7, end 10}, 80 -> {"进口 1.3", column 5, width 3}
Snippet make_snippet(const Source& source, std::size_t columns);

}  // namespace tradereport::tools
