// The checks that need more than one edition (editions.h).
#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "validator/archive/archive_rule.h"
#include "validator/archive/edition_reports.h"
#include "validator/archive/editions.h"
#include "validator/archive/fault_findings.h"
#include "validator/archive/revision_findings.h"
#include "validator/findings/fingerprint.h"

namespace tradereport::validator {

namespace {

// A practice explains what single mistakes and revisions do not: so many contradictions at least,
// and all but one in so many.
constexpr std::size_t kFewestContradictions = 8;
constexpr std::size_t kContradictionsForOne = 4;

// What the editions say against each other.
struct Comparison {
  Revisions revisions;
  std::vector<EditionFault> faults;

  std::size_t contradictions() const {
    std::size_t count = faults.size();
    for (const auto& [link, revision] : revisions.all()) count += revision.revised;
    return count;
  }
};

class PracticeSearch {
 public:
  PracticeSearch(const Editions& editions, const Family& family, ArchiveInput& context)
      : editions_(editions), family_(family), context_(context) {}

  // Compares the editions by what is known of the practice; or, where they contradict each other
  // again and again, by the one that explains it.
  void run() {
    Practice known = editions_.practice().known();
    context_.shown_by = editions_.practice().shown_by(known);
    context_.practice = known;
    known.from.rates |= family_.rates == ComputedFrom::printed;
    known.from.sums |= family_.sums == ComputedFrom::printed;
    best_ = compare(known);
    const std::size_t contradictions = best_.contradictions();
    const std::set<std::size_t> contradicted = editions_in(best_);
    if (contradictions >= kFewestContradictions) {
      const bool rates = family_.rates != ComputedFrom::unrounded;
      const bool sums = family_.sums != ComputedFrom::unrounded;
      std::vector<Practice> tried{known};  // where one is known or ruled out, some are the same
      for (const Practice& practice :
           {Practice{{rates, known.from.sums}, known.cut},
            Practice{{known.from.rates, sums}, known.cut}, Practice{{rates, sums}, known.cut},
            Practice{known.from, true}}) {
        if (std::find(tried.begin(), tried.end(), practice) != tried.end()) continue;
        tried.push_back(practice);
        try_it(practice, contradictions);
      }
      if (adopted_) context_.shown_by.insert(contradicted.begin(), contradicted.end());
    }
    context_.revisions = std::move(best_.revisions);
    context_.faults = std::move(best_.faults);
  }

 private:
  Comparison compare(const Practice& practice) const {
    EditionReports reports(editions_, family_, context_.order, practice);
    Comparison seen{find_revisions(reports, family_), {}};
    seen.faults = find_edition_faults(reports, editions_, family_, seen.revisions);
    return seen;
  }

  // The simplest practice first: another one has to leave less than half.
  void try_it(const Practice& practice, std::size_t contradictions) {
    Comparison seen = compare(practice);
    const std::size_t left = seen.contradictions();
    if (left * kContradictionsForOne > contradictions ||
        (adopted_ && 2 * left >= best_.contradictions()))
      return;
    adopted_ = true;
    best_ = std::move(seen);
    context_.practice = practice;
  }

  static std::set<std::size_t> editions_in(const Comparison& seen) {
    std::set<std::size_t> all;
    for (const auto& [link, revision] : seen.revisions.all())
      if (revision.revised > 0) all.insert(revision.edition);
    for (const EditionFault& fault : seen.faults) all.insert(fault.figures.back().edition);
    return all;
  }

  const Editions& editions_;
  const Family& family_;
  ArchiveInput& context_;
  Comparison best_;
  bool adopted_ = false;
};

}  // namespace

std::vector<EditionFinding> check_editions(const Editions& editions, const Family& family) {
  const std::vector<Edition>& all = editions.all();
  ArchiveInput context{editions, family, std::vector<std::size_t>(all.size()), {}, {}, {}, {}};
  std::iota(context.order.begin(), context.order.end(), std::size_t{0});
  std::stable_sort(context.order.begin(), context.order.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(all[a].period, all[a].draft, all[a].file) <
           std::tie(all[b].period, all[b].draft, all[b].file);
  });
  PracticeSearch(editions, family, context).run();
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
