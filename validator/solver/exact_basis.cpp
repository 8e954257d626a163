#include "validator/solver/exact_basis.h"

#include <algorithm>
#include <map>
#include <utility>

#include "validator/solver/equations.h"

namespace tradereport::validator {

namespace {

using BasisStatus = NumericSimplex::BasisStatus;

// The multipliers of the other rows that, with 1 for the stuck one, let every unknown cancel out:
// all of them of the rows as they are in integers.
std::optional<std::vector<Rational>> multipliers_of(
    const NumericSimplex::Infeasibility& infeasibility, const IntegerRows& rows) {
  const auto terms = [&](int row) { return rows.terms(rows[static_cast<std::size_t>(row)]); };
  std::map<int, Equation> by_column;
  for (std::size_t i = 0; i < infeasibility.others.size(); ++i) {
    for (const auto& [at, value] : terms(infeasibility.others[i]))
      by_column[at].terms[static_cast<int>(i)] = to_mpz(value);
  }
  for (const auto& [at, value] : terms(infeasibility.row)) by_column[at].constant = -to_mpz(value);
  std::vector<Equation> equations;
  equations.reserve(by_column.size());
  for (auto& [at, equation] : by_column) equations.push_back(std::move(equation));
  return solve(std::move(equations), static_cast<int>(infeasibility.others.size()));
}

}  // namespace

std::optional<Certificate> exact_certificate(const NumericSimplex::Infeasibility& infeasibility,
                                             const IntegerRows& rows) {
  const auto multipliers = multipliers_of(infeasibility, rows);
  if (!multipliers) return std::nullopt;
  const Rational stuck_divisor = to_mpz(rows[static_cast<std::size_t>(infeasibility.row)].divisor);
  Certificate certificate{{{infeasibility.row, 1}}};
  for (std::size_t i = 0; i < multipliers->size(); ++i) {
    if ((*multipliers)[i] == 0) continue;
    const int row = infeasibility.others[i];
    const mpz_class divisor = to_mpz(rows[static_cast<std::size_t>(row)].divisor);
    certificate.multipliers.emplace_back(row, (*multipliers)[i] * divisor / stuck_divisor);
  }
  std::sort(certificate.multipliers.begin(), certificate.multipliers.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  if (verify_certificate(rows, certificate)) return certificate;
  for (auto& [row, multiplier] : certificate.multipliers) multiplier = -multiplier;
  if (verify_certificate(rows, certificate)) return certificate;
  return std::nullopt;
}

std::optional<std::vector<Rational>> exact_levels(const NumericSimplex& proposal,
                                                  const IntegerRows& rows,
                                                  std::vector<Rational> start,
                                                  const std::function<Rational(int)>& margin) {
  std::map<int, int> basic;
  for (const int unknown : proposal.unknowns()) {
    if (proposal.unknown_status(unknown) == BasisStatus::basic)
      basic.emplace(unknown, static_cast<int>(basic.size()));
  }
  std::vector<Equation> equations;
  for (const int at : proposal.rows()) {
    const BasisStatus rest = proposal.row_status(at);
    if (rest == BasisStatus::basic) continue;
    const Row row = rational_row(rows, at);
    Equation equation;
    if (rest == BasisStatus::upper) equation.constant = row.hi.value_or(0) - margin(at);
    if (rest == BasisStatus::lower) equation.constant = row.lo.value_or(0) + margin(at);
    for (const auto& [unknown, coefficient] : row.terms) {
      const Rational& level = start[static_cast<std::size_t>(unknown)];
      if (rest == BasisStatus::free) equation.constant += coefficient * level;  // as at the start
      if (const auto found = basic.find(unknown); found != basic.end()) {
        equation.terms[found->second] = coefficient;
      } else {
        equation.constant -= coefficient * level;
      }
    }
    equations.push_back(std::move(equation));
  }
  const auto solution = solve(std::move(equations), static_cast<int>(basic.size()));
  if (!solution) return std::nullopt;
  for (const auto& [unknown, place] : basic)
    start[static_cast<std::size_t>(unknown)] = (*solution)[static_cast<std::size_t>(place)];
  return start;
}

}  // namespace tradereport::validator
