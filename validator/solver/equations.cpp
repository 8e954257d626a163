#include "validator/solver/equations.h"

#include <set>
#include <utility>

namespace tradereport::validator {

namespace {

// Rationals are reduced at every step; where that shows beforehand, nothing need be computed.
void subtract(Rational& from, const Rational& factor, const Rational& value) {
  if (value == 0) return;
  if (factor == 1) {
    from -= value;
  } else if (factor == -1) {
    from += value;
  } else if (value == 1) {
    from -= factor;
  } else if (value == -1) {
    from += factor;
  } else {
    from -= factor * value;
  }
}

void divide_by(Rational& value, const Rational& by) {
  if (value == 0 || by == 1) return;
  if (by == -1) {
    mpq_neg(value.get_mpq_t(), value.get_mpq_t());
  } else {
    value /= by;
  }
}

class Elimination {
 public:
  Elimination(std::vector<Equation> equations, int count)
      : equations_(std::move(equations)), uses_(static_cast<std::size_t>(count)) {
    for (std::size_t i = 0; i < equations_.size(); ++i) {
      for (auto term = equations_[i].terms.begin(); term != equations_[i].terms.end();) {
        term = term->second == 0 ? equations_[i].terms.erase(term) : std::next(term);
      }
      for (const auto& [unknown, coefficient] : equations_[i].terms) uses(unknown).insert(i);
      queue_.emplace(equations_[i].terms.size(), i);
    }
  }

  std::optional<std::vector<Rational>> run() {
    while (!queue_.empty()) {
      const std::size_t index = queue_.begin()->second;
      queue_.erase(queue_.begin());
      Equation& equation = equations_[index];
      if (equation.terms.empty()) {
        if (equation.constant != 0) return std::nullopt;
        continue;
      }
      eliminate(index, least_used(equation));
    }
    std::vector<Rational> solution(uses_.size());
    for (auto step = order_.rbegin(); step != order_.rend(); ++step) {
      const auto& [unknown, index] = *step;
      Rational& value = solution[static_cast<std::size_t>(unknown)];
      value = equations_[index].constant;
      for (const auto& [other, coefficient] : equations_[index].terms)
        subtract(value, coefficient, solution[static_cast<std::size_t>(other)]);
    }
    return solution;
  }

 private:
  std::set<std::size_t>& uses(int unknown) { return uses_[static_cast<std::size_t>(unknown)]; }

  int least_used(const Equation& equation) {
    int best = equation.terms.begin()->first;
    for (const auto& [unknown, coefficient] : equation.terms) {
      if (uses(unknown).size() < uses(best).size()) best = unknown;
    }
    return best;
  }

  // Solves the equation for the unknown (its own term leaves it) and puts that into all others.
  void eliminate(std::size_t index, int unknown) {
    Equation& pivot = equations_[index];
    const Rational by = pivot.terms.at(unknown);
    pivot.terms.erase(unknown);
    for (const auto& [other, coefficient] : pivot.terms) uses(other).erase(index);
    uses(unknown).erase(index);
    for (auto& [other, coefficient] : pivot.terms) divide_by(coefficient, by);
    divide_by(pivot.constant, by);
    for (const std::size_t user : uses(unknown)) {
      Equation& equation = equations_[user];
      queue_.erase({equation.terms.size(), user});
      const Rational factor = equation.terms.at(unknown);
      equation.terms.erase(unknown);
      subtract(equation.constant, factor, pivot.constant);
      for (const auto& [other, coefficient] : pivot.terms) {
        const auto [term, fresh] = equation.terms.emplace(other, 0);
        subtract(term->second, factor, coefficient);
        if (term->second == 0) {
          equation.terms.erase(term);
          uses(other).erase(user);
        } else if (fresh) {
          uses(other).insert(user);
        }
      }
      queue_.emplace(equation.terms.size(), user);
    }
    uses(unknown).clear();
    order_.emplace_back(unknown, index);
  }

  std::vector<Equation> equations_;
  std::vector<std::set<std::size_t>> uses_;              // equations that an unknown stands in
  std::set<std::pair<std::size_t, std::size_t>> queue_;  // number of terms, equation
  std::vector<std::pair<int, std::size_t>> order_;       // unknown, the equation that gives it
};

}  // namespace

std::optional<std::vector<Rational>> solve(std::vector<Equation> equations, int count) {
  return Elimination(std::move(equations), count).run();
}

}  // namespace tradereport::validator
