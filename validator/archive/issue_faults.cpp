#include "validator/archive/issue_faults.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "validator/archive/issue_window.h"
#include "validator/blame/faults.h"

namespace tradereport::validator {

namespace {

constexpr int kYear = 12;
// So many mistakes in a series within two years; more are a revision.
constexpr std::size_t kMostMistakesOfSeries = 2;
// Of so many revisions between two issues it is said how large they are.
constexpr std::size_t kMostRevisions = 8;

bool same(const IssuePrint& a, const IssuePrint& b) {
  return a.issue == b.issue && a.figure.key == b.figure.key;
}

bool has(const std::vector<IssuePrint>& prints, const IssuePrint& print) {
  return std::any_of(prints.begin(), prints.end(),
                     [&](const IssuePrint& other) { return same(print, other); });
}

std::vector<const Report*> reports_of(const IssueWindow& window) {
  std::vector<const Report*> all;
  for (const IssueReport& issue : *window.reports()) all.push_back(&issue.report);
  return all;
}

class Search {
 public:
  Search(IssueReports& reports, const Issues& issues, const Family& family)
      : reports_(reports), issues_(issues), family_(family) {}

  std::vector<IssueFault> run() {
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
  // The issues of each two years that follow each other: every relation is within such a pair.
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
    for (const auto& [month, issue] : reports_.by_month()) {
      if (month / kYear != number) {
        close();
        before = month / kYear == number + 1 ? year : std::set<std::size_t>();
        year.clear();
        number = month / kYear;
      }
      year.insert(issue);
    }
    close();
    return pairs;
  }

  // True if the series is possible; else it counts for the latest issues that contradict others.
  bool look(std::size_t series, const std::set<std::size_t>& issues) {
    IssueWindow window(reports_, family_, series, issues, {});
    Solver solver(window.system());
    std::set<std::size_t> latest;
    for (const Conflict& conflict : conflicts_apart(window, solver))
      latest.insert(latest_of(window, conflict));
    for (const std::size_t issue : latest) ++series_of_latest_[issue];
    return latest.empty();
  }

  std::size_t latest_of(const IssueWindow& window, const Conflict& conflict) const {
    return window.print(in_order(window, conflict).back()).issue;
  }

  // Many mistakes of a series, or many series with mistakes, are a revision, or another mistake
  // than of single figures.
  bool is_revision(const IssueWindow& window, const std::vector<Conflict>& apart) const {
    return apart.size() > kMostMistakesOfSeries ||
           std::any_of(apart.begin(), apart.end(), [&](const Conflict& conflict) {
             const auto found = series_of_latest_.find(latest_of(window, conflict));
             return found != series_of_latest_.end() && found->second > kMostFaultsOfIssue;
           });
  }

  void search(std::size_t series, const std::set<std::size_t>& issues) {
    for (bool revised = false; true;) {
      IssueWindow window(reports_, family_, series, issues, {});
      Solver solver(window.system());
      const std::vector<Conflict> apart = conflicts_apart(window, solver);
      if (apart.empty()) return;
      if (is_revision(window, apart)) {
        if (revised) return;  // has been said
        revised = true;
        for (const Conflict& conflict : apart) add_open(window, solver, conflict);
        continue;
      }
      const std::vector<IssuePrint> contradicted = window.prints(apart.front().statements);
      std::optional<IssueFault> fault = explain(series, contradicted);
      if (!fault) {
        add_open(window, solver, apart.front());
        continue;
      }
      if (!has(contradicted, fault->suspects.front())) reports_.leave_out(contradicted.back());
      add(std::move(*fault));
    }
  }

  void add_open(const IssueWindow& window, Solver& solver, const Conflict& conflict) {
    const std::vector<IssuePrint> prints = window.prints(conflict.statements);
    if (is_within_issue(prints)) {
      reports_.leave_out(prints.back());
      return;
    }
    add(open_fault(window, solver, conflict));
  }

  void add(IssueFault fault) {
    reports_.leave_out(fault.suspects.front());
    faults_.push_back(std::move(fault));
  }

