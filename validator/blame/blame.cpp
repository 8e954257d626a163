#include "validator/blame/blame.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace tradereport::validator {

namespace {

constexpr int kMostDecisions = 1500;
constexpr std::size_t kMostTaken = 12;  // of a smallest hitting set, beyond which a small one does
constexpr int kMostSteps = 5000;

bool has(const std::vector<int>& sorted, int statement) {
  return std::binary_search(sorted.begin(), sorted.end(), statement);
}

bool meet(const std::vector<int>& a, const std::vector<int>& b) {
  return std::any_of(a.begin(), a.end(), [&](int statement) { return has(b, statement); });
}

std::vector<int> with(std::vector<int> set, int statement) {
  set.insert(std::upper_bound(set.begin(), set.end(), statement), statement);
  return set;
}

class Search {
 public:
  Search(const System& system, Solver& solver, const BlameLimits& limits)
      : solver_(solver), limits_(limits) {
    for (const std::vector<int>& clash : system.clashes) blame_.conflicts.push_back({clash, {}});
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
    solver_.leave_out({});
    return std::move(blame_);
  }

 private:
  // A conflict that the set leaves standing, known or new; nullptr if the rest is possible.
  const Conflict* standing(const std::vector<int>& set) {
    for (const Conflict& conflict : blame_.conflicts) {
      if (!meet(conflict.statements, set)) return &conflict;
    }
    solver_.leave_out(set);
    ++decisions_;
    std::optional<Certificate> certificate = solver_.refute();
    if (!certificate) return nullptr;
    blame_.conflicts.push_back(
        {statements_of(solver_.rows(), *certificate), std::move(*certificate)});
    return &blame_.conflicts.back();
  }

  // Conflicts that the set leaves standing and that have no statement in common: each needs a
  // mistake of its own.
  std::size_t needed(const std::vector<int>& set) const {
    std::vector<int> used = set;
    std::size_t count = 0;
    for (const Conflict& conflict : blame_.conflicts) {
      if (meet(conflict.statements, used)) continue;
      ++count;
      std::vector<int> both;
      std::set_union(used.begin(), used.end(), conflict.statements.begin(),
                     conflict.statements.end(), std::back_inserter(both));
      used = std::move(both);
    }
    return count;
  }

  // How many mistakes there are at least, from conflicts that have nothing in common.
  std::size_t disjoint_conflicts() {
    std::vector<int> all;
    while (const Conflict* const conflict = standing(all)) {
      std::vector<int> both;
      std::set_union(all.begin(), all.end(), conflict->statements.begin(),
                     conflict->statements.end(), std::back_inserter(both));
      if (both.size() == all.size()) break;
      all = std::move(both);
    }
    return needed({});
  }

  void extend(const std::vector<int>& set, std::size_t size) {
    if (!tried_.insert(set).second) return;
    if (needed(set) > size - set.size()) return;
    if (decisions_ > kMostDecisions) {
      blame_.complete = false;
      return;
    }
    const Conflict* const conflict = standing(set);
    if (conflict == nullptr) {
      blame_.sets.push_back(set);
      return;
    }
    if (set.size() == size) return;
    const std::vector<int> branches = conflict->statements;  // conflicts grow meanwhile
    for (const int statement : branches) extend(with(set, statement), size);
  }

  // Too many mistakes for all smallest sets: one of them, by implicit hitting sets (the smallest
  // set that hits all known conflicts, until the solver has no more to add), and whatever could
  // stand in the place of one of its members.
  void one_by_one() {
    std::vector<int> taken = hitting_set();
    while (standing(taken) != nullptr) {
      // Several new conflicts at once, each apart from those before.
      std::vector<int> all = taken;
      while (const Conflict* const conflict = standing(all)) {
        if (conflict->statements.empty()) return;
        std::vector<int> both;
        std::set_union(all.begin(), all.end(), conflict->statements.begin(),
                       conflict->statements.end(), std::back_inserter(both));
        all = std::move(both);
      }
      taken = hitting_set();
    }
    blame_.sets = {taken};
    for (const int statement : taken) {
      std::vector<int> others = taken;
      std::erase(others, statement);
      const Conflict* const conflict = standing(others);
      if (conflict == nullptr) continue;
      const std::vector<int> branches = conflict->statements;
      for (const int other : branches) {
        if (other == statement || has(taken, other)) continue;
        const std::vector<int> set = with(others, other);
        if (standing(set) == nullptr) blame_.sets.push_back(set);
      }
    }
  }

  // The smallest set that takes a statement of every known conflict; where looking for it takes too
  // long, a small one.
  std::vector<int> hitting_set() {
    for (std::size_t size = needed({}); size <= kMostTaken; ++size) {
      steps_ = 0;
      if (auto set = hit({}, size)) return *set;
      if (steps_ > kMostSteps) break;
    }
    std::vector<int> set;
    while (const Conflict* const conflict = unhit(set)) {
      std::map<int, int> count;
      for (const Conflict& other : blame_.conflicts) {
        if (meet(other.statements, set)) continue;
        for (const int statement : other.statements) ++count[statement];
      }
      set = with(set, *std::max_element(conflict->statements.begin(), conflict->statements.end(),
                                        [&](int a, int b) { return count[a] < count[b]; }));
    }
    return set;
  }

  const Conflict* unhit(const std::vector<int>& set) const {
    const Conflict* fewest = nullptr;
    for (const Conflict& conflict : blame_.conflicts) {
      if (meet(conflict.statements, set)) continue;
      if (fewest == nullptr || conflict.statements.size() < fewest->statements.size())
        fewest = &conflict;
    }
    return fewest;
  }

  std::optional<std::vector<int>> hit(const std::vector<int>& set, std::size_t size) {
    const Conflict* const conflict = unhit(set);
    if (conflict == nullptr) return set;
    if (++steps_ > kMostSteps || needed(set) > size - set.size()) return std::nullopt;
    for (const int statement : conflict->statements) {
      if (auto found = hit(with(set, statement), size)) return found;
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
  return Search(system, solver, limits).run();
}

}  // namespace tradereport::validator
