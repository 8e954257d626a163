// From words or plain text to lines in reading order.
#pragma once

#include <optional>
#include <string_view>

#include "parser/pages/pdf_source.h"
#include "parser/text/text.h"

namespace tradereport::parser {

// Words whose vertical extents overlap make a line; a smaller raised character stays on its line.
// Pages on which most characters have no meaning (fonts without a map to Unicode) yield no lines
// and are listed as unread.
Document lines_of(std::vector<PdfPage> pages);

// Plain text: one line a line, pages split at form feeds. Nothing if it is not UTF-8.
std::optional<Document> lines_of(std::string_view utf8);

}  // namespace tradereport::parser
