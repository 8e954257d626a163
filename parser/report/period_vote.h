// Which month a report is about.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "parser/grammar/vocabulary.h"
#include "parser/layout/layout.h"

namespace tradereport::parser {

// Finds the periods of each text once. The texts and the vocabulary outlive it, and
// the texts stay as they are.
class PeriodFinder {
 public:
  explicit PeriodFinder(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}
  const std::vector<FoundPeriod>& in(const Text& text);

 private:
  const Vocabulary& vocabulary_;
  std::map<const Text*, std::vector<FoundPeriod>> found_;
};

// The period that most captions, headings and sentences name; where two are named equally often,
// the one that the captions prefer. A stale caption or a single misprint cannot outvote the rest.
// Spans of months that begin in January count for their last month.
// prose: a text without tables names its year once, or only its day of publication. Months named
// without a year are then the latest before that day, or those of the first year that is named; a
// year named alone counts for its December where nothing else is named.
std::optional<Period> vote_period(const Layout& layout, PeriodFinder& periods, bool prose);

}  // namespace tradereport::parser
