#include "parser/reader.h"

#include <algorithm>
#include <array>
#include <deque>
#include <mutex>
#include <optional>
#include <stdexcept>

#include "parser/grammar.h"
#include "parser/open_document.h"
#include "parser/report_builder.h"

namespace tradereport::parser {

std::string_view to_string(ReadError::Code code) {
  static constexpr std::array<std::string_view, 10> names{
      "empty",       "not_a_report",      "damaged",  "encrypted",      "no_text",
      "undecodable", "no_character_maps", "not_utf8", "unknown_family", "no_period"};
  return names[static_cast<std::size_t>(code)];
}

namespace {

// A family's patterns, compiled when they are first needed.
class LazyGrammar {
 public:
  explicit LazyGrammar(const Family& family) : family_(family) {}

  const Signs& signs() {
    std::call_once(signs_made_, [&] {
      compiler_.emplace(family_, family_.id, errors_);
      signs_ = right(compiler_->signs());
    });
    return signs_;
  }
  const Grammar& grammar() {
    signs();
    std::call_once(grammar_made_, [&] { grammar_ = right(compiler_->grammar(signs_)); });
    return grammar_;
  }

 private:
  template <class T>
  T right(T&& made) const {
    if (!errors_.empty()) throw std::invalid_argument(errors_.front().to_string());
    return std::forward<T>(made);
  }

  const Family& family_;
  std::vector<FamilyError> errors_;
  std::optional<GrammarCompiler> compiler_;
  std::once_flag signs_made_;
  std::once_flag grammar_made_;
  Signs signs_;
  Grammar grammar_;
};

}  // namespace

struct Reader::Impl {
  std::vector<Family> families;
  std::deque<LazyGrammar> grammars;  // one a family, pointing into families
};

Reader::Reader(std::vector<Family> families) : impl_(std::make_unique<Impl>()) {
  impl_->families = std::move(families);
  for (const Family& family : impl_->families) impl_->grammars.emplace_back(family);
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

// The report in a document, by the first grammar that recognises it.
ReadResult read_document(Document document, std::deque<LazyGrammar>& grammars,
                         const std::string& file) {
  ReadResult result;
  ReadError unknown{ReadError::Code::unknown_family, file, 0, {}, {}};
  for (LazyGrammar& lazy : grammars) {
    const Signs& signs = lazy.signs();
    const Recognised recognised = recognise(document, signs);
    if (!recognised.yes) {
      unknown.tried.emplace_back(signs.family->id, recognised.missing);
      continue;
    }
    result.report = build_report(std::move(document), lazy.grammar(), file);
    result.family = signs.family;
    if (!result.report) return failure(ReadError::Code::no_period, file);
    return result;
  }
  result.error = std::move(unknown);
  return result;
}

}  // namespace

ReadResult Reader::read(std::string_view bytes, const std::string& file) const {
  OpenedDocument opened = open_document(bytes, file);
  ReadResult result;
  result.error = std::move(opened.error);
  if (!opened.document) return result;
  result = read_document(std::move(*opened.document), impl_->grammars, file);
  // Where nothing on a page tells up from down, the families do.
  if (result.report || !opened.turned) return result;
  ReadResult other = read_document(std::move(*opened.turned), impl_->grammars, file);
  return other.report ? std::move(other) : std::move(result);
}

std::vector<FamilyError> check_patterns(const Family& family, const std::string& file) {
  std::vector<FamilyError> errors;
  compile(family, file, errors);
  return errors;
}

}  // namespace tradereport::parser
