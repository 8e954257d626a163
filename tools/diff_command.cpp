#include <utility>
#include <vector>

#include "schemas/period_words.h"
#include "tools/commands.h"
#include "tools/terminal/standard_streams.h"
#include "tools/terminal/terminal.h"
#include "tools/workers/reading.h"
#include "tools/writers/diff/diff_output.h"

namespace tradereport::tools {

namespace {

class Comparison {
 public:
  Comparison(const Invocation& invocation, const parser::Reader& reader)
      : invocation_(invocation), reader_(reader) {}

  int run() {
    const std::optional<DocumentResult> before = read(invocation_.arguments[0]);
    const std::optional<DocumentResult> after = read(invocation_.arguments[1]);
    if (!before || !after) return kFailure;
    const Report& old = *before->report;
    const Report& now = *after->report;
    if (old.family != now.family || old.period != now.period) {
      const auto words = [&](const Period& period) {
        return period_in_words(period.to_string(), invocation_.language);
      };
      complain(format_message(invocation_.language, "cli.diff.another_report",
                              {{"old", old.file},
                               {"old_period", words(old.period)},
                               {"new", now.file},
                               {"new_period", words(now.period)}}));
      return kFailure;
    }
    const ReportDiff diff =
        diff_reports({old, before->checked.findings}, {now, after->checked.findings});
    const Terminal terminal = terminal_of(stdout);
    print(invocation_.value("format") == "json"
              ? diff_json(diff, old, now, invocation_.language)
              : diff_text(diff, old, now, *after->family,
                          {invocation_.language, terminal.colour, terminal.columns, false}));
    if (!is_whole(old) || !is_whole(now)) return kFailure;
    return diff.changes.empty() ? kGood : kFindings;
  }

 private:
  // The one report that the argument leads to, checked; nothing, and a word on standard error, if
  // there is none or more than one.
  std::optional<DocumentResult> read(const std::string& argument) const {
    std::vector<DocumentResult> documents;
    const ReadPlan plan{Request::Task::check, false, false, {}, {}};
    const bool done = read_all(invocation_, expand_inputs({argument}), reader_, plan,
                               [&](DocumentResult&& document) {
                                 if (document.error)
                                   print_error(*document.error, invocation_.language);
                                 documents.push_back(std::move(document));
                               });
    if (!done) return std::nullopt;
    if (documents.size() == 1 && documents[0].report) return std::move(documents[0]);
    if (documents.size() != 1)
      complain(format_message(invocation_.language, "cli.diff.one_report", {{"file", argument}}));
    return std::nullopt;
  }

  // Figures that were not read in one of the versions could not be held against the other's.
  bool is_whole(const Report& report) const {
    if (!report.has_holes() && unread_pages(report).empty()) return true;
    print_holes(report, invocation_.language);
    for (const InputError& page : unread_pages(report)) print_error(page, invocation_.language);
    return invocation_.has("allow-unchecked");
  }

  const Invocation& invocation_;
  const parser::Reader& reader_;
};

}  // namespace

int run_diff(const Invocation& invocation) {
  const std::unique_ptr<parser::Reader> reader = make_reader(invocation);
  return reader == nullptr ? kFailure : Comparison(invocation, *reader).run();
}

}  // namespace tradereport::tools
