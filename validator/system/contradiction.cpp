#include "validator/system/contradiction.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tradereport::validator {

namespace {

constexpr double kRoundedOff = 1e-9;  // of the levels, for what doubles leave off

// By the row of the relation, whole - parts: whether it is far from being contradicted.
template <class ApproximateOf>
bool surely_fits(const IntegerRows& rows, const IntegerRow& row,
                 const ApproximateOf& approximate_of) {
  ApproximateBounds sum{0, 0};
  double size = 1;
  for (const auto& [at, coefficient] : rows.terms(row)) {
    const ApproximateBounds approximate = approximate_of(at);
    const auto by = static_cast<double>(coefficient);
    sum.lo += by * (by > 0 ? approximate.lo : approximate.hi);
    sum.hi += by * (by > 0 ? approximate.hi : approximate.lo);
    for (const double end : {approximate.lo, approximate.hi}) {
      if (std::isfinite(end)) size += std::abs(by * end);
    }
  }
  const double margin = kRoundedOff * size;
  return sum.hi > margin && (!row.hi || sum.lo < -margin);
}

// Among the rows of relations that are taken.
template <class Takes, class ApproximateOf>
std::vector<Contradiction> find(const System& system, const Evidence& evidence, const Takes& takes,
                                const ApproximateOf& approximate_of) {
  std::vector<Contradiction> found;
  for (const IntegerRow& row : system.integers) {
    if (row.relation < 0 || !takes(row) || surely_fits(system.integers, row, approximate_of))
      continue;
    const Relation& relation = system.relations[static_cast<std::size_t>(row.relation)];
    if (auto contradiction = check(relation, evidence)) found.push_back(std::move(*contradiction));
  }
  return found;
}

}  // namespace

std::optional<Contradiction> check(const Relation& relation, const Evidence& evidence) {
  ImpliedBounds whole = evidence.of(relation.whole.unknown);
  Contradiction result;
  result.relation = &relation;
  result.whole = times_sign(relation.whole.sign, whole.bounds);
  result.parts = {Rational(0), Rational(0)};
  result.figures = std::move(whole.figures);
  for (const RelationTerm& part : relation.parts) {
    const ImpliedBounds implied = evidence.of(part.unknown);
    result.parts = result.parts + times_sign(part.sign, implied.bounds);
    result.figures.insert(result.figures.end(), implied.figures.begin(), implied.figures.end());
    if (!result.parts.lo && !result.parts.hi) return std::nullopt;
  }
  const bool above = result.parts.lo && result.whole.hi && *result.parts.lo > *result.whole.hi;
  const bool below = result.parts.hi && result.whole.lo && *result.parts.hi < *result.whole.lo;
  if (!above && !(below && relation.equal)) return std::nullopt;

  return result;
}

std::vector<Contradiction> find_contradictions(const System& system, const Evidence& evidence) {
  std::vector<ApproximateBounds> approximations;
  approximations.reserve(system.unknowns.size());
  for (const Unknown& unknown : system.unknowns)
    approximations.push_back(evidence.approximate(unknown));
  return find(
      system, evidence, [](const IntegerRow&) { return true; },
      [&](int at) { return approximations[static_cast<std::size_t>(at)]; });
}

std::vector<Contradiction> find_contradictions(const System& system, const Evidence& evidence,
                                               const SeriesKey& key) {
  const auto unknown = [&](int at) { return system.unknowns[static_cast<std::size_t>(at)]; };
  const auto takes_it = [&](const IntegerTerm& term) {
    const Unknown level = unknown(term.first);
    return SeriesKey{level.flow, level.row, level.span} == key;
  };
  return find(
      system, evidence,
      [&](const IntegerRow& row) {
        const auto terms = system.integers.terms(row);
        return std::any_of(terms.begin(), terms.end(), takes_it);
      },
      [&](int at) { return evidence.approximate(unknown(at)); });
}

}  // namespace tradereport::validator
