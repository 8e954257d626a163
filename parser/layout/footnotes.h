// Note markers within the text, and the notes that they point to.
#pragma once

#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/layout/line_role.h"
#include "parser/text/text.h"

namespace tradereport::parser {

// Moves note markers from the lines' texts to their markers: with boxes, raised smaller signs; in
// any document circled digits and numbers in square brackets.
void take_out_markers(Document& document);

// Documents with boxes: the foot of a page from the topmost line on that starts with a marker which
// the text has somewhere, if those lines are smaller than the text or only a few.
void find_footnotes(const Document& document, const Grammar& grammar,
                    const std::vector<std::vector<std::size_t>>& pages,
                    std::vector<LineRole>& roles);

// Plain text, which has no raised characters: a number between two ideographs is a marker if a
// later line starts with it and a text. Numbers count up from 1.
void find_text_footnotes(Document& document, const Grammar& grammar, std::vector<LineRole>& roles);

}  // namespace tradereport::parser
