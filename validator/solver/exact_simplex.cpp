#include "validator/solver/exact_simplex.h"

#include <map>
#include <optional>

namespace tradereport::validator {

namespace {

// Variables 0 … n-1 are the unknowns, n … n+m-1 the activities of the rows with several terms. A
// row with one term bounds its unknown.
struct Variable {
  std::optional<Rational> lo, hi;
  int lo_row = -1, hi_row = -1;         // the rows that say so …
  Rational lo_scale = 1, hi_scale = 1;  // … and what their activity is multiplied by for it
  Rational value = 0;
};

class Simplex {
 public:
  Simplex(const std::vector<Row>& rows, int unknowns, const std::vector<bool>& excluded)
      : unknowns_(unknowns), variables_(static_cast<std::size_t>(unknowns)) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Row& row = rows[i];
      if (row.observation >= 0 && !excluded.empty() &&
          excluded[static_cast<std::size_t>(row.observation)])
        continue;
      add(row, static_cast<int>(i));
    }
  }

  // Nothing where that is more than the work.
  std::optional<Decision> run(std::int64_t* work) {
    work_ = work;
    if (crossed_bounds_) return *crossed_bounds_;
    for (int j = 0; j < unknowns_; ++j) {
      Variable& variable = at(j);
      if (variable.lo && variable.value < *variable.lo) move(j, *variable.lo - variable.value);
      if (variable.hi && variable.value > *variable.hi) move(j, *variable.hi - variable.value);
    }
    while (true) {
      const int leaving = first_violated();
      if (leaving < 0) break;
      if (work_ != nullptr && *work_ <= 0) return std::nullopt;
      const bool below = at(leaving).lo && at(leaving).value < *at(leaving).lo;
      const int entering = first_movable(leaving, below);
      if (entering < 0) return conflict(leaving, below);
      const Rational target = below ? *at(leaving).lo : *at(leaving).hi;
      pivot(leaving, entering, target);
    }
    std::vector<Rational> levels;
    for (int j = 0; j < unknowns_; ++j) levels.push_back(at(j).value);
    return levels;
  }

 private:
  using Line = std::map<int, Rational>;  // a basic variable in terms of the others

  Variable& at(int j) { return variables_[static_cast<std::size_t>(j)]; }

  void add(const Row& row, int index) {
    if (row.terms.size() == 1) {
      const auto& [column, coefficient] = row.terms.front();
      const Rational scale = 1 / coefficient;
      if (row.lo) bound(column, coefficient > 0, *row.lo * scale, index, scale);
      if (row.hi) bound(column, coefficient < 0, *row.hi * scale, index, scale);
      return;
    }
    const int activity = static_cast<int>(variables_.size());
    Variable variable;
    variable.lo = row.lo;
    variable.hi = row.hi;
    variable.lo_row = variable.hi_row = index;
    variables_.push_back(variable);
    for (const auto& [column, coefficient] : row.terms) lines_[activity][column] = coefficient;
  }

  void bound(int column, bool lower, const Rational& end, int index, const Rational& scale) {
    Variable& variable = at(column);
    if (lower && (!variable.lo || end > *variable.lo)) {
      variable.lo = end;
      variable.lo_row = index;
      variable.lo_scale = scale;
    }
    if (!lower && (!variable.hi || end < *variable.hi)) {
      variable.hi = end;
      variable.hi_row = index;
      variable.hi_scale = scale;
    }
    if (variable.lo && variable.hi && *variable.lo > *variable.hi && !crossed_bounds_) {
      std::map<int, Rational> multipliers;
      take(multipliers, column, Rational(1));
      take(multipliers, column, Rational(-1));
      crossed_bounds_ = certificate(multipliers);
    }
  }

  void move(int nonbasic, const Rational& step) {
    for (auto& [basic, line] : lines_) {
      const auto term = line.find(nonbasic);
      if (term != line.end()) at(basic).value += term->second * step;
    }
    at(nonbasic).value += step;
  }

  int first_violated() {
    for (const auto& [basic, line] : lines_) {
      const Variable& variable = at(basic);
      if ((variable.lo && variable.value < *variable.lo) ||
          (variable.hi && variable.value > *variable.hi))
        return basic;
    }
    return -1;
  }

  int first_movable(int leaving, bool below) {
    for (const auto& [nonbasic, coefficient] : lines_.at(leaving)) {
      const Variable& variable = at(nonbasic);
      const bool up = (coefficient > 0) == below;
      if (up ? !variable.hi || variable.value < *variable.hi
             : !variable.lo || variable.value > *variable.lo)
        return nonbasic;
    }
    return -1;
  }

  void pivot(int leaving, int entering, const Rational& target) {
    Line line = std::move(lines_.at(leaving));
    lines_.erase(leaving);
    const Rational by = line.at(entering);
    move_basic(entering, leaving, (target - at(leaving).value) / by);
    at(leaving).value = target;
    line.erase(entering);
    for (auto& [other, coefficient] : line) coefficient /= -by;
    line[leaving] = 1 / by;
    for (auto& [basic, other] : lines_) {
      const auto term = other.find(entering);
      if (term == other.end()) continue;
      const Rational factor = term->second;
      other.erase(term);
      for (const auto& [column, coefficient] : line) {
        const auto [place, fresh] = other.emplace(column, 0);
        place->second += factor * coefficient;
        if (work_ != nullptr)
          *work_ -= 1 + static_cast<std::int64_t>(mpz_size(place->second.get_den_mpz_t()));
        if (place->second == 0) other.erase(place);
      }
    }
    lines_.emplace(entering, std::move(line));
  }

  void move_basic(int entering, int leaving, const Rational& step) {
    for (auto& [basic, line] : lines_) {
      if (basic == leaving) continue;
      const auto term = line.find(entering);
      if (term != line.end()) at(basic).value += term->second * step;
    }
    at(entering).value += step;
  }

  // Adds the row that gives the variable's lower end (positive) or upper end (negative multiplier).
  void take(std::map<int, Rational>& multipliers, int j, const Rational& multiplier) {
    const Variable& variable = at(j);
    const bool lower = multiplier > 0;
    multipliers[lower ? variable.lo_row : variable.hi_row] +=
        multiplier * (lower ? variable.lo_scale : variable.hi_scale);
  }

  Certificate conflict(int basic, bool below) {
    std::map<int, Rational> multipliers;
    take(multipliers, basic, Rational(below ? 1 : -1));
    for (const auto& [nonbasic, coefficient] : lines_.at(basic))
      take(multipliers, nonbasic, below ? Rational(-coefficient) : coefficient);
    return certificate(multipliers);
  }

  static Certificate certificate(const std::map<int, Rational>& multipliers) {
    Certificate result;
    for (const auto& [row, multiplier] : multipliers) {
      if (multiplier != 0) result.multipliers.emplace_back(row, multiplier);
    }
    return result;
  }

  int unknowns_;
  std::int64_t* work_ = nullptr;  // that may still be done
  std::vector<Variable> variables_;
  std::map<int, Line> lines_;
  std::optional<Certificate> crossed_bounds_;
};

}  // namespace

Decision decide_exactly(const std::vector<Row>& rows, int unknowns,
                        const std::vector<bool>& excluded) {
  return *Simplex(rows, unknowns, excluded).run(nullptr);
}

std::optional<Decision> decide_exactly_within(std::int64_t& work, const std::vector<Row>& rows,
                                              int unknowns) {
  return Simplex(rows, unknowns, {}).run(&work);
}

}  // namespace tradereport::validator
