#include "validator/archive/edition_faults.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "validator/archive/archive_window.h"
#include "validator/blame/faults.h"

namespace tradereport::validator {

namespace {

// So many mistakes in a series within two years; more are a revision.
constexpr std::size_t kMostMistakesOfSeries = 2;
// Of so many revisions between two editions it is said how large they are.
constexpr std::size_t kMostRevisions = 8;

bool same(const PrintedFigure& a, const PrintedFigure& b) {
  return a.edition == b.edition && a.figure.key == b.figure.key;
}

bool is_among(const std::vector<PrintedFigure>& all_printed, const PrintedFigure& printed) {
  return std::any_of(all_printed.begin(), all_printed.end(),
                     [&](const PrintedFigure& other) { return same(printed, other); });
}

// By no more than half of the level.
bool is_plausible_revision(const Bounds& revised, const Rational& level) {
  const Rational change = std::clamp(level, *revised.lo, *revised.hi) - level;
  return 2 * abs(change) <= abs(level);
}

std::vector<const Report*> reports_of(const ArchiveWindow& window) {
  std::vector<const Report*> all;
  for (const EditionReport& edition : *window.reports()) all.push_back(&edition.report);
  return all;
}

class EditionSearch {
 public:
  EditionSearch(EditionReports& reports, const Editions& editions, const Family& family,
                const Revisions& revisions)
      : reports_(reports), editions_(editions), family_(family), revisions_known_(revisions) {}

  std::vector<EditionFault> run() {
    for (const std::set<std::size_t>& years : pairs_of_years()) {
      reports_.unpack(years);
      std::vector<std::size_t> contradicted;
      series_of_latest_.clear();
      for (std::size_t i = 0; i < reports_.series().size(); ++i) {
        if (!look(i, years)) contradicted.push_back(i);
      }
      for (const std::size_t series : contradicted) search(series, years);
    }
    return std::move(faults_);
  }

 private:
  // The editions of each two years that follow each other: every relation is within such a pair.
  std::vector<std::set<std::size_t>> pairs_of_years() const {
    std::vector<std::set<std::size_t>> pairs;
    std::set<std::size_t> before;
    std::set<std::size_t> year;
    int number = -1;
    const auto close = [&] {
      if (year.empty()) return;
      before.insert(year.begin(), year.end());
      if (before.size() > 1) pairs.push_back(before);
    };
    for (const auto& [month, edition] : reports_.by_month()) {
      if (month / kMonthsOfYear != number) {
        close();
        before = month / kMonthsOfYear == number + 1 ? year : std::set<std::size_t>();
        year.clear();
        number = month / kMonthsOfYear;
      }
      year.insert(edition);
    }
    close();
    return pairs;
  }

  // True if the series is possible; else it counts for the latest editions that contradict others.
  bool look(std::size_t series, const std::set<std::size_t>& editions) {
    ArchiveWindow window(reports_, family_, series, editions, {}, revisions_known_);
    Solver solver(window.system());
    std::set<std::size_t> latest;
    for (const Conflict& conflict : conflicts_apart(window, solver))
      latest.insert(latest_of(window, conflict));
    for (const std::size_t edition : latest) ++series_of_latest_[edition];
    return latest.empty();
  }

  std::size_t latest_of(const ArchiveWindow& window, const Conflict& conflict) const {
    return window.printed(in_order(window, conflict).back()).edition;
  }

  // Many mistakes of a series, or many series with mistakes, are a revision, or another mistake
  // than of single figures.
  bool is_revision(const ArchiveWindow& window, const std::vector<Conflict>& apart) const {
    return apart.size() > kMostMistakesOfSeries ||
           std::any_of(apart.begin(), apart.end(), [&](const Conflict& conflict) {
             const auto found = series_of_latest_.find(latest_of(window, conflict));
             return found != series_of_latest_.end() && found->second > kMostFaultsOfEdition;
           });
  }

  void search(std::size_t series, const std::set<std::size_t>& editions) {
    for (bool revised = false; true;) {
      ArchiveWindow window(reports_, family_, series, editions, {}, revisions_known_);
      Solver solver(window.system());
      const std::vector<Conflict> apart = conflicts_apart(window, solver);
      if (apart.empty()) return;
      if (is_revision(window, apart)) {
        if (revised) return;  // has been said
        revised = true;
        for (const Conflict& conflict : apart) add_open(window, solver, conflict);
        continue;
      }
      const std::vector<PrintedFigure> contradicted =
          window.all_printed(apart.front().observations);
      std::optional<EditionFault> fault = explain(series, contradicted);
      if (!fault) {
        add_open(window, solver, apart.front());
        continue;
      }
      if (!is_among(contradicted, fault->suspects.front())) reports_.exclude(contradicted.back());
      add(std::move(*fault));
    }
  }

