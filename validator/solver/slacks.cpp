#include "validator/solver/slacks.h"

#include "validator/solver/doubles.h"
#include "validator/solver/substitution.h"

namespace tradereport::validator {

Slacks::Slacks(const IntegerRows& rows, std::vector<Integer> levels)
    : rows_(rows), levels_(std::move(levels)), slack_of_(rows.size()) {
  std::vector<int>& first = first_row_of_;
  first.assign(levels_.size() + 1, 0);
  std::size_t count = 0;
  for (const IntegerRow& row : rows_) {
    for (const auto& [at, coefficient] : rows_.terms(row)) ++first[index(at) + 1];
    count += index(row.size());
  }
  for (std::size_t j = 1; j < first.size(); ++j) first[j] += first[j - 1];
  terms_.resize(count);
  rows_of_.resize(count);
  std::vector<int> next(first.begin(), first.end() - 1);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    for (const auto& [at, coefficient] : rows_.terms(rows_[i]))
      rows_of_[index(next[index(at)]++)] = static_cast<int>(i);
    update(static_cast<int>(i));
  }
}

std::span<const Slacks::Term> Slacks::terms(int row) const {
  const IntegerRow& at = rows_[index(row)];
  return {terms_.data() + at.begin, index(at.size())};
}

std::span<const int> Slacks::rows_of(int unknown) const {
  const int begin = first_row_of_[index(unknown)];
  return {rows_of_.data() + begin, index(first_row_of_[index(unknown) + 1] - begin)};
}

void Slacks::update(int row) {
  const IntegerRow& integers = rows_[index(row)];
  const auto divisor = static_cast<double>(integers.divisor);
  Integer sum = 0;
  std::size_t i = index(integers.begin);
  for (const auto& [at, coefficient] : rows_.terms(integers)) {
    sum += coefficient * levels_[index(at)];
    terms_[i++] = {at, static_cast<double>(coefficient) / divisor};
  }
  // Beyond all measure (substitution.h) levels are 0, and the product would overflow.
  const auto slack = [&](Integer end) {
    if (sum == 0) return static_cast<double>(end) / divisor;
    return static_cast<double>(end * kLevelUnit - sum) /
           (divisor * static_cast<double>(kLevelUnit));
  };
  slack_of_[index(row)] = {integers.lo ? slack(*integers.lo) : -kInfinity,
                           integers.hi ? slack(*integers.hi) : kInfinity};
}

}  // namespace tradereport::validator
