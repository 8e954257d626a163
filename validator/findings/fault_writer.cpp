#include "validator/findings/fault_writer.h"

#include <algorithm>
#include <utility>

#include "validator/findings/certainty.h"
#include "validator/findings/joint_proof.h"
#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

// Where not all explanations of the mistakes have been tried, what could stand there is asked for
// the likeliest suspects alone: of the others no more is known than that they may be wrong.
constexpr std::size_t kMostRangesAsked = 2;

// One number is printed twice: if `wrong` is, it should be what the other is.
void one_for_the_other(Finding& finding, const Figure& wrong, const Figure& other) {
  for (Candidate& candidate : finding.candidates) {
    if (candidate.item.key != wrong.key) continue;
    const Rational value = other.value.value();
    candidate.possible = Bounds(Interval{value, value});
    if (&candidate == finding.blamed()) candidate.suggested = other.value.to_string();
  }
}

bool takes_part(const std::vector<int>& all, int one) {
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
  candidates(draft, fault);
  if (draft.claim != nullptr && draft.figure != nullptr) name_side(draft, fault);
  if (draft.printed.size() == 2) {
    one_for_the_other(draft.finding, *draft.printed[0], *draft.printed[1]);
    one_for_the_other(draft.finding, *draft.printed[1], *draft.printed[0]);
  }
  explain(draft, fault);
}

void FaultWriter::candidates(Draft& draft, const Fault& fault) {
  Finding& finding = draft.finding;
  std::vector<Candidate> all;
  int explanation = 0;
  for (const Suspect& suspect : fault.suspects) {
    for (Candidate& candidate : words_or_figure(draft, fault, suspect)) {
      candidate.explanation = explanation;
      all.push_back(std::move(candidate));
    }
    ++explanation;
  }
  solver_.exclude({});
  finding.candidates = std::move(all);
  finding.certainty = certainty_of(fault, blame_);
  settle(finding);
}

// What the suspect is in print: the claim's own words where the draft is about them.
std::vector<Candidate> FaultWriter::words_or_figure(const Draft& draft, const Fault& fault,
                                                    const Suspect& suspect) {
  const Observation& observation = at(suspect.observation);
  if (observation.figure() == nullptr) {
    if (observation.list == draft.list && !draft.finding.candidates.empty())
      return draft.finding.candidates;
    return {};
  }
  const bool own =
      draft.claim != nullptr && system_.observation_of(draft.claim) == suspect.observation;
  if (own && draft.finding.candidates.front().item.word) return {draft.finding.candidates.front()};
  Candidate candidate = candidate_of(own ? *draft.claim : *observation.figure());
  // The text's figure is asked for with the table's decimals, where it has fewer.
  const int table = own && draft.figure != nullptr ? system_.observation_of(draft.figure) : -1;
  const bool finer =
      table >= 0 && draft.figure->value.decimals() > candidate.item.value->decimals();
  const bool asked = blame_.complete ||
                     static_cast<std::size_t>(&suspect - fault.suspects.data()) < kMostRangesAsked;
  if (!asked) return {std::move(candidate)};
  candidate.possible = possible_decimals(
      system_, solver_, finer ? table : suspect.observation,
      observations_to_exclude(system_, suspect.observation, fault.others),
      fault.others.empty() && !finer ? std::optional<Range>(suspect.range) : std::nullopt);
  if (!candidate.possible) return {std::move(candidate)};
  const Bounds& possible = *candidate.possible;
  const auto& suggested = suspect.likelihood.suggested;
  if (suggested && possible.contains(suggested->value()))
    candidate.suggested = suggested->to_string();
  if (possible.lo && possible.lo == possible.hi)
    candidate.suggested = round_down(*possible.lo, candidate.item.value->decimals());
  return {std::move(candidate)};
}

// Text or table: what the one should be is what the other says.
void FaultWriter::name_side(Draft& draft, const Fault& fault) const {
  Finding& finding = draft.finding;
  if (finding.blamed() == nullptr || finding.candidates.front().item.word) return;
  const bool text = suspected(fault, draft.claim);
  if (!text && !suspected(fault, draft.figure)) return;
  Candidate& blamed = finding.candidates.front();
  const bool first_is_text = blamed.item.key == draft.claim->key;
  const Figure& other = first_is_text ? *draft.figure : static_cast<const Figure&>(*draft.claim);
  if (blamed.possible && blamed.possible->contains(other.value.value()))
    blamed.suggested = other.value.to_string();
  if (!text) finding.message = finding.rule + ".table";
}

