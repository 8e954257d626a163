#include "tools/writers/check/plain_outputs.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "tools/writers/check_json.h"
#include "tools/writers/json_writer.h"

namespace tradereport::tools {

namespace {

class TextOutput : public CheckOutput {
 public:
  TextOutput(Write write, const PlainOptions& options)
      : CheckOutput(std::move(write)), options_(options) {}

  void report(const CheckedReport& checked) override {
    const std::vector<Finding>& findings = checked.checked.findings;
    count(findings);
    if (options_.quiet && findings.empty()) return;
    const Coverage none;
    write(report_text(checked.report, checked.family, findings, options_.style,
                      options_.blind ? checked.checked.coverage : none));
  }

  void across(const std::string& file, const Companion* /*companion*/,
              const std::vector<Finding>& findings) override {
    count(findings);
    write(across_text(file, findings, options_.style));
  }

  // Standard error has it.
  void error(const InputError& /*error*/) override {}

  void finish(const Totals& totals) override {
    if (options_.hint && !counts_.empty())
      write(format_message(options_.style.language, "cli.check.hint",
                           {{"rule", counts_.begin()->first}}) +
            "\n\n");
    if (options_.statistics) {
      for (const auto& [rule, number] : counts_) write(fmt::format("{:6}  {}\n", number, rule));
      if (!counts_.empty()) write("\n");
    }
    if (totals.reports > 0) write(totals_text(totals, options_.style));
  }

 private:
  void count(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) ++counts_[finding.rule];
  }

  PlainOptions options_;
  std::map<std::string, std::size_t> counts_;  // of findings, by rule
};

class JsonOutput : public CheckOutput {
 public:
  JsonOutput(Write write, Language language, const JsonOptions& options)
      : CheckOutput(std::move(write)), language_(language), options_(options) {}

  void report(const CheckedReport& checked) override {
    write(stream_.report(report_json(checked.report, checked.checked, language_,
                                     options_.certificates, options_.coverage)));
  }

  void across(const std::string& file, const Companion* /*companion*/,
              const std::vector<Finding>& findings) override {
    for (const Finding& finding : findings)
      stream_.across(across_json(file, finding, language_, options_.certificates));
  }

  void error(const InputError& error) override { stream_.error(error_json(error, language_)); }

  void finish(const Totals& /*totals*/) override { write(stream_.finish()); }

 private:
  Language language_;
  JsonOptions options_;
  CheckJson stream_;
};

}  // namespace

std::unique_ptr<CheckOutput> text_output(CheckOutput::Write write, const PlainOptions& options) {
  return std::make_unique<TextOutput>(std::move(write), options);
}

std::unique_ptr<CheckOutput> json_output(CheckOutput::Write write, Language language,
                                         const JsonOptions& options) {
  return std::make_unique<JsonOutput>(std::move(write), language, options);
}

}  // namespace tradereport::tools
