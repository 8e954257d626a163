#include "validator/findings/joint_proof.h"

#include <algorithm>

#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

constexpr int kMostDigits = 12;

Row row_at(const System& system, int index) {
  return rational_row(system.integers, index);
}

const Relation& relation_at(const System& system, int index) {
  return system.relations[static_cast<std::size_t>(index)];
}

void put_relation(Args& args, const Relation& relation, const Family& family) {
  put(args, "relation",
      [&](Language language) { return relation_name(relation, family, language); });
  put_term(args, "world", "world", to_string(relation.population));
  put_term(args, "span", "span", to_string(relation.span));
}

// The unit that levels are printed in.
std::string level_unit(const System& system) {
  for (const Observation& observation : system.observations) {
    const Figure* const figure = observation.figure();
    if (figure != nullptr && figure->key.measure == Measure::value) return figure->unit;
  }
  return "";
}

// With as many decimals as show that it is more than nothing.
std::string distance_text(const Rational& distance) {
  for (int decimals = 2; decimals < 12; ++decimals) {
    const std::string text = round_down(distance, decimals);
    if (text.find_first_of("123456789") != text.npos) return text;
  }
  return "0";
}

// A decimal if it is one, else a fraction.
std::string exact_text(const Rational& x) {
  Rational shifted = x;
  for (int decimals = 0; decimals <= kMostDigits; ++decimals, shifted *= 10) {
    if (shifted.get_den() == 1) return round_down(x, decimals);
  }
  return x.get_str();
}

std::string list_text(const TopList& list) {
  std::string names;
  for (const std::string& name : list.names) names += (names.empty() ? "" : ", ") + name;
  return names;
}

ProofStep list_step(const TopList& list) {
  ProofStep step{"proof.list", {{"names", list_text(list)}}, list.source};
  put_term(step.args, "flow", "flow", list.flow);
  put_term(step.args, "span", "span", to_string(list.span));
  return step;
}

ProofStep row_step(const System& system, const Family& family, const Row& row,
                   const Rational& multiplier) {
  ProofStep step;
  if (row.relation >= 0) {
    step.key = "proof.row.relation";
    put_relation(step.args, relation_at(system, row.relation), family);
  } else if (row.observation >= 0) {
    const Observation& observation = system.observations[static_cast<std::size_t>(row.observation)];
    if (observation.figure() == nullptr) {
      step = list_step(*observation.list);
      step.key = "proof.row.list";
    } else {
      step = figure_step(*observation.figure());
      step.key = "proof.row.figure";
    }
  } else {
    const Unknown& unknown = system.unknowns[static_cast<std::size_t>(row.terms.front().first)];
    step.key = "proof.row.sign";
    step.args["row"] = unknown.row;
    put_term(step.args, "world", "world", to_string(unknown.population));
    put_term(step.args, "span", "span", to_string(unknown.span));
  }
  step.args["multiplier"] = exact_text(multiplier);
  step.args["end"] = exact_text(multiplier > 0 ? *row.lo : *row.hi);
  put_term(step.args, "side", "side", multiplier > 0 ? "lo" : "hi");
  return step;
}

}  // namespace

Discrepancy discrepancy_of(const System& system, const Certificate& certificate) {
  Discrepancy discrepancy;
  Rational its_multiplier;
  Rational ends = 0;
  for (const auto& [index, multiplier] : certificate.multipliers) {
    const Row row = row_at(system, index);
    ends += multiplier * (multiplier > 0 ? *row.lo : *row.hi);
    if (row.relation < 0) continue;
    if (discrepancy.relation >= 0 && relation_at(system, row.relation).parts.size() <=
                                         relation_at(system, discrepancy.relation).parts.size())
      continue;
    discrepancy.relation = row.relation;
    its_multiplier = multiplier;
  }
  // A relation's own ends are 0, so that the ends are those of all other rows.
  if (discrepancy.relation >= 0) discrepancy.distance = ends / abs(its_multiplier);
  return discrepancy;
}

std::vector<ProofStep> joint_proof(const System& system, const Family& family,
                                   const Certificate& certificate) {
  std::vector<ProofStep> relations;
  std::vector<ProofStep> figures;
  for (const auto& [index, multiplier] : certificate.multipliers) {
    const Row row = row_at(system, index);
    if (row.relation < 0) continue;
    ProofStep step;
    step.key =
        relation_at(system, row.relation).partial ? "proof.relation_partial" : "proof.relation";
    put_relation(step.args, relation_at(system, row.relation), family);
    relations.push_back(std::move(step));
  }
  for (const int index : observations_of(system.integers, certificate)) {
    const Observation& observation = system.observations[static_cast<std::size_t>(index)];
    figures.push_back(observation.figure() == nullptr ? list_step(*observation.list)
                                                      : figure_step(*observation.figure()));
  }
  std::vector<ProofStep> steps = std::move(relations);
  steps.insert(steps.end(), std::make_move_iterator(figures.begin()),
               std::make_move_iterator(figures.end()));
  const Discrepancy discrepancy = discrepancy_of(system, certificate);
  if (discrepancy.relation >= 0) {
    ProofStep step{"proof.gap", {}, {}};
    put_relation(step.args, relation_at(system, discrepancy.relation), family);
    step.args["distance"] = with_unit(distance_text(discrepancy.distance), level_unit(system));
    steps.push_back(std::move(step));
  }
  return steps;
}

std::vector<ProofStep> certificate_steps(const System& system, const Family& family,
                                         const Certificate& certificate) {
  std::vector<ProofStep> steps;
  Rational ends = 0;
  for (const auto& [index, multiplier] : certificate.multipliers) {
    const Row row = row_at(system, index);
    steps.push_back(row_step(system, family, row, multiplier));
    ends += multiplier * (multiplier > 0 ? *row.lo : *row.hi);
  }
  steps.push_back({"proof.row.sum", {{"sum", distance_text(ends)}}, {}});
  return steps;
}

}  // namespace tradereport::validator