  void add_open(const ArchiveWindow& window, Solver& solver, const Conflict& conflict) {
    const std::vector<PrintedFigure> all_printed = window.all_printed(conflict.observations);
    if (is_within_edition(all_printed)) {
      reports_.exclude(all_printed.back());
      return;
    }
    add(open_fault(window, solver, conflict));
  }

  void add(EditionFault fault) {
    reports_.exclude(fault.suspects.front());
    faults_.push_back(std::move(fault));
  }

  // Contradictions that have no figure in common.
  static std::vector<Conflict> conflicts_apart(const ArchiveWindow& window, Solver& solver) {
    std::vector<Conflict> all;
    std::vector<int> excluded;
    while (true) {
      solver.exclude(excluded);
      std::optional<Certificate> certificate = solver.refute();
      if (!certificate) break;
      std::vector<int> observations = observations_of(window.system().integers, *certificate);
      if (observations.empty()) break;
      excluded.insert(excluded.end(), observations.begin(), observations.end());
      all.push_back({std::move(observations), std::move(*certificate)});
    }
    solver.exclude({});
    return all;
  }

  // By the figures of the series around the contradiction; where these leave a choice, by
  // everything that its editions print.
  std::optional<EditionFault> explain(std::size_t series,
                                      const std::vector<PrintedFigure>& contradicted) const {
    std::set<std::size_t> editions;
    for (const PrintedFigure& printed : contradicted) editions.insert(printed.edition);
    std::set<std::size_t> around = editions;
    for (const std::size_t edition : editions) {
      const int month = month_number(editions_.all()[edition].period);
      for (const int distance : {-kMonthsOfYear, -1, 1, kMonthsOfYear}) {
        const auto found = reports_.by_month().find(month + distance);
        if (found != reports_.by_month().end()) around.insert(found->second);
      }
    }
    std::optional<EditionFault> fault = blame(series, around, {}, contradicted);
    if (!fault || fault->suspects.size() == 1) return fault;
    std::optional<EditionFault> sharper = blame(series, around, editions, contradicted);
    return sharper ? sharper : fault;
  }

  std::optional<EditionFault> blame(std::size_t series, const std::set<std::size_t>& editions,
                                    const std::set<std::size_t>& whole,
                                    const std::vector<PrintedFigure>& contradicted) const {
    ArchiveWindow window(reports_, family_, series, editions, whole, revisions_known_);
    const System& system = window.system();
    Solver solver(system);
    const Blame blame = find_blame(system, solver, {kMostMistakesOfSeries, false});
    if (!blame.complete || blame.sets.empty()) return std::nullopt;
    for (const Fault& fault : find_faults(reports_of(window), system, solver, blame)) {
      const auto suspected = [&](const Suspect& suspect) {
        return is_among(contradicted, window.printed(suspect.observation));
      };
      if (std::any_of(fault.suspects.begin(), fault.suspects.end(), suspected))
        return closed_fault(window, solver, blame, fault);
    }
    return std::nullopt;
  }

  // Nothing if a single edition shows all of it: that is for the rules within editions.
  std::optional<EditionFault> closed_fault(const ArchiveWindow& window, Solver& solver,
                                           const Blame& blame, const Fault& fault) const {
    const Suspect& first = fault.suspects.front();
    const Conflict* const conflict = shown(window, blame, fault);
    if (conflict == nullptr || is_within_edition(window.all_printed(conflict->observations)))
      return std::nullopt;
    EditionFault result;
    show(result, window, *conflict);
    revise(result, window, solver, *conflict);
    for (const Suspect& suspect : fault.suspects)
      result.suspects.push_back(window.printed(suspect.observation));
    result.tie = fault.tie();
    if (!result.tie) {
      result.possible = possible_decimals(
          window.system(), solver, first.observation,
          observations_to_exclude(window.system(), first.observation, fault.others), fault.range());
      const auto& suggested = first.likelihood.suggested;
      if (result.possible && suggested && result.possible->contains(suggested->value()))
        result.suggested = suggested->to_string();
      if (result.possible && result.possible->lo && result.possible->lo == result.possible->hi)
        result.suggested =
            round_down(*result.possible->lo, result.suspects.front().figure.value.decimals());
    }
    return result;
  }

  static bool is_within_edition(const std::vector<PrintedFigure>& all_printed) {
    return std::all_of(all_printed.begin(), all_printed.end(), [&](const PrintedFigure& printed) {
      return printed.edition == all_printed.front().edition;
    });
  }

