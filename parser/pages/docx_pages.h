// A Word file laid out as one long page, so that what reads pages reads drafts.
#pragma once

#include "parser/pages/docx_text.h"
#include "parser/pages/pdf_source.h"

namespace tradereport::parser {

// Paragraphs are broken into lines; the cells of a table stand in columns that are as wide as what
// they hold, so that nothing overlaps and no name is broken. The boxes tell what stands beside and
// below what, and nothing of the paper that Word would print.
PdfPage page_of(const DocxText& text);

}  // namespace tradereport::parser
