// Lines of running text made one.
#pragma once

#include <string_view>

#include "parser/text/text.h"

namespace tradereport::parser {

// Two lines of running text joined: a blank only between two words of an alphabetic script, or
// between two numbers. A dash at the end of one line belongs to the number that begins the next,
// and full-width numbers, which break anywhere, go on.
void join(const Document& document, Text& text, const Text& next);

// Some producers end a line within a number: "进口2" and "56.5亿美元". Beside ideographs there are
// no two numbers in a row.
bool breaks_number(std::string_view text, std::string_view next);

}  // namespace tradereport::parser
