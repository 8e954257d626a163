#include "tools/writers/text_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "tools/terminal/display_width.h"
#include "tools/workers/reading.h"
#include "tools/writers/numeral_counts.h"
#include "tools/writers/possible.h"
#include "tools/writers/snippet.h"
#include "validator/findings/describe.h"

namespace tradereport::tools {

namespace {

// More places than this are only named, not shown with their lines.
constexpr std::size_t kMostShown = 2;

class Writer {
 public:
  Writer(const std::string& file, const TextStyle& style) : file_(file), style_(style) {}

  void heading(const Report& report, const Family& family);
  void across_heading();
  void finding(const Finding& finding);
  std::string take() { return std::move(out_); }

 private:
  std::string text(std::string_view id, const std::map<std::string, std::string>& args = {}) const {
    return format_message(style_.language, id, args);
  }
  std::string paint(std::string_view code, std::string_view what) const {
    return style_.colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, what) : std::string(what);
  }
  static std::string_view colour_of(Severity severity) {
    return severity == Severity::error ? "1;31" : severity == Severity::warning ? "1;33" : "1;36";
  }
  void line(std::string_view what) { (out_ += what) += '\n'; }
  std::string place(const Source& source) const;
  std::string short_place(const Source& source) const;
  void printed_line(const Source& source, std::string_view indent, std::string_view colour);
  void values(const Finding& finding);
  void proof(const Finding& finding);

  std::string file_;
  TextStyle style_;
  std::string out_;
};

std::string family_title(const Family& family, Language language) {
  const auto title = family.title.find(language == Language::zh ? "zh" : "en");
  return title == family.title.end() ? family.id : title->second;
}

void Writer::heading(const Report& report, const Family& family) {
  const NumeralCounts counts = count_numerals(report);
  const std::string period = report.has_month
                                 ? report.period.to_string()
                                 : text("cli.check.joint", {{"period", report.period.to_string()}});
  line(paint("1", fmt::format("{}: {}{}{}", one_line(report.file),
                              family_title(family, style_.language), text("cli.comma"), period)));
  line("  " + text("cli.check.counts", {{"figures", std::to_string(report.figures.size())},
                                        {"claims", std::to_string(report.claims.size())},
                                        {"total", std::to_string(counts.total)},
                                        {"read", std::to_string(counts.read)},
                                        {"declared", std::to_string(counts.declared)},
                                        {"unread", std::to_string(counts.unread)}}));
  if (counts.left_alone > 0)
    line("  " + text("cli.check.left_alone", {{"n", std::to_string(counts.left_alone)}}));
  for (const InputError& page : unread_pages(report))
    line("  " + paint("1;31", page.message(style_.language)));
}

void Writer::across_heading() {
  line(paint("1",
             fmt::format("{}{}{}", one_line(file_), text("cli.colon"), text("cli.check.across"))));
}

// "may.txt:62 (page 3)", "may.pdf, page 3", "may.pdf"
std::string Writer::place(const Source& source) const {
  std::string where = one_line(file_);
  if (source.line > 0) where += fmt::format(":{}", source.line);
  if (source.page > 0) where += text("cli.check.on_page", {{"page", std::to_string(source.page)}});
  return where;
}

// "line 95", "page 2"
std::string Writer::short_place(const Source& source) const {
  return source.line > 0 ? text("cli.check.line", {{"line", std::to_string(source.line)}})
                         : text("cli.check.page", {{"page", std::to_string(source.page)}});
}

void Writer::printed_line(const Source& source, std::string_view indent, std::string_view colour) {
  if (source.line_text.empty()) return;
  const std::size_t used = indent.size() + 2;
  const Snippet snippet =
      make_snippet(source, style_.columns > used ? style_.columns - used : style_.columns);
  line(fmt::format("{}|", indent));
  line(fmt::format("{}| {}", indent, snippet.line));
  if (snippet.width > 0) {
    line(fmt::format("{}| {}{}", indent, std::string(snippet.column, ' '),
                     paint(colour, std::string(snippet.width, '^'))));
  }
}

void Writer::values(const Finding& finding) {
  std::vector<std::pair<std::string, std::string>> rows;
  if (!finding.printed.empty()) rows.emplace_back(text("cli.check.printed"), finding.printed);
  if (const auto possible = possible_text(finding)) {
    rows.emplace_back(
        text("cli.check.possible"),
        possible->min == possible->max
            ? possible->min
            : text("cli.check.range", {{"min", possible->min}, {"max", possible->max}}));
  }
  if (!finding.suggested.empty()) rows.emplace_back(text("cli.check.suggested"), finding.suggested);
  std::size_t widest = 0;
  for (const auto& [name, value] : rows) widest = std::max(widest, display_width(name));
  for (const auto& [name, value] : rows)
    line(fmt::format("   | {}{}  {}", name, std::string(widest - display_width(name), ' '),
                     one_line(value)));
}

// Steps that stand elsewhere than the finding itself: the figures that it contradicts.
bool stands_elsewhere(const ProofStep& step, const Source& source) {
  const Source& other = step.source;
  if (other.line_text.empty()) return false;
  return std::tie(other.page, other.line, other.line_text, other.begin, other.boxes) !=
         std::tie(source.page, source.line, source.line_text, source.begin, source.boxes);
}

void Writer::proof(const Finding& finding) {
  const std::vector<std::string> steps = validator::describe_proof(finding, style_.language);
  const bool paired = steps.size() == finding.proof.size();
  const auto elsewhere = static_cast<std::size_t>(
      std::count_if(finding.proof.begin(), finding.proof.end(),
                    [&](const ProofStep& step) { return stands_elsewhere(step, finding.source); }));
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool sourced = paired && stands_elsewhere(finding.proof[i], finding.source);
    const bool shown = sourced && elsewhere <= kMostShown;
    std::string step = one_line(steps[i]);
    if (sourced && !shown) step += " (" + short_place(finding.proof[i].source) + ")";
    const char* lead = "   = ";
    for (const std::string& part : wrap(step, std::max<std::size_t>(style_.columns, 40) - 5)) {
      line(lead + part);
      lead = "     ";
    }
    if (!shown) continue;
    line("     --> " + place(finding.proof[i].source));
    printed_line(finding.proof[i].source, "      ", "1;34");
  }
}

