// The relations between the figures of one report: sums, month and year to date, order of ranked
// lists. Built once from the family file; rules ask which of them are broken (contradiction.h).
// Internal to validator.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/family.h"
#include "schemas/messages.h"
#include "schemas/report.h"
#include "validator/figures/figure_index.h"

namespace tradereport::validator {

// The population whose total a level is, as statistics have it.
enum class Population {
  this_year,
  last_year,        // the same period a year ago: from value and growth, or value and change
  nation,           // the nation's level: from value and share
  by_growth,        // that of last year by value and growth alone, where it is printed as well
  previous_period,  // the period before: from value and growth on it
};

inline constexpr std::size_t kPopulationCount = 5;

// "this_year", "last_year", "nation", "previous_period", as in the family file.
std::string_view to_string(Population population);

// Whose level a rate or change compares this year's with.
Population compared_with(Measure measure);

// A true level, before any rounding. Its names stand in the report or in the family, which must
// outlive it.
struct Unknown {
  std::string_view flow;
  std::string_view row;
  Span span = Span::month;
  Population population = Population::this_year;

  friend bool operator==(const Unknown&, const Unknown&) = default;
  // What is compared fastest comes first.
  friend std::strong_ordering operator<=>(const Unknown& a, const Unknown& b) {
    if (const auto order = a.population <=> b.population; order != 0) return order;
    if (const auto order = a.span <=> b.span; order != 0) return order;
    if (const auto order = a.row <=> b.row; order != 0) return order;
    return a.flow <=> b.flow;
  }
};

struct UnknownHash {
  std::size_t operator()(const Unknown& unknown) const {
    return SeriesKeyHash()({unknown.flow, unknown.row, unknown.span}) * 8 +
           static_cast<std::size_t>(unknown.population);
  }
};

struct RelationTerm {
  int sign = 1;  // +1 or -1
  Unknown unknown;
};

// Where a relation comes from.
enum class RelationKind {
  declared,                   // by the family file
  month_within_year_to_date,  // these hold in every family: build_relations() tells them, …
  ranked,
  growth,
  base_row,
  union_of_blocs,  // … extra_relations(), …
  outsider,
  year_to_date_of_months,  // … and archive_system.h, between editions
  revision,
};

// whole = sum of the parts, or whole >= sum of the parts. Its names are the family's.
struct Relation {
  RelationKind kind = RelationKind::declared;
  std::string_view id;    // of the family file, where it is declared there
  std::string_view rule;  // that speaks when it is broken
  Span span = Span::month;
  Population population = Population::this_year;
  bool equal = true;
  // An equality of the family of which this report does not print all parts, or prints a row that
  // the family does not know: all that is certain is whole >= parts that are there.
  bool partial = false;
  RelationTerm whole;
  std::vector<RelationTerm> parts;
  std::string_view place;  // table of a ranked list
  std::string_view each;   // row that it holds for, where the family says it of each

  // Names the relation within its report: "export-products/month/last_year".
  std::string key() const;
};

// All relations of the family file for each span and population, and besides:
//   month <= year to date for every level that cannot be negative and is printed for both; in
//   January the two are equal, whatever their sign (T04)
//   each entry of a ranked group >= the next, in printed order (R01)
//   last year's level as it is printed = what value and growth say of it (G01)
//   the level of the row of a year ago, or of the period before = what a row's value and growth say
//   of it, in tables whose rows are periods (G01)
//   what follows from several of them (relation_extras.h)
// Figures take no part in it beyond being there.
std::vector<Relation> build_relations(const FigureIndex& figures, const Family& family);

// What the relation says, in words: the family's name for it, or for the other two a message.
std::string relation_name(const Relation& relation, const Family& family, Language language);

// True if levels of the flow cannot be negative: the family has no words for its reverse.
bool nonnegative(const Family& family, std::string_view flow);

}  // namespace tradereport::validator
