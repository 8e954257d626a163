#include "validator/blame/faults.h"

#include <algorithm>
#include <map>

namespace tradereport::validator {

namespace {

// Tables come from the data, sentences from a writer: of two that differ, the text is likelier to
// be wrong, if nothing else speaks against either.
constexpr double kText = 3;
constexpr int kMostLocal = 300;  // questions to the solver, of figures beside those of the sets
constexpr double kList = 1;      // a name in the wrong place, against a wrong figure

bool is_one_of(const std::vector<int>& all, int one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

// Of the same level, rate, share or change, in the same edition.
bool same_thing(const Observation& a, const Observation& b) {
  const Figure* const x = a.figure();
  const Figure* const y = b.figure();
  return x != nullptr && y != nullptr && a.edition == b.edition && x->key.flow == y->key.flow &&
         x->key.row == y->key.row && x->key.span == y->key.span && x->key.measure == y->key.measure;
}

class FaultSearch {
 public:
  FaultSearch(const std::vector<const Report*>& editions, const System& system, Solver& solver,
              const Blame& blame)
      : editions_(editions), system_(system), solver_(solver), blame_(blame) {}

  std::vector<Fault> run() {
    if (blame_.sets.empty()) return {};
    for (const std::vector<int>& set : blame_.sets) {
      for (const int observation : set) {
        if (!suspects_.contains(observation))
          suspects_.emplace(observation, suspect(observation, set));
      }
    }
    const std::vector<int>& best = likeliest();
    std::vector<Fault> faults;
    for (const int observation : best) faults.push_back(fault(observation, best));
    solver_.exclude({});
    return faults;
  }

 private:
  const Observation& at(int observation) const {
    return system_.observations[static_cast<std::size_t>(observation)];
  }

  Suspect suspect(int observation, const std::vector<int>& set) {
    Suspect result;
    result.observation = observation;
    const Figure* const figure = at(observation).figure();
    if (figure == nullptr) {
      result.likelihood.score = kList;
      return result;
    }
    // Of so many mistakes the later ones are only told (blame.h).
    if (set.size() > 2 * kMostExamined) return result;
    result.range = estimate_range(system_, solver_, observation,
                                  observations_to_exclude(system_, observation, set));
    result.likelihood = likelihood(*figure, result.range, given(observation), beside(observation),
                                   at(observation).figures.size() > 1);
    if (figure->key.place == "text") result.likelihood.score *= kText;
    return result;
  }

  std::vector<Decimal> given(int observation) const {
    std::vector<Decimal> values;
    for (const Observation& other : system_.observations) {
      if (same_thing(other, at(observation)) &&
          other.figure()->value != at(observation).figure()->value)
        values.push_back(other.figure()->value);
    }
    return values;
  }

  // The figures around it, and the same figure of the other editions.
  std::vector<Decimal> beside(int observation) const {
    const Figure& figure = *at(observation).figure();
    std::vector<Decimal> values =
        neighbours(*editions_[static_cast<std::size_t>(at(observation).edition)], figure);
    for (const Observation& other : system_.observations) {
      if (other.edition != at(observation).edition && other.figure() != nullptr &&
          other.figure()->key == figure.key)
        values.push_back(other.figure()->value);
    }
    return values;
  }

  const std::vector<int>& likeliest() const {
    const std::vector<int>* best = nullptr;
    double best_score = -1;
    for (const std::vector<int>& set : blame_.sets) {
      double score = 1;
      for (const int observation : set) score *= suspects_.at(observation).likelihood.score;
      if (score <= best_score) continue;
      best_score = score;
      best = &set;
    }
    return *best;
  }

  // Not all explanations have been tried, so that another figure may stand beside it. Whatever else
  // is wrong: which figures of its contradiction alone explain what is left when all figures of
  // other contradictions say nothing?
  void add_local(Fault& fault, int observation) {
    const Conflict* const own = shortest_of(observation);
    if (own == nullptr) return;
    std::vector<int> elsewhere;
    for (const Conflict& conflict : blame_.conflicts) {
      if (is_one_of(conflict.observations, observation)) continue;
      for (const int other : conflict.observations)
        if (!is_one_of(own->observations, other) && !is_one_of(elsewhere, other))
          elsewhere.push_back(other);
    }
    for (const int other : own->observations) {
      const bool known = std::any_of(fault.suspects.begin(), fault.suspects.end(),
                                     [&](const Suspect& s) { return s.observation == other; });
      if (known || is_one_of(fault.others, other) || ++local_ > kMostLocal) continue;
      std::vector<int> silent = elsewhere;
      silent.push_back(other);
      solver_.exclude(silent);
      if (!solver_.refute()) fault.suspects.push_back(suspect(other, silent));
    }
  }

  const Conflict* shortest_of(int observation) const {
    const Conflict* best = nullptr;
    for (const Conflict& conflict : blame_.conflicts) {
      if (!is_one_of(conflict.observations, observation)) continue;
      if (best == nullptr || conflict.observations.size() < best->observations.size())
        best = &conflict;
    }
    return best;
  }

  Fault fault(int observation, const std::vector<int>& best) {
    Fault fault;
    fault.suspects.push_back(suspects_.at(observation));
    for (const int other : best) {
      if (other != observation) fault.others.push_back(other);
    }
    for (const std::vector<int>& set : blame_.sets) {
      std::vector<int> rest;
      std::set_difference(set.begin(), set.end(), fault.others.begin(), fault.others.end(),
                          std::back_inserter(rest));
      if (rest.size() == 1 && rest.front() != observation)
        fault.suspects.push_back(suspects_.at(rest.front()));
    }
    if (!blame_.complete) add_local(fault, observation);
    std::stable_sort(
        fault.suspects.begin(), fault.suspects.end(),
        [](const Suspect& a, const Suspect& b) { return a.likelihood.score > b.likelihood.score; });
    return fault;
  }

  const std::vector<const Report*>& editions_;
  const System& system_;
  Solver& solver_;
  const Blame& blame_;
  std::map<int, Suspect> suspects_;
  int local_ = 0;
};

}  // namespace

std::optional<Range> Fault::range() const {
  if (!others.empty()) return std::nullopt;
  return suspects.front().range;
}

bool Fault::tie() const {
  return suspects.size() > 1 &&
         suspects[0].likelihood.score < kClearly * suspects[1].likelihood.score;
}

std::vector<int> observations_to_exclude(const System& system, int observation,
                                         const std::vector<int>& set) {
  std::vector<int> result = set;
  for (std::size_t i = 0; i < system.observations.size(); ++i) {
    const int index = static_cast<int>(i);
    if (same_thing(system.observations[i],
                   system.observations[static_cast<std::size_t>(observation)]) &&
        std::find(set.begin(), set.end(), index) == set.end())
      result.push_back(index);
  }
  return result;
}

std::vector<Fault> find_faults(const std::vector<const Report*>& editions, const System& system,
                               Solver& solver, const Blame& blame) {
  return FaultSearch(editions, system, solver, blame).run();
}

}  // namespace tradereport::validator
