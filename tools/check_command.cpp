#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "tools/check_results.h"
#include "tools/cli/options.h"
#include "tools/cli/settings.h"
#include "tools/commands.h"
#include "tools/terminal/standard_streams.h"
#include "tools/workers/reading.h"
#include "tools/writers/check/acceptance.h"
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

// Takes the documents in order: what is found in them, what the editions of a family say of each
// other, and what people have accepted of it.
class Check {
 public:
  Check(const Invocation& invocation, Settings settings, std::string settings_file)
      : invocation_(invocation),
        strict_(invocation.has("strict")),
        settings_file_(std::move(settings_file)),
        acceptance_(std::move(settings.accepted), invocation.has("accept")),
        results_(invocation) {}

  bool shows_pages() const { return results_.shows_pages(); }

  void take(DocumentResult&& document) {
    if (document.error) {
      ++(is_unchecked(*document.error) ? totals_.unchecked : totals_.failed);
      fail(*document.error);
    }
    if (!document.report) return;
    const Report& report = *document.report;
    ++totals_.reports;
    acceptance_.saw(report);
    document.checked.findings = acceptance_.keep(report.file, std::move(document.checked.findings));
    count_unless_accepted(document.checked.findings);
    const std::vector<InputError> pages = unread_pages(report);
    totals_.unread_pages += pages.size();
    totals_.incomplete += report.has_holes() ? 1 : 0;
    unread_ += report.unread();
    results_.report(document);
    for (const InputError& page : pages) {
      if (!text_) print_error(page, invocation_.language);
      results_.error(page);
    }
    const bool draft = invocation_.has("against");
    editions_[document.family].add(report, draft);
    if (draft) drafts_.insert(report.file);
  }

  // A published report, after all that are held against it. What cannot be read of a folder or an
  // archive is said; of what was named itself it is a failure.
  void take_published(DocumentResult&& document) {
    if (document.error) {
      print_error(*document.error, invocation_.language);
      const std::vector<std::string> named = invocation_.all("against");
      totals_.failed +=
          static_cast<std::size_t>(std::count(named.begin(), named.end(), document.error->file));
    }
    const auto editions = editions_.find(document.family);
    if (!document.report || editions == editions_.end()) return;
    editions->second.add(*document.report);
    compared_.insert(document.family);
  }

  int finish() {
    if (invocation_.has("against")) tell_not_compared();
    for (const auto& [family, editions] : editions_) across(*family, editions);
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

 private:
  std::string text(const char* id, const std::map<std::string, std::string>& args) const {
    return format_message(invocation_.language, id, args);
  }

  void fail(const InputError& error) {
    print_error(error, invocation_.language);
    results_.error(error);
  }

  void count_unless_accepted(const std::vector<Finding>& findings) {
    if (!invocation_.has("accept")) count(findings, totals_);
  }

  // The families of which nothing was there to be held against: what was asked for was not done.
  void tell_not_compared() {
    for (const auto& [family, editions] : editions_) {
      if (compared_.contains(family)) continue;
      ++totals_.failed;
      complain(text("cli.check.nothing_published", {{"family", family->id}}));
    }
  }

  // The draft that the finding is about: it is in that edition, or its figures may be the wrong
  // ones. Without --against all reports are alike, and it is the edition's.
  std::optional<std::string> about(const std::string& edition, const Finding& finding) const {
    if (!invocation_.has("against") || drafts_.contains(edition)) return edition;
    for (const Candidate& candidate : finding.candidates)
      if (drafts_.contains(candidate.item.file)) return candidate.item.file;
    return std::nullopt;
  }

  // Holds the editions of a family against each other.
  void across(const Family& family, const validator::Editions& editions) {
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
      of_one_file.clear();
    }
  }

  void write_accepted() const {
    std::ofstream file(settings_file_, std::ios::binary | std::ios::app);
    for (const AcceptedFinding& entry : acceptance_.added()) file << accepted_entry(entry);
    if (!file.flush()) throw OutputError{settings_file_};
    complain(text("cli.check.accepted",
                  {{"n", std::to_string(acceptance_.added().size())}, {"file", settings_file_}}));
  }

  int exit_status() const {
    const std::string fail_on = invocation_.value("fail-on");
    if (totals_.failed > 0) return kFailure;
    if (totals_.unchecked + totals_.incomplete > 0 && !invocation_.has("allow-unchecked"))
      return kFailure;
    if (strict_ && (totals_.errors + totals_.warnings + unread_ > 0)) return kFindings;
    const bool error = fail_on != "never" && totals_.errors > 0;
    const bool warning = fail_on == "warning" && totals_.warnings > 0;
    return error || warning ? kFindings : kGood;
  }

  const Invocation& invocation_;
  bool text_ = invocation_.value("format") == "text";
  bool strict_;
  std::string settings_file_;
  Acceptance acceptance_;
  CheckResults results_;
  Totals totals_;
  std::size_t unread_ = 0;            // numerals
  std::set<std::string> drafts_;      // files that are held against published ones
  std::set<const Family*> compared_;  // of which published ones were read
  std::map<const Family*, validator::Editions>
      editions_;  // their figures alone; little for each report
};

// What the file says, if there is one; nothing if it has errors, which stand on standard error.
std::optional<Settings> settings_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return Settings{};
  SettingsLoad load = load_settings(std::string(std::istreambuf_iterator<char>(stream), {}), file);
  for (const std::string& error : load.errors) complain(error);
  return std::move(load.settings);
}

}  // namespace

int run_check(const Invocation& given) {
  const std::string file = settings_path(given.arguments);
  std::optional<Settings> settings = settings_of(file);
  if (!settings) return kFailure;
  Invocation invocation = given;  // what the command line says goes before what the file says
  if (settings->fail_on) invocation.values.emplace("fail-on", *settings->fail_on);
  if (settings->strict) invocation.values.emplace("strict", "yes");
  if (!settings->family.empty()) invocation.values.emplace("family", settings->family);
  const std::unique_ptr<parser::Reader> reader = make_reader(invocation);
  if (reader == nullptr) return kFailure;
  Check check(invocation, std::move(*settings), file);
  const ReadPlan plan{Request::Task::check,
                      check.shows_pages(),
                      check.shows_pages() || invocation.has("blind"),
                      {}};
  const Inputs drafts = expand_inputs(invocation.arguments);
  if (!read_all(invocation, drafts, *reader, plan,
                [&](DocumentResult&& document) { check.take(std::move(document)); }))
    return kFailure;
  if (invocation.has("against")) {
    Inputs published = expand_inputs(invocation.all("against"), drafts.files);
    const ReadPlan figures_alone{Request::Task::read, false, false, {}};
    if (!read_all(invocation, std::move(published), *reader, figures_alone,
                  [&](DocumentResult&& document) { check.take_published(std::move(document)); }))
      return kFailure;
  }
  return check.finish();
}

}  // namespace tradereport::tools
