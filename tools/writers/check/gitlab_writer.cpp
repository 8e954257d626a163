#include "tools/writers/check/gitlab_writer.h"

#include <string_view>
#include <utility>

#include "tools/terminal/display_width.h"
#include "tools/writers/json_writer.h"
#include "validator/findings/describe.h"

namespace tradereport::tools {

namespace {

const char* gitlab_severity(Severity severity) {
  return severity == Severity::error ? "major" : severity == Severity::warning ? "minor" : "info";
}

class GitlabOutput : public CheckOutput {
 public:
  GitlabOutput(Write write, Language language)
      : CheckOutput(std::move(write)), language_(language) {}

  void report(const CheckedReport& checked) override {
    for (const Finding& finding : checked.checked.findings)
      issue(checked.report.file, checked.companion, finding);
  }

  void across(const std::string& file, const Companion* companion,
              const std::vector<Finding>& findings) override {
    for (const Finding& finding : findings) issue(file, companion, finding);
  }

  void error(const InputError& error) override {
    issue(error.message(language_), error.code, error.code + " " + error.file, "blocker",
          error.file, 1);
  }

  void finish(const Totals& /*totals*/) override { write(any_ ? "\n]\n" : "[]\n"); }

 private:
  void issue(const std::string& file, const Companion* companion, const Finding& finding) {
    const TextPlace place =
        companion != nullptr ? companion->place(finding.source) : place_in_text(finding.source);
    // One finding in two files of a report is two issues.
    issue(validator::describe(finding, language_), finding.rule, finding.fingerprint + " " + file,
          gitlab_severity(finding.severity), companion != nullptr ? companion->name() : file,
          place.line);
  }

  void issue(const std::string& description, const std::string& name,
             const std::string& fingerprint, const char* severity, std::string_view path,
             int line) {
    while (path.starts_with("./")) path.remove_prefix(2);
    Json json;
    json["description"] = one_line(description);
    json["check_name"] = name;
    json["fingerprint"] = one_line(fingerprint);
    json["severity"] = severity;
    json["location"]["path"] = one_line(path);
    json["location"]["lines"]["begin"] = line;
    write((any_ ? ",\n" : "[\n") + dumped(json));
    any_ = true;
  }

  Language language_;
  bool any_ = false;
};

}  // namespace

std::unique_ptr<CheckOutput> gitlab_output(CheckOutput::Write write, Language language) {
  return std::make_unique<GitlabOutput>(std::move(write), language);
}

}  // namespace tradereport::tools
