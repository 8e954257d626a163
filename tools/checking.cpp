#include "tools/checking.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "tools/terminal/standard_streams.h"
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

}  // namespace

Check::Check(const Invocation& invocation, Settings settings, std::string settings_file,
             CheckResults results, Marking* marking)
    : invocation_(invocation),
      strict_(invocation.has("strict")),
      settings_file_(std::move(settings_file)),
      acceptance_(std::move(settings.accepted), invocation.has("accept")),
      results_(std::move(results)),
      marking_(marking) {}

void Check::take(DocumentResult&& document) {
  if (document.error) {
    ++(is_unchecked(*document.error) ? totals_.unchecked : totals_.failed);
    fail(*document.error);
  }
  if (!document.report) return;
  const Report& report = *document.report;
  ++totals_.reports;
  acceptance_.saw(report);
  checked_.insert(document.family);
  const bool draft = invocation_.has("against");
  if (draft) drafts_.insert(report.file);
  document.checked.findings =
      editions_[document.family].add(report, std::move(document.checked.findings), draft);
  document.checked.findings = acceptance_.keep(report.file, std::move(document.checked.findings));
  count_unless_accepted(document.checked.findings);
  const std::vector<InputError> pages = unread_pages(report);
  totals_.unread_pages += pages.size();
  totals_.incomplete += report.has_holes() ? 1 : 0;
  unread_ += report.unread();
  results_.report(document);
  if (marking_ != nullptr) marking_->report(document);
  for (const InputError& page : pages) {
    if (!text_) print_error(page, invocation_.language);
    results_.error(page);
  }
}

void Check::take_published(DocumentResult&& document) {
  if (document.error) {
    print_error(*document.error, invocation_.language);
    const std::vector<std::string> named = invocation_.all("against");
    totals_.failed +=
        static_cast<std::size_t>(std::count(named.begin(), named.end(), document.error->file));
  }
  if (!document.report) return;
  editions_[document.family].add(*document.report, std::move(document.checked.findings));
  published_.insert(document.family);
}

void Check::compare() {
  if (invocation_.has("against")) tell_not_compared();
  for (const auto& [family, editions] : editions_)
    if (checked_.contains(family)) across(*family, editions);
}

int Check::finish() {
  for (const AcceptedFinding& entry : acceptance_.stale()) {
    ++totals_.warnings;
    complain(fmt::format("{}:{}: {}", settings_file_, entry.line,
                         text("cli.check.stale", {{"fingerprint", entry.fingerprint},
                                                  {"rule", entry.rule},
                                                  {"report", entry.report}})));
  }
  totals_.accepted = acceptance_.count();
  results_.finish(totals_);
  if (!acceptance_.added().empty()) write_accepted();
  return exit_status();
}

std::string Check::text(const char* id, const std::map<std::string, std::string>& args) const {
  return format_message(invocation_.language, id, args);
}

void Check::fail(const InputError& error) {
  print_error(error, invocation_.language);
  results_.error(error);
}

void Check::count_unless_accepted(const std::vector<Finding>& findings) {
  if (!invocation_.has("accept")) count(findings, totals_);
}

void Check::tell_not_compared() {
  for (const Family* const family : checked_) {
    if (published_.contains(family)) continue;
    ++totals_.failed;
    complain(text("cli.check.nothing_published", {{"family", family->id}}));
  }
}

std::optional<std::string> Check::about(const std::string& edition, const Finding& finding) const {
  if (!invocation_.has("against") || drafts_.contains(edition)) return edition;
  for (const Candidate& candidate : finding.candidates)
    if (drafts_.contains(candidate.item.file)) return candidate.item.file;
  return std::nullopt;
}

void Check::across(const Family& family, const validator::Editions& editions) {
  std::vector<Finding> of_one_file;
  const std::vector<validator::EditionFinding> all = validator::check_editions(editions, family);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string& file = editions.all()[all[i].edition].file;
    if (const auto draft = about(file, all[i].finding)) {
      std::vector<Finding> kept = acceptance_.keep(*draft, {all[i].finding});
      std::move(kept.begin(), kept.end(), std::back_inserter(of_one_file));
    }
    if (i + 1 < all.size() && all[i + 1].edition == all[i].edition) continue;
    count_unless_accepted(of_one_file);
    if (!of_one_file.empty()) results_.across(file, of_one_file);
    if (marking_ != nullptr)
      for (const Finding& finding : of_one_file) marking_->finding(file, finding);
    of_one_file.clear();
  }
}

void Check::write_accepted() const {
  std::ofstream file(settings_file_, std::ios::binary | std::ios::app);
  for (const AcceptedFinding& entry : acceptance_.added()) file << accepted_entry(entry);
  if (!file.flush()) throw OutputError{settings_file_};
  complain(text("cli.check.accepted",
                {{"n", std::to_string(acceptance_.added().size())}, {"file", settings_file_}}));
}

int Check::exit_status() const {
  const std::string fail_on = invocation_.value("fail-on");
  if (totals_.failed > 0) return kFailure;
  if (totals_.unchecked + totals_.incomplete > 0 && !invocation_.has("allow-unchecked"))
    return kFailure;
  if (strict_ && (totals_.errors + totals_.warnings + unread_ > 0)) return kFindings;
  const bool error = fail_on != "never" && totals_.errors > 0;
  const bool warning = fail_on == "warning" && totals_.warnings > 0;
  return error || warning ? kFindings : kGood;
}

}  // namespace tradereport::tools
