#include "validator/faults.h"

#include <algorithm>
#include <map>

namespace tradereport {

namespace {

// Tables come from the data, sentences from a writer: of two that differ, the text is likelier to
// be wrong, if nothing else speaks against either.
constexpr double kText = 3;
constexpr double kList = 1;  // a name in the wrong place, against a wrong figure

class Search {
 public:
  Search(const Report& report, const System& system, Solver& solver, const Blame& blame)
      : report_(report), system_(system), solver_(solver), blame_(blame) {}

  std::vector<Fault> run() {
    if (blame_.sets.empty()) return {};
    for (const std::vector<int>& set : blame_.sets) {
      for (const int statement : set) {
        if (!suspects_.contains(statement)) suspects_.emplace(statement, suspect(statement, set));
      }
    }
    const std::vector<int>& best = likeliest();
    std::vector<Fault> faults;
    for (const int statement : best) faults.push_back(fault(statement, best));
    solver_.leave_out({});
    return faults;
  }

 private:
  const Statement& at(int statement) const {
    return system_.statements[static_cast<std::size_t>(statement)];
  }

  Suspect suspect(int statement, const std::vector<int>& set) {
    Suspect result;
    result.statement = statement;
    const Figure* const figure = at(statement).figure();
    if (figure == nullptr) {
      result.likelihood.score = kList;
      return result;
    }
    result.range = estimate_range(system_, solver_, statement, without(statement, set));
    result.likelihood = likelihood(*figure, result.range, given(*figure),
                                   neighbours(report_, *figure), at(statement).figures.size() > 1);
    if (figure->key.place == "text") result.likelihood.score *= kText;
    return result;
  }

  // What a figure would have to be is asked of the other figures, not of those that say the same.
  std::vector<int> without(int statement, const std::vector<int>& set) const {
    std::vector<int> result = set;
    const Figure& figure = *at(statement).figure();
    for (std::size_t i = 0; i < system_.statements.size(); ++i) {
      const Figure* const other = system_.statements[i].figure();
      const int index = static_cast<int>(i);
      if (other != nullptr && same_thing(other->key, figure.key) &&
          std::find(set.begin(), set.end(), index) == set.end())
        result.push_back(index);
    }
    return result;
  }

  static bool same_thing(const FigureKey& a, const FigureKey& b) {
    return a.flow == b.flow && a.row == b.row && a.span == b.span && a.measure == b.measure;
  }

  std::vector<Decimal> given(const Figure& figure) const {
    std::vector<Decimal> values;
    for (const Statement& statement : system_.statements) {
      const Figure* const other = statement.figure();
      if (other != nullptr && other->value != figure.value && same_thing(other->key, figure.key))
        values.push_back(other->value);
    }
    return values;
  }

  const std::vector<int>& likeliest() const {
    const std::vector<int>* best = nullptr;
    double best_score = -1;
    for (const std::vector<int>& set : blame_.sets) {
      double score = 1;
      for (const int statement : set) score *= suspects_.at(statement).likelihood.score;
      if (score <= best_score) continue;
      best_score = score;
      best = &set;
    }
    return *best;
  }

  Fault fault(int statement, const std::vector<int>& best) const {
    Fault fault;
    fault.suspects.push_back(suspects_.at(statement));
    for (const int other : best) {
      if (other != statement) fault.others.push_back(other);
    }
    for (const std::vector<int>& set : blame_.sets) {
      std::vector<int> rest;
      std::set_difference(set.begin(), set.end(), fault.others.begin(), fault.others.end(),
                          std::back_inserter(rest));
      if (rest.size() == 1 && rest.front() != statement)
        fault.suspects.push_back(suspects_.at(rest.front()));
    }
    std::stable_sort(
        fault.suspects.begin(), fault.suspects.end(),
        [](const Suspect& a, const Suspect& b) { return a.likelihood.score > b.likelihood.score; });
    return fault;
  }

  const Report& report_;
  const System& system_;
  Solver& solver_;
  const Blame& blame_;
  std::map<int, Suspect> suspects_;
};

}  // namespace

bool Fault::tie() const {
  return suspects.size() > 1 &&
         suspects[0].likelihood.score < kClearly * suspects[1].likelihood.score;
}

std::vector<Fault> find_faults(const Report& report, const System& system, Solver& solver,
                               const Blame& blame) {
  return Search(report, system, solver, blame).run();
}

}  // namespace tradereport
