#include "validator/archive/revisions.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "validator/archive/edition_reports.h"
#include "validator/archive/revision_decision.h"
#include "validator/archive/shared_levels.h"
#include "validator/relations/evidence.h"

namespace tradereport::validator {

namespace {

constexpr double kCloseToOne = 1e-9;

struct Shared {
  Series series;
  Span span = Span::month;
  Population population = Population::this_year;

  friend auto operator<=>(const Shared&, const Shared&) = default;
};

struct Statement {
  double lo = 0;
  double hi = 0;
  std::size_t edition = 0;
};

class RevisionSearch {
 public:
  RevisionSearch(const EditionReports& reports, const Family& family)
      : reports_(reports), family_(family), shared_(family) {}

  Revisions run() {
    pass(false);
    std::map<RevisionLink, Revision> all = decide_revisions(seen_);
    known_ = Revisions(all);
    seen_.clear();
    levels_.clear();
    pass(true);
    all.merge(decide_revisions(seen_));
    widen_to_date(all);
    add_nation(all);
    return Revisions(std::move(all));
  }

 private:
  // Bases and reprints first: what is revised in them says nothing of years to date.
  void pass(bool to_date) {
    to_date_ = to_date;
    for (const auto& [month, edition] : reports_.by_month()) {
      const int oldest = month - 2 * kMonthsOfYear;
      std::erase_if(levels_, [&](const auto& entry) { return entry.first < oldest; });
      const bool had_base = levels_.contains(month - kMonthsOfYear);
      take(edition);
      if (!to_date_) continue;
      compare_to_date(month, edition);
      if (!had_base) compare_to_date(month - kMonthsOfYear, edition);
    }
  }

  void take(std::size_t edition) {
    const EditionReport made = reports_.report(edition);
    const FigureIndex figures(made.report);
    const Evidence evidence(figures, family_);
    std::set<Unknown> done;
    for (const Figure& figure : made.report.figures) {
      const FigureKey& key = figure.key;
      if (!nonnegative(family_, key.flow)) continue;
      for (const Population population :
           {Population::this_year, Population::last_year, Population::nation}) {
        const Unknown unknown{key.flow, key.row, key.span, population};
        if (done.insert(unknown).second)
          take(unknown, evidence.approximate(unknown), made.report.period, edition);
      }
    }
  }

  void take(const Unknown& unknown, const ApproximateBounds& bounds, Period period,
            std::size_t edition) {
    const std::optional<int> month = shared_.month_of(unknown, period);
    if (!month || !(bounds.lo <= bounds.hi) || !std::isfinite(bounds.hi)) return;
    const bool base = unknown.population == Population::last_year;
    const RevisionLink link{base ? RevisionKind::base : RevisionKind::reprint, unknown.span,
                            Population::this_year, month_number(period)};
    const Series row{std::string(unknown.flow), std::string(unknown.row)};
    if (to_date_ && known_.of(link, row) && (base || *month != month_number(period))) return;
    const Statement here{bounds.lo, bounds.hi, edition};
    const Shared level{row, unknown.span, base ? Population::this_year : unknown.population};
    const auto [found, fresh] = levels_[*month].emplace(level, here);
    if (!fresh && !to_date_ && found->second.edition != edition)
      compare(link, row, here, found->second);
  }

  // What is said of a level (between lo and hi) against what was said before.
  void compare(const RevisionLink& link, const Series& row, const Statement& here,
               const Statement& before) {
    LinkRows& seen = seen_[link];
    seen.edition = here.edition;
    ++seen.comparable;
    double factor = 1;
    if (before.hi > 0 && here.lo > before.hi) factor = here.lo / before.hi;
    if (before.lo > 0 && here.hi < before.lo) factor = std::max(here.hi, 0.0) / before.lo;
    if (std::abs(factor - 1) <= kCloseToOne) return;
    const double middle = (std::max(here.lo, 0.0) + here.hi) / (before.lo + before.hi);
    seen.rows.push_back({row, std::max(factor, kCloseToOne), std::max(middle, kCloseToOne)});
  }

  void compare_to_date(int month, std::size_t edition) {
    const auto now = levels_.find(month);
    const auto then = levels_.find(month - 1);
    if (now == levels_.end() || then == levels_.end() || month % kMonthsOfYear == 0) return;
    for (const auto& [level, to_date] : now->second) {
      if (level.span != Span::ytd) continue;
      Shared same = level;
      const auto before = then->second.find(same);
      same.span = Span::month;
      const auto added = now->second.find(same);
      if (before == then->second.end() || added == now->second.end()) continue;
      compare({RevisionKind::to_date, Span::ytd, level.population, month}, level.series,
              {to_date.lo - added->second.hi, to_date.hi - added->second.lo, edition},
              before->second);
    }
  }

  // Whose levels of a year ago an edition revises, of that row it may have revised the months of
  // this year as well.
  static void widen_to_date(std::map<RevisionLink, Revision>& all) {
    for (auto& [link, revision] : all) {
      if (link.kind != RevisionKind::to_date) continue;
      for (const Span span : {Span::month, Span::ytd}) {
        const auto base = all.find({RevisionKind::base, span, Population::this_year, link.month});
        if (base == all.end()) continue;
        for (const auto& [row, range] : base->second.rows) {
          const auto [own, fresh] = revision.rows.try_emplace(row, revision.within);
          own->second = unite(own->second, range);
        }
        if (base->second.all_rows) revision.within = unite(revision.within, base->second.within);
      }
    }
  }

  static RevisionRange unite(const RevisionRange& a, const RevisionRange& b) {
    if (!a || !b) return std::nullopt;
    return Interval{std::min(a->lo, b->lo), std::max(a->hi, b->hi)};
  }

  // Where the region's years to date are revised, so are the nation's, of which they are a part.
  static void add_nation(std::map<RevisionLink, Revision>& all) {
    std::map<RevisionLink, Revision> nation;
    for (const auto& [link, revision] : all) {
      if (link.kind != RevisionKind::to_date || link.population != Population::this_year) continue;
      RevisionLink same = link;
      same.population = Population::nation;
      Revision other = revision;
      other.revised = 0;
      other.comparable = 0;
      if (all.contains(same)) continue;
      nation.emplace(same, std::move(other));
    }
    all.merge(nation);
  }

  const EditionReports& reports_;
  const Family& family_;
  SharedLevels shared_;
  bool to_date_ = false;
  std::map<int, std::map<Shared, Statement>> levels_;  // by month
  AllLinkRows seen_;
  Revisions known_;  // of bases and reprints
};

}  // namespace

std::optional<RevisionRange> Revisions::of(const RevisionLink& link, const Series& row) const {
  const auto found = all_.find(link);
  if (found == all_.end()) return std::nullopt;
  const Revision& revision = found->second;
  if (const auto own = revision.rows.find(row); own != revision.rows.end()) return own->second;
  if (!revision.all_rows) return std::nullopt;
  return revision.within;
}

Revisions find_revisions(const EditionReports& reports, const Family& family) {
  return RevisionSearch(reports, family).run();
}

}  // namespace tradereport::validator
