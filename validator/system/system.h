// The joint system of one report: every relation and every printed figure at once, as linear
// inequalities over the true levels. Internal to validator.
//
//   a printed value        lo <= x <= hi               (last year's: lo <= p <= hi)
//   a growth rate          (1 + lo) p <= x <= (1 + hi) p     p: level of last year
//   a share                lo n <= x <= hi n                 n: level of the nation
//   an absolute change     lo <= x - p <= hi
//   a relation             whole = sum of the parts, or whole >= sum of the parts
//   a top-N list           each name >= the next, the last >= every other row
//   levels of flows that cannot be negative: >= 0
//
// The figures of the text are further observations of the same levels. If the system has no
// solution, no unrounded data can have been printed as this report.
#pragma once

#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "schemas/family.h"
#include "schemas/interval.h"
#include "schemas/report.h"
#include "validator/figures/text_comparison.h"
#include "validator/relations/relations.h"
#include "validator/system/integer_rows.h"

namespace tradereport::validator {

// lo <= sum of coefficient * unknown <= hi; an end that is not set does not bind.
struct Row {
  std::vector<std::pair<int, Rational>> terms;  // index of the unknown, coefficient; ascending
  std::optional<Rational> lo;
  std::optional<Rational> hi;
  int observation = -1;  // whose fault it would be; -1: holds whatever is printed
  int relation = -1;     // in System::relations; -1: an observation, or a level >= 0
};

// An observation of the levels, which can be wrong by one mistake: a figure, with all places that
// print it alike (the table and the sentences that repeat it), or a top-N list of the text.
struct Observation {
  std::vector<const Figure*> figures;  // the table's first
  const TopList* list = nullptr;
  std::vector<int> rows;  // in System::integers; empty if it says nothing about the levels
  int level = -1;         // of a figure: the unknown it is of, -1 for a level of last year
  int other = -1;         // and the one that a rate, share or change compares it with, or -1
  int edition = 0;        // in a system of several editions: which of them prints it

  const Figure* figure() const { return figures.empty() ? nullptr : figures.front(); }
};

struct System {
  std::vector<Unknown> unknowns;
  std::unordered_map<Unknown, int, UnknownHash> columns;  // index of each
  std::vector<Relation> relations;
  IntegerRows integers;
  std::vector<Observation> observations;
  // Observations that cannot all be right although levels on the edge of rounding could satisfy
  // them: the same figure printed differently, a list that is not in the order of the printed
  // figures.
  std::vector<std::vector<int>> printed_conflicts;

  int column(const Unknown& unknown) const;        // -1 if it does not occur
  int observation_of(const Figure* figure) const;  // -1 if it does not take part
  int observation_of(const TopList* list) const;   // the same
};

// Claims and lists that say nothing reliable, by their index in the report.
struct Exclusions {
  std::vector<std::size_t> claims;
  std::vector<std::size_t> lists;
};

// Left out are rows that are printed twice with different figures (it is unknown which is meant),
// claims in another unit than the tables, claims with a word and a sign for the direction, growth
// and share of levels that may be negative. Points into the report and the family, and so do its
// names: both must outlive it.
System build_system(const FigureIndex& figures, const Family& family,
                    std::vector<Relation> relations, const TextComparison& text,
                    const Exclusions& exclusions = {});
System build_system(const FigureIndex& figures, const Family& family,
                    std::vector<Relation> relations);

// The rows as rationals: few are ever needed.
Row rational_row(const IntegerRows& rows, int index);
std::vector<Row> rational_rows(const IntegerRows& rows);

// The rows by which an observation's figure binds its levels, if this decimal were printed there.
IntegerRows observation_rows(const System& system, int observation, const Decimal& value);

}  // namespace tradereport::validator
