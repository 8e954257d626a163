// Where tables stand that nothing frames: lines that share gaps.
#pragma once

#include <vector>

#include "parser/plain_tables/text_pieces.h"

namespace tradereport::parser {

// The words of each stretch of a page that may be a table: lines of several pieces under one
// another, with the heads above them. Running text in columns is told apart first. What is found
// need not be a table; its grid tells (table_evidence.h).
std::vector<std::vector<Placed>> text_areas(const std::vector<Placed>& words,
                                            const Rulings& rulings);

}  // namespace tradereport::parser
