#include "validator/contradiction.h"

namespace tradereport {

std::optional<Contradiction> check(const Relation& relation, const Evidence& evidence) {
  const Implied& whole = evidence.of(relation.whole.unknown);
  Contradiction result;
  result.relation = &relation;
  result.whole = times_sign(relation.whole.sign, whole.bounds);
  result.parts = {Rational(0), Rational(0)};
  for (const RelationTerm& part : relation.parts) {
    result.parts = result.parts + times_sign(part.sign, evidence.of(part.unknown).bounds);
    if (!result.parts.lo && !result.parts.hi) return std::nullopt;
  }
  const bool above = result.parts.lo && result.whole.hi && *result.parts.lo > *result.whole.hi;
  const bool below = result.parts.hi && result.whole.lo && *result.parts.hi < *result.whole.lo;
  if (!above && !(below && relation.equal)) return std::nullopt;

  result.figures = whole.figures;
  for (const RelationTerm& part : relation.parts) {
    const auto& figures = evidence.of(part.unknown).figures;
    result.figures.insert(result.figures.end(), figures.begin(), figures.end());
  }
  return result;
}

std::vector<Contradiction> find_contradictions(const std::vector<Relation>& relations,
                                               const Evidence& evidence) {
  std::vector<Contradiction> found;
  for (const Relation& relation : relations) {
    if (auto contradiction = check(relation, evidence)) found.push_back(std::move(*contradiction));
  }
  return found;
}

}  // namespace tradereport
