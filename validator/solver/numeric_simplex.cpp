#include "validator/solver/numeric_simplex.h"

#include <glpk.h>

#include <cmath>

#include "validator/solver/doubles.h"

namespace tradereport::validator {

namespace {

constexpr double kTolerance = 1e-9;
constexpr double kZero = 1e-10;

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

int kind(double lo, double hi) {
  if (lo > -kInfinity && hi < kInfinity) return lo >= hi ? GLP_FX : GLP_DB;
  return lo > -kInfinity ? GLP_LO : hi < kInfinity ? GLP_UP : GLP_FR;
}

NumericSimplex::BasisStatus status_of(int state) {
  switch (state) {
    case GLP_BS:
      return NumericSimplex::BasisStatus::basic;
    case GLP_NU:
      return NumericSimplex::BasisStatus::upper;
    case GLP_NF:
      return NumericSimplex::BasisStatus::free;
    default:
      return NumericSimplex::BasisStatus::lower;
  }
}

}  // namespace

NumericSimplex::NumericSimplex(std::size_t rows, std::size_t unknowns)
    : problem_(create_problem()), lines_(rows, 0), columns_(unknowns, 0) {
  glp_set_obj_dir(problem_, GLP_MIN);
}

NumericSimplex::~NumericSimplex() {
  glp_delete_prob(problem_);
}

int NumericSimplex::column(int unknown) {
  int& column = columns_[static_cast<std::size_t>(unknown)];
  if (column == 0) {
    column = glp_add_cols(problem_, 1);
    glp_set_col_bnds(problem_, column, GLP_FR, 0, 0);
    unknowns_.push_back(unknown);
  }
  return column;
}

void NumericSimplex::set_terms(int row, std::span<const Term> terms) {
  int& line = lines_[static_cast<std::size_t>(row)];
  if (line == 0) {
    line = glp_add_rows(problem_, 1);
    rows_.push_back(row);
  }
  std::vector<int> columns{0};
  std::vector<double> coefficients{0};
  for (const auto& [at, coefficient] : terms) {
    columns.push_back(column(at));
    coefficients.push_back(coefficient);
  }
  glp_set_mat_row(problem_, line, static_cast<int>(terms.size()), columns.data(),
                  coefficients.data());
}

void NumericSimplex::set_bounds(int row, double lo, double hi) {
  glp_set_row_bnds(problem_, line(row), kind(lo, hi), lo > -kInfinity ? lo : 0,
                   hi < kInfinity ? hi : 0);
}

std::optional<bool> NumericSimplex::feasible() {
  run(GLP_DUAL);
  const int state = glp_get_prim_stat(problem_);
  if (state == GLP_FEAS) return true;
  if (state == GLP_NOFEAS) return false;
  return std::nullopt;
}

std::optional<double> NumericSimplex::minimum(std::span<const Term> objective) {
  for (const auto& [at, coefficient] : objective)
    glp_set_obj_coef(problem_, column(at), coefficient);
  const int state = run(GLP_PRIMAL);
  const double value = glp_get_obj_val(problem_);
  for (const auto& [at, coefficient] : objective) glp_set_obj_coef(problem_, column(at), 0);
  if (state == GLP_UNBND) return -kInfinity;
  if (state == GLP_OPT) return value;
  return std::nullopt;
}

double NumericSimplex::level(int unknown) const {
  const int column = columns_[static_cast<std::size_t>(unknown)];
  return column == 0 ? 0 : glp_get_col_prim(problem_, column);
}

NumericSimplex::BasisStatus NumericSimplex::row_status(int row) const {
  return status_of(glp_get_row_stat(problem_, line(row)));
}

NumericSimplex::BasisStatus NumericSimplex::unknown_status(int unknown) const {
  return status_of(glp_get_col_stat(problem_, columns_[static_cast<std::size_t>(unknown)]));
}

std::optional<NumericSimplex::Infeasibility> NumericSimplex::infeasibility() {
  const int lines = static_cast<int>(rows_.size());
  const int at = glp_get_unbnd_ray(problem_);
  if (at == 0 || at > lines) return std::nullopt;
  if (!glp_bf_exists(problem_) && glp_factorize(problem_) != 0) return std::nullopt;
  if (glp_get_row_stat(problem_, at) != GLP_BS) return std::nullopt;
  Infeasibility infeasibility{rows_[static_cast<std::size_t>(at - 1)], {}};
  std::vector<int> where(rows_.size() + unknowns_.size() + 1);
  std::vector<double> coefficient(where.size());
  const int count = glp_eval_tab_row(problem_, at, where.data(), coefficient.data());
  for (std::size_t i = 1; i <= static_cast<std::size_t>(count); ++i) {
    if (std::abs(coefficient[i]) < kZero) continue;
    if (where[i] > lines) return std::nullopt;  // an unknown is free to help
    infeasibility.others.push_back(rows_[static_cast<std::size_t>(where[i] - 1)]);
  }
  return infeasibility;
}

int NumericSimplex::run(int method) {
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
  return failed == 0 ? glp_get_status(problem_) : GLP_UNDEF;
}

}  // namespace tradereport::validator
