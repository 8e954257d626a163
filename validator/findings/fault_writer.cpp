#include "validator/findings/fault_writer.h"

#include <algorithm>

#include "validator/findings/describe.h"
#include "validator/findings/joint_proof.h"
#include "validator/rules/message_arguments.h"
#include "validator/rules/relation_proof.h"

namespace tradereport::validator {

namespace {

bool is_one_of(const std::vector<int>& all, int one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

const Observation& FaultWriter::at(int observation) const {
  return system_.observations[static_cast<std::size_t>(observation)];
}

bool FaultWriter::suspected(const Fault& fault, const Figure* figure) const {
  return std::any_of(fault.suspects.begin(), fault.suspects.end(), [&](const Suspect& suspect) {
    const auto& figures = at(suspect.observation).figures;
    return std::find(figures.begin(), figures.end(), figure) != figures.end();
  });
}

void FaultWriter::complete(Draft& draft, const Fault& fault) {
  Finding& finding = draft.finding;
  const Observation& first = at(fault.suspects.front().observation);
  if (draft.claim != nullptr) {
    side(draft, fault);
  } else if (const Figure* const figure = first.figure(); figure != nullptr && !fault.tie()) {
    blame(finding, fault, *figure);
  }
  explain(draft, fault);
  suspects(finding, fault);
}

// Text or table.
void FaultWriter::side(Draft& draft, const Fault& fault) {
  Finding& finding = draft.finding;
  const Observation& first = at(fault.suspects.front().observation);
  const bool text =
      is_one_of({system_.observation_of(draft.claim)}, fault.suspects.front().observation);
  if (first.figure() == nullptr) return;
  blame(finding, fault, text ? *draft.claim : *first.figure());
  if (draft.figure == nullptr) return;
  finding.suggested =
      (text ? *draft.figure : static_cast<const Figure&>(*draft.claim)).value.to_string();
  if (!text && !suspected(fault, draft.claim)) finding.message = finding.rule + ".table";
}

void FaultWriter::blame(Finding& finding, const Fault& fault, const Figure& figure) {
  const Suspect& suspect = fault.suspects.front();
  finding.blamed = figure.key;
  finding.printed = figure.printed;
  finding.decimals = figure.value.decimals();
  finding.source = figure.source;
  finding.possible.reset();
  finding.suggested.clear();
  const auto bounds = possible_decimals(
      system_, solver_, suspect.observation,
      observations_to_exclude(system_, suspect.observation, fault.others), fault.range());
  solver_.exclude({});
  if (!bounds) return;
  finding.possible = bounds->interval();
  const auto& suggested = suspect.likelihood.suggested;
  if (suggested && bounds->contains(suggested->value())) finding.suggested = suggested->to_string();
  if (finding.possible && finding.possible->lo == finding.possible->hi)
    finding.suggested = round_down(finding.possible->lo, finding.decimals);
}

// The shortest conflict that the first suspect has a part in, the other faults have none, and that
// stands without the observation `excluded`.
const Conflict* FaultWriter::conflict_for(const Fault& fault, int excluded) const {
  const Conflict* best = nullptr;
  const auto rank = [&](const Conflict& conflict) {
    const bool others = std::any_of(fault.others.begin(), fault.others.end(), [&](int other) {
      return is_one_of(conflict.observations, other);
    });
    return std::make_pair(others, conflict.certificate->multipliers.size());
  };
  for (const Conflict& conflict : blame_.conflicts) {
    if (!conflict.certificate || is_one_of(conflict.observations, excluded) ||
        !is_one_of(conflict.observations, fault.suspects.front().observation))
      continue;
    if (best == nullptr || rank(conflict) < rank(*best)) best = &conflict;
  }
  return best;
}

void FaultWriter::explain(Draft& draft, const Fault& fault) {
  Finding& finding = draft.finding;
  const Figure* const first = at(fault.suspects.front().observation).figure();
  // Where two figures stand against each other, what counts is what a third says against one.
  int against = -1;
  if (draft.claim != nullptr && draft.figure != nullptr) {
    const bool text = finding.blamed && finding.blamed->place == draft.claim->key.place;
    against = system_.observation_of(text ? draft.figure : draft.claim);
    const bool both = suspected(fault, draft.claim) && suspected(fault, draft.figure);
    if (both) finding.proof.push_back({"proof.either", {}, {}});
    if (text && !both && would_break(draft)) against = -2;
  }
  const Conflict* const conflict = conflict_for(fault, std::max(against, -1));
  if (conflict == nullptr) return;
  finding.certificate = certificate_steps(system_, context_.family, *conflict->certificate);
  const bool joint = finding.rule == "B01";
  if (joint || (against >= 0 && finding.proof.size() <= 3)) {
    for (ProofStep& step : joint_proof(system_, context_.family, *conflict->certificate)) {
      const auto same = [&](const ProofStep& other) {
        return other.key == step.key && other.args == step.args;
      };
      if (std::none_of(finding.proof.begin(), finding.proof.end(), same))
        finding.proof.push_back(std::move(step));
    }
  }
  if (!joint) return;
  for (const int observation : conflict->observations) {
    for (const Figure* figure : at(observation).figures) finding.involved.push_back(figure->key);
  }
  const Discrepancy discrepancy = discrepancy_of(system_, *conflict->certificate);
  if (discrepancy.relation >= 0) {
    const Relation& relation = system_.relations[static_cast<std::size_t>(discrepancy.relation)];
    put(finding.args, "relation",
        [&](Language language) { return relation_name(relation, context_.family, language); });
    put_term(finding.args, "world", "world", to_string(relation.population));
    put_term(finding.args, "span", "span", to_string(relation.span));
    finding.args["count"] = std::to_string(conflict->observations.size());
  } else {
    finding.message = "B01.figures";
    finding.args["count"] = std::to_string(conflict->observations.size());
  }
  if (finding.blamed || first == nullptr) return;
  finding.source = first->source;
}

// With the text's figure in the table, a relation that would fail by itself.
bool FaultWriter::would_break(Draft& draft) const {
  const int series = context_.figures.series(draft.figure->key);
  const bool once = context_.figures.first(series, draft.figure->key.measure) == draft.figure &&
                    context_.figures.next(*draft.figure) == nullptr;
  if (!once) return false;  // printed twice and differently, it would say nothing
  Figure changed = *draft.figure;
  changed.value = draft.claim->value;
  const Evidence evidence(context_.figures, context_.family, *draft.figure, changed);
  const FigureKey& key = draft.figure->key;
  for (const Contradiction& broken :
       find_contradictions(system_, evidence, {key.flow, key.row, key.span})) {
    const Relation& relation = *broken.relation;
    const auto known = [&](const Contradiction& other) {
      return other.relation - context_.relations.data() == &relation - system_.relations.data();
    };
    if (std::any_of(context_.contradictions.begin(), context_.contradictions.end(), known))
      continue;
    ProofStep step;
    step.key = "proof.would_break";
    step.args["claim"] = draft.finding.args["claim"];
    put(step.args, "relation",
        [&](Language language) { return relation_name(relation, context_.family, language); });
    put_term(step.args, "world", "world", to_string(relation.population));
    put_term(step.args, "span", "span", to_string(relation.span));
    const TwoBounds text = bounds_text(broken);
    step.args["whole"] = text.whole;
    step.args["parts"] = text.parts;
    draft.finding.proof.push_back(std::move(step));
    return true;
  }
  return false;
}

void FaultWriter::suspects(Finding& finding, const Fault& fault) const {
  // Those that may be wrong come first, in their order.
  std::vector<FigureKey> involved;
  const auto add = [&](const FigureKey& key) {
    if (std::find(involved.begin(), involved.end(), key) == involved.end()) involved.push_back(key);
  };
  if (finding.blamed) add(*finding.blamed);
  for (const Suspect& suspect : fault.suspects) {
    for (const Figure* figure : at(suspect.observation).figures) add(figure->key);
  }
  for (const FigureKey& key : finding.involved) add(key);
  finding.involved = std::move(involved);

  if (!blame_.complete)
    finding.proof.push_back({"proof.cut_short", {{"most", std::to_string(kMostMistakes)}}, {}});
  const auto named = [&](std::size_t from) {
    ProofStep step;
    put(step.args, "figures", [&](Language language) {
      std::string text;
      std::size_t count = 0;
      for (std::size_t i = from; i < fault.suspects.size(); ++i) {
        const Figure* const figure = at(fault.suspects[i].observation).figure();
        if (figure == nullptr) continue;
        if (++count > kMostNamed) return text + "; …";
        text += (text.empty() ? "" : "; ") + describe(figure->key, language) + " (" +
                with_unit(figure->value.to_string(), figure->unit) + ")";
      }
      return text;
    });
    return step;
  };
  if (fault.suspects.size() < 2) return;
  ProofStep step = named(finding.blamed ? 1 : 0);
  if (step.args["figures.en"].empty()) return;
  step.key = finding.blamed ? "proof.also" : "proof.tie";
  step.args["count"] = std::to_string(fault.suspects.size());
  finding.proof.push_back(std::move(step));
}

}  // namespace tradereport::validator
