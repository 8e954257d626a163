// What repeats on pages or stands at their feet and does not belong to the flow of the text.
#pragma once

#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/layout/line_role.h"
#include "parser/text/text.h"

namespace tradereport::parser {

// The role of each line of the document, and the note markers taken out of the lines' texts.
//
// With boxes: the outermost lines of a page are furniture if they repeat on other pages at the same
// height, if they are only a number, or if the family knows them as running heads. Raised smaller
// characters are markers. Small print from a marker's number down to the end of the page is a
// footnote. Without boxes: lines that the family knows, lone page numbers, and note bodies whose
// number stands as a marker between two ideographs of an earlier line.
std::vector<LineRole> take_out_furniture(Document& document, const Grammar& grammar);

}  // namespace tradereport::parser
