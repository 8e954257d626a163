#include "validator/reduction.h"

#include <algorithm>
#include <cmath>

#include "validator/quick_levels.h"

namespace tradereport {

namespace {

// So that neither doubles nor integers overflow.
constexpr double kMostLevel = 1e8;
constexpr Integer kMost = Integer(1) << 62;
constexpr double kLeastWidth = 1e-6;

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

double ratio(Integer a, Integer b) {
  return static_cast<double>(a) / static_cast<double>(b);
}

bool equality(const IntegerRow& row) {
  return row.relation >= 0 && row.lo && row.hi && *row.lo == 0 && *row.hi == 0;
}

bool small(Integer value) {
  return -kMost < value && value < kMost;
}

bool all_small(const IntegerRow& row) {
  return small(row.divisor) && small(row.lo.value_or(0)) && small(row.hi.value_or(0)) &&
         std::all_of(row.terms.begin(), row.terms.end(),
                     [](const auto& term) { return small(term.second); });
}

}  // namespace

Reduction::Reduction(const System& system)
    : system_(system),
      same_as_(system.unknowns.size(), -1),
      given_by_(system.unknowns.size(), -1),
      states_(system.unknowns.size(), State::unseen),
      places_(system.unknowns.size()) {
  usable_ = std::all_of(system_.integers.begin(), system_.integers.end(), all_small);
  if (!usable_) return;
  join_equal();
  choose_wholes();
  for (std::size_t j = 0; j < places_.size() && usable_; ++j)
    usable_ = order(root(static_cast<int>(j)));
  if (!usable_) return;
  bound();
  expand_wholes();
  collect();
}

std::optional<std::vector<Integer>> Reduction::levels(const std::vector<double>& moves) const {
  std::vector<Integer> levels(places_.size(), 0);
  for (std::size_t j = 0; j < places_.size(); ++j) {
    if (!is_free(static_cast<int>(j))) continue;
    const double level = places_[j].at + moves[j] * places_[j].width;
    if (!(std::abs(level) < kMostLevel)) return std::nullopt;
    levels[j] = std::llround(level * static_cast<double>(kQuickUnit));
  }
  for (const int whole : wholes_) {
    const IntegerRow& sum = system_.integers[index(given_by_[index(whole)])];
    const Integer own = own_coefficient(sum, whole);
    if (own != 1 && own != -1) return std::nullopt;
    Integer rest = 0;
    for (const auto& [at, coefficient] : sum.terms) {
      if (root(at) != whole) rest += coefficient * levels[index(root(at))];
    }
    levels[index(whole)] = -rest * own;
  }
  for (std::size_t j = 0; j < levels.size(); ++j)
    levels[j] = levels[index(root(static_cast<int>(j)))];
  return levels;
}

int Reduction::root(int unknown) const {
  while (same_as_[index(unknown)] >= 0) unknown = same_as_[index(unknown)];
  return unknown;
}

bool Reduction::is_free(int unknown) const {
  return same_as_[index(unknown)] < 0 && given_by_[index(unknown)] < 0;
}

// a = b: one unknown.
void Reduction::join_equal() {
  for (const IntegerRow& row : system_.integers) {
    if (!equality(row) || row.terms.size() != 2 || row.terms[0].second + row.terms[1].second != 0)
      continue;
    const int a = root(row.terms[0].first);
    const int b = root(row.terms[1].first);
    if (a != b) same_as_[index(a)] = b;
  }
}

// A sum gives its whole, unless another does.
void Reduction::choose_wholes() {
  for (std::size_t i = 0; i < system_.integers.size(); ++i) {
    const IntegerRow& row = system_.integers[i];
    if (!equality(row) || row.terms.size() < 3) continue;
    const Relation& relation = system_.relations[index(row.relation)];
    const int whole = root(system_.column(relation.whole.unknown));
    if (given_by_[index(whole)] < 0) given_by_[index(whole)] = static_cast<int>(i);
  }
}

// Wholes after their parts; false if one is a part of itself.
bool Reduction::order(int unknown) {
  State& state = states_[index(unknown)];
  if (state == State::done) return true;
  if (state == State::open) return false;
  state = State::open;
  if (const int row = given_by_[index(unknown)]; row >= 0) {
    for (const auto& [at, coefficient] : system_.integers[index(row)].terms) {
      if (root(at) != unknown && !order(root(at))) return false;
    }
    wholes_.push_back(unknown);
  }
  state = State::done;
  return true;
}

// Where each unknown is, and how well that is known: by what is printed of it, or by rates, changes
// and order from those that are bounded so.
void Reduction::bound() {
  for (const IntegerRow& row : system_.integers) {
    if (row.terms.size() != 1) continue;
    Place& place = places_[index(root(row.terms[0].first))];
    const Integer by = row.terms[0].second;
    if (row.lo) place.lo = std::max(place.lo, ratio(*row.lo, by));
    if (row.hi) place.hi = std::min(place.hi, ratio(*row.hi, by));
  }
  printed_ = places_;
  for (const IntegerRow& row : system_.integers) {
    if (row.terms.size() != 2 || equality(row)) continue;
    for (const bool first : {true, false}) imply(row, first);
  }
  for (Place& place : places_) {
    if (place.bounded()) {
      place.at = (place.lo + place.hi) / 2;
      place.width = place.hi - place.lo;
    } else {
      const bool above = place.lo > -Inequality::kInfinity;
      const double end = above ? place.lo : place.hi < Inequality::kInfinity ? place.hi : 0;
      place.width = std::max(1.0, std::abs(end));
      place.at = above ? end + place.width / 4 : end;
    }
    place.width = std::max(place.width, kLeastWidth);
  }
}

// a·x + b·y between lo and hi, and x bounded: what that says of y.
void Reduction::imply(const IntegerRow& row, bool first) {
  const auto& [x, a] = row.terms[first ? 0 : 1];
  const auto& [y, b] = row.terms[first ? 1 : 0];
  const Place& known = printed_[index(root(x))];
  if (!known.bounded() || b == 0 || printed_[index(root(y))].bounded()) return;
  const double scale = ratio(a, b);
  const double least = std::min(scale * known.lo, scale * known.hi);
  const double most = std::max(scale * known.lo, scale * known.hi);
  Place& place = places_[index(root(y))];
  const auto& low = b > 0 ? row.lo : row.hi;
  const auto& high = b > 0 ? row.hi : row.lo;
  if (low) place.lo = std::max(place.lo, ratio(*low, b) - most);
  if (high) place.hi = std::min(place.hi, ratio(*high, b) - least);
}

void Reduction::expand_wholes() {
  expanded_.resize(places_.size());
  for (std::size_t j = 0; j < places_.size(); ++j) {
    if (is_free(static_cast<int>(j))) expanded_[j] = {{static_cast<int>(j), 1.0}};
  }
  for (const int whole : wholes_) {
    const IntegerRow& sum = system_.integers[index(given_by_[index(whole)])];
    const Integer own = own_coefficient(sum, whole);
    auto& terms = expanded_[index(whole)];
    for (const auto& [at, coefficient] : sum.terms) {
      if (root(at) == whole) continue;
      for (const auto& [part, times] : expanded_[index(root(at))])
        terms.emplace_back(part, -ratio(coefficient, own) * times);
    }
  }
}

// All rows with one term are one inequality for their unknown.
void Reduction::collect() {
  inequalities_.reserve(system_.integers.size());
  for (std::size_t j = 0; j < printed_.size(); ++j) {
    const Place& place = printed_[j];
    if (place.lo == -Inequality::kInfinity && place.hi == Inequality::kInfinity) continue;
    inequalities_.push_back({expanded_[j], place.lo, place.hi});
    normalise(inequalities_.back());
  }
  std::vector<double> sum(places_.size(), 0);
  std::vector<int> used;
  for (const IntegerRow& row : system_.integers) {
    if (equality(row) || row.terms.size() == 1) continue;
    Inequality inequality;
    for (const auto& [at, coefficient] : row.terms) {
      const double by = ratio(coefficient, row.divisor);
      for (const auto& [part, times] : expanded_[index(root(at))]) {
        if (sum[index(part)] == 0) used.push_back(part);
        sum[index(part)] += by * times;
      }
    }
    inequality.terms.reserve(used.size());
    for (const int part : used) {
      if (sum[index(part)] != 0) inequality.terms.emplace_back(part, sum[index(part)]);
      sum[index(part)] = 0;
    }
    used.clear();
    if (inequality.terms.empty()) continue;
    if (row.lo) inequality.lo = ratio(*row.lo, row.divisor);
    if (row.hi) inequality.hi = ratio(*row.hi, row.divisor);
    normalise(inequality);
    inequalities_.push_back(std::move(inequality));
  }
}

void Reduction::normalise(Inequality& row) const {
  double at = 0;
  double square = 0;
  for (auto& [part, times] : row.terms) {
    at += times * places_[index(part)].at;
    times *= places_[index(part)].width;
    square += times * times;
  }
  const double size = std::sqrt(square);
  for (auto& [part, times] : row.terms) times /= size;
  row.lo = (row.lo - at) / size;
  row.hi = (row.hi - at) / size;
}

Integer Reduction::own_coefficient(const IntegerRow& sum, int whole) const {
  Integer own = 0;
  for (const auto& [at, coefficient] : sum.terms) {
    if (root(at) == whole) own += coefficient;
  }
  return own;
}

}  // namespace tradereport
