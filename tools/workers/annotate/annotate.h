// A PDF with marks on its pages, as every viewer shows them. To be called in a worker alone: it
// parses what comes from outside (by qpdf).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/workers/annotate/page_mark.h"

namespace tradereport::tools {

struct AnnotatedPdf {
  std::string bytes;
  // The original could not be appended to (update.h), so the copy is a new file of the same
  // content. Otherwise it begins with the bytes of the original.
  bool anew = false;
  bool is_signed = false;  // viewers will say that it was changed after it was signed
};

// Exactly one of pdf and error is set.
struct Annotating {
  std::optional<AnnotatedPdf> pdf;
  std::string error;  // message id behind "read.": "annotate_…"
  std::string reason;
};

// Each mark becomes a highlight with a pop-up note; one without boxes a note in the page's corner.
// turns: by page, the quarter turns to the right that its text has (ReadResult::turns). Errors: the
// file forbids it (annotate_protected), is signed and would lose its signature (annotate_signed),
// is damaged so that pages cannot be told apart or written again (annotate_damaged).
Annotating annotate_pdf(std::string_view bytes, const std::vector<PageMark>& marks,
                        const std::vector<int>& turns);

}  // namespace tradereport::tools
