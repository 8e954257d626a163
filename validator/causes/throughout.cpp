#include "validator/causes/throughout.h"

#include <algorithm>

#include "validator/causes/quick_check.h"
#include "validator/relations/evidence.h"

namespace tradereport::validator {

namespace {

constexpr std::size_t kFewest = 3;

}  // namespace

bool fails_throughout(const FigureIndex& figures, const Family& family,
                      const std::vector<Relation>& relations, const EditorialSlip& part) {
  const Report& report = figures.report();
  std::vector<bool> within(count_printed(report), false);
  for (const Edit& edit : part.edits) within[edit.printed] = true;
  std::size_t all = 0;
  std::size_t failing = 0;
  const auto count = [&](bool fails) {
    ++all;
    failing += fails;
  };
  const auto is_within = [&](const Figure* figure) {
    return within[static_cast<std::size_t>(figure - report.figures.data())];
  };
  for (std::size_t i = 0; i < report.claims.size(); ++i) {
    bool table = false;
    for (const Figure* figure = figures.first(figures.of_claim(i), report.claims[i].key.measure);
         figure != nullptr; figure = figures.next(*figure))
      table = table || is_within(figure);
    if (!table && !within[report.figures.size() + i]) continue;
    if (is_in_tables(figures, i)) count(differs_from_tables(figures, i));
  }
  const Evidence evidence(figures, family);
  for (const Relation& relation : relations) {
    if (!relation.equal) continue;  // what holds loosely says little
    bool involved = false;
    bool others = false;
    const auto look = [&](const RelationTerm& term) {
      for (const Figure* figure : evidence.of(term.unknown).figures)
        (is_within(figure) ? involved : others) = true;
    };
    look(relation.whole);
    for (const RelationTerm& part_of : relation.parts) look(part_of);
    if (involved && others) count(fails(relation, evidence));
  }
  return failing >= kFewest && 3 * failing >= 2 * all;
}

}  // namespace tradereport::validator