// The shortest conflict that the first suspect has a part in, the other faults have none, and that
// stands without the observation `excluded`.
const Conflict* FaultWriter::conflict_for(const Fault& fault, int excluded) const {
  const Conflict* best = nullptr;
  const auto rank = [&](const Conflict& conflict) {
    const bool others = std::any_of(fault.others.begin(), fault.others.end(), [&](int other) {
      return takes_part(conflict.observations, other);
    });
    return std::make_pair(others, conflict.certificate->multipliers.size());
  };
  for (const Conflict& conflict : blame_.conflicts) {
    if (!conflict.certificate || takes_part(conflict.observations, excluded) ||
        !takes_part(conflict.observations, fault.suspects.front().observation))
      continue;
    if (best == nullptr || rank(conflict) < rank(*best)) best = &conflict;
  }
  return best;
}

void FaultWriter::explain(Draft& draft, const Fault& fault) {
  Finding& finding = draft.finding;
  // Where two figures stand against each other, what counts is what a third says against one.
  int against = -1;
  if (draft.claim != nullptr && draft.figure != nullptr) {
    const bool text = suspected(fault, draft.claim);
    const bool both = text && suspected(fault, draft.figure);
    against = system_.observation_of(text ? draft.figure : draft.claim);
    if (text && !both) would_break(draft);
  }
  const Conflict* const conflict = conflict_for(fault, against);
  if (conflict == nullptr) return;
  add_certificate(finding, system_, context_.family, *context_.evidence, *conflict->certificate);
  if (finding.rule == "B01") explain_jointly(finding, *conflict);
}

void FaultWriter::explain_jointly(Finding& finding, const Conflict& conflict) const {
  const Discrepancy discrepancy = discrepancy_of(system_, *conflict.certificate);
  finding.args["count"] = std::to_string(conflict.observations.size());
  const Figure* const first = at(conflict.observations.front()).figure();
  if (finding.candidates.empty() && first != nullptr) finding.source = first->source;
  if (discrepancy.relation < 0) {
    finding.message = "B01.figures";
    return;
  }
  const Relation& relation = system_.relations[static_cast<std::size_t>(discrepancy.relation)];
  put(finding.args, "relation",
      [&](Language language) { return relation_name(relation, context_.family, language); });
  put_term(finding.args, "world", "world", to_string(relation.population));
  put_term(finding.args, "span", "span", to_string(relation.span));
  // The relation that the message speaks of comes first.
  const auto found =
      std::find_if(finding.relations.begin(), finding.relations.end(),
                   [&](const FindingRelation& shown) { return shown.id == relation.key(); });
  show_first(finding, static_cast<int>(found - finding.relations.begin()));
  ProofStep step{"proof.gap", {}, {}};
  step.args["n"] = std::to_string(finding.relations.size() - 1);
  step.args["distance"] = with_unit(distance_text(discrepancy.distance), level_unit(system_));
  finding.proof.push_back(std::move(step));
}

// With the text's figure in the table, a relation that would fail by itself.
bool FaultWriter::would_break(Draft& draft) const {
  const int series = context_.figures.series(draft.figure->key);
  const bool once = context_.figures.first(series, draft.figure->key.measure) == draft.figure &&
                    context_.figures.next(*draft.figure) == nullptr;
  if (!once) return false;  // printed twice and differently, it would say nothing
  const Evidence evidence(context_.figures, context_.family, *draft.figure, *draft.claim);
  const FigureKey& key = draft.figure->key;
  for (const Contradiction& broken :
       find_contradictions(system_, evidence, {key.flow, key.row, key.span})) {
    const Relation& relation = *broken.relation;
    const auto known = [&](const Contradiction& other) {
      return other.relation - context_.relations.data() == &relation - system_.relations.data();
    };
    if (std::any_of(context_.contradictions.begin(), context_.contradictions.end(), known))
      continue;
    draft.finding.relations.push_back(
        relation_shown(draft.finding, relation, evidence, context_.family));
    ProofStep step;
    step.key = "proof.would_break";
    step.args["claim"] = draft.finding.args["claim"];
    draft.finding.proof.push_back(std::move(step));
    return true;
  }
  return false;
}

}  // namespace tradereport::validator
