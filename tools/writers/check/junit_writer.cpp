#include "tools/writers/check/junit_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tools/terminal/display_width.h"
#include "tools/writers/findings/finding_text.h"
#include "tools/writers/markup.h"
#include "validator/findings/describe.h"
#include "validator/rules.h"

namespace tradereport::tools {

namespace {

// On one line: XML can hold no control characters, and an attribute no line ends.
std::string xml(std::string_view text) {
  return escaped_attribute(one_line(text));
}

// Line by line.
std::string xml_lines(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines += xml(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

class JunitOutput : public CheckOutput {
 public:
  JunitOutput(Write write, Language language, std::string fail_on)
      : CheckOutput(std::move(write)), language_(language), fail_on_(std::move(fail_on)) {
    this->write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tradereport\">\n");
  }

  void report(const CheckedReport& checked) override {
    const std::vector<Finding>& findings = checked.checked.findings;
    const std::string& file = checked.report.file;
    std::string tests;
    std::size_t passed = 0;
    for (const validator::RuleInfo& rule : validator::rules()) {
      // Those of rule A need other editions.
      if (rule.id.starts_with('A')) continue;
      if (std::any_of(findings.begin(), findings.end(),
                      [&](const Finding& finding) { return finding.rule == rule.id; }))
        continue;
      tests += fmt::format("    <testcase classname=\"{}\" name=\"{}\"/>\n", xml(file), rule.id);
      ++passed;
    }
    for (const Finding& finding : findings) tests += test_of(file, finding);
    suite(file, passed + findings.size(), failures(findings), 0, tests);
  }

  void across(const std::string& file, const Companion* /*companion*/,
              const std::vector<Finding>& findings) override {
    std::string tests;
    for (const Finding& finding : findings) tests += test_of(file, finding);
    suite(file + ": " + format_message(language_, "cli.check.across"), findings.size(),
          failures(findings), 0, tests);
  }

  void error(const InputError& error) override {
    suite(error.file, 1, 0, 1,
          fmt::format("    <testcase classname=\"{}\" name=\"{}\">\n      <error type=\"{}\" "
                      "message=\"{}\"/>\n    </testcase>\n",
                      xml(error.file), xml(error.code), xml(error.code),
                      xml(error.message(language_))));
  }

  void finish(const Totals& /*totals*/) override { write("</testsuites>\n"); }

 private:
  bool fails(const Finding& finding) const {
    if (fail_on_ == "never") return false;
    return finding.severity == Severity::error ||
           (fail_on_ == "warning" && finding.severity == Severity::warning);
  }

  std::size_t failures(const std::vector<Finding>& findings) const {
    return static_cast<std::size_t>(std::count_if(
        findings.begin(), findings.end(), [&](const Finding& finding) { return fails(finding); }));
  }

  std::string test_of(const std::string& file, const Finding& finding) const {
    TextStyle style;
    style.language = language_;
    const std::string text = xml_lines(finding_text(finding, file, style));
    const std::string message = xml(validator::describe(finding, language_));
    const std::string what = fails(finding)
                                 ? fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>",
                                               to_string(finding.severity), message, text)
                                 : fmt::format("<system-out>{}</system-out>", text);
    return fmt::format(
        "    <testcase classname=\"{}\" name=\"{} {}\">\n      {}\n    </testcase>\n", xml(file),
        finding.rule, finding.fingerprint, what);
  }

  void suite(const std::string& name, std::size_t tests, std::size_t failures, std::size_t errors,
             const std::string& cases) {
    write(fmt::format(
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"0\">\n{}"
        "  </testsuite>\n",
        xml(name), tests, failures, errors, cases));
  }

  Language language_;
  std::string fail_on_;
};

}  // namespace

std::unique_ptr<CheckOutput> junit_output(CheckOutput::Write write, Language language,
                                          std::string fail_on) {
  return std::make_unique<JunitOutput>(std::move(write), language, std::move(fail_on));
}

}  // namespace tradereport::tools
