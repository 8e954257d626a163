#include "validator/validate.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

#include "validator/blame/blame.h"
#include "validator/causes/cause.h"
#include "validator/causes/cause_finding.h"
#include "validator/coverage/coverage.h"
#include "validator/coverage/printed_coverage.h"
#include "validator/figures/common_unit.h"
#include "validator/figures/sentences.h"
#include "validator/figures/truncation.h"
#include "validator/findings/consolidation.h"
#include "validator/findings/doubt.h"
#include "validator/findings/fingerprint.h"
#include "validator/findings/practice.h"
#include "validator/findings/unread.h"
#include "validator/relations/computed.h"
#include "validator/relations/relations.h"
#include "validator/rules/rule.h"
#include "validator/solver/solver.h"

namespace tradereport::validator {

namespace {

// So many errors for each that remains: a practice explains what single mistakes do not.
constexpr std::size_t kErrorsOfPractice = 4;
constexpr std::ptrdiff_t kSumsOfPractice = 10;
constexpr std::size_t kFiguresOfPractice = 60;

// Errors first, then as a reader meets them.
auto order(const Finding& finding) {
  const Source& source = finding.source;
  const Box box = source.boxes.empty() ? Box{} : source.boxes.front();
  return std::make_tuple(-static_cast<int>(finding.severity), source.page, source.line, box.y0,
                         box.x0, source.begin);
}

void sort_as_read(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return order(a) < order(b); });
}

// The levels as printed, by unknown of the system: of this year, or of last year where that is
// printed or the change is printed in levels. Over 10^18, as decimals have.
std::vector<std::optional<Integer>> printed_levels(const FigureIndex& figures,
                                                   const System& system) {
  std::vector<std::optional<Integer>> levels(system.unknowns.size());
  const auto scaled = [](const Decimal& value) {
    std::int64_t scale = 1;
    for (int i = value.decimals(); i < Decimal::kMaxDigits; ++i) scale *= 10;
    return Integer(value.unscaled()) * scale;
  };
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const Unknown& unknown = system.unknowns[i];
    const int series = figures.series({unknown.flow, unknown.row, unknown.span});
    const Figure* const value = figures.first(series, Measure::value);
    const Figure* const previous = figures.first(series, Measure::previous);
    const Figure* const change = figures.first(series, Measure::change);
    if (unknown.population == Population::this_year && value != nullptr)
      levels[i] = scaled(value->value);
    if (unknown.population != Population::last_year) continue;
    if (previous != nullptr) {
      levels[i] = scaled(previous->value);
    } else if (value != nullptr && change != nullptr) {
      levels[i] = scaled(value->value) - scaled(change->value);
    }
  }
  return levels;
}

bool fits_as_printed(const FigureIndex& figures, const System& system) {
  const auto levels = printed_levels(figures, system);
  for (const IntegerRow& row : system.integers) {
    if (row.relation < 0) continue;
    Integer rest = 0;
    bool known = true;
    for (const auto& [at, coefficient] : system.integers.terms(row)) {
      const auto& level = levels[static_cast<std::size_t>(at)];
      known = known && level;
      if (known) rest += coefficient * *level;
    }
    if (known && (row.hi ? rest != 0 : rest < 0)) return false;
  }
  return true;
}

// Slips that are told of one report: what is left after so many is blamed figure by figure.
constexpr int kMostCauses = 3;

}  // namespace

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::consistent:
      return "consistent";
    case Verdict::rounding:
      return "rounding";
    case Verdict::impossible:
      return "impossible";
  }
  return "impossible";
}

// Whether the figures are read as they are printed, or with what publishers make of printed
// figures.
enum class Taken { as_printed, by_practice };

static Validation validate_computed(const FigureIndex& figures, const Family& family,
                                    const std::vector<Truncated>& truncated, int causes);

static bool is_possible(const FigureIndex& figures, const Family& family) {
  const System system = build_system(figures, family, build_relations(figures, family));
  Solver solver(system);
  return is_possible(system, solver);
}

static Validation validate_as_read(const FigureIndex& figures, const Family& family,
                                   const std::vector<Truncated>& truncated, Taken taken,
                                   int causes) {
  const TextComparison text = compare_text(figures, family);
  const System system = build_system(figures, family, build_relations(figures, family), text);
  Solver solver(system);
  const bool possible = is_possible(system, solver);
  if (!possible && causes < kMostCauses) {
    Solver apart(system);  // what is found here does not sway what is blamed below
    const Blame blame = find_blame(system, apart, {kMostMistakes, false});
    const auto cause = find_cause(figures, family, system, blame);
    const auto explained = [&] {  // by the publisher's practice, without any slip
      return taken == Taken::as_printed &&
             (is_possible(computed_from_printed(figures, system.relations, {}), family) ||
              is_possible(all_cut_off(figures.report()), family));
    };
    if (cause && !explained()) {
      const Report undone = with_undone(figures.report(), cause->slip);
      Validation rest = taken == Taken::as_printed
                            ? validate_computed(undone, family, truncated, causes + 1)
                            : validate_as_read(undone, family, truncated, taken, causes + 1);
      std::vector<Finding> told{cause_finding(figures, family, system, blame, *cause)};
      lower_what_is_in_doubt(figures.report(), family, told);
      rest.findings.push_back(std::move(told.front()));
      sort_as_read(rest.findings);
      rest.verdict = Verdict::impossible;
      return rest;
    }
  }
  const RuleInput context(figures, family, system, text, truncated, possible);
  Consolidated consolidated = consolidate(context, run_rules(context), system, solver);
  lower_what_is_in_doubt(figures.report(), family, consolidated.findings);
  sort_as_read(consolidated.findings);
  Validation result{std::move(consolidated.findings), Verdict::impossible};
  if (consolidated.possible)
    result.verdict = fits_as_printed(figures, system) ? Verdict::consistent : Verdict::rounding;
  return result;
}

