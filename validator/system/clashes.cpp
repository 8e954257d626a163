#include "validator/system/clashes.h"

#include <algorithm>

namespace tradereport::validator {

namespace {

class Search {
 public:
  Search(const Report& report, const System& system) : report_(report), system_(system) {}

  std::vector<std::vector<int>> run(const TextAndTables& text) {
    for (const WrongClaim& wrong : text.claims) {
      if (wrong.fault == ClaimFault::sign_twice || wrong.figure == nullptr) continue;
      clash(
          {system_.statement_of(&report_.claims[wrong.index]), system_.statement_of(wrong.figure)});
    }
    for (const WrongList& wrong : text.lists) {
      const int statement = system_.statement_of(&report_.lists[wrong.index]);
      if (statement >= 0) add_list(statement);
    }
    return std::move(clashes_);
  }

 private:
  void add_list(int statement) {
    const Statement& list = system_.statements[static_cast<std::size_t>(statement)];
    for (const int row : list.rows) {
      const auto terms = system_.integers.terms(system_.integers[static_cast<std::size_t>(row)]);
      const bool first = terms[0].second > 0;
      const int greater = level_statement(terms[first ? 0 : 1].first);
      const int smaller = level_statement(terms[first ? 1 : 0].first);
      if (greater >= 0 && smaller >= 0 && compare(level(greater), level(smaller)) < 0)
        clash({statement, greater, smaller});
    }
  }

  // The table's figure for a level of this year.
  int level_statement(int at) const {
    const Unknown& unknown = system_.unknowns[static_cast<std::size_t>(at)];
    for (std::size_t i = 0; i < system_.statements.size(); ++i) {
      const Figure* const figure = system_.statements[i].figure();
      if (figure == nullptr) continue;
      const FigureKey& key = figure->key;
      if (key.measure == Measure::value && key.place != "text" &&
          Unknown{key.flow, key.row, key.span, Population::this_year} == unknown)
        return static_cast<int>(i);
    }
    return -1;
  }

  const Decimal& level(int statement) const {
    return system_.statements[static_cast<std::size_t>(statement)].figure()->value;
  }

  void clash(std::vector<int> statements) {
    if (std::find(statements.begin(), statements.end(), -1) != statements.end()) return;
    std::sort(statements.begin(), statements.end());
    if (std::find(clashes_.begin(), clashes_.end(), statements) == clashes_.end())
      clashes_.push_back(std::move(statements));
  }

  const Report& report_;
  const System& system_;
  std::vector<std::vector<int>> clashes_;
};

}  // namespace

std::vector<std::vector<int>> find_clashes(const Report& report, const System& system,
                                           const TextAndTables& text) {
  return Search(report, system).run(text);
}

}  // namespace tradereport::validator
