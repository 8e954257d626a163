// The annotations of a page (ISO 32000-1, 12.5). Internal to annotate.cpp.
#pragma once

#include <string>

#include "tools/workers/annotate/page_frame.h"
#include "tools/workers/annotate/page_mark.h"
#include "tools/workers/annotate/pdf_file.h"

namespace tradereport::tools {

// What the mark becomes: with an appearance, so that no viewer has to find one, and a pop-up
// window.
PdfAnnotation make_annotation(const PageFrame& frame, const PageMark& mark, std::string name);

}  // namespace tradereport::tools
