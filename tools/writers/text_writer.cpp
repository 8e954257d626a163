#include "tools/writers/text_writer.h"

#include <fmt/format.h>

#include "schemas/period_words.h"
#include "tools/terminal/display_width.h"
#include "tools/workers/reading.h"
#include "tools/writers/coverage/coverage_text.h"
#include "tools/writers/numeral_counts.h"

namespace tradereport::tools {

namespace {

class Writer {
 public:
  Writer(const std::string& file, const TextStyle& style) : file_(file), style_(style) {}

  void heading(const Report& report, const Family& family);
  void coverage(const Report& report, const Coverage& coverage);
  void across_heading();
  void finding(const Finding& finding) { out_ += finding_text(finding, file_, style_); }
  std::string take() { return std::move(out_); }

 private:
  std::string text(std::string_view id, const std::map<std::string, std::string>& args = {}) const {
    return format_message(style_.language, id, args);
  }
  void line(std::string_view what) { (out_ += what) += '\n'; }

  std::string file_;
  TextStyle style_;
  std::string out_;
};

void Writer::heading(const Report& report, const Family& family) {
  const NumeralCounts counts = count_numerals(report);
  std::string period = period_in_words(report.period.to_string(), style_.language);
  if (!report.has_month) period = text("cli.check.joint", {{"period", period}});
  line(paint(style_, "1",
             fmt::format("{}: {}{}{}", one_line(report.file), family_title(family, style_.language),
                         text("cli.comma"), period)));
  line("  " + text("cli.check.counts", {{"figures", std::to_string(report.figures.size())},
                                        {"claims", std::to_string(report.claims.size())},
                                        {"total", std::to_string(counts.total)},
                                        {"read", std::to_string(counts.read)},
                                        {"declared", std::to_string(counts.declared)},
                                        {"unread", std::to_string(counts.unread)}}));
  if (counts.left_alone > 0)
    line("  " + text("cli.check.left_alone", {{"n", std::to_string(counts.left_alone)}}));
  for (const InputError& page : unread_pages(report))
    line("  " + paint(style_, "1;31", page.message(style_.language)));
}

void Writer::coverage(const Report& report, const Coverage& coverage) {
  for (const std::string& told : coverage_lines(report, coverage, style_.language))
    line("  " + one_line(told));
}

void Writer::across_heading() {
  line(paint(style_, "1",
             fmt::format("{}{}{}", one_line(file_), text("cli.colon"), text("cli.check.across"))));
}

}  // namespace

std::string family_title(const Family& family, Language language) {
  const auto title = family.title.find(language_tag(language));
  return title == family.title.end() ? family.id : title->second;
}

std::string report_text(const Report& report, const Family& family,
                        const std::vector<Finding>& findings, const TextStyle& style,
                        const Coverage& coverage) {
  Writer writer(report.file, style);
  writer.heading(report, family);
  if (!coverage.figures.empty()) writer.coverage(report, coverage);
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
  if (totals.accepted > 0) parts.push_back(count("cli.total.accepted", totals.accepted));
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
