// The checks that need more than one edition (editions.h).
#include <algorithm>
#include <numeric>
#include <tuple>

#include "validator/archive/archive_rule.h"
#include "validator/archive/editions.h"
#include "validator/archive/fault_findings.h"
#include "validator/archive/revision_findings.h"
#include "validator/findings/fingerprint.h"

namespace tradereport::validator {

std::vector<EditionFinding> check_editions(const Editions& editions, const Family& family) {
  const std::vector<Edition>& all = editions.all();
  ArchiveInput context{editions, family, std::vector<std::size_t>(all.size()), {}, {}};
  std::iota(context.order.begin(), context.order.end(), std::size_t{0});
  std::stable_sort(context.order.begin(), context.order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(all[a].period, all[a].draft, all[a].file) <
           std::tie(all[b].period, all[b].draft, all[b].file);
  });
  EditionReports reports(editions, family, context.order);
  context.revisions = find_revisions(reports, family);
  context.faults = find_edition_faults(reports, editions, family, context.revisions);
  std::vector<std::size_t> places(all.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[context.order[i]] = i;

  std::vector<EditionFinding> findings;
  for (const ArchiveRule& rule : archive_rules()) {
    const std::size_t first = findings.size();
    if (rule.own_code != nullptr) rule.own_code(context, findings);
    add_revision_findings(context, rule.id, findings);
    add_fault_findings(context, rule.id, findings);
    for (std::size_t i = first; i < findings.size(); ++i) {
      Finding& finding = findings[i].finding;
      finding.rule = rule.id;
      finding.severity = std::min(finding.severity, rule.severity);
      set_fingerprint(family.id, all[findings[i].edition].period, finding);
    }
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const EditionFinding& a, const EditionFinding& b) {
                     return places[a.edition] < places[b.edition];
                   });
  return findings;
}

}  // namespace tradereport::validator
