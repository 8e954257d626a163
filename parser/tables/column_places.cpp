#include "parser/tables/column_places.h"

#include <algorithm>
#include <cmath>

#include "parser/pages/quantiles.h"

namespace tradereport::parser {

namespace {

// An edge or the middle of a figure is where its column's usually are, within this part of the
// character height.
constexpr double kAligned = 0.35;
// What stands further from its column than this part of the character height stands in none.
constexpr double kLoose = 1.2;

double distance_from(const ColumnPlace& place, const Atom& atom) {
  return std::min({std::abs(atom.box.x0 - place.left), std::abs(atom.box.x1 - place.right),
                   std::abs(atom.centre() - place.centre)});
}

bool stands_in(const ColumnPlace& place, const Atom& atom) {
  const bool over = atom.box.x0 < place.right && atom.box.x1 > place.left;
  return over || distance_from(place, atom) < kLoose * (atom.box.y1 - atom.box.y0);
}

bool stands_in_any(const std::vector<ColumnPlace>& where, const Atom& atom) {
  return std::any_of(where.begin(), where.end(),
                     [&](const ColumnPlace& place) { return stands_in(place, atom); });
}

}  // namespace

int decimals_of(const Atom& figure) {
  const std::size_t point = figure.text.utf8.find('.');
  return point == std::string::npos ? 0 : static_cast<int>(figure.text.size() - point - 1);
}

std::vector<ColumnPlace> places_of(const std::vector<const std::vector<Atom>*>& rows) {
  std::vector<ColumnPlace> out(rows.empty() ? 0 : rows.front()->size());
  for (std::size_t c = 0; c < out.size(); ++c) {
    std::vector<double> left, right, centre;
    std::optional<int> decimals;
    for (const std::vector<Atom>* const row : rows) {
      const Atom& atom = (*row)[c];
      const int own = decimals_of(atom);
      if (atom.kind == Atom::Kind::figure) decimals = decimals.value_or(own) == own ? own : -1;
      left.push_back(atom.box.x0);
      right.push_back(atom.box.x1);
      centre.push_back(atom.centre());
    }
    out[c] = {median(left), median(right), median(centre), decimals.value_or(-1)};
  }
  return out;
}

std::optional<std::vector<std::size_t>> columns_of(const std::vector<ColumnPlace>& where,
                                                   const std::vector<Atom>& figures) {
  if (figures.size() > where.size()) return std::nullopt;
  const bool all = figures.size() == where.size();
  std::vector<std::size_t> taken;
  for (const Atom& atom : figures) {
    std::size_t best = taken.size();
    if (!all) {
      const auto nearest = std::min_element(
          where.begin(), where.end(), [&](const ColumnPlace& a, const ColumnPlace& b) {
            return distance_from(a, atom) < distance_from(b, atom);
          });
      best = static_cast<std::size_t>(nearest - where.begin());
    }
    if (!taken.empty() && best <= taken.back()) return std::nullopt;
    // A figure for each column: loosely set ones are told by their order.
    if (!stands_in(where[best], atom) && (!all || stands_in_any(where, atom))) return std::nullopt;
    taken.push_back(best);
  }
  return taken;
}

bool look_alike(const std::vector<ColumnPlace>& where, double size,
                const std::vector<Atom>& figures) {
  return std::all_of(figures.begin(), figures.end(), [&](const Atom& atom) {
    return atom.kind != Atom::Kind::figure ||
           std::any_of(where.begin(), where.end(), [&](const ColumnPlace& place) {
             return distance_from(place, atom) < kAligned * size &&
                    (place.decimals < 0 || place.decimals == decimals_of(atom));
           });
  });
}

}  // namespace tradereport::parser