void Writer::finding(const Finding& finding) {
  const std::string_view colour = colour_of(finding.severity);
  const std::string severity = text("cli.severity." + std::string(to_string(finding.severity)));
  line("");
  line(fmt::format("{}{}{}", paint(colour, fmt::format("{} {}", severity, finding.rule)),
                   text("cli.colon"),
                   paint("1", one_line(validator::describe(finding, style_.language)))));
  if (finding.source.page > 0 || finding.source.line > 0) line("  --> " + place(finding.source));
  printed_line(finding.source, "   ", colour);
  values(finding);
  proof(finding);
  if (!style_.certificates) return;
  for (const std::string& row : validator::describe_certificate(finding, style_.language))
    line("   + " + one_line(row));
}

}  // namespace

std::string report_text(const Report& report, const Family& family,
                        const std::vector<Finding>& findings, const TextStyle& style) {
  Writer writer(report.file, style);
  writer.heading(report, family);
  for (const Finding& finding : findings) writer.finding(finding);
  return writer.take() + "\n";
}

std::string across_text(const std::string& file, const std::vector<Finding>& findings,
                        const TextStyle& style) {
  Writer writer(file, style);
  writer.across_heading();
  for (const Finding& finding : findings) writer.finding(finding);
  return writer.take() + "\n";
}

std::string totals_text(const Totals& totals, const TextStyle& style) {
  const auto count = [&](const char* id, std::size_t n) {
    return format_message(style.language, id, {{"n", std::to_string(n)}});
  };
  const std::string comma = format_message(style.language, "cli.comma");
  std::vector<std::string> parts;
  if (totals.errors > 0) parts.push_back(count("cli.total.errors", totals.errors));
  if (totals.warnings > 0) parts.push_back(count("cli.total.warnings", totals.warnings));
  if (totals.notes > 0) parts.push_back(count("cli.total.notes", totals.notes));
  const bool whole =
      totals.failed + totals.unchecked + totals.unread_pages + totals.incomplete == 0;
  if (parts.empty())
    parts.push_back(format_message(style.language,
                                   whole ? "cli.total.none" : "cli.total.none_in_what_was_read"));
  if (totals.unread_pages > 0)
    parts.push_back(count("cli.total.unread_pages", totals.unread_pages));
  if (totals.incomplete > 0 && totals.unread_pages == 0)
    parts.push_back(count("cli.total.incomplete", totals.incomplete));
  if (totals.unchecked > 0) parts.push_back(count("cli.total.unchecked", totals.unchecked));
  if (totals.failed > 0) parts.push_back(count("cli.total.failed", totals.failed));
  std::string line;
  for (const std::string& part : parts) line += (line.empty() ? "" : comma) + part;
  if (totals.reports != 1) {
    line = format_message(style.language, "cli.total.reports",
                          {{"n", std::to_string(totals.reports)}, {"what", line}});
  }
  return line + "\n";
}

}  // namespace tradereport::tools
