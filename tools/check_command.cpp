#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "tools/commands.h"
#include "tools/page/audit_page.h"
#include "tools/terminal/standard_streams.h"
#include "tools/terminal/terminal.h"
#include "tools/workers/reading.h"
#include "tools/writers/check_json.h"
#include "tools/writers/json_writer.h"
#include "tools/writers/text_writer.h"
#include "validator/archive/editions.h"
#include "validator/validate.h"

namespace tradereport::tools {

namespace {

void count(const std::vector<Finding>& findings, Totals& totals) {
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::error) ++totals.errors;
    if (finding.severity == Severity::warning) ++totals.warnings;
    if (finding.severity == Severity::note) ++totals.notes;
  }
}

int exit_status(const Totals& totals, const std::string& fail_on, bool allow_unchecked) {
  if (totals.failed > 0) return kFailure;
  if (totals.unchecked + totals.incomplete > 0 && !allow_unchecked) return kFailure;
  const bool error = fail_on != "never" && totals.errors > 0;
  const bool warning = fail_on == "warning" && totals.warnings > 0;
  return error || warning ? kFindings : kGood;
}

// Takes the documents in order and prints them.
class Printer {
 public:
  explicit Printer(const Invocation& invocation)
      : language_(invocation.language),
        json_(invocation.value("format") == "json"),
        page_(invocation.value("format") == "html" ? std::make_optional<AuditPage>(language_)
                                                   : std::nullopt) {
    const Terminal terminal = terminal_of(stdout);
    style_ = {language_, terminal.colour, terminal.columns, invocation.has("proof")};
  }

  // Whether what reports look like is needed.
  bool shows_pages() const { return page_.has_value(); }

  void take(DocumentResult&& document) {
    if (document.error) {
      ++(is_unchecked(*document.error) ? totals_.unchecked : totals_.failed);
      print_error(*document.error, language_);
      fail(*document.error);
    }
    if (!document.report) return;
    ++totals_.reports;
    count(document.checked.findings, totals_);
    show(std::move(document.looks), document);
    editions_[document.family].add(*document.report);
  }

  const Totals& finish() {
    for (const auto& [family, editions] : editions_) across(*family, editions);
    if (json_) print(stream_.finish());
    if (page_) print(page_->finish());
    if (is_text() && totals_.reports > 0) print(totals_text(totals_, style_));
    return totals_;
  }

 private:
  bool is_text() const { return !json_ && !page_; }

  void show(PagesSeen looks, const DocumentResult& document) {
    const std::vector<InputError> pages = unread_pages(*document.report);
    totals_.unread_pages += pages.size();
    totals_.incomplete += document.report->has_holes() ? 1 : 0;
    if (is_text()) {
      print(report_text(*document.report, *document.family, document.checked.findings, style_));
      return;
    }
    if (page_) page_->report(*document.report, document.checked, std::move(looks));
    if (json_)
      print(stream_.report(
          report_json(*document.report, document.checked, language_, style_.certificates)));
    for (const InputError& page : pages) {
      print_error(page, language_);
      fail(page);
    }
  }

  // Holds the editions of a family against each other.
  void across(const Family& family, const validator::Editions& editions) {
    std::vector<Finding> of_one_file;
    const std::vector<validator::EditionFinding> all = validator::check_editions(editions, family);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string& file = editions.all()[all[i].edition].file;
      of_one_file.push_back(all[i].finding);
      if (i + 1 < all.size() && all[i + 1].edition == all[i].edition) continue;
      count(of_one_file, totals_);
      if (is_text()) print(across_text(file, of_one_file, style_));
      for (const Finding& finding : of_one_file) {
        if (json_) stream_.across(across_json(file, finding, language_, style_.certificates));
        if (page_) page_->across(file, finding);
      }
      of_one_file.clear();
    }
  }

  void fail(const InputError& error) {
    if (json_) stream_.error(error_json(error, language_));
    if (page_) page_->error(error);
  }

  Language language_;
  bool json_;
  std::optional<AuditPage> page_;
  TextStyle style_;
  Totals totals_;
  CheckJson stream_;
  std::map<const Family*, validator::Editions>
      editions_;  // their figures alone; little for each report
};

}  // namespace

int run_check(const Invocation& invocation) {
  const std::unique_ptr<parser::Reader> reader = make_reader(invocation);
  if (reader == nullptr) return kFailure;
  if (const std::string file = invocation.value("output"); !file.empty()) print_into(file);
  Printer printer(invocation);
  const ReadPlan plan{Request::Task::check, printer.shows_pages(), {}};
  if (!read_all(invocation, expand_inputs(invocation.arguments), *reader, plan,
                [&](DocumentResult&& document) { printer.take(std::move(document)); }))
    return kFailure;
  return exit_status(printer.finish(), invocation.value("fail-on"),
                     invocation.has("allow-unchecked"));
}

}  // namespace tradereport::tools
