#include "parser/reader.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "parser/grammar.h"
#include "parser/lines.h"
#include "parser/pdf_source.h"
#include "parser/report_builder.h"

namespace tradereport {

std::string_view to_string(ReadError::Code code) {
  static constexpr std::array<std::string_view, 9> names{
      "empty",       "not_a_report", "damaged",        "encrypted", "no_text",
      "undecodable", "not_utf8",     "unknown_family", "no_period"};
  return names[static_cast<std::size_t>(code)];
}

struct Reader::Impl {
  std::vector<Family> families;
  std::vector<Grammar> grammars;  // one a family, pointing into families
};

Reader::Reader(std::vector<Family> families) : impl_(std::make_unique<Impl>()) {
  impl_->families = std::move(families);
  std::vector<FamilyError> errors;
  for (const Family& family : impl_->families)
    impl_->grammars.push_back(compile(family, family.id, errors));
  if (!errors.empty()) throw std::invalid_argument(errors.front().to_string());
}

Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

const std::vector<Family>& Reader::families() const {
  return impl_->families;
}

namespace {

ReadResult failure(ReadError::Code code, const std::string& file) {
  ReadResult result;
  result.error = ReadError{code, file, 0, {}, {}};
  return result;
}

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

// The report in a document, by the first grammar that recognises it.
ReadResult read_document(Document document, const std::vector<Grammar>& grammars,
                         const std::string& file) {
  ReadResult result;
  ReadError unknown{ReadError::Code::unknown_family, file, 0, {}, {}};
  for (const Grammar& grammar : grammars) {
    const Recognised recognised = recognise(document, grammar);
    if (!recognised.yes) {
      unknown.tried.emplace_back(grammar.family->id, recognised.missing);
      continue;
    }
    result.report = build_report(std::move(document), grammar, file);
    result.family = grammar.family;
    if (!result.report) return failure(ReadError::Code::no_period, file);
    return result;
  }
  result.error = std::move(unknown);
  return result;
}

ReadResult read_pages(std::vector<PdfPage> pages, const std::vector<Grammar>& grammars,
                      const std::string& file) {
  const bool words = std::any_of(pages.begin(), pages.end(),
                                 [](const PdfPage& page) { return !page.words.empty(); });
  Document document = lines_of(std::move(pages));
  if (document.lines.empty())
    return failure(words ? ReadError::Code::undecodable : ReadError::Code::no_text, file);
  return read_document(std::move(document), grammars, file);
}

}  // namespace

ReadResult Reader::read(std::string_view bytes, const std::string& file) const {
  if (bytes.empty()) return failure(ReadError::Code::empty, file);
  if (!looks_like_pdf(bytes)) {
    if (looks_binary(bytes)) return failure(ReadError::Code::not_a_report, file);
    std::optional<Document> text = lines_of(bytes);
    if (!text) return failure(ReadError::Code::not_utf8, file);
    if (text->lines.empty()) return failure(ReadError::Code::empty, file);
    return read_document(std::move(*text), impl_->grammars, file);
  }
  PdfPages pdf = read_pdf(bytes);
  if (pdf.error) {
    pdf.error->file = file;
    ReadResult result;
    result.error = std::move(pdf.error);
    return result;
  }
  // Where nothing on a page tells up from down, the families do.
  std::vector<PdfPage> over;
  const auto unknown = [](const PdfPage& page) { return page.turn_unknown; };
  if (std::any_of(pdf.pages.begin(), pdf.pages.end(), unknown)) {
    for (const PdfPage& page : pdf.pages)
      over.push_back(page.turn_unknown ? turned_over(page) : page);
  }
  ReadResult result = read_pages(std::move(pdf.pages), impl_->grammars, file);
  if (result.report || over.empty()) return result;
  ReadResult other = read_pages(std::move(over), impl_->grammars, file);
  return other.report ? std::move(other) : std::move(result);
}

std::vector<FamilyError> check_patterns(const Family& family, const std::string& file) {
  std::vector<FamilyError> errors;
  compile(family, file, errors);
  return errors;
}

}  // namespace tradereport
