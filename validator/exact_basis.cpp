#include "validator/exact_basis.h"

#include <map>
#include <utility>

#include "validator/equations.h"

namespace tradereport {

namespace {

using Rest = Proposal::Rest;

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

// The multipliers of the rows that make the stuck one a combination of them and of the unknowns'
// ends.
std::optional<std::vector<Rational>> multipliers_of(const Proposal::Stuck& stuck, int sign,
                                                    const std::vector<Row>& rows,
                                                    const std::vector<bool>& bounded) {
  std::map<int, Equation> by_column;
  for (std::size_t i = 0; i < stuck.rows.size(); ++i) {
    for (const auto& [at, value] : rows[index(stuck.rows[i])].terms)
      by_column[at].terms[static_cast<int>(i)] = value;
  }
  if (stuck.row >= 0) {
    for (const auto& [at, value] : rows[index(stuck.row)].terms)
      by_column[at].constant -= sign * value;
  } else {
    by_column[stuck.unknown].constant -= sign;
  }
  std::vector<Equation> equations;
  for (auto& [at, equation] : by_column) {
    if (!bounded[index(at)] || at == stuck.unknown) equations.push_back(std::move(equation));
  }
  return solve(std::move(equations), static_cast<int>(stuck.rows.size()));
}

std::optional<Certificate> combine(const Proposal::Stuck& stuck, int sign,
                                   const std::vector<Row>& rows, const Ends& ends,
                                   const std::vector<bool>& bounded) {
  const auto solution = multipliers_of(stuck, sign, rows, bounded);
  if (!solution) return std::nullopt;
  std::map<int, Rational> multipliers;
  if (stuck.row >= 0) multipliers[stuck.row] += sign;
  for (std::size_t i = 0; i < stuck.rows.size(); ++i) multipliers[stuck.rows[i]] += (*solution)[i];
  std::map<int, Rational> combined;
  for (const auto& [row, multiplier] : multipliers) {
    for (const auto& [at, value] : rows[index(row)].terms) combined[at] += multiplier * value;
  }
  for (const auto& [at, value] : combined) {
    if (value == 0) continue;
    const End& end = value < 0 ? ends.lo[index(at)] : ends.hi[index(at)];
    if (end.row < 0) return std::nullopt;
    multipliers[end.row] -= value * end.scale;
  }
  Certificate certificate;
  for (const auto& [row, multiplier] : multipliers) {
    if (multiplier != 0) certificate.multipliers.emplace_back(row, multiplier);
  }
  if (!verify_certificate(rows, certificate)) return std::nullopt;
  return certificate;
}

}  // namespace

std::optional<std::vector<Rational>> exact_levels(const Proposal& proposal,
                                                  const std::vector<Row>& rows, const Ends& ends,
                                                  const std::vector<bool>& without) {
  std::vector<Rational> levels(ends.lo.size());
  std::vector<int> basic(ends.lo.size(), -1);
  int count = 0;
  for (std::size_t j = 0; j < levels.size(); ++j) {
    const Rest rest = proposal.rest_of_unknown(static_cast<int>(j));
    if (rest == Rest::basic) {
      basic[j] = count++;
    } else if (rest != Rest::free) {
      const End& end = rest == Rest::upper ? ends.hi[j] : ends.lo[j];
      if (!end.at) return std::nullopt;
      levels[j] = *end.at;
    }
  }
  std::vector<Equation> equations;
  for (const int at : proposal.rows()) {
    const Rest rest = proposal.rest_of_row(at);
    if (rest == Rest::basic) continue;
    const Row& row = rows[index(at)];
    Equation equation;
    if (rest != Rest::free) {  // a free row rests at 0
      const std::optional<Rational>& end = rest == Rest::upper ? row.hi : row.lo;
      if (!end) return std::nullopt;
      equation.constant = *end;
    }
    for (const auto& [unknown, coefficient] : row.terms) {
      if (basic[index(unknown)] >= 0) {
        equation.terms[basic[index(unknown)]] = coefficient;
      } else {
        equation.constant -= coefficient * levels[index(unknown)];
      }
    }
    equations.push_back(std::move(equation));
  }
  const auto solution = solve(std::move(equations), count);
  if (!solution) return std::nullopt;
  for (std::size_t j = 0; j < levels.size(); ++j) {
    if (basic[j] >= 0) levels[j] = (*solution)[index(basic[j])];
  }
  if (!verify_point(rows, levels, without)) return std::nullopt;
  return levels;
}

std::optional<Certificate> exact_certificate(Proposal& proposal, const std::vector<Row>& rows,
                                             const Ends& ends) {
  const auto stuck = proposal.stuck();
  if (!stuck) return std::nullopt;
  std::vector<bool> bounded(ends.lo.size(), false);  // unknowns whose ends take part
  for (const int unknown : stuck->unknowns) bounded[index(unknown)] = true;
  if (stuck->unknown >= 0) bounded[index(stuck->unknown)] = true;
  for (const int sign : {1, -1}) {
    if (auto certificate = combine(*stuck, sign, rows, ends, bounded)) return certificate;
  }
  return std::nullopt;
}

std::optional<Certificate> clash_of_ends(const std::vector<Row>& rows, const Ends& ends) {
  for (std::size_t j = 0; j < ends.lo.size(); ++j) {
    const End& lo = ends.lo[j];
    const End& hi = ends.hi[j];
    if (!lo.at || !hi.at || *lo.at <= *hi.at) continue;
    Certificate certificate{{{lo.row, lo.scale}, {hi.row, -hi.scale}}};
    if (verify_certificate(rows, certificate)) return certificate;
  }
  return std::nullopt;
}

}  // namespace tradereport
