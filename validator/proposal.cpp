#include "validator/proposal.h"

#include <glpk.h>

#include <cmath>

namespace tradereport {

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

int kind(const Rational* lo, const Rational* hi) {
  if (lo != nullptr && hi != nullptr) return *lo >= *hi ? GLP_FX : GLP_DB;
  return lo != nullptr ? GLP_LO : hi != nullptr ? GLP_UP : GLP_FR;
}

double value(const Rational* end) {
  return end == nullptr ? 0 : end->get_d();
}

Proposal::Rest rest(int state) {
  switch (state) {
    case GLP_BS:
      return Proposal::Rest::basic;
    case GLP_NU:
      return Proposal::Rest::upper;
    case GLP_NF:
      return Proposal::Rest::free;
    default:
      return Proposal::Rest::lower;
  }
}

}  // namespace

Proposal::Proposal(const std::vector<Row>& rows, int unknowns)
    : unknowns_(unknowns), line_of_row_(rows.size(), 0), problem_(create_problem()) {
  glp_set_obj_dir(problem_, GLP_MIN);
  if (unknowns_ > 0) glp_add_cols(problem_, unknowns_);
  std::vector<int> lines{0};
  std::vector<int> columns{0};
  std::vector<double> coefficients{0};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].terms.size() == 1) continue;
    row_of_line_.push_back(static_cast<int>(i));
    line_of_row_[i] = static_cast<int>(row_of_line_.size());
    for (const auto& [at, coefficient] : rows[i].terms) {
      lines.push_back(line_of_row_[i]);
      columns.push_back(at + 1);
      coefficients.push_back(coefficient.get_d());
    }
  }
  if (!row_of_line_.empty()) glp_add_rows(problem_, static_cast<int>(row_of_line_.size()));
  glp_load_matrix(problem_, static_cast<int>(lines.size()) - 1, lines.data(), columns.data(),
                  coefficients.data());
}

Proposal::~Proposal() {
  glp_delete_prob(problem_);
}

void Proposal::bind_row(int row, const Rational* lo, const Rational* hi) {
  glp_set_row_bnds(problem_, line(row), kind(lo, hi), value(lo), value(hi));
}

void Proposal::bind_unknown(int unknown, const Rational* lo, const Rational* hi) {
  glp_set_col_bnds(problem_, unknown + 1, kind(lo, hi), value(lo), value(hi));
}

void Proposal::set_terms(int row, const std::vector<std::pair<int, Rational>>& terms) {
  std::vector<int> columns{0};
  std::vector<double> coefficients{0};
  for (const auto& [at, coefficient] : terms) {
    columns.push_back(at + 1);
    coefficients.push_back(coefficient.get_d());
  }
  glp_set_mat_row(problem_, line(row), static_cast<int>(columns.size()) - 1, columns.data(),
                  coefficients.data());
}

void Proposal::advanced_basis() {
  glp_adv_basis(problem_, 0);
}

void Proposal::standard_basis() {
  glp_std_basis(problem_);
}

std::optional<bool> Proposal::possible() {
  return run(GLP_DUAL);
}

std::optional<double> Proposal::least(const std::vector<std::pair<int, double>>& objective) {
  for (const auto& [at, coefficient] : objective) glp_set_obj_coef(problem_, at + 1, coefficient);
  const std::optional<bool> feasible = run(GLP_PRIMAL);
  const bool found = feasible && *feasible && glp_get_status(problem_) == GLP_OPT;
  const double result = glp_get_obj_val(problem_);
  for (const auto& [at, coefficient] : objective) glp_set_obj_coef(problem_, at + 1, 0);
  if (!found) return std::nullopt;
  return result;
}

double Proposal::level(int unknown) const {
  return glp_get_col_prim(problem_, unknown + 1);
}

Proposal::Rest Proposal::rest_of_row(int row) const {
  return rest(glp_get_row_stat(problem_, line(row)));
}

Proposal::Rest Proposal::rest_of_unknown(int unknown) const {
  return rest(glp_get_col_stat(problem_, unknown + 1));
}

std::optional<Proposal::Stuck> Proposal::stuck() {
  const int lines = static_cast<int>(row_of_line_.size());
  const int at = glp_get_unbnd_ray(problem_);
  if (at == 0) return std::nullopt;
  if (!glp_bf_exists(problem_) && glp_factorize(problem_) != 0) return std::nullopt;
  const bool is_row = at <= lines;
  const int state =
      is_row ? glp_get_row_stat(problem_, at) : glp_get_col_stat(problem_, at - lines);
  if (state != GLP_BS) return std::nullopt;
  Stuck stuck;
  (is_row ? stuck.row : stuck.unknown) =
      is_row ? row_of_line_[static_cast<std::size_t>(at - 1)] : at - lines - 1;
  std::vector<int> where(static_cast<std::size_t>(lines + unknowns_ + 1));
  std::vector<double> coefficient(where.size());
  const int count = glp_eval_tab_row(problem_, at, where.data(), coefficient.data());
  for (std::size_t i = 1; i <= static_cast<std::size_t>(count); ++i) {
    if (std::abs(coefficient[i]) < kZero) continue;
    if (where[i] <= lines) {
      stuck.rows.push_back(row_of_line_[static_cast<std::size_t>(where[i] - 1)]);
    } else {
      stuck.unknowns.push_back(where[i] - lines - 1);
    }
  }
  return stuck;
}

std::optional<bool> Proposal::run(int method) {
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

}  // namespace tradereport
