#include "parser/reader.h"

#include <algorithm>
#include <deque>
#include <mutex>
#include <stdexcept>

#include "parser/grammar/grammar.h"
#include "parser/pages/decodable.h"
#include "parser/pages/ink.h"
#include "parser/pages/open_document.h"
#include "parser/report/blank_cells.h"
#include "parser/report/report_builder.h"

namespace tradereport::parser {

// A family's patterns, translated when they are first needed. The reader has it as a member: so it
// stands in no unnamed namespace.
class LazyGrammar {
 public:
  explicit LazyGrammar(const Family& family) : compiler_(family) {}

  const Signs& signs() {
    std::call_once(signs_made_, [&] { signs_ = right(compiler_.signs()); });
    return signs_;
  }
  const Grammar& grammar() {
    signs();
    std::call_once(grammar_made_, [&] { grammar_ = right(compiler_.grammar(signs_)); });
    return grammar_;
  }

 private:
  template <class T>
  T right(T&& made) const {
    if (!compiler_.errors().empty())
      throw std::invalid_argument(compiler_.errors().front().to_string());
    return std::forward<T>(made);
  }

  GrammarCompiler compiler_;
  std::once_flag signs_made_;
  std::once_flag grammar_made_;
  Signs signs_;
  Grammar grammar_;
};

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

ReadResult not_read(ReadError::Code code, const std::string& file) {
  ReadResult result;
  result.error = ReadError{code, file, 0, {}, {}};
  return result;
}

// What explains that a report gives nothing at all, if the document itself does.
std::optional<ReadError::Code> why_nothing_is_read(const Document& document) {
  if (document.damaged) return ReadError::Code::damaged;
  if (!document.unread_pages.empty() || !is_writing(document)) return ReadError::Code::undecodable;
  return std::nullopt;
}

// The report in a document, by the first grammar that recognises it.
ReadResult read_document(Document document, std::deque<LazyGrammar>& grammars,
                         const std::string& file, const PeriodHints& hints) {
  ReadResult result;
  ReadError unknown{ReadError::Code::unknown_family, file, 0, {}, {}};
  for (LazyGrammar& lazy : grammars) {
    const Signs& signs = lazy.signs();
    const Recognised recognised = recognise(document, signs);
    if (!recognised.yes) {
      unknown.tried.push_back(recognised.tried);
      continue;
    }
    const std::optional<ReadError::Code> why = why_nothing_is_read(document);
    result.report = build_report(std::move(document), lazy.grammar(), file, hints);
    result.family = signs.family;
    if (!result.report) return not_read(why.value_or(ReadError::Code::no_period), file);
    if (result.report->figures.empty() && result.report->claims.empty())
      return not_read(why.value_or(ReadError::Code::nothing_read), file);
    return result;
  }
  if (!is_writing(document)) return not_read(ReadError::Code::undecodable, file);
  result.error = std::move(unknown);
  return result;
}

}  // namespace

ReadResult Reader::read(std::string_view bytes, const std::string& file,
                        const PeriodHints& hints) const {
  OpenedDocument opened = open_document(bytes, file);
  ReadResult result;
  result.error = std::move(opened.error);
  if (!opened.document) return result;
  const auto read_turned = [&](Document document) {
    const std::vector<int> turns = document.turns;
    const bool on_paper = document.on_paper;
    ReadResult read = read_document(std::move(document), impl_->grammars, file, hints);
    if (!read.report) return read;
    read.turns = turns;
    if (!on_paper) allow_blank_rates(*read.report, {});
    if (turns.empty()) return read;
    Ink ink(bytes, turns);
    allow_blank_rates(*read.report, [&](int page, const Box& box) { return ink.at(page, box); });
    return read;
  };
  result = read_turned(std::move(*opened.document));
  // Where nothing on a page tells up from down, the families do.
  if (result.report || !opened.turned) return result;
  ReadResult other = read_turned(std::move(*opened.turned));
  return other.report ? std::move(other) : std::move(result);
}

}  // namespace tradereport::parser
