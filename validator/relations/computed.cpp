#include "validator/relations/computed.h"

#include <algorithm>
#include <cmath>

namespace tradereport::validator {

namespace {

// Wholes of wholes of wholes.
constexpr int kDepth = 3;
// More halves of a digit say no more than that the figure can be anything.
constexpr double kMostSlack = 1e6;

double half_digit(const Figure& figure) {
  return figure.rounding == Rounding::exact ? 0 : 0.5 * std::pow(10, -figure.value.decimals());
}

double value_of(const Figure& figure) {
  return static_cast<double>(figure.value.unscaled()) * std::pow(10, -figure.value.decimals());
}

// How far a quotient of two levels, each off by `error`, can be from theirs.
double off(double level, double other, double error) {
  const double least = std::abs(other) - error;
  if (least <= 0) return kMostSlack;
  return (std::abs(level) + error) / least - std::abs(level / other);
}

class Computed {
 public:
  Computed(const FigureIndex& figures, const std::vector<Relation>& relations,
           const FromPrinted& from)
      : figures_(figures), from_(from), report_(figures.report()), errors_(figures.size(), 0) {
    for (std::size_t series = 0; series < errors_.size(); ++series) {
      const Figure* const level = figures_.first(static_cast<int>(series), Measure::value);
      if (level != nullptr) errors_[series] = half_digit(*level);
    }
    for (int depth = 0; from_.sums && depth < kDepth; ++depth) {
      for (const Relation& relation : relations) sum_up(relation);
    }
  }

  Report run() {
    for (std::size_t i = 0; i < report_.figures.size(); ++i)
      loosen(figures_.of_figure(i), report_.figures[i]);
    for (std::size_t i = 0; i < report_.claims.size(); ++i)
      loosen(figures_.of_claim(i), report_.claims[i]);
    return std::move(report_);
  }

 private:
  int series_of(const Unknown& unknown) const {
    return figures_.series({unknown.flow, unknown.row, unknown.span});
  }

  void sum_up(const Relation& relation) {
    if (relation.kind != RelationKind::declared || !relation.equal || relation.partial ||
        relation.population != Population::this_year)
      return;
    const int whole = series_of(relation.whole.unknown);
    double error = 0;
    for (const RelationTerm& part : relation.parts) {
      const int series = series_of(part.unknown);
      if (series < 0) return;
      error += errors_[static_cast<std::size_t>(series)];
    }
    if (whole < 0) return;
    double& known = errors_[static_cast<std::size_t>(whole)];
    known = std::max(known, error);
  }

  void loosen(int series, Figure& figure) const {
    const double half = half_digit(figure);
    if (series < 0 || half == 0) return;
    const double error = errors_[static_cast<std::size_t>(series)];
    const double further = further_off(series, figure, error);
    figure.slack += static_cast<int>(std::ceil(std::min(further / half, kMostSlack)));
  }

  // In units of the figure.
  double further_off(int series, const Figure& figure, double error) const {
    const Figure* const level = figures_.first(series, Measure::value);
    const bool is_level =
        figure.key.measure == Measure::value || figure.key.measure == Measure::previous;
    if (!is_level && !from_.rates) return 0;
    switch (figure.key.measure) {
      case Measure::value:
      case Measure::previous:
        return std::max(0.0, error - half_digit(figure));
      case Measure::change:
        return 2 * error;
      default: {
        const double whole = added_to_rate(figure.key.measure) / 100.0;
        const double factor = whole + value_of(figure) / 100;
        if (level == nullptr || factor <= 0) return 0;
        return 100 * off(value_of(*level), value_of(*level) / factor, error);
      }
    }
    return 0;
  }

  const FigureIndex& figures_;
  FromPrinted from_;
  Report report_;
  std::vector<double> errors_;  // of the level of each series, in its unit
};

}  // namespace

Report computed_from_printed(const FigureIndex& figures, const std::vector<Relation>& relations,
                             const FromPrinted& from) {
  return Computed(figures, relations, from).run();
}

}  // namespace tradereport::validator
