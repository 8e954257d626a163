// A05: the publisher's way to compute, told once for all its reports.
#include <algorithm>
#include <string>

#include "schemas/period_words.h"
#include "validator/archive/archive_rule.h"
#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

std::string_view message_for(const Practice& practice) {
  if (practice.cut) return "A05.cut";
  if (practice.from.rates && practice.from.sums) return "A05.printed";
  return practice.from.rates ? "A05.rates" : "A05.sums";
}

}  // namespace

void a05_practice(const ArchiveInput& context, std::vector<EditionFinding>& findings) {
  if (!context.practice.any() || context.shown_by.empty()) return;
  const std::vector<Edition>& all = context.editions.all();
  std::vector<std::size_t> shown;  // by period
  std::copy_if(context.order.begin(), context.order.end(), std::back_inserter(shown),
               [&](std::size_t edition) { return context.shown_by.contains(edition); });
  const auto draft = std::find_if(shown.rbegin(), shown.rend(),
                                  [&](std::size_t edition) { return all[edition].draft; });
  EditionFinding found{draft == shown.rend() ? shown.back() : *draft, {}};
  Finding& finding = found.finding;
  finding.severity = Severity::note;
  finding.message = message_for(context.practice);
  finding.args["count"] = std::to_string(shown.size());
  put(finding.args, "issues", [&](Language language) {
    std::string text;
    for (std::size_t i = 0; i < std::min(shown.size(), kMostNamed); ++i) {
      if (i > 0) text += format_message(language, "term.list.separator");
      text += period_in_words(all[shown[i]].period.to_string(), language);
    }
    return shown.size() > kMostNamed ? text + " …" : text;
  });
  findings.push_back(std::move(found));
}

}  // namespace tradereport::validator
