#include "validator/solver/substitution.h"

#include <algorithm>

#include "validator/solver/doubles.h"

namespace tradereport::validator {

namespace {

// So that neither doubles nor integers overflow.
constexpr Integer kLargest = Integer(1) << 62;

bool small(Integer value) {
  return -kLargest < value && value < kLargest;
}

bool all_small(const IntegerRows& rows) {
  return std::all_of(rows.begin(), rows.end(), [&](const IntegerRow& row) {
    const auto terms = rows.terms(row);
    return small(row.divisor) && small(row.lo.value_or(0)) && small(row.hi.value_or(0)) &&
           std::all_of(terms.begin(), terms.end(),
                       [](const IntegerTerm& term) { return small(term.second); });
  });
}

}  // namespace

bool equality(const IntegerRow& row) {
  return row.relation >= 0 && row.lo && row.hi && *row.lo == 0 && *row.hi == 0;
}

bool within(const IntegerRows& rows, const IntegerRow& row, const std::vector<Integer>& levels) {
  Integer sum = 0;
  for (const auto& [at, coefficient] : rows.terms(row)) sum += coefficient * levels[index(at)];
  return (!row.lo || *row.lo * kLevelUnit <= sum) && (!row.hi || sum <= *row.hi * kLevelUnit);
}

Substitution::Substitution(const IntegerRows& rows, std::size_t unknowns)
    : rows_(rows),
      equal_to_(unknowns, -1),
      defined_by_(unknowns, -1),
      states_(unknowns, State::unseen) {
  usable_ = all_small(rows_);
  if (!usable_) return;
  merge_equal();
  choose_definitions();
  for (std::size_t j = 0; j < unknowns && usable_; ++j)
    usable_ = order(representative(static_cast<int>(j)));
}

int Substitution::representative(int unknown) const {
  while (equal_to_[index(unknown)] >= 0) unknown = equal_to_[index(unknown)];
  return unknown;
}

bool Substitution::is_free(int unknown) const {
  return equal_to_[index(unknown)] < 0 && defined_by_[index(unknown)] < 0;
}

const IntegerRow& Substitution::definition(int whole) const {
  return rows_[index(defined_by_[index(whole)])];
}

Integer Substitution::own_coefficient(const IntegerRow& sum, int whole) const {
  Integer own = 0;
  for (const auto& [at, coefficient] : rows_.terms(sum)) {
    if (representative(at) == whole) own += coefficient;
  }
  return own;
}

bool Substitution::substitute(std::vector<Integer>& levels) const {
  for (const int whole : dependent_) {
    const Integer own = own_coefficient(definition(whole), whole);
    if (own != 1 && own != -1) return false;
    Integer rest = 0;
    for (const auto& [at, coefficient] : rows_.terms(definition(whole))) {
      if (representative(at) != whole) rest += coefficient * levels[index(representative(at))];
    }
    levels[index(whole)] = -rest * own;
  }
  for (std::size_t j = 0; j < levels.size(); ++j)
    levels[j] = levels[index(representative(static_cast<int>(j)))];
  return true;
}

// a = b: one unknown.
void Substitution::merge_equal() {
  for (const IntegerRow& row : rows_) {
    if (!equality(row) || row.size() != 2) continue;
    const auto terms = rows_.terms(row);
    if (terms[0].second + terms[1].second != 0) continue;
    const int a = representative(terms[0].first);
    const int b = representative(terms[1].first);
    if (a != b) equal_to_[index(a)] = b;
  }
}

// A sum gives its whole, unless another does.
void Substitution::choose_definitions() {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const IntegerRow& row = rows_[i];
    if (!equality(row) || row.size() < 3) continue;
    const int whole = representative(row.whole);
    if (defined_by_[index(whole)] < 0) defined_by_[index(whole)] = static_cast<int>(i);
  }
}

// Wholes after their parts; false if one is a part of itself.
bool Substitution::order(int unknown) {
  State& state = states_[index(unknown)];
  if (state == State::done) return true;
  if (state == State::open) return false;
  state = State::open;
  if (defined_by_[index(unknown)] >= 0) {
    for (const auto& [at, coefficient] : rows_.terms(definition(unknown))) {
      if (representative(at) != unknown && !order(representative(at))) return false;
    }
    dependent_.push_back(unknown);
  }
  state = State::done;
  return true;
}

}  // namespace tradereport::validator
