// Which month a report is about.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "parser/grammar.h"
#include "parser/layout.h"

namespace tradereport::parser {

// All mentions of a period in a text: their ranges and what they say. Mentions of a comparison
// ("the same month of last year") are left out.
struct FoundPeriod {
  std::size_t begin = 0;
  std::size_t end = 0;
  PeriodMention mention;
};
std::vector<FoundPeriod> find_periods(const Grammar& grammar, std::string_view text);

// Finds them once for each text that it is asked for. The texts and the grammar outlive it, and
// the texts stay as they are.
class PeriodFinder {
 public:
  explicit PeriodFinder(const Grammar& grammar) : grammar_(grammar) {}
  const std::vector<FoundPeriod>& in(const Text& text);

 private:
  const Grammar& grammar_;
  std::map<const Text*, std::vector<FoundPeriod>> found_;
};

// The period that most captions, headings and sentences name; where two are named equally often,
// the one that the captions prefer. A stale caption or a single misprint cannot outvote the rest.
// Spans of months that begin in January count for their last month.
std::optional<Period> vote_period(const Layout& layout, PeriodFinder& periods);

}  // namespace tradereport::parser
