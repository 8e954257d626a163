// Fonts that do not say which characters they show.
#pragma once

#include <vector>

#include "parser/pages/pdf_source.h"

namespace tradereport::parser {

// For each page, whether its text cannot be what is printed: too many characters without a meaning,
// or of scripts that nobody mixes. Where some characters of a font stand for others ("s" for an
// ideograph, everywhere), no page of the document can be trusted.
std::vector<bool> undecodable(const std::vector<PdfPage>& pages);

}  // namespace tradereport::parser
