#include "tools/writers/check/finding_marks.h"

#include <fmt/format.h>

#include <algorithm>

#include "tools/terminal/display_width.h"
#include "tools/writers/findings/finding_words.h"
#include "tools/writers/findings/possible.h"
#include "validator/findings/describe.h"
#include "validator/findings/proof_table.h"

namespace tradereport::tools {

namespace {

constexpr const char* kAuthor = "tradereport ";
// Of several that may be wrong; of more the note tells the number.
constexpr std::size_t kMostInNote = 10;

PageMark::Kind mark_kind(const Finding& finding) {
  switch (finding.severity) {
    case Severity::error:
      return PageMark::Kind::error;
    case Severity::warning:
      return PageMark::Kind::warning;
    default:
      return PageMark::Kind::note;
  }
}

// A finding as lines of plain text, for a small window in a type whose characters are not all of
// one width.
class NoteText {
 public:
  NoteText(const Finding& finding, const std::string& file, Language language)
      : finding_(finding), file_(file), language_(language) {}

  std::string head() const {
    return finding_kind(finding_, language_) + text("cli.colon") +
           one_line(validator::describe(finding_, language_));
  }

  std::string whole() {
    line(head());
    const Candidate* const blamed = finding_.blamed();
    if (blamed != nullptr) values(*blamed);
    others();
    if (const FindingRelation* shown = validator::shown_relation(finding_)) table(*shown);
    for (const std::string& remark : validator::describe_remarks(finding_, language_))
      line(one_line(remark));
    return std::move(out_);
  }

  // "Evidence for M01: table 2, ROW, month, growth: 11.0, which stands for 10.95 to 11.05"
  std::string evidence(const EvidenceItem& evidence) const {
    Candidate known;
    known.item = evidence.item;
    known.possible = evidence.interval;
    return text("cli.annotate.evidence",
                {{"rule", finding_.rule},
                 {"item", one_line(validator::describe(evidence.item, language_))},
                 {"printed", one_line(evidence.item.printed)},
                 {"range", possible_text(known, language_)}}) +
           "\n" + head();
  }

 private:
  std::string text(std::string_view id, const std::map<std::string, std::string>& args = {}) const {
    return format_message(language_, id, args);
  }
  void line(const std::string& what) { out_ += (out_.empty() ? "" : "\n") + what; }
  void named(const char* id, const std::string& value) {
    if (!value.empty()) line(text(id) + text("cli.colon") + one_line(value));
  }

  std::string in_words(const Candidate& candidate, const std::string& value) const {
    return value_in_words(candidate.item, value, language_);
  }

  void values(const Candidate& candidate) {
    named("cli.check.printed", in_words(candidate, candidate.item.printed));
    if (candidate.possible) named("cli.check.possible", possible_text(candidate, language_));
    named("cli.check.suggested", in_words(candidate, candidate.suggested));
  }

  void others() {
    const OtherCandidates others = other_candidates(finding_);
    list("cli.check.together", others.together);
    list(others.heading, others.instead);
  }

  void list(std::string_view heading, const std::vector<const Candidate*>& all) {
    if (all.empty()) return;
    line(text(heading, {{"n", std::to_string(all.size())}}));
    for (std::size_t i = 0; i < std::min(all.size(), kMostInNote); ++i)
      line("– " + one_line(candidate_in_a_line(*all[i], file_, false, language_)));
    if (all.size() > kMostInNote)
      line("– " +
           text("cli.check.more_candidates", {{"n", std::to_string(all.size() - kMostInNote)}}));
  }

  void table(const FindingRelation& relation) {
    const validator::ProofTable table = validator::proof_table(finding_, relation, language_);
    const std::string rate = validator::rate_in_words(finding_, relation, language_);
    line(one_line(table.title) + (rate.empty() ? "" : text("cli.colon") + one_line(rate)));
    if (!rate.empty()) return;
    for (const validator::ProofLine& item : table.lines) {
      std::string what = item.item + text("cli.colon") + item.printed;
      if (!item.printed.empty()) what += text("cli.comma");
      line("– " + one_line(what) +
           text("cli.check.range", {{"min", item.least}, {"max", item.greatest}}));
    }
  }

  const Finding& finding_;
  const std::string& file_;
  Language language_;
  std::string out_;
};

bool in_one_place(const Source& a, const Source& b) {
  return a.page == b.page && a.boxes == b.boxes;
}

}  // namespace

void FindingMarks::mark(const std::string& file, const Source& source, PageMark::Kind kind,
                        const Finding& finding, const std::string& text) {
  std::vector<PageMark>& all = marks_[file];
  const int page = std::max(source.page, 1);
  const auto found = std::find_if(all.begin(), all.end(), [&](const PageMark& mark) {
    return mark.page == page && mark.boxes == source.boxes;
  });
  if (found == all.end()) {
    all.push_back({kind, page, source.boxes, kAuthor + finding.rule, text});
    return;
  }
  found->kind = std::max(found->kind, kind);
  if (found->text.find(text) == std::string::npos) found->text += "\n\n" + text;
  if (found->title.find(" " + finding.rule) == std::string::npos)
    found->title += ", " + finding.rule;
}

void FindingMarks::add(const std::string& file, const Finding& finding) {
  const auto file_of = [&](const PrintedItem& item) {
    return item.file.empty() ? file : item.file;
  };
  const std::string text = NoteText(finding, file, language_).whole();
  const Candidate* const blamed = finding.blamed();
  const auto is_blamed = [&](const Candidate& candidate) {
    return blamed == nullptr || candidate.explanation == blamed->explanation;
  };
  if (finding.candidates.empty()) mark(file, finding.source, mark_kind(finding), finding, text);
  PageMark::Kind kind = mark_kind(finding);
  if (blamed == nullptr && kind == PageMark::Kind::error) kind = PageMark::Kind::open;
  for (const Candidate& candidate : finding.candidates)
    if (is_blamed(candidate))
      mark(file_of(candidate.item), candidate.item.source, kind, finding, text);
  for (const EvidenceItem& evidence : finding.evidence) {
    const PrintedItem& item = evidence.item;
    const bool marked = std::any_of(
        finding.candidates.begin(), finding.candidates.end(), [&](const Candidate& candidate) {
          return is_blamed(candidate) && file_of(candidate.item) == file_of(item) &&
                 in_one_place(candidate.item.source, item.source);
        });
    if (!marked && !item.source.boxes.empty())
      mark(file_of(item), item.source, PageMark::Kind::evidence, finding,
           NoteText(finding, file, language_).evidence(evidence));
  }
}

const std::vector<PageMark>& FindingMarks::of(const std::string& file) const {
  static const std::vector<PageMark> none;
  const auto found = marks_.find(file);
  return found == marks_.end() ? none : found->second;
}

}  // namespace tradereport::tools