  // Contradictions that have no figure in common.
  static std::vector<Conflict> conflicts_apart(const IssueWindow& window, Solver& solver) {
    std::vector<Conflict> all;
    std::vector<int> without;
    while (true) {
      solver.leave_out(without);
      std::optional<Certificate> certificate = solver.refute();
      if (!certificate) break;
      std::vector<int> statements = statements_of(window.system().integers, *certificate);
      if (statements.empty()) break;
      without.insert(without.end(), statements.begin(), statements.end());
      all.push_back({std::move(statements), std::move(*certificate)});
    }
    solver.leave_out({});
    return all;
  }

  // By the figures of the series around the contradiction; where these leave a choice, by
  // everything that its issues print.
  std::optional<IssueFault> explain(std::size_t series,
                                    const std::vector<IssuePrint>& contradicted) const {
    std::set<std::size_t> issues;
    for (const IssuePrint& print : contradicted) issues.insert(print.issue);
    std::set<std::size_t> around = issues;
    for (const std::size_t issue : issues) {
      const int month = month_number(issues_.all()[issue].period);
      for (const int distance : {-kYear, -1, 1, kYear}) {
        const auto found = reports_.by_month().find(month + distance);
        if (found != reports_.by_month().end()) around.insert(found->second);
      }
    }
    std::optional<IssueFault> fault = blame(series, around, {}, contradicted);
    if (!fault || fault->suspects.size() == 1) return fault;
    std::optional<IssueFault> sharper = blame(series, around, issues, contradicted);
    return sharper ? sharper : fault;
  }

  std::optional<IssueFault> blame(std::size_t series, const std::set<std::size_t>& issues,
                                  const std::set<std::size_t>& whole,
                                  const std::vector<IssuePrint>& contradicted) const {
    IssueWindow window(reports_, family_, series, issues, whole);
    const System& system = window.system();
    Solver solver(system);
    const Blame blame = find_blame(system, solver, {kMostMistakesOfSeries, false});
    if (!blame.complete || blame.sets.empty()) return std::nullopt;
    for (const Fault& fault : find_faults(reports_of(window), system, solver, blame)) {
      const auto suspected = [&](const Suspect& suspect) {
        return has(contradicted, window.print(suspect.statement));
      };
      if (std::any_of(fault.suspects.begin(), fault.suspects.end(), suspected))
        return closed_fault(window, solver, blame, fault);
    }
    return std::nullopt;
  }

  // Nothing if a single issue shows all of it: that is for the rules within issues.
  std::optional<IssueFault> closed_fault(const IssueWindow& window, Solver& solver,
                                         const Blame& blame, const Fault& fault) const {
    const Suspect& first = fault.suspects.front();
    const Conflict* const conflict = shown(window, blame, fault);
    if (conflict == nullptr || is_within_issue(window.prints(conflict->statements)))
      return std::nullopt;
    IssueFault result;
    show(result, window, *conflict);
    revise(result, window, solver, *conflict);
    for (const Suspect& suspect : fault.suspects)
      result.suspects.push_back(window.print(suspect.statement));
    result.tie = fault.tie();
    if (!result.tie) {
      result.possible = possible_decimals(
          window.system(), solver, first.statement,
          saying_nothing(window.system(), first.statement, fault.others), fault.range());
      const auto& suggested = first.likelihood.suggested;
      if (result.possible && suggested && result.possible->contains(suggested->value()))
        result.suggested = suggested->to_string();
      if (result.possible && result.possible->lo && result.possible->lo == result.possible->hi)
        result.suggested =
            round_down(*result.possible->lo, result.suspects.front().figure.value.decimals());
    }
    return result;
  }

  static bool is_within_issue(const std::vector<IssuePrint>& prints) {
    return std::all_of(prints.begin(), prints.end(), [&](const IssuePrint& print) {
      return print.issue == prints.front().issue;
    });
  }

