#include "validator/blame/blame.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace tradereport::validator {

namespace {

constexpr int kMostDecisions = 600;    // of the solver
constexpr std::size_t kMostTaken = 8;  // of a smallest set; beyond that a small one does
constexpr int kMostSteps = 1000;       // in search of smallest hitting sets, over all of it

bool has(const std::vector<int>& sorted, int observation) {
  return std::binary_search(sorted.begin(), sorted.end(), observation);
}

bool meet(const std::vector<int>& a, const std::vector<int>& b) {
  return std::any_of(a.begin(), a.end(), [&](int observation) { return has(b, observation); });
}

std::vector<int> with(std::vector<int> set, int observation) {
  set.insert(std::upper_bound(set.begin(), set.end(), observation), observation);
  return set;
}

std::vector<int> united(const std::vector<int>& a, const std::vector<int>& b) {
  std::vector<int> both;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

class HittingSearch {
 public:
  HittingSearch(const System& system, Solver& solver, const BlameLimits& limits)
      : solver_(solver), limits_(limits) {
    for (const std::vector<int>& conflict : system.printed_conflicts)
      blame_.conflicts.push_back({conflict, {}});
  }

  Blame run() {
    for (std::size_t size = 0; size <= limits_.mistakes && blame_.sets.empty() && blame_.complete;
         ++size) {
      tried_.clear();
      if (size == 2 && disjoint_conflicts() > limits_.mistakes) break;
      extend({}, size);
    }
    if (blame_.conflicts.empty()) blame_.sets.clear();  // nothing need be left out
    if (!blame_.conflicts.empty() && blame_.sets.empty()) {
      blame_.complete = false;
      if (limits_.beyond) one_by_one();
    }
    std::sort(blame_.sets.begin(), blame_.sets.end());
    solver_.exclude({});
    return std::move(blame_);
  }

 private:
  // A conflict that the set leaves standing, known or new; nullptr if the rest is possible.
  const Conflict* standing(const std::vector<int>& set) {
    for (const Conflict& conflict : blame_.conflicts) {
      if (!meet(conflict.observations, set)) return &conflict;
    }
    solver_.exclude(set);
    ++decisions_;
    std::optional<Certificate> certificate = solver_.refute();
    if (!certificate) return nullptr;
    blame_.conflicts.push_back(
        {observations_of(solver_.rows(), *certificate), std::move(*certificate)});
    return &blame_.conflicts.back();
  }

  // Conflicts that the set leaves standing and that have no observation in common: each needs a
  // mistake of its own.
  std::size_t needed(const std::vector<int>& set) const {
    std::vector<int> used = set;
    std::size_t count = 0;
    for (const Conflict& conflict : blame_.conflicts) {
      if (meet(conflict.observations, used)) continue;
      ++count;
      used = united(used, conflict.observations);
    }
    return count;
  }

  // Finds conflicts until none stands beside those found: each has nothing in common with `all` and
  // the ones before. False if one names no observation.
  bool find_conflicts_apart_from(std::vector<int> all) {
    while (const Conflict* const conflict = standing(all)) {
      if (conflict->observations.empty()) return false;
      all = united(all, conflict->observations);
    }
    return true;
  }

  // How many mistakes there are at least, from conflicts that have nothing in common.
  std::size_t disjoint_conflicts() {
    find_conflicts_apart_from({});
    return needed({});
  }

  void extend(const std::vector<int>& set, std::size_t size) {
    if (!tried_.insert(set).second) return;
    if (needed(set) > size - set.size()) return;
    if (!may_decide()) {
      blame_.complete = false;
      return;
    }
    const Conflict* const conflict = standing(set);
    if (conflict == nullptr) {
      blame_.sets.push_back(set);
      return;
    }
    if (set.size() == size) return;
    const std::vector<int> branches = conflict->observations;  // conflicts grow meanwhile
    for (const int observation : branches) extend(with(set, observation), size);
  }

  // Too many mistakes for all smallest sets: one of them, and whatever could stand in the place of
  // one of its members.
  void one_by_one() {
    std::vector<int> taken = smallest();
    if (taken.empty()) taken = grown();
    blame_.sets = {taken};
    std::size_t examined = 0;
    for (const int observation : taken) {
      if (!may_decide() || examined++ == kMostExamined) return;
      std::vector<int> others = taken;
      std::erase(others, observation);
      const Conflict* const conflict = standing(others);
      if (conflict == nullptr) continue;
      const std::vector<int> branches = conflict->observations;
      for (const int other : branches) {
        if (other == observation || has(taken, other)) continue;
        const std::vector<int> set = with(others, other);
        if (standing(set) == nullptr) blame_.sets.push_back(set);
      }
    }
  }

  bool may_decide() const { return decisions_ <= kMostDecisions; }

  // By implicit hitting sets: the smallest set that hits all known conflicts, until the solver has
  // no more to add. Empty where looking for it takes too long.
  std::vector<int> smallest() {
    while (may_decide()) {
      const std::vector<int> taken = hitting_set();
      if (taken.empty() || standing(taken) == nullptr) return taken;
      if (!find_conflicts_apart_from(taken)) return {};
    }
    return {};
  }

  // A small set, of which no member can be spared: grown by what most conflicts have in common.
  std::vector<int> grown() {
    std::vector<int> taken;
    while (const Conflict* const conflict = standing(taken)) {
      if (conflict->observations.empty()) return taken;
      std::map<int, int> count;
      for (const Conflict& other : blame_.conflicts) {
        if (meet(other.observations, taken)) continue;
        for (const int observation : other.observations) ++count[observation];
      }
      taken = with(taken,
                   *std::max_element(conflict->observations.begin(), conflict->observations.end(),
                                     [&](int a, int b) { return count[a] < count[b]; }));
    }
    const std::vector<int> all = taken;
    for (const int observation : all) {
      std::vector<int> others = taken;
      std::erase(others, observation);
      if (may_decide() && standing(others) == nullptr) taken = std::move(others);
    }
    return taken;
  }

  // The smallest set that takes an observation of every known conflict; empty where looking for it
  // takes too long.
  std::vector<int> hitting_set() {
    for (std::size_t size = needed({}); size <= kMostTaken && steps_ <= kMostSteps; ++size)
      if (auto set = hit({}, size)) return *set;
    return {};
  }

  const Conflict* unhit(const std::vector<int>& set) const {
    const Conflict* fewest = nullptr;
    for (const Conflict& conflict : blame_.conflicts) {
      if (meet(conflict.observations, set)) continue;
      if (fewest == nullptr || conflict.observations.size() < fewest->observations.size())
        fewest = &conflict;
    }
    return fewest;
  }

  std::optional<std::vector<int>> hit(const std::vector<int>& set, std::size_t size) {
    const Conflict* const conflict = unhit(set);
    if (conflict == nullptr) return set;
    if (++steps_ > kMostSteps || needed(set) > size - set.size()) return std::nullopt;
    for (const int observation : conflict->observations) {
      if (auto found = hit(with(set, observation), size)) return found;
    }
    return std::nullopt;
  }

  Solver& solver_;
  const BlameLimits& limits_;
  Blame blame_;
  std::set<std::vector<int>> tried_;
  int decisions_ = 0;
  int steps_ = 0;
};

}  // namespace

Blame find_blame(const System& system, Solver& solver, const BlameLimits& limits) {
  return HittingSearch(system, solver, limits).run();
}

}  // namespace tradereport::validator
