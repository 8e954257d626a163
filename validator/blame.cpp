#include "validator/blame.h"

#include <algorithm>
#include <map>
#include <set>

namespace tradereport {

namespace {

constexpr int kMostDecisions = 1500;

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
  Search(const System& system, Solver& solver) : solver_(solver) {
    for (const std::vector<int>& clash : system.clashes) blame_.conflicts.push_back({clash, {}});
  }

  Blame run() {
    for (std::size_t size = 0; size <= kMostMistakes && blame_.sets.empty() && blame_.complete; ++size) {
      tried_.clear();
      if (size == 2 && disjoint_conflicts() > kMostMistakes) break;
      extend({}, size);
    }
    if (blame_.conflicts.empty()) blame_.sets.clear();  // nothing need be left out
    if (!blame_.conflicts.empty() && blame_.sets.empty()) one_by_one();
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
    Decision decision = solver_.decide();
    auto* const certificate = std::get_if<Certificate>(&decision);
    if (certificate == nullptr) return nullptr;
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

  // Too many mistakes for the full search: takes the statement that stands in most conflicts until
  // none is left, then whatever could stand in the place of one of those taken.
  void one_by_one() {
    blame_.complete = false;
    std::vector<int> taken;
    while (const Conflict* const conflict = standing(taken)) {
      if (conflict->statements.empty()) return;
      int most = conflict->statements.front();
      std::map<int, int> count;
      for (const Conflict& other : blame_.conflicts) {
        if (meet(other.statements, taken)) continue;
        for (const int statement : other.statements) ++count[statement];
      }
      for (const int statement : conflict->statements) {
        if (count[statement] > count[most]) most = statement;
      }
      taken = with(taken, most);
    }
    for (std::size_t i = taken.size(); i-- > 0;) {
      std::vector<int> fewer = taken;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (standing(fewer) == nullptr) taken = std::move(fewer);
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

  Solver& solver_;
  Blame blame_;
  std::set<std::vector<int>> tried_;
  int decisions_ = 0;
};

}  // namespace

Blame find_blame(const System& system, Solver& solver) {
  return Search(system, solver).run();
}

}  // namespace tradereport
