#include "validator/rules/relation_proof.h"

#include <algorithm>

#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

constexpr int kMostDecimals = 9;

int decimals_of(const std::vector<const Figure*>& figures) {
  int decimals = 0;
  for (const Figure* figure : figures) decimals = std::max(decimals, figure->value.decimals());
  return decimals + 1;
}

// One term of the relation: what is printed of it and what follows.
ProofStep level_step(const Unknown& unknown, const ImpliedBounds& implied) {
  ProofStep step;
  step.args["row"] = unknown.row;
  step.args["bounds"] = to_text(implied.bounds, decimals_of(implied.figures));
  put_term(step.args, "span", "span", to_string(unknown.span));
  if (implied.figures.empty()) {
    step.key = "proof.unprinted";
    return step;
  }
  const Figure& value = *implied.figures.front();
  step.source = value.source;
  step.args["value"] = value.value.to_string();
  if (implied.figures.size() == 1) {
    step.key = "proof.value";
    return step;
  }
  const Figure& other = *implied.figures.back();
  step.args["other"] = with_unit(other.value.to_string(), other.unit);
  step.key = "proof." + std::string(to_string(other.key.measure));
  return step;
}

bool apart(const Bounds& a, const Bounds& b, int decimals) {
  const auto below = [&](const Rational& x, const Rational& y) {
    const auto up = Decimal::parse(round_up(x, decimals));
    const auto down = Decimal::parse(round_down(y, decimals));
    return !up || !down || up->value() < down->value();
  };
  if (a.hi && b.lo && *a.hi < *b.lo) return below(*a.hi, *b.lo);
  if (b.hi && a.lo && *b.hi < *a.lo) return below(*b.hi, *a.lo);
  return true;
}

}  // namespace

TwoBounds bounds_text(const Contradiction& contradiction) {
  int decimals = decimals_of(contradiction.figures);
  // Rounding outward must not make the two look as if they met.
  while (decimals < kMostDecimals && !apart(contradiction.whole, contradiction.parts, decimals))
    ++decimals;
  return {to_text(contradiction.whole, decimals), to_text(contradiction.parts, decimals)};
}

std::vector<ProofStep> proof_of(const Contradiction& contradiction, const Evidence& evidence,
                                const Family& family) {
  const Relation& relation = *contradiction.relation;
  std::vector<ProofStep> steps;
  ProofStep head;
  head.key = relation.partial ? "proof.relation_partial" : "proof.relation";
  put(head.args, "relation",
      [&](Language language) { return relation_name(relation, family, language); });
  put_term(head.args, "world", "world", to_string(relation.population));
  put_term(head.args, "span", "span", to_string(relation.span));
  steps.push_back(std::move(head));
  const auto add = [&](const RelationTerm& term) {
    steps.push_back(level_step(term.unknown, evidence.of(term.unknown)));
  };
  add(relation.whole);
  for (const RelationTerm& part : relation.parts) add(part);
  ProofStep end;
  end.key = relation.equal ? "proof.sum" : "proof.sum_at_most";
  const TwoBounds text = bounds_text(contradiction);
  end.args = {{"whole", text.whole}, {"parts", text.parts}};
  steps.push_back(std::move(end));
  return steps;
}

}  // namespace tradereport::validator
