// Whether a document holds more than one report.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/layout/line_role.h"
#include "parser/text/text.h"

namespace tradereport::parser {

// The line with which a further report of the family begins: several issues bound as one PDF, texts
// of several months put together. Its tables follow all over again, two of them at least; a table
// that goes on under its caption repeated does not come back after another. From that line on the
// roles become LineRole::next_report. An index into Document::lines.
std::optional<std::size_t> set_apart_next_report(const Document& document, const Grammar& grammar,
                                                 std::vector<LineRole>& roles);

}  // namespace tradereport::parser
