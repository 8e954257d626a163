#include "validator/system/printed_conflicts.h"

#include <algorithm>

namespace tradereport::validator {

namespace {

class ConflictSearch {
 public:
  ConflictSearch(const Report& report, const System& system) : report_(report), system_(system) {}

  std::vector<std::vector<int>> run(const TextComparison& text) {
    for (const WrongClaim& wrong : text.claims) {
      if (wrong.fault == ClaimFault::sign_twice || wrong.figure == nullptr) continue;
      conflict({system_.observation_of(&report_.claims[wrong.index]),
                system_.observation_of(wrong.figure)});
    }
    for (const JanuaryDifference& pair : text.january)
      conflict({system_.observation_of(pair.month), system_.observation_of(pair.year_to_date)});
    for (const WrongList& wrong : text.lists) {
      const int observation = system_.observation_of(&report_.lists[wrong.index]);
      if (observation >= 0) add_list(observation);
    }
    return std::move(conflicts_);
  }

 private:
  void add_list(int observation) {
    const Observation& list = system_.observations[static_cast<std::size_t>(observation)];
    for (const int row : list.rows) {
      const auto terms = system_.integers.terms(system_.integers[static_cast<std::size_t>(row)]);
      const bool first = terms[0].second > 0;
      const int greater = level_observation(terms[first ? 0 : 1].first);
      const int smaller = level_observation(terms[first ? 1 : 0].first);
      if (greater >= 0 && smaller >= 0 && compare(level(greater), level(smaller)) < 0)
        conflict({observation, greater, smaller});
    }
  }

  // The table's figure for a level of this year.
  int level_observation(int at) const {
    const Unknown& unknown = system_.unknowns[static_cast<std::size_t>(at)];
    for (std::size_t i = 0; i < system_.observations.size(); ++i) {
      const Figure* const figure = system_.observations[i].figure();
      if (figure == nullptr) continue;
      const FigureKey& key = figure->key;
      if (key.measure == Measure::value && key.place != "text" &&
          Unknown{key.flow, key.row, key.span, Population::this_year} == unknown)
        return static_cast<int>(i);
    }
    return -1;
  }

  const Decimal& level(int observation) const {
    return system_.observations[static_cast<std::size_t>(observation)].figure()->value;
  }

  void conflict(std::vector<int> observations) {
    if (std::find(observations.begin(), observations.end(), -1) != observations.end()) return;
    std::sort(observations.begin(), observations.end());
    if (std::find(conflicts_.begin(), conflicts_.end(), observations) == conflicts_.end())
      conflicts_.push_back(std::move(observations));
  }

  const Report& report_;
  const System& system_;
  std::vector<std::vector<int>> conflicts_;
};

}  // namespace

std::vector<std::vector<int>> find_printed_conflicts(const Report& report, const System& system,
                                                     const TextComparison& text) {
  return ConflictSearch(report, system).run(text);
}

}  // namespace tradereport::validator
