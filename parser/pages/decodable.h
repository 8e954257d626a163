// Fonts that do not say which characters they show.
#pragma once

#include <vector>

#include "parser/pages/pdf_source.h"
#include "parser/text/text.h"

namespace tradereport::parser {

// For each page, whether its text cannot be what is printed: too many characters without a meaning,
// or of scripts that nobody mixes. Where some characters of a font stand for others ("s" for an
// ideograph, everywhere), no page of the document can be trusted.
std::vector<bool> undecodable(const std::vector<PdfPage>& pages);

// Whether the text can be some language: mostly letters, apart from its numbers. Where fonts have
// no map to Unicode the codes of their characters stand for others: signs, for the most part.
// Plain text is writing.
bool is_writing(const Document& document);

}  // namespace tradereport::parser
