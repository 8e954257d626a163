// A PDF changed by appending to it (ISO 32000-1, 7.5.6): every byte that was there stays, so that
// what was published can still be told from what was added.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tools/workers/annotate/pdf_file.h"

namespace tradereport::tools {

// The original with what is changed in `pdf`, which was made of it, appended, and a cross-reference
// section of the kind that the original ends with: a table or a stream. Nothing where the file does
// not allow it: something stands before its header, its last section is not where it says, it has
// sections of both kinds in one (hybrid), or it is encrypted.
std::optional<std::string> updated_pdf(std::string_view original, const PdfFile& pdf);

}  // namespace tradereport::tools
