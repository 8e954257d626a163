#include "validator/solver.h"

#include <utility>

#include "validator/exact_basis.h"
#include "validator/proposal.h"

namespace tradereport {

namespace {

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

}  // namespace

class Solver::Impl {
 public:
  explicit Impl(const System& system)
      : rows_(system.rows),
        statements_(system.statements),
        without_(system.statements.size(), false),
        singles_(system.unknowns.size()),
        ends_{std::vector<End>(system.unknowns.size()), std::vector<End>(system.unknowns.size())},
        proposal_(rows_, static_cast<int>(system.unknowns.size())) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].terms.size() == 1)
        singles_[index(rows_[i].terms.front().first)].push_back(static_cast<int>(i));
    }
    for (const int row : proposal_.rows()) bind_row(row);
    for (std::size_t j = 0; j < singles_.size(); ++j) bind_unknown(static_cast<int>(j));
    proposal_.advanced_basis();
  }

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
      if (!same && rows[i].terms.size() > 1) proposal_.set_terms(row, rows[i].terms);
      bind(row);
    }
  }

  Decision decide() {
    ++decided_;
    if (const auto clash = clash_of_ends(rows_, ends_)) return *clash;
    for (const bool again : {false, true}) {
      if (again) proposal_.standard_basis();  // another way there may end on a better basis
      const std::optional<bool> feasible = proposal_.possible();
      if (feasible && *feasible) {
        if (auto levels = exact_levels(proposal_, rows_, ends_, without_)) return *levels;
      } else if (feasible) {
        if (auto certificate = exact_certificate(proposal_, rows_, ends_)) return *certificate;
      }
    }
    ++exactly_;
    return decide_exactly(rows_, static_cast<int>(singles_.size()), without_);
  }

  std::optional<double> extreme(const std::vector<std::pair<int, double>>& objective, double sign) {
    std::vector<std::pair<int, double>> signed_objective = objective;
    for (auto& [at, coefficient] : signed_objective) coefficient *= sign;
    const auto least = proposal_.least(signed_objective);
    if (!least) return std::nullopt;
    return sign * *least;
  }

  double level(int unknown) const { return proposal_.level(unknown); }

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
    const bool in = !out(row);
    proposal_.bind_row(row, in && r.lo ? &*r.lo : nullptr, in && r.hi ? &*r.hi : nullptr);
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
    proposal_.bind_unknown(j, lo.at ? &*lo.at : nullptr, hi.at ? &*hi.at : nullptr);
    ends_.lo[index(j)] = std::move(lo);
    ends_.hi[index(j)] = std::move(hi);
  }

  const std::vector<Statement>& statements_;
  std::vector<bool> without_;
  std::vector<std::vector<int>> singles_;  // rows with one term, by unknown
  Ends ends_;
  Proposal proposal_;
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
