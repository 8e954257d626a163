#include "tools/workers/annotate/annotate.h"

#include <fmt/format.h>

#include <exception>
#include <new>
#include <utility>

#include "tools/workers/annotate/annotations.h"
#include "tools/workers/annotate/pdf_file.h"
#include "tools/workers/annotate/update.h"

namespace tradereport::tools {

namespace {

void add_marks(PdfFile& pdf, const std::vector<PageMark>& marks, const std::vector<int>& turns) {
  for (std::size_t i = 0; i < turns.size(); ++i) {
    std::vector<PdfAnnotation> added;
    const PageFrame frame(pdf.pages()[i], turns[i]);
    for (const PageMark& mark : marks) {
      if (static_cast<std::size_t>(mark.page) == i + 1)
        added.push_back(
            make_annotation(frame, mark, fmt::format("tradereport-{}-{}", i + 1, added.size())));
    }
    if (!added.empty()) pdf.annotate(i, added);
  }
}

// Whether these bytes are a PDF without fault that has so many pages.
bool is_sound(std::string_view bytes, std::size_t pages) {
  const PdfFile pdf(bytes);
  return pdf.pages().size() == pages && !pdf.has_faults();
}

Annotating annotate_failure(std::string error, std::string reason = {}) {
  return {std::nullopt, std::move(error), std::move(reason)};
}

Annotating annotated(std::string_view bytes, const std::vector<PageMark>& marks,
                     const std::vector<int>& turns) {
  PdfFile pdf(bytes);
  const std::size_t pages = pdf.pages().size();
  if (pdf.forbids_annotations()) return annotate_failure("annotate_protected");
  if (pages != turns.size())
    return annotate_failure("annotate_damaged", fmt::format("{} ≠ {}", pages, turns.size()));
  AnnotatedPdf result;
  result.is_signed = pdf.is_signed();
  add_marks(pdf, marks, turns);
  std::optional<std::string> update;
  if (!pdf.has_faults()) update = updated_pdf(bytes, pdf);
  if (update && is_sound(*update, pages)) {
    result.bytes = std::move(*update);
    return {std::move(result), {}, {}};
  }
  if (result.is_signed) return annotate_failure("annotate_signed");
  result.anew = true;
  result.bytes = pdf.written_anew();
  if (!is_sound(result.bytes, pages)) return annotate_failure("annotate_damaged", "");
  return {std::move(result), {}, {}};
}

}  // namespace

Annotating annotate_pdf(std::string_view bytes, const std::vector<PageMark>& marks,
                        const std::vector<int>& turns) {
  try {
    return annotated(bytes, marks, turns);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return annotate_failure("annotate_damaged", error.what());
  }
}

}  // namespace tradereport::tools