  EditionFault open_fault(const ArchiveWindow& window, Solver& solver, const Conflict& conflict) {
    EditionFault result;
    result.open = true;
    show(result, window, conflict);
    const std::pair<std::size_t, std::size_t> between(result.figures.front().edition,
                                                      result.figures.back().edition);
    if (++revisions_[between] <= kMostRevisions) revise(result, window, solver, conflict);
    result.suspects = result.figures;
    // Without a rate, or else a month, most of the rest may agree.
    const auto rank = [&](const PrintedFigure& printed) {
      if (rate(printed)) return 0;
      return editions_.key(printed.figure.key).span == Span::month ? 1 : 2;
    };
    std::stable_sort(
        result.suspects.begin(), result.suspects.end(),
        [&](const PrintedFigure& a, const PrintedFigure& b) { return rank(a) < rank(b); });
    return result;
  }

  Measure measure(const PrintedFigure& printed) const {
    return editions_.key(printed.figure.key).measure;
  }

  bool rate(const PrintedFigure& printed) const {
    return measure(printed) == Measure::growth || measure(printed) == Measure::change ||
           measure(printed) == Measure::previous;
  }

  // The shortest contradiction with the first suspect and without the other faults; for a level
  // rather one of levels alone.
  const Conflict* shown(const ArchiveWindow& window, const Blame& blame, const Fault& fault) const {
    const int first = fault.suspects.front().observation;
    const Conflict* best = nullptr;
    const auto rank = [&](const Conflict& conflict) {
      const auto in = [&](int observation) {
        return std::find(conflict.observations.begin(), conflict.observations.end(), observation) !=
               conflict.observations.end();
      };
      const std::vector<PrintedFigure> all_printed = window.all_printed(conflict.observations);
      const bool rates = std::any_of(all_printed.begin(), all_printed.end(),
                                     [&](const PrintedFigure& printed) { return rate(printed); });
      return std::tuple(!in(first), std::any_of(fault.others.begin(), fault.others.end(), in),
                        is_within_edition(all_printed), rates && !rate(window.printed(first)),
                        conflict.observations.size());
    };
    for (const Conflict& conflict : blame.conflicts) {
      if (conflict.certificate && (best == nullptr || rank(conflict) < rank(*best)))
        best = &conflict;
    }
    return best;
  }

  // The conflict's observations, from the earliest edition to the latest.
  std::vector<int> in_order(const ArchiveWindow& window, const Conflict& conflict) const {
    std::vector<int> observations = conflict.observations;
    const auto order = [&](int observation) {
      const PrintedFigure printed = window.printed(observation);
      return std::tuple(editions_.all()[printed.edition].period, printed.figure.key);
    };
    std::sort(observations.begin(), observations.end(),
              [&](int a, int b) { return order(a) < order(b); });
    return observations;
  }

  void show(EditionFault& fault, const ArchiveWindow& window, const Conflict& conflict) const {
    fault.figures = window.all_printed(in_order(window, conflict));
    fault.relations = window.relations(*conflict.certificate);
    fault.reports = window.reports();
  }

  void revise(EditionFault& fault, const ArchiveWindow& window, Solver& solver,
              const Conflict& conflict) const {
    const std::vector<int> observations = in_order(window, conflict);
    const auto level = std::find_if(observations.begin(), observations.end(), [&](int observation) {
      return measure(window.printed(observation)) == Measure::value;
    });
    if (level == observations.end()) return;
    std::vector<int> silent;
    for (std::size_t i = 0; i < window.system().observations.size(); ++i) {
      const int index = static_cast<int>(i);
      if (index == *level ||
          !std::binary_search(conflict.observations.begin(), conflict.observations.end(), index))
        silent.push_back(index);
    }
    const auto bounds = possible_decimals(window.system(), solver, *level, silent);
    solver.exclude({});
    if (!bounds || !bounds->lo || !bounds->hi) return;
    if (!is_plausible_revision(*bounds, window.printed(*level).figure.value.value())) return;
    fault.revised = window.printed(*level);
    fault.revision = *bounds;
  }

  EditionReports& reports_;
  const Editions& editions_;
  const Family& family_;
  const Revisions& revisions_known_;
  std::vector<EditionFault> faults_;
  std::map<std::size_t, std::size_t> series_of_latest_;  // contradicted ones, within two years
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> revisions_;  // between two editions
};

}  // namespace

std::vector<EditionFault> find_edition_faults(EditionReports& reports, const Editions& editions,
                                              const Family& family, const Revisions& revisions) {
  return EditionSearch(reports, editions, family, revisions).run();
}

}  // namespace tradereport::validator
