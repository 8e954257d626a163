#include "tools/writers/findings/finding_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "tools/terminal/display_width.h"
#include "tools/writers/findings/finding_words.h"
#include "tools/writers/findings/possible.h"
#include "tools/writers/findings/snippet.h"
#include "validator/findings/describe.h"
#include "validator/findings/proof_table.h"

namespace tradereport::tools {

namespace {

// So many candidates are shown with the lines that they stand on; of more, each has one line. Of
// those beyond, and of less likely ones beyond the last limit, there is only the number, unless the
// whole proof is asked for.
constexpr std::size_t kMostWithLines = 2;
constexpr std::size_t kMostCandidates = 7;
constexpr std::size_t kMostLessLikely = 2;
constexpr std::size_t kLeastColumns = 40;
constexpr std::string_view kLessLikely = "cli.check.less_likely";

class FindingText {
 public:
  FindingText(const Finding& finding, const std::string& file, const TextStyle& style)
      : finding_(finding), file_(file), style_(style), blamed_(finding.blamed()) {}

  std::string take() {
    head();
    if (blamed_ != nullptr || finding_.candidates.empty() || is_of_groups(finding_)) {
      place("  ", finding_.source, "");
      printed_line(finding_.source, "   ", colour());
      if (blamed_ != nullptr) values(*blamed_);
    }
    candidates();
    relations();
    for (const std::string& step : validator::describe_remarks(finding_, style_.language))
      step_line(step);
    if (style_.certificates) {
      for (const std::string& row : validator::describe_certificate(finding_, style_.language))
        line("   + " + one_line(row));
    }
    return std::move(out_);
  }

 private:
  std::string text(std::string_view id, const std::map<std::string, std::string>& args = {}) const {
    return format_message(style_.language, id, args);
  }
  std::string_view colour() const {
    return finding_.severity == Severity::error     ? "1;31"
           : finding_.severity == Severity::warning ? "1;33"
                                                    : "1;36";
  }
  void line(std::string_view what) { (out_ += what) += '\n'; }

  // "error M01 (proved): …"
  void head() {
    line("");
    line(fmt::format("{}{}{}", paint(style_, colour(), finding_kind(finding_, style_.language)),
                     text("cli.colon"),
                     paint(style_, "1", one_line(validator::describe(finding_, style_.language)))));
  }

  // "may.txt:62, page 3", "may.pdf, page 3"
  void place(std::string_view indent, const Source& source, const std::string& file) {
    if (source.page == 0 && source.line == 0) return;
    std::string where = one_line(file.empty() ? file_ : file);
    if (source.line > 0) where += fmt::format(":{}", source.line);
    if (source.page > 0)
      where += text("cli.check.on_page", {{"page", std::to_string(source.page)}});
    line(fmt::format("{}--> {}", indent, where));
  }

  void printed_line(const Source& source, std::string_view indent, std::string_view colour) {
    if (source.line_text.empty()) return;
    const std::size_t used = indent.size() + 2;
    const Snippet snippet =
        make_snippet(source, style_.columns > used ? style_.columns - used : style_.columns);
    line(fmt::format("{}| {}", indent, snippet.line));
    if (snippet.width > 0)
      line(fmt::format("{}| {}{}", indent, std::string(snippet.column, ' '),
                       paint(style_, colour, std::string(snippet.width, '^'))));
  }

  void values(const Candidate& candidate) {
    std::vector<std::array<std::string, 2>> rows;
    if (!candidate.item.printed.empty())
      rows.push_back({text("cli.check.printed"),
                      value_in_words(candidate.item, candidate.item.printed, style_.language)});
    if (candidate.possible)
      rows.push_back({text("cli.check.possible"), possible_text(candidate, style_.language)});
    if (!candidate.suggested.empty())
      rows.push_back({text("cli.check.suggested"),
                      value_in_words(candidate.item, candidate.suggested, style_.language)});
    std::size_t widest = 0;
    for (const auto& row : rows) widest = std::max(widest, display_width(row[0]));
    for (const auto& [name, value] : rows)
      line(fmt::format("   | {}{}  {}", name, std::string(widest - display_width(name), ' '),
                       one_line(value)));
  }