  IssueFault open_fault(const IssueWindow& window, Solver& solver, const Conflict& conflict) {
    IssueFault result;
    result.open = true;
    show(result, window, conflict);
    const std::pair<std::size_t, std::size_t> between(result.figures.front().issue,
                                                      result.figures.back().issue);
    if (++revisions_[between] <= kMostRevisions) revise(result, window, solver, conflict);
    result.suspects = result.figures;
    // Without a rate, or else a month, most of the rest may agree.
    const auto rank = [&](const IssuePrint& print) {
      if (rate(print)) return 0;
      return issues_.key(print.figure.key).span == Span::month ? 1 : 2;
    };
    std::stable_sort(result.suspects.begin(), result.suspects.end(),
                     [&](const IssuePrint& a, const IssuePrint& b) { return rank(a) < rank(b); });
    return result;
  }

  Measure measure(const IssuePrint& print) const { return issues_.key(print.figure.key).measure; }

  bool rate(const IssuePrint& print) const {
    return measure(print) == Measure::growth || measure(print) == Measure::change ||
           measure(print) == Measure::previous;
  }

  // The shortest contradiction with the first suspect and without the other faults; for a level
  // rather one of levels alone.
  const Conflict* shown(const IssueWindow& window, const Blame& blame, const Fault& fault) const {
    const int first = fault.suspects.front().statement;
    const Conflict* best = nullptr;
    const auto rank = [&](const Conflict& conflict) {
      const auto in = [&](int statement) {
        return std::find(conflict.statements.begin(), conflict.statements.end(), statement) !=
               conflict.statements.end();
      };
      const std::vector<IssuePrint> prints = window.prints(conflict.statements);
      const bool rates = std::any_of(prints.begin(), prints.end(),
                                     [&](const IssuePrint& print) { return rate(print); });
      return std::tuple(!in(first), std::any_of(fault.others.begin(), fault.others.end(), in),
                        is_within_issue(prints), rates && !rate(window.print(first)),
                        conflict.statements.size());
    };
    for (const Conflict& conflict : blame.conflicts) {
      if (conflict.certificate && (best == nullptr || rank(conflict) < rank(*best)))
        best = &conflict;
    }
    return best;
  }

  // The conflict's statements, from the earliest issue to the latest.
  std::vector<int> in_order(const IssueWindow& window, const Conflict& conflict) const {
    std::vector<int> statements = conflict.statements;
    const auto order = [&](int statement) {
      const IssuePrint print = window.print(statement);
      return std::tuple(issues_.all()[print.issue].period, print.figure.key);
    };
    std::sort(statements.begin(), statements.end(),
              [&](int a, int b) { return order(a) < order(b); });
    return statements;
  }

  void show(IssueFault& fault, const IssueWindow& window, const Conflict& conflict) const {
    fault.figures = window.prints(in_order(window, conflict));
    fault.relations = window.relations(*conflict.certificate);
    fault.reports = window.reports();
  }

  void revise(IssueFault& fault, const IssueWindow& window, Solver& solver,
              const Conflict& conflict) const {
    const std::vector<int> statements = in_order(window, conflict);
    const auto level = std::find_if(statements.begin(), statements.end(), [&](int statement) {
      return measure(window.print(statement)) == Measure::value;
    });
    if (level == statements.end()) return;
    std::vector<int> silent;
    for (std::size_t i = 0; i < window.system().statements.size(); ++i) {
      const int index = static_cast<int>(i);
      if (index == *level ||
          !std::binary_search(conflict.statements.begin(), conflict.statements.end(), index))
        silent.push_back(index);
    }
    const auto bounds = possible_decimals(window.system(), solver, *level, silent);
    solver.leave_out({});
    if (!bounds || !bounds->lo || !bounds->hi) return;
    fault.revised = window.print(*level);
    fault.revision = *bounds;
  }

  IssueReports& reports_;
  const Issues& issues_;
  const Family& family_;
  std::vector<IssueFault> faults_;
  std::map<std::size_t, std::size_t> series_of_latest_;  // contradicted ones, within two years
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> revisions_;  // between two issues
};

}  // namespace

std::vector<IssueFault> find_issue_faults(IssueReports& reports, const Issues& issues,
                                          const Family& family) {
  return Search(reports, issues, family).run();
}

}  // namespace tradereport::validator
