#include "validator/blame/misprint.h"

#include <algorithm>
#include <cmath>

namespace tradereport::validator {

namespace {

constexpr double kOfSixKinds = 1.0 / 6;
constexpr double kElsewhere = 10;   // nothing speaks as plainly as the right figure elsewhere
constexpr double kTwice = 0.01;     // the same slip in two places
constexpr double kUnbounded = 1e5;  // decimals in a range without an end
constexpr double kSomehow = 1e-5;
constexpr int kDigitsThatTell = 3;  // shorter figures are often the same by chance

std::string digits_of(const Decimal& value) {
  std::string digits = std::to_string(value.abs().unscaled());
  while (static_cast<int>(digits.size()) <= value.decimals()) digits.insert(digits.begin(), '0');
  return digits;
}

void add(std::vector<Origin>& all, const Decimal& printed, std::string digits, Slip slip,
         double probability) {
  if (digits.size() > 1 + static_cast<std::size_t>(printed.decimals()) && digits.front() == '0')
    return;
  const auto other = Decimal::parse(digits);  // nothing where no digit is left
  if (!other) return;
  const std::int64_t unscaled = printed.negative() ? -other->unscaled() : other->unscaled();
  if (unscaled != printed.unscaled())
    all.push_back({Decimal(unscaled, printed.decimals()), slip, probability * kOfSixKinds});
}

double count_of(const Range& range, int decimals) {
  if (!range.lo || !range.hi) return kUnbounded;
  const double scale = std::pow(10, decimals);
  return std::max(1.0, (*range.hi - *range.lo) * scale + 1);
}

}  // namespace

std::vector<Origin> origins(const Decimal& printed) {
  std::vector<Origin> all;
  const std::string digits = digits_of(printed);
  if (digits.size() > 15) return all;
  const double length = static_cast<double>(digits.size());
  for (std::size_t i = 1; i < digits.size(); ++i) {
    std::string other = digits;
    std::swap(other[i - 1], other[i]);
    add(all, printed, other, Slip::exchanged, 1 / std::max(1.0, length - 1));
  }
  for (std::size_t i = 0; i < digits.size(); ++i) {
    for (char c = '0'; c <= '9'; ++c) {
      if (c == digits[i]) continue;
      std::string other = digits;
      other[i] = c;
      add(all, printed, other, Slip::digit, 1 / (9 * length));
    }
  }
  if (!printed.zero()) all.push_back({-printed, Slip::sign, kOfSixKinds});
  // The point moves to the left and the last digit falls off, or to the right.
  for (char c = '0'; c <= '9'; ++c) add(all, printed, digits + c, Slip::point, 0.5);
  if (digits.back() == '0')
    add(all, printed, digits.substr(0, digits.size() - 1), Slip::point, 0.5);
  for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
    std::string other = digits;
    add(all, printed, other.erase(i, 1), Slip::digit, 1 / (9 * length));  // one too many
  }
  for (const int step : {-1, 1}) {
    all.push_back(
        {Decimal(printed.unscaled() + step, printed.decimals()), Slip::last, kOfSixKinds / 2});
  }
  return all;
}

Likelihood likelihood(const Figure& figure, const Range& range, const std::vector<Decimal>& given,
                      const std::vector<Decimal>& neighbours, bool repeated) {
  const int decimals = figure.value.decimals();
  const double half = 0.5 * std::pow(10, -decimals);
  const auto inside = [&](const Decimal& value) {
    const double v = value.value().get_d();
    return (!range.lo || v >= *range.lo - half * 1.000001) &&
           (!range.hi || v <= *range.hi + half * 1.000001);
  };
  const double count = count_of(range, decimals);
  Likelihood result;
  double best = 0;
  const auto consider = [&](const Decimal& value, Slip slip, double share) {
    result.score += share;
    if (share <= best) return;
    best = share;
    result.slip = slip;
    result.suggested = value;
  };
  for (const Decimal& value : given) {
    if (value != figure.value && inside(value)) consider(value, Slip::elsewhere, kElsewhere);
  }
  for (const Origin& origin : origins(figure.value)) {
    if (inside(origin.value)) consider(origin.value, origin.slip, origin.probability / count);
  }
  if (best * 2 <= result.score) result.suggested.reset();
  const auto same = std::count(neighbours.begin(), neighbours.end(), figure.value);
  if (same > 0 && digits_of(figure.value).size() >= kDigitsThatTell) {
    const double copied =
        kOfSixKinds * static_cast<double>(same) / static_cast<double>(neighbours.size());
    result.score += copied;
    if (copied > best) {
      result.slip = Slip::copied;
      if (best == 0 || best < kElsewhere) result.suggested.reset();
    }
  }
  result.score += kSomehow;
  if (repeated) result.score *= kTwice;
  return result;
}

std::vector<Decimal> neighbours(const Report& report, const Figure& figure) {
  std::vector<Decimal> found;
  const FigureKey& key = figure.key;
  for (const Figure& other : report.figures) {
    const FigureKey& b = other.key;
    if (b.flow != key.flow || (key.place != "text" && b.place != key.place)) continue;
    const bool column = b.span == key.span && b.measure == key.measure && b.row != key.row;
    const bool row = b.row == key.row && (b.span != key.span || b.measure != key.measure);
    if (column || row) found.push_back(other.value);
  }
  return found;
}

}  // namespace tradereport::validator