  void candidates() {
    const OtherCandidates others = other_candidates(finding_);
    if (!others.together.empty()) list(others.together, "cli.check.together");
    if (!others.instead.empty()) list(others.instead, others.heading);
  }

  void list(const std::vector<const Candidate*>& all, std::string_view heading) {
    if (heading == kLessLikely && all.size() > kMostLessLikely && !style_.certificates) {
      step_line(text("cli.check.less_likely_many", {{"n", std::to_string(all.size())}}));
      return;
    }
    const bool lines = blamed_ == nullptr && all.size() <= kMostWithLines;
    step_line(text(heading, {{"n", std::to_string(all.size())}}));
    std::size_t shown = 0;
    for (const Candidate* const candidate : all) {
      if (++shown > kMostCandidates && !style_.certificates) {
        line("     " +
             text("cli.check.more_candidates", {{"n", std::to_string(all.size() - shown + 1)}}));
        return;
      }
      line("     " + one_line(candidate_in_a_line(*candidate, file_, lines, style_.language)));
      if (!lines) continue;
      place("     ", candidate->item.source, candidate->item.file);
      printed_line(candidate->item.source, "      ", colour());
    }
  }

  void relations() {
    const FindingRelation* const shown = validator::shown_relation(finding_);
    if (shown == nullptr) return;
    for (const FindingRelation& relation : finding_.relations) {
      if (&relation == shown || style_.certificates) table(relation);
    }
  }

  void table(const FindingRelation& relation) {
    const std::string rate = validator::rate_in_words(finding_, relation, style_.language);
    const validator::ProofTable table =
        validator::proof_table(finding_, relation, style_.language, style_.certificates);
    const std::size_t further = validator::further_relations(finding_);
    std::string title = table.title;
    if (further > 0 && !style_.certificates)
      title += text("cli.check.further",
                    {{"further", text("proof.further", {{"n", std::to_string(further)}})}});
    if (!rate.empty()) {
      step_line(title + text("cli.colon") + rate);
      return;
    }
    step_line(title + (table.lines.empty() ? "" : text("cli.colon")));
    if (table.lines.empty()) return;
    std::vector<std::array<std::string, 4>> rows{
        {"", text("proof.printed"), text("proof.least"), text("proof.greatest")}};
    for (const validator::ProofLine& item : table.lines)
      rows.push_back({one_line(item.item), one_line(item.printed), item.least, item.greatest});
    std::array<std::size_t, 4> widest{};
    for (const auto& row : rows)
      for (std::size_t i = 0; i < row.size(); ++i)
        widest[i] = std::max(widest[i], display_width(row[i]));
    for (const auto& row : rows) {
      std::string cells = "      " + row[0] + std::string(widest[0] - display_width(row[0]), ' ');
      for (std::size_t i = 1; i < row.size(); ++i)
        cells += "  " + std::string(widest[i] - display_width(row[i]), ' ') + row[i];
      line(cells);
    }
  }

  void step_line(const std::string& step) {
    const char* lead = "   = ";
    for (const std::string& part :
         wrap(one_line(step), std::max<std::size_t>(style_.columns, kLeastColumns) - 5)) {
      line(lead + part);
      lead = "     ";
    }
  }

  const Finding& finding_;
  const std::string& file_;
  const TextStyle& style_;
  const Candidate* blamed_;
  std::string out_;
};

}  // namespace

std::string finding_text(const Finding& finding, const std::string& file, const TextStyle& style) {
  return FindingText(finding, file, style).take();
}

std::string paint(const TextStyle& style, std::string_view code, std::string_view text) {
  return style.colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

}  // namespace tradereport::tools
