// The tables of a document that no family describes.
//
// A table is found by what is drawn around its cells, and where nothing is, by the gaps that its
// lines share. Nothing is known of its words: numbers, lengths and places are all that counts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/pages/pdf_source.h"
#include "parser/pages/read_error.h"
#include "parser/plain_tables/rulings.h"
#include "schemas/plain_table.h"

namespace tradereport::parser {

// Of one document. A table that goes on over a page break is a table on each page.
struct PlainTables {
  std::vector<PlainTable> tables;  // by page, from top to bottom
  std::vector<int> unread_pages;   // with ink, but without text that could be decoded
  std::optional<ReadError> error;  // nothing could be read
};

// bytes: a PDF or a Word file, or a CSV file in UTF-8, which is one table. file: for messages.
PlainTables read_plain_tables(std::string_view bytes, const std::string& file);

// Those on one page, with page 0. `rulings`: what is drawn there.
std::vector<PlainTable> tables_on(const PdfPage& page, const Rulings& rulings);

}  // namespace tradereport::parser
