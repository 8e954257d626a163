#include "validator/causes/quick_check.h"

#include <algorithm>
#include <cmath>

#include "validator/figures/claims.h"
#include "validator/figures/common_unit.h"
#include "validator/figures/text_comparison.h"
#include "validator/system/contradiction.h"

namespace tradereport::validator {

namespace {

constexpr double kLeftOff = 1e-9;  // of the levels, by doubles

}  // namespace

bool fails(const Relation& relation, const Evidence& evidence) {
  ApproximateBounds sum{0, 0};
  double size = 1;
  const auto add = [&](const RelationTerm& term, int sign) {
    const ApproximateBounds bounds = evidence.approximate(term.unknown);
    sum.lo += sign > 0 ? bounds.lo : -bounds.hi;
    sum.hi += sign > 0 ? bounds.hi : -bounds.lo;
    for (const double end : {bounds.lo, bounds.hi})
      if (std::isfinite(end)) size += std::abs(end);
  };
  add(relation.whole, relation.whole.sign);
  for (const RelationTerm& part : relation.parts) add(part, -part.sign);
  const double margin = kLeftOff * size;
  if (sum.hi > margin && (!relation.equal || sum.lo < -margin)) return false;
  return check(relation, evidence).has_value();
}

bool is_in_tables(const FigureIndex& figures, std::size_t claim) {
  const Claim& said = figures.report().claims[claim];
  for (const Figure* figure = figures.first(figures.of_claim(claim), said.key.measure);
       figure != nullptr; figure = figures.next(*figure)) {
    if (figure->unit == said.unit) return true;
  }
  return false;
}

bool differs_from_tables(const FigureIndex& figures, std::size_t claim) {
  const Claim& said = figures.report().claims[claim];
  bool any = false;
  for (const Figure* figure = figures.first(figures.of_claim(claim), said.key.measure);
       figure != nullptr; figure = figures.next(*figure)) {
    if (figure->unit != said.unit) continue;
    if (agree(*figure, said)) return false;
    any = true;
  }
  return any;
}

QuickCheck::QuickCheck(const Report& report, const Family& family,
                       const std::vector<Relation>& relations)
    : report_(report),
      family_(family),
      relations_(relations),
      trial_(report),
      figures_(trial_),
      evidence_(figures_, family),
      relations_of_(figures_.size()),
      claims_of_(figures_.size()),
      failing_(count(report)) {
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const auto note = [&](const RelationTerm& term) {
      const int series = figures_.series({term.unknown.flow, term.unknown.row, term.unknown.span});
      if (series < 0) return;
      std::vector<int>& all = relations_of_[static_cast<std::size_t>(series)];
      if (all.empty() || all.back() != static_cast<int>(i)) all.push_back(static_cast<int>(i));
    };
    note(relations[i].whole);
    for (const RelationTerm& part : relations[i].parts) note(part);
  }
  for (std::size_t i = 0; i < trial_.claims.size(); ++i)
    claims_of_[static_cast<std::size_t>(figures_.of_claim(i))].push_back(i);
}

int QuickCheck::series_of(PrintedIndex index) const {
  return index < report_.figures.size() ? figures_.of_figure(index)
                                        : figures_.of_claim(index - report_.figures.size());
}

int QuickCheck::failing_of(const std::vector<int>& series) const {
  std::vector<int> touched;
  int failing = 0;
  for (const int one : series) {
    const auto at = static_cast<std::size_t>(one);
    touched.insert(touched.end(), relations_of_[at].begin(), relations_of_[at].end());
    for (const std::size_t claim : claims_of_[at]) failing += differs_from_tables(figures_, claim);
  }
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  for (const int relation : touched)
    failing += fails(relations_[static_cast<std::size_t>(relation)], evidence_);
  return failing;
}

int QuickCheck::change_by_moves(const EditorialSlip& slip) {
  std::vector<int> series;
  for (const Edit& edit : slip.edits) {
    series.push_back(series_of(edit.printed));
    series.push_back(series_of(*edit.meant));
  }
  std::sort(series.begin(), series.end());
  series.erase(std::unique(series.begin(), series.end()), series.end());
  const int before = failing_of(series);
  for (const Edit& edit : slip.edits) {
    Figure& figure = printed_at(trial_, *edit.meant);
    figure.value = printed_at(report_, edit.printed).value;
    const auto scaled = times_power_of_ten(figure.value, edit.power, figure.slack);
    if (scaled) figure.value = *scaled;
  }
  const int after = failing_of(series);
  for (const Edit& edit : slip.edits) {
    const Figure& printed = printed_at(report_, *edit.meant);
    printed_at(trial_, *edit.meant).value = printed.value;
    printed_at(trial_, *edit.meant).slack = printed.slack;
  }
  return after - before;
}

int QuickCheck::count(const Report& report) const {
  const FigureIndex figures(report);
  const Evidence evidence(figures, family_);
  const TextComparison text = compare_text(figures, family_);
  int failing = static_cast<int>(text.claims.size() + text.lists.size());
  for (const Relation& relation : build_relations(figures, family_))
    failing += fails(relation, evidence);
  return failing;
}

int QuickCheck::change(const EditorialSlip& slip) {
  if (slip.only_moves()) return change_by_moves(slip);
  return count(with_undone(report_, slip)) - failing_;
}

}  // namespace tradereport::validator
