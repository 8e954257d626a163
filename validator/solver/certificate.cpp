#include "validator/solver/certificate.h"

#include <algorithm>
#include <map>
#include <set>

namespace tradereport::validator {

bool verify_certificate(const std::vector<Row>& rows, const Certificate& certificate) {
  std::map<int, Rational> combined;
  Rational ends = 0;
  for (const auto& [index, multiplier] : certificate.multipliers) {
    if (index < 0 || static_cast<std::size_t>(index) >= rows.size()) return false;
    const Row& row = rows[static_cast<std::size_t>(index)];
    const std::optional<Rational>& end = multiplier > 0 ? row.lo : row.hi;
    if (multiplier == 0 || !end) return false;
    ends += multiplier * *end;
    for (const auto& [column, coefficient] : row.terms)
      combined[column] += multiplier * coefficient;
  }
  for (const auto& [column, coefficient] : combined) {
    if (coefficient != 0) return false;
  }
  return ends > 0;
}

// Everything times the common divisor, so that it is all integers.
bool verify_certificate(const IntegerRows& rows, const Certificate& certificate) {
  mpz_class common = 1;
  for (const auto& [index, multiplier] : certificate.multipliers) {
    if (index < 0 || static_cast<std::size_t>(index) >= rows.size()) return false;
    const mpz_class divisor = to_mpz(rows[static_cast<std::size_t>(index)].divisor);
    common = lcm(common, mpz_class(multiplier.get_den() * divisor));
  }
  std::map<int, mpz_class> combined;
  mpz_class ends = 0;
  for (const auto& [index, multiplier] : certificate.multipliers) {
    const IntegerRow& row = rows[static_cast<std::size_t>(index)];
    const std::optional<Integer>& end = multiplier > 0 ? row.lo : row.hi;
    if (multiplier == 0 || !end) return false;
    const mpz_class times =
        common / (multiplier.get_den() * to_mpz(row.divisor)) * multiplier.get_num();
    ends += times * to_mpz(*end);
    for (const auto& [column, coefficient] : rows.terms(row))
      combined[column] += times * to_mpz(coefficient);
  }
  return ends > 0 && std::all_of(combined.begin(), combined.end(),
                                 [](const auto& sum) { return sum.second == 0; });
}

bool verify_point(const std::vector<Row>& rows, const std::vector<Rational>& levels,
                  const std::vector<bool>& excluded) {
  Rational sum;
  for (const Row& row : rows) {
    if (row.observation >= 0 && !excluded.empty() &&
        excluded[static_cast<std::size_t>(row.observation)])
      continue;
    sum = 0;
    for (const auto& [column, coefficient] : row.terms) {
      if (static_cast<std::size_t>(column) >= levels.size()) return false;
      const Rational& level = levels[static_cast<std::size_t>(column)];
      if (coefficient == 1) {
        sum += level;
      } else if (coefficient == -1) {
        sum -= level;
      } else {
        sum += coefficient * level;
      }
    }
    if ((row.lo && sum < *row.lo) || (row.hi && sum > *row.hi)) return false;
  }
  return true;
}

std::vector<int> observations_of(const IntegerRows& rows, const Certificate& certificate) {
  std::set<int> observations;
  for (const auto& [index, multiplier] : certificate.multipliers) {
    const int observation = rows[static_cast<std::size_t>(index)].observation;
    if (observation >= 0) observations.insert(observation);
  }
  return {observations.begin(), observations.end()};
}

}  // namespace tradereport::validator
