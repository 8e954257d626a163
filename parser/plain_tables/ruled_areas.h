// Where rulings say that tables stand.
#pragma once

#include <vector>

#include "parser/plain_tables/table_grid.h"

namespace tradereport::parser {

// Rulings that cross or meet, by the box around them: frames with something ruled within. The
// smaller ones first.
std::vector<Box> ruled_frames(const Rulings& rulings);

// Level rulings of one width under one another with no running text between: tables that are ruled
// above, below and under their heads. Those within `frames` are left out.
std::vector<Box> level_stacks(const Rulings& rulings, const std::vector<Placed>& words,
                              const std::vector<Box>& frames);

// The part of the page in the box: the words whose middle lies within, and the rulings that do.
TableArea area_of(const Box& box, const std::vector<Placed>& words, const Rulings& rulings);

}  // namespace tradereport::parser
