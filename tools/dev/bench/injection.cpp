#include "tools/dev/bench/injection.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

namespace tradereport::bench {

namespace {

using worlds::Random;

constexpr int kTries = 20;

std::string digits_of(const Decimal& value) {
  std::string digits = std::to_string(value.abs().unscaled());
  while (static_cast<int>(digits.size()) <= value.decimals()) digits.insert(digits.begin(), '0');
  return digits;
}

Decimal with_digits(const Decimal& like, const std::string& digits) {
  const std::int64_t unscaled = std::stoll(digits);
  return {like.negative() ? -unscaled : unscaled, like.decimals()};
}

Decimal exchanged(const Decimal& value, Random& random) {
  std::string digits = digits_of(value);
  const std::size_t at = random.index(digits.size() - 1);
  std::swap(digits[at], digits[at + 1]);
  return with_digits(value, digits);
}

Decimal one_digit(const Decimal& value, Random& random) {
  std::string digits = digits_of(value);
  digits[random.index(digits.size())] = static_cast<char>('0' + random.index(10));
  return with_digits(value, digits);
}

Decimal moved_point(const Decimal& value, Random& random) {
  const std::int64_t unscaled = value.unscaled();
  return {random.chance(2) ? unscaled * 10 : unscaled / 10, value.decimals()};
}

// Of the row above or below in the same column, or of the other span in the same row.
std::optional<Decimal> neighbour(const Report& report, const Figure& figure, Random& random) {
  const FigureKey& key = figure.key;
  std::vector<const Figure*> column;
  std::vector<const Figure*> row;
  const auto look = [&](const Figure& other) {
    const FigureKey& b = other.key;
    if (b.place != key.place || b.measure != key.measure) return;
    if (b.span == key.span && (key.place != "text" || b.flow == key.flow)) column.push_back(&other);
    if (b.span != key.span && b.flow == key.flow && b.row == key.row) row.push_back(&other);
  };
  for (const Figure& other : report.figures) look(other);
  for (const Claim& other : report.claims) look(other);
  const auto at = std::find(column.begin(), column.end(), &figure);
  std::vector<const Figure*> found = row;
  if (at != column.begin()) found.push_back(*(at - 1));
  if (at + 1 != column.end()) found.push_back(*(at + 1));
  if (found.empty()) return std::nullopt;
  return found[random.index(found.size())]->value;
}

std::optional<Decimal> misprinted(const Report& report, const Figure& figure, Kind kind,
                                  Random& random) {
  const Decimal& value = figure.value;
  switch (kind) {
    case Kind::exchanged:
      return exchanged(value, random);
    case Kind::digit:
      return one_digit(value, random);
    case Kind::sign:
      return -value;
    case Kind::point:
      return moved_point(value, random);
    case Kind::neighbour:
      return neighbour(report, figure, random);
    case Kind::word:
      if (figure.key.place != "text" || value.zero()) return std::nullopt;
      if (static_cast<const Claim&>(figure).direction_word.empty()) return std::nullopt;
      return -value;
    case Kind::last:
      return Decimal(value.unscaled() + (random.chance(2) ? 1 : -1), value.decimals());
  }
  return std::nullopt;
}

// A claim's sign is its word; the digits have none.
void say(const Report& report, Claim& claim, const Decimal& value) {
  if (value.negative() != claim.value.negative() || value.zero()) {
    claim.direction = value.zero() ? 0 : value.negative() ? -1 : 1;
    claim.direction_word.clear();
    for (const Claim& other : report.claims) {
      if (other.direction == claim.direction && other.key.measure == claim.key.measure)
        claim.direction_word = other.direction_word;
    }
    if (claim.direction_word.empty()) claim.direction = 0;
  }
  claim.value = value;
  claim.printed = value.abs().to_string();
}

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::exchanged:
      return "digits exchanged";
    case Kind::digit:
      return "one digit";
    case Kind::sign:
      return "sign";
    case Kind::point:
      return "decimal point";
    case Kind::neighbour:
      return "neighbour's figure";
    case Kind::last:
      return "last decimal";
    case Kind::word:
      return "word";
  }
  return "";
}

std::string Place::name() const {
  return place + " " + std::string(to_string(measure));
}

std::vector<Place> places_of(const std::vector<Report>& reports) {
  std::set<Place> places;
  for (const Report& report : reports) {
    for (const Figure& figure : report.figures)
      places.insert({figure.key.place, figure.key.measure});
    for (const Claim& claim : report.claims) places.insert({claim.key.place, claim.key.measure});
  }
  return {places.begin(), places.end()};
}

std::optional<Injection> inject(Report& report, const Place& place, Kind kind, Random& random) {
  std::vector<Figure*> figures;
  const auto look = [&](Figure& figure) {
    if (figure.key.place == place.place && figure.key.measure == place.measure)
      figures.push_back(&figure);
  };
  for (Figure& figure : report.figures) look(figure);
  const std::size_t tables = figures.size();
  for (Claim& claim : report.claims) look(claim);
  if (figures.empty()) return std::nullopt;
  for (int i = 0; i < kTries; ++i) {
    const std::size_t at = random.index(figures.size());
    Figure& figure = *figures[at];
    const auto value = misprinted(report, figure, kind, random);
    if (!value || value->unscaled() == figure.value.unscaled()) continue;
    const Injection injection{&figure, figure.value};
    if (at < tables) {
      figure.value = *value;
      figure.printed = value->to_string();
    } else {
      say(report, static_cast<Claim&>(figure), *value);
    }
    return injection;
  }
  return std::nullopt;
}

}  // namespace tradereport::bench
