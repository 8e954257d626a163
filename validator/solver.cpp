#include "validator/solver.h"

#include <glpk.h>

#include <cmath>
#include <map>

#include "validator/equations.h"

namespace tradereport {

namespace {

constexpr double kTolerance = 1e-9;  // of the proposal; verdicts have none
constexpr double kZero = 1e-10;

// An end of an unknown's range, and the row with one term that sets it.
struct End {
  std::optional<Rational> at;
  int row = -1;
  Rational scale = 1;
};

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

// GLPK keeps its memory by thread, and gives it back only when told.
struct Environment {
  Environment() { glp_term_out(GLP_OFF); }
  ~Environment() { glp_free_env(); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
};

glp_prob* create_problem() {
  thread_local const Environment environment;
  return glp_create_prob();
}

int glpk_kind(bool lo, bool hi, bool same) {
  if (lo && hi) return same ? GLP_FX : GLP_DB;
  return lo ? GLP_LO : hi ? GLP_UP : GLP_FR;
}

}  // namespace

class Solver::Impl {
 public:
  explicit Impl(const System& system)
      : rows_(system.rows),
        statements_(system.statements),
        unknowns_(static_cast<int>(system.unknowns.size())),
        without_(system.statements.size(), false),
        singles_(system.unknowns.size()),
        lo_(system.unknowns.size()),
        hi_(system.unknowns.size()),
        line_of_row_(system.rows.size(), 0),
        problem_(create_problem()) {
    glp_set_obj_dir(problem_, GLP_MIN);
    if (unknowns_ > 0) glp_add_cols(problem_, unknowns_);
    std::vector<int> line{0}, column{0};
    std::vector<double> coefficient{0};
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].terms.size() == 1) {
        singles_[index(rows_[i].terms.front().first)].push_back(static_cast<int>(i));
        continue;
      }
      row_of_line_.push_back(static_cast<int>(i));
      line_of_row_[i] = static_cast<int>(row_of_line_.size());
      for (const auto& [at, value] : rows_[i].terms) {
        line.push_back(line_of_row_[i]);
        column.push_back(at + 1);
        coefficient.push_back(value.get_d());
      }
    }
    if (!row_of_line_.empty()) glp_add_rows(problem_, static_cast<int>(row_of_line_.size()));
    glp_load_matrix(problem_, static_cast<int>(line.size()) - 1, line.data(), column.data(),
                    coefficient.data());
    for (const int row : row_of_line_) bind_row(row);
    for (int j = 0; j < unknowns_; ++j) bind_unknown(j);
    glp_adv_basis(problem_, 0);
  }
  ~Impl() { glp_delete_prob(problem_); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void leave_out(const std::vector<int>& statements) {
    std::vector<bool> without(without_.size(), false);
    for (const int statement : statements) without[index(statement)] = true;
    for (std::size_t statement = 0; statement < without.size(); ++statement) {
      if (without[statement] == without_[statement]) continue;
      without_[statement] = without[statement];
      for (const int row : statements_[statement].rows) bind(row);
    }
  }

  void replace(int statement, const std::vector<Row>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const int row = statements_[index(statement)].rows[i];
      const bool same = rows_[index(row)].terms == rows[i].terms;
      rows_[index(row)] = rows[i];
      rows_[index(row)].statement = statement;
      if (!same && rows[i].terms.size() > 1) {
        std::vector<int> column{0};
        std::vector<double> coefficient{0};
        for (const auto& [at, value] : rows[i].terms) {
          column.push_back(at + 1);
          coefficient.push_back(value.get_d());
        }
        glp_set_mat_row(problem_, line_of_row_[index(row)], static_cast<int>(column.size()) - 1,
                        column.data(), coefficient.data());
      }
      bind(row);
    }
  }

  Decision decide() {
    ++decided_;
    if (const auto clash = clash_of_ends()) return *clash;
    for (const bool again : {false, true}) {
      if (again) glp_std_basis(problem_);  // another way there may end on a better basis
      const std::optional<bool> feasible = propose(GLP_DUAL);
      if (feasible && *feasible) {
        if (auto levels = exact_levels()) return *levels;
      } else if (feasible) {
        if (auto certificate = exact_certificate()) return *certificate;
      }
    }
    ++exactly_;
    return decide_exactly(rows_, unknowns_, without_);
  }

  std::optional<double> extreme(const std::vector<std::pair<int, double>>& objective, double sign) {
    for (const auto& [at, value] : objective) glp_set_obj_coef(problem_, at + 1, sign * value);
    const std::optional<bool> feasible = propose(GLP_PRIMAL);
    const bool found = feasible && *feasible && glp_get_status(problem_) == GLP_OPT;
    const double result = sign * glp_get_obj_val(problem_);
    for (const auto& [at, value] : objective) glp_set_obj_coef(problem_, at + 1, 0);
    if (!found) return std::nullopt;
    return result;
  }

  double level(int unknown) const { return glp_get_col_prim(problem_, unknown + 1); }

  std::vector<Row> rows_;
  int decided_ = 0;
  int exactly_ = 0;

 private:
  bool out(int row) const {
    const int statement = rows_[index(row)].statement;
    return statement >= 0 && without_[index(statement)];
  }

  void bind(int row) {
    if (rows_[index(row)].terms.size() == 1) {
      bind_unknown(rows_[index(row)].terms.front().first);
    } else {
      bind_row(row);
    }
  }

  void bind_row(int row) {
    const Row& r = rows_[index(row)];
    const bool lo = r.lo && !out(row);
    const bool hi = r.hi && !out(row);
    glp_set_row_bnds(problem_, line_of_row_[index(row)],
                     glpk_kind(lo, hi, lo && hi && *r.lo == *r.hi), lo ? r.lo->get_d() : 0,
                     hi ? r.hi->get_d() : 0);
  }

  void bind_unknown(int j) {
    End lo, hi;
    for (const int row : singles_[index(j)]) {
      if (out(row)) continue;
      const Row& r = rows_[index(row)];
      const Rational scale = 1 / r.terms.front().second;
      const auto tighten = [&](const std::optional<Rational>& end, bool lower) {
        if (!end) return;
        const Rational value = *end * scale;
        End& target = lower ? lo : hi;
        if (target.at && (lower ? value <= *target.at : value >= *target.at)) return;
        target = {value, row, scale};
      };
      tighten(r.lo, scale > 0);
      tighten(r.hi, scale < 0);
    }
    const bool same = lo.at && hi.at && *lo.at >= *hi.at;
    glp_set_col_bnds(problem_, j + 1, glpk_kind(lo.at.has_value(), hi.at.has_value(), same),
                     lo.at ? lo.at->get_d() : 0, hi.at ? hi.at->get_d() : 0);
    lo_[index(j)] = std::move(lo);
    hi_[index(j)] = std::move(hi);
  }

  // Two figures of one level that exclude each other.
  std::optional<Certificate> clash_of_ends() const {
    for (int j = 0; j < unknowns_; ++j) {
      const End& lo = lo_[index(j)];
      const End& hi = hi_[index(j)];
      if (!lo.at || !hi.at || *lo.at <= *hi.at) continue;
      Certificate certificate{{{lo.row, lo.scale}, {hi.row, -hi.scale}}};
      if (verify_certificate(rows_, certificate)) return certificate;
    }
    return std::nullopt;
  }

  // Whether there seems to be a solution; nothing if GLPK gives up.
  std::optional<bool> propose(int method) {
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.meth = method;
    options.presolve = GLP_OFF;
    options.tol_bnd = kTolerance;
    options.it_lim = 100000;
    int failed = glp_simplex(problem_, &options);
    if (failed == GLP_EBADB || failed == GLP_ESING || failed == GLP_ECOND || failed == GLP_EFAIL) {
      glp_std_basis(problem_);
      failed = glp_simplex(problem_, &options);
    }
    if (failed != 0) return std::nullopt;
    const int state = glp_get_prim_stat(problem_);
    if (state == GLP_FEAS) return true;
    if (state == GLP_NOFEAS) return false;
    return std::nullopt;
  }

  // The point of the basis: what is not basic lies on its end, the rest follows.
  std::optional<std::vector<Rational>> exact_levels() {
    std::vector<Rational> levels(index(unknowns_));
    std::vector<int> basic(index(unknowns_), -1);
    int count = 0;
    for (int j = 0; j < unknowns_; ++j) {
      const int state = glp_get_col_stat(problem_, j + 1);
      const End& end = state == GLP_NU ? hi_[index(j)] : lo_[index(j)];
      if (state == GLP_BS) {
        basic[index(j)] = count++;
      } else if (state != GLP_NF) {
        if (!end.at) return std::nullopt;
        levels[index(j)] = *end.at;
      }
    }
    std::vector<Equation> equations;
    for (std::size_t line = 0; line < row_of_line_.size(); ++line) {
      const int state = glp_get_row_stat(problem_, static_cast<int>(line) + 1);
      if (state == GLP_BS) continue;
      const Row& row = rows_[index(row_of_line_[line])];
      Equation equation;
      if (state != GLP_NF) {  // a free row rests at 0
        const std::optional<Rational>& end = state == GLP_NU ? row.hi : row.lo;
        if (!end) return std::nullopt;
        equation.constant = *end;
      }
      for (const auto& [at, coefficient] : row.terms) {
        if (basic[index(at)] >= 0) {
          equation.terms[basic[index(at)]] = coefficient;
        } else {
          equation.constant -= coefficient * levels[index(at)];
        }
      }
      equations.push_back(std::move(equation));
    }
    const auto solution = solve(std::move(equations), count);
    if (!solution) return std::nullopt;
    for (std::size_t j = 0; j < levels.size(); ++j) {
      if (basic[j] >= 0) levels[j] = (*solution)[index(basic[j])];
    }
    if (!verify_point(rows_, levels, without_)) return std::nullopt;
    return levels;
  }

  // The line of the simplex table that has no way out, as a combination of rows: which rows and
  // ends take part is read off the doubles, the multipliers are computed anew.
  std::optional<Certificate> exact_certificate() {
    const int lines = static_cast<int>(row_of_line_.size());
    const int stuck = glp_get_unbnd_ray(problem_);
    if (stuck == 0) return std::nullopt;
    if (!glp_bf_exists(problem_) && glp_factorize(problem_) != 0) return std::nullopt;
    const bool basic = stuck <= lines ? glp_get_row_stat(problem_, stuck) == GLP_BS
                                      : glp_get_col_stat(problem_, stuck - lines) == GLP_BS;
    if (!basic) return std::nullopt;
    std::vector<int> where(index(lines + unknowns_ + 1));
    std::vector<double> coefficient(where.size());
    const int count = glp_eval_tab_row(problem_, stuck, where.data(), coefficient.data());
    std::vector<int> taken;                              // rows
    std::vector<bool> bounded(index(unknowns_), false);  // unknowns whose ends take part
    for (int i = 1; i <= count; ++i) {
      if (std::abs(coefficient[index(i)]) < kZero) continue;
      if (where[index(i)] <= lines) {
        taken.push_back(row_of_line_[index(where[index(i)] - 1)]);
      } else {
        bounded[index(where[index(i)] - lines - 1)] = true;
      }
    }
    if (stuck > lines) bounded[index(stuck - lines - 1)] = true;
    for (const int sign : {1, -1}) {
      if (auto certificate = combine(stuck, sign, taken, bounded)) return certificate;
    }
    return std::nullopt;
  }

  std::optional<Certificate> combine(int stuck, int sign, const std::vector<int>& taken,
                                     const std::vector<bool>& bounded) const {
    const int lines = static_cast<int>(row_of_line_.size());
    std::map<int, Equation> by_column;
    const auto add = [&](int row, const auto& put) {
      for (const auto& [at, value] : rows_[index(row)].terms) put(at, value);
    };
    for (std::size_t i = 0; i < taken.size(); ++i) {
      add(taken[i],
          [&](int at, const Rational& value) { by_column[at].terms[static_cast<int>(i)] = value; });
    }
    if (stuck <= lines) {
      add(row_of_line_[index(stuck - 1)],
          [&](int at, const Rational& value) { by_column[at].constant -= sign * value; });
    } else {
      by_column[stuck - lines - 1].constant -= sign;
    }
    std::vector<Equation> equations;
    for (const auto& [at, equation] : by_column) {
      if (!bounded[index(at)] || at == stuck - lines - 1) equations.push_back(equation);
    }
    const auto solution = solve(std::move(equations), static_cast<int>(taken.size()));
    if (!solution) return std::nullopt;

    std::map<int, Rational> multipliers;
    if (stuck <= lines) multipliers[row_of_line_[index(stuck - 1)]] += sign;
    for (std::size_t i = 0; i < taken.size(); ++i) multipliers[taken[i]] += (*solution)[i];
    std::map<int, Rational> combined;
    for (const auto& [row, multiplier] : multipliers) {
      for (const auto& [at, value] : rows_[index(row)].terms) combined[at] += multiplier * value;
    }
    for (const auto& [at, value] : combined) {
      if (value == 0) continue;
      const End& end = value < 0 ? lo_[index(at)] : hi_[index(at)];
      if (end.row < 0) return std::nullopt;
      multipliers[end.row] -= value * end.scale;
    }
    Certificate certificate;
    for (const auto& [row, multiplier] : multipliers) {
      if (multiplier != 0) certificate.multipliers.emplace_back(row, multiplier);
    }
    if (!verify_certificate(rows_, certificate)) return std::nullopt;
    return certificate;
  }

  const std::vector<Statement>& statements_;
  int unknowns_;
  std::vector<bool> without_;
  std::vector<std::vector<int>> singles_;  // rows with one term, by unknown
  std::vector<End> lo_, hi_;
  std::vector<int> line_of_row_;  // of GLPK, from 1; 0 for rows with one term
  std::vector<int> row_of_line_;
  glp_prob* problem_;
};

Solver::Solver(const System& system) : impl_(std::make_unique<Impl>(system)) {}
Solver::~Solver() = default;

void Solver::leave_out(const std::vector<int>& statements) {
  impl_->leave_out(statements);
}

void Solver::replace(int statement, const std::vector<Row>& rows) {
  impl_->replace(statement, rows);
}

Decision Solver::decide() {
  return impl_->decide();
}

std::optional<double> Solver::least(const std::vector<std::pair<int, double>>& objective) {
  return impl_->extreme(objective, 1);
}

std::optional<double> Solver::greatest(const std::vector<std::pair<int, double>>& objective) {
  return impl_->extreme(objective, -1);
}

double Solver::level(int unknown) const {
  return impl_->level(unknown);
}

const std::vector<Row>& Solver::rows() const {
  return impl_->rows_;
}

int Solver::decided() const {
  return impl_->decided_;
}

int Solver::decided_exactly() const {
  return impl_->exactly_;
}

}  // namespace tradereport
