#include "validator/solver/reduction.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace tradereport::validator {

namespace {

constexpr double kMostLevel = 1e8;
constexpr double kLeastWidth = 1e-6;
constexpr double kFar = 5;  // in widths: no move goes there

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

// Usable wholes are of rows that fit into 64 bits, which are turned into doubles at once.
double ratio(Integer a, Integer b) {
  const auto real = [](Integer value) {
    return static_cast<double>(static_cast<std::int64_t>(value));
  };
  return real(a) / real(b);
}

}  // namespace

Reduction::Reduction(const System& system, const Wholes& wholes, const std::vector<bool>& without)
    : system_(system), wholes_(wholes), without_(without), places_(system.unknowns.size()) {
  bound();
  expand_wholes();
  collect();
}

std::optional<std::vector<Integer>> Reduction::levels(const std::vector<double>& moves) const {
  std::vector<Integer> levels(places_.size(), 0);
  for (std::size_t j = 0; j < places_.size(); ++j) {
    if (!wholes_.is_free(static_cast<int>(j))) continue;
    const double level = places_[j].at + moves[j] * places_[j].width;
    if (!(std::abs(level) < kMostLevel)) return std::nullopt;
    levels[j] = std::llround(level * static_cast<double>(kQuickUnit));
  }
  if (!wholes_.complete(levels)) return std::nullopt;
  return levels;
}

// Where each unknown is, and how well that is known: by what is printed of it, or by rates, changes
// and order from those that are bounded so.
void Reduction::bound() {
  for (const IntegerRow& row : system_.integers) {
    if (row.size() != 1 || row.left_out(without_)) continue;
    const auto& [at, by] = system_.integers.terms(row).front();
    Place& place = places_[index(wholes_.root(at))];
    if (row.lo) place.lo = std::max(place.lo, ratio(*row.lo, by));
    if (row.hi) place.hi = std::min(place.hi, ratio(*row.hi, by));
  }
  printed_ = places_;
  for (const IntegerRow& row : system_.integers) {
    if (row.size() != 2 || equality(row) || row.left_out(without_)) continue;
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
  const auto terms = system_.integers.terms(row);
  const auto& [x, a] = terms[first ? 0 : 1];
  const auto& [y, b] = terms[first ? 1 : 0];
  const Place& known = printed_[index(wholes_.root(x))];
  if (!known.bounded() || b == 0 || printed_[index(wholes_.root(y))].bounded()) return;
  const double scale = ratio(a, b);
  const double least = std::min(scale * known.lo, scale * known.hi);
  const double most = std::max(scale * known.lo, scale * known.hi);
  Place& place = places_[index(wholes_.root(y))];
  const auto& low = b > 0 ? row.lo : row.hi;
  const auto& high = b > 0 ? row.hi : row.lo;
  if (low) place.lo = std::max(place.lo, ratio(*low, b) - most);
  if (high) place.hi = std::min(place.hi, ratio(*high, b) - least);
}

void Reduction::expand_wholes() {
  extents_.resize(places_.size());
  expanded_.reserve(2 * places_.size());
  for (std::size_t j = 0; j < places_.size(); ++j) {
    if (!wholes_.is_free(static_cast<int>(j))) continue;
    extents_[j] = {expanded_.size(), expanded_.size() + 1};
    expanded_.push_back({static_cast<int>(j), 1});
  }
  for (const int whole : wholes_.all()) {
    const IntegerRow& sum = wholes_.sum(whole);
    const Integer own = wholes_.own_coefficient(sum, whole);
    const std::size_t begin = expanded_.size();
    for (const auto& [at, coefficient] : system_.integers.terms(sum)) {
      if (wholes_.root(at) == whole) continue;
      const double times = -ratio(coefficient, own);
      const Extent part = extents_[index(wholes_.root(at))];
      for (std::size_t i = part.begin; i < part.end; ++i)
        expanded_.push_back({expanded_[i].at, times * expanded_[i].by});
    }
    extents_[index(whole)] = {begin, expanded_.size()};
  }
}

std::span<const Coefficient> Reduction::parts(int unknown) const {
  const Extent& extent = extents_[index(unknown)];
  return {expanded_.data() + extent.begin, extent.end - extent.begin};
}

// All rows with one term are one inequality for their unknown.
void Reduction::collect() {
  inequalities_.rows.reserve(system_.integers.size());
  inequalities_.terms.reserve(4 * system_.integers.size());
  sum_.assign(places_.size(), 0);
  for (std::size_t j = 0; j < printed_.size(); ++j) {
    const Place& place = printed_[j];
    if (place.lo == -Inequality::kInfinity && place.hi == Inequality::kInfinity) continue;
    take(static_cast<int>(j), 1);
    add(place.lo, place.hi);
  }
  for (const IntegerRow& row : system_.integers) {
    if (equality(row) || row.size() == 1 || row.left_out(without_)) continue;
    for (const auto& [at, coefficient] : system_.integers.terms(row))
      take(wholes_.root(at), ratio(coefficient, row.divisor));
    add(row.lo ? ratio(*row.lo, row.divisor) : -Inequality::kInfinity,
        row.hi ? ratio(*row.hi, row.divisor) : Inequality::kInfinity);
  }
}

// Into the row being added.
void Reduction::take(int unknown, double by) {
  for (const auto& [part, times] : parts(unknown)) {
    if (sum_[index(part)] == 0) used_.push_back(part);
    sum_[index(part)] += by * times;
  }
}

// Ends the row.
void Reduction::add(double lo, double hi) {
  const std::size_t begin = inequalities_.terms.size();
  double at = 0;
  double square = 0;
  for (const int part : used_) {
    double& times = sum_[index(part)];
    if (times == 0) continue;
    const Place& place = places_[index(part)];
    at += times * place.at;
    times *= place.width;
    square += times * times;
    inequalities_.terms.push_back({part, times});
    times = 0;
  }
  used_.clear();
  if (square == 0) return;
  const double size = 1 / std::sqrt(square);
  const Inequality row{begin, inequalities_.terms.size(), (lo - at) * size, (hi - at) * size};
  if (row.lo < -kFar && row.hi > kFar) {
    inequalities_.terms.resize(begin);
    return;
  }
  for (std::size_t i = begin; i < row.end; ++i) inequalities_.terms[i].by *= size;
  inequalities_.rows.push_back(row);
}

}  // namespace tradereport::validator
