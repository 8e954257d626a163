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

}  // namespace

ReadResult Reader::read(std::string_view bytes, const std::string& file) const {
  if (bytes.empty()) return failure(ReadError::Code::empty, file);
  Document document;
  if (looks_like_pdf(bytes)) {
    PdfPages pages = read_pdf(bytes);
    if (pages.error) {
      pages.error->file = file;
      ReadResult result;
      result.error = std::move(pages.error);
      return result;
    }
    document = lines_of(pages.pages);
    if (document.lines.empty()) {
      const bool words = std::any_of(pages.pages.begin(), pages.pages.end(),
                                     [](const PdfPage& page) { return !page.words.empty(); });
      return failure(words ? ReadError::Code::undecodable : ReadError::Code::no_text, file);
    }
  } else {
    if (looks_binary(bytes)) return failure(ReadError::Code::not_a_report, file);
    std::optional<Document> text = lines_of(bytes);
    if (!text) return failure(ReadError::Code::not_utf8, file);
    if (text->lines.empty()) return failure(ReadError::Code::empty, file);
    document = std::move(*text);
  }
  ReadResult result;
  ReadError unknown{ReadError::Code::unknown_family, file, 0, {}, {}};
  for (const Grammar& grammar : impl_->grammars) {
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

std::vector<FamilyError> check_patterns(const Family& family, const std::string& file) {
  std::vector<FamilyError> errors;
  compile(family, file, errors);
  return errors;
}

}  // namespace tradereport
