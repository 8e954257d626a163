// Where the data of an archive have been revised, and by how much. Internal to validator.
//
// Official data are revised: then many rows of an edition contradict earlier ones at once, and by
// about as much. Where that is so, the levels of both are not held to be the same, but to differ by
// no more than the revision shows: so a misprint that exceeds it is still found.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "schemas/family.h"
#include "schemas/interval.h"
#include "validator/archive/shared_levels.h"
#include "validator/relations/relations.h"

namespace tradereport::validator {

class EditionReports;

enum class RevisionKind {
  base,     // an edition's level of a year ago is another than that printed then
  reprint,  // it prints a month of the year again, and another level
  to_date,  // a year to date is not that of the month before and the month
};

// Levels that would be the same in two editions if nothing were revised.
struct RevisionLink {
  RevisionKind kind = RevisionKind::base;
  Span span = Span::month;
  Population population = Population::this_year;  // of to_date: of the region or the nation
  int month = 0;  // month_number() of the edition, or of to_date of the year to date

  friend auto operator<=>(const RevisionLink&, const RevisionLink&) = default;
};

// No factor of the earlier level beyond these is one of the revision. Not set where levels differ
// too much for that: then the two say nothing of each other.
using RevisionRange = std::optional<Interval>;

struct Revision {
  std::size_t edition = 0;     // the one that shows it, an index into Editions::all()
  std::size_t revised = 0;     // of so many levels …
  std::size_t comparable = 0;  // … that both print
  // The least that explains what is printed, as factors of the earlier level; of most of them.
  double least = 1;
  double most = 1;
  bool all_rows = true;  // it is one of all rows, within this range; else of those below alone
  RevisionRange within;
  std::map<Series, RevisionRange> rows;  // rows with a range of their own
};

class Revisions {
 public:
  Revisions() = default;
  explicit Revisions(std::map<RevisionLink, Revision> all) : all_(std::move(all)) {}

  const std::map<RevisionLink, Revision>& all() const { return all_; }

  // Where the levels of the row are revised, the range.
  std::optional<RevisionRange> of(const RevisionLink& link, const Series& row) const;

 private:
  std::map<RevisionLink, Revision> all_;
};

// A revision is what a fair part of an edition's rows shows at once, or a few rows of edition after
// edition, or a row month after month. Reports are read one after another; what they say of two
// years is kept at a time.
Revisions find_revisions(const EditionReports& reports, const Family& family);

}  // namespace tradereport::validator
