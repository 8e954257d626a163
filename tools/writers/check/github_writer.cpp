#include "tools/writers/check/github_writer.h"

#include <fmt/format.h>

#include <utility>

#include "tools/terminal/display_width.h"
#include "validator/findings/describe.h"

namespace tradereport::tools {

namespace {

// A summary may have 1 MiB; nobody reads more rows.
constexpr std::size_t kMostRows = 200;

// As the runner takes them off again; a property ends at "," and ":" as well.
std::string command_text(std::string_view text, bool property) {
  std::string escaped;
  for (const char c : one_line(text)) {
    if (c == '%') {
      escaped += "%25";
    } else if (property && c == ':') {
      escaped += "%3A";
    } else if (property && c == ',') {
      escaped += "%2C";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

// Text of a document is text in Markdown too.
std::string markdown(std::string_view text) {
  std::string escaped;
  for (const char c : one_line(text)) {
    if (c == '<') {
      escaped += "&lt;";
    } else if (c == '&') {
      escaped += "&amp;";
    } else {
      if (std::string_view("\\`*_[]|#>~@!").find(c) != std::string_view::npos) escaped += '\\';
      escaped += c;
    }
  }
  return escaped;
}

// A host knows files by their path from its root, without "./".
std::string path_of(std::string_view file) {
  while (file.starts_with("./")) file.remove_prefix(2);
  return command_text(file, true);
}

const char* command_of(Severity severity) {
  return severity == Severity::error     ? "error"
         : severity == Severity::warning ? "warning"
                                         : "notice";
}

class GithubOutput : public CheckOutput {
 public:
  GithubOutput(Write write, Write summary, Language language)
      : CheckOutput(std::move(write)), summary_(std::move(summary)), language_(language) {}

  void report(const CheckedReport& checked) override {
    for (const Finding& finding : checked.checked.findings)
      annotate(checked.report.file, checked.companion, finding);
  }

  void across(const std::string& file, const Companion* companion,
              const std::vector<Finding>& findings) override {
    for (const Finding& finding : findings) annotate(file, companion, finding);
  }

  void error(const InputError& error) override {
    const std::string message = error.message(language_);
    write(fmt::format("::error file={},title=tradereport::{}\n", path_of(error.file),
                      command_text(message, false)));
    row(fmt::format("| {} | | {} | {} |\n", format_message(language_, "cli.severity.error"),
                    markdown(error.file), markdown(message)));
  }

  void finish(const Totals& totals) override {
    if (!summary_) return;
    TextStyle style;
    style.language = language_;
    std::string text = "### tradereport\n\n" + markdown(totals_text(totals, style)) + "\n\n";
    if (!rows_.empty())
      text += format_message(language_, "cli.github.head") + "\n|---|---|---|---|\n" + rows_ + "\n";
    if (left_out_ > 0)
      text +=
          format_message(language_, "cli.check.more_findings", {{"n", std::to_string(left_out_)}}) +
          "\n";
    summary_(text);
  }

 private:
  void annotate(const std::string& file, const Companion* companion, const Finding& finding) {
    const Source& source = finding.source;
    const bool in_companion = companion != nullptr;
    std::string command = fmt::format("::{} file={}", command_of(finding.severity),
                                      path_of(in_companion ? companion->name() : file));
    if (source.line > 0 || in_companion) {
      const TextPlace place = in_companion ? companion->place(source) : place_in_text(source);
      command += fmt::format(",line={}", place.line);
      if (place.begin > 0) command += fmt::format(",col={},endColumn={}", place.begin, place.end);
    }
    const std::string message = validator::describe(finding, language_);
    const std::string page = source.page > 0
                                 ? format_message(language_, "cli.check.on_the_page",
                                                  {{"page", std::to_string(source.page)}})
                                 : "";
    write(fmt::format("{},title={}::{}{}\n", command, finding.rule, command_text(message, false),
                      command_text(page, false)));
    row(fmt::format(
        "| {} | {} | {}{} | {} |\n",
        format_message(language_, "cli.severity." + std::string(to_string(finding.severity))),
        finding.rule, markdown(file), markdown(page), markdown(message)));
  }

  void row(const std::string& text) {
    if (listed_ == kMostRows) {
      ++left_out_;
      return;
    }
    ++listed_;
    rows_ += text;
  }

  Write summary_;
  Language language_;
  std::string rows_;
  std::size_t listed_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace

std::unique_ptr<CheckOutput> github_output(CheckOutput::Write write, CheckOutput::Write summary,
                                           Language language) {
  return std::make_unique<GithubOutput>(std::move(write), std::move(summary), language);
}

}  // namespace tradereport::tools
