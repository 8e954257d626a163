// A04: an archive has every edition once.
#include "validator/archive/archive_rule.h"
#include "validator/archive/archive_system.h"
#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

// Months from `first` to before `end` that an archive with an edition of `end` lacks. A joint
// edition of January and February has no month of its own.
std::vector<Period> missing(int first, const Edition& end) {
  std::vector<Period> months;
  for (int month = first; month < month_number(end.period); ++month) {
    const Period period = period_of(month);
    const bool joint = !end.has_month && period.year == end.period.year;
    if (!joint) months.push_back(period);
  }
  return months;
}

// An archive that lacks more editions than it has is no series of editions.
void find_gaps(const ArchiveInput& context, std::vector<EditionFinding>& findings) {
  const std::vector<Edition>& all = context.editions.all();
  std::vector<EditionFinding> gaps;
  std::size_t editions = 0;
  std::size_t lacking = 0;
  int next = 0;
  for (const std::size_t index : context.order) {
    const int month = month_number(all[index].period);
    if (editions > 0 && month < next) continue;
    if (editions++ > 0 && month > next) {
      const std::vector<Period> months = missing(next, all[index]);
      if (!months.empty()) {
        lacking += months.size();
        EditionFinding found{index, {}};
        Finding& finding = found.finding;
        finding.message = months.size() == 1 ? "A04.missing" : "A04.missing_months";
        finding.args["count"] = std::to_string(months.size());
        put_period(finding.args, "first", months.front().to_string());
        put_period(finding.args, "last", months.back().to_string());
        gaps.push_back(std::move(found));
      }
    }
    next = month + 1;
  }
  for (EditionFinding& gap : gaps) {
    gap.finding.severity = lacking > editions ? Severity::note : Severity::warning;
    findings.push_back(std::move(gap));
  }
}

}  // namespace

void a04_editions(const ArchiveInput& context, std::vector<EditionFinding>& findings) {
  for (std::size_t i = 0; i < context.order.size(); ++i) {
    const Edition* const other = earlier_of_period(context, i);
    if (other == nullptr) continue;
    const std::size_t index = context.order[i];
    const Edition& edition = context.editions.all()[index];
    const bool same = identical(edition, *other);
    EditionFinding found{index, {}};
    found.finding.severity = same ? Severity::note : Severity::warning;
    found.finding.message = same ? "A04.same" : "A04.revised";
    found.finding.args["other"] = other->file;
    put_period(found.finding.args, "period", edition.period.to_string());
    findings.push_back(std::move(found));
  }
  find_gaps(context, findings);
}

}  // namespace tradereport::validator