// Does all of the report fit, or nearly all, if its figures are cut off? Few figures and sums would
// fit by chance.
static bool looks_cut_off(const Report& report, const Family& family, std::size_t errors) {
  const FigureIndex figures(report);
  const System system = build_system(figures, family, build_relations(figures, family));
  const auto sums =
      std::count_if(system.relations.begin(), system.relations.end(), [](const Relation& relation) {
        return relation.equal && !relation.partial && relation.parts.size() > 1;
      });
  if (sums < kSumsOfPractice || report.figures.size() < kFiguresOfPractice) return false;
  Solver solver(system);
  return errors >= kErrorsOfPractice || is_possible(system, solver);
}

// Do the levels fit as they are printed? Then sums may have been made of printed parts.
static bool levels_fit(const FigureIndex& figures, const Family& family) {
  const System system = build_system(figures, family, build_relations(figures, family));
  return fits_as_printed(figures, system);
}

// What cannot come from unrounded data, but from printed figures or from cut off ones, is no error.
static Validation validate_computed(const FigureIndex& figures, const Family& family,
                                    const std::vector<Truncated>& truncated, int causes) {
  Validation strict = validate_as_read(figures, family, truncated, Taken::as_printed, causes);
  const std::size_t errors = errors_of_practice(strict.findings);
  if (strict.verdict != Verdict::impossible || names_a_slip(strict.findings) || errors == 0)
    return strict;
  if (!levels_fit(figures, family)) {
    const Report cut = all_cut_off(figures.report());
    if (looks_cut_off(cut, family, errors)) {
      Validation other = validate_as_read(cut, family, {}, Taken::by_practice, kMostCauses);
      if (errors_of_practice(other.findings) * kErrorsOfPractice <= errors) {
        strict.findings = by_cutting(std::move(strict.findings), std::move(other.findings));
        sort_as_read(strict.findings);
        return strict;
      }
    }
  }
  const FromPrinted from{family.rates == ComputedFrom::either, family.sums == ComputedFrom::either};
  if (!from.any()) return strict;
  const std::vector<Relation> relations = build_relations(figures, family);
  const auto computed = [&](const FromPrinted& some) {
    return validate_as_read(computed_from_printed(figures, relations, some), family, truncated,
                            Taken::by_practice, causes);
  };
  Validation tolerant = computed(from);
  const std::size_t left = errors_of_practice(tolerant.findings);
  if (left >= errors) return strict;
  // Where the family leaves one of them open, that one explains it.
  const auto explains = [&](const FromPrinted& alone) {
    return alone == from || errors_of_practice(computed(alone).findings) <= left;
  };
  const bool rates = from.rates && explains({true, false});
  const bool sums = from.sums && explains({false, true});
  const ShownPractice shown = rates && sums ? ShownPractice::either
                              : rates       ? ShownPractice::rates
                              : sums        ? ShownPractice::sums
                                            : ShownPractice::both;
  strict.findings =
      by_either_practice(std::move(strict.findings), std::move(tolerant.findings), shown);
  sort_as_read(strict.findings);
  return strict;
}

// The report as the family's practice makes it.
static std::optional<Report> by_practice(const FigureIndex& figures, const Family& family,
                                         const std::vector<Truncated>& truncated) {
  const FromPrinted from{family.rates == ComputedFrom::printed,
                         family.sums == ComputedFrom::printed};
  if (truncated.empty() && !from.any()) return std::nullopt;
  Report report = with_either_rounding(figures.report(), truncated);
  if (!from.any()) return report;
  const FigureIndex wider(report);
  return computed_from_printed(wider, build_relations(wider, family), from);
}

// The report with figures that can be held against each other; nothing if they can as printed.
static std::optional<Report> comparable(const Report& printed, const Family& family) {
  return family.is_prose() ? of_sentences(printed, family) : in_common_unit(printed, family);
}

Validation validate_report(const Report& printed, const Family& family) {
  const std::optional<Report> converted = comparable(printed, family);
  const Report& report = converted ? *converted : printed;
  const FigureIndex figures(report);
  const std::vector<Truncated> truncated = find_truncated(figures);
  const std::optional<Report> wider = by_practice(figures, family, truncated);
  Validation result = wider ? validate_computed(*wider, family, truncated, 0)
                            : validate_computed(figures, family, {}, 0);
  if (converted) use_printed_units(printed, family, result.findings);
  fold_unread(result.findings);
  set_fingerprints(report.family, report.period, result.findings);
  return result;
}

Coverage coverage_of(const Report& printed, const Family& family,
                     const std::vector<Finding>& findings) {
  const std::optional<Report> converted = comparable(printed, family);
  const Report& report = converted ? *converted : printed;
  const FigureIndex figures(report);
  const std::optional<Report> wider = by_practice(figures, family, find_truncated(figures));
  Coverage coverage = cover(wider ? *wider : report, family, findings);
  return converted ? of_printed(printed, *converted, family, std::move(coverage)) : coverage;
}

std::vector<Finding> validate(const Report& report, const Family& family) {
  return validate_report(report, family).findings;
}

}  // namespace tradereport::validator
