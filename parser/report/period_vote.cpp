#include "parser/report/period_vote.h"

namespace tradereport::parser {

const std::vector<FoundPeriod>& PeriodFinder::in(const Text& text) {
  const auto [place, is_new] = found_.try_emplace(&text);
  if (is_new) place->second = find_periods(vocabulary_, text.view());
  return place->second;
}

namespace {

void count(PeriodFinder& periods, const Text& text, int weight, std::map<Period, int>& votes) {
  for (const FoundPeriod& period : periods.in(text)) {
    const PeriodMention& mention = period.mention;
    if (mention.span || !mention.year || !mention.dated) continue;
    if (mention.from != mention.to && mention.from != 1) continue;
    votes[{*mention.year, mention.to}] += weight;
    if (mention.or_year) votes[{*mention.or_year, mention.to}] += weight;
    if (mention.or_month > 0) votes[{*mention.year, mention.or_month}] += weight;
  }
}

}  // namespace

std::optional<Period> vote_period(const Layout& layout, PeriodFinder& periods) {
  std::map<Period, int> votes;
  // A caption outweighs a sentence just so much as to decide a tie.
  for (const TableRegion& table : layout.tables) count(periods, table.caption, 101, votes);
  for (const Text& text : layout.narrative) count(periods, text, 100, votes);
  for (const Text& text : layout.headings) count(periods, text, 100, votes);
  std::optional<Period> best;
  int most = 0;
  for (const auto& [period, number] : votes) {
    if (number <= most) continue;
    most = number;
    best = period;
  }
  return best;
}

}  // namespace tradereport::parser
