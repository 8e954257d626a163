// The captions of tables, and on which side of its table each stands.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/text/text.h"

namespace tradereport::parser {

struct FoundCaption {
  std::size_t table = 0;            // index into the family's tables
  const TableForm* form = nullptr;  // the first of its editions that has such a caption
  std::size_t lines = 0;            // that it takes
  Text text;
  double edge = 0;  // of a head: its right end
};

// The caption that begins at lines[at], over a few lines at most. `lines` are indices into
// Document::lines.
std::optional<FoundCaption> caption_at(const Document& document, const Grammar& grammar,
                                       const std::vector<std::size_t>& lines, std::size_t at);

// The head, over several lines, that begins at lines[at] and that a table without a caption is
// known by. What is printed to the right of its edge is not of the table.
std::optional<FoundCaption> head_at(const Document& document, const Grammar& grammar,
                                    const std::vector<std::size_t>& lines, std::size_t at);

// The lines in an order in which every caption stands before its table. Where rows stand above each
// caption and none below the last, captions stand below their tables.
std::vector<std::size_t> captions_first(const Document& document, const Grammar& grammar,
                                        std::vector<std::size_t> lines);

}  // namespace tradereport::parser
