#include "parser/pages/open_document.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "parser/pages/docx_file.h"
#include "parser/pages/docx_pages.h"
#include "parser/pages/docx_text.h"
#include "parser/pages/lines.h"
#include "parser/pages/pdf_source.h"

namespace tradereport::parser {

namespace {

// A text of which more than a few characters are control characters is some binary file.
bool looks_binary(std::string_view bytes) {
  std::size_t controls = 0;
  const std::string_view start = bytes.substr(0, 4096);
  for (const char c : start) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0) return true;
    if (byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') ++controls;
  }
  return controls * 50 > start.size();
}

OpenedDocument not_opened(ReadError::Code code, const std::string& file) {
  OpenedDocument opened;
  opened.error = ReadError{code, file, 0, {}, {}};
  return opened;
}

OpenedDocument open_docx(std::string_view bytes, const std::string& file) {
  const auto parts = docx_parts(bytes);
  const auto text = parts ? docx_text(*parts, TrackedChanges::accepted) : std::nullopt;
  if (!text) return not_opened(ReadError::Code::damaged, file);
  OpenedDocument opened;
  opened.document = lines_of(std::vector<PdfPage>{page_of(*text)});
  opened.document->on_paper = false;
  opened.document->turns.clear();
  int number = 0;
  for (Line& line : opened.document->lines) line.number = ++number;
  if (opened.document->lines.empty()) return not_opened(ReadError::Code::no_text, file);
  return opened;
}

}  // namespace

OpenedDocument open_document(std::string_view bytes, const std::string& file) {
  if (bytes.empty()) return not_opened(ReadError::Code::empty, file);
  switch (office_file(bytes)) {
    case OfficeFile::docx:
      return open_docx(bytes, file);
    case OfficeFile::locked:
      return not_opened(ReadError::Code::encrypted, file);
    case OfficeFile::other:
      return not_opened(ReadError::Code::other_office, file);
    case OfficeFile::none:
      break;
  }
  OpenedDocument opened;
  if (!looks_like_pdf(bytes)) {
    if (looks_binary(bytes)) return not_opened(ReadError::Code::not_a_report, file);
    opened.document = lines_of(bytes);
    if (!opened.document) return not_opened(ReadError::Code::not_utf8, file);
    if (opened.document->lines.empty()) return not_opened(ReadError::Code::empty, file);
    return opened;
  }
  PdfPages pdf = read_pdf(bytes);
  if (pdf.error) {
    opened.error = std::move(pdf.error);
    opened.error->file = file;
    return opened;
  }
  std::vector<PdfPage> over;
  const auto unknown = [](const PdfPage& page) { return page.turn_unknown; };
  if (std::any_of(pdf.pages.begin(), pdf.pages.end(), unknown)) {
    for (const PdfPage& page : pdf.pages)
      over.push_back(page.turn_unknown ? turned_over(page) : page);
  }
  const bool words = std::any_of(pdf.pages.begin(), pdf.pages.end(),
                                 [](const PdfPage& page) { return !page.words.empty(); });
  opened.document = lines_of(std::move(pdf.pages));
  if (!over.empty()) opened.turned = lines_of(std::move(over));
  opened.document->damaged = pdf.damaged;
  if (opened.turned) opened.turned->damaged = pdf.damaged;
  if (opened.document->lines.empty())
    return not_opened(words ? ReadError::Code::undecodable : ReadError::Code::no_text, file);
  return opened;
}

}  // namespace tradereport::parser
