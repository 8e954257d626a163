#include "parser/period_vote.h"

#include <algorithm>

#include "parser/text.h"

namespace tradereport::parser {

std::vector<FoundPeriod> find_periods(const Grammar& grammar, std::string_view text) {
  std::vector<FoundPeriod> found;
  Sight periods(grammar.period, text);
  Sight bases(grammar.base, text);
  for (std::size_t at = 0; at < text.size() && !periods.at_end();) {
    const bool starts = !within_word(text, at);
    const std::size_t period =
        starts && periods.may_start(at) ? grammar.period.match_at(text, at) : 0;
    const std::size_t base = starts && bases.may_start(at) ? grammar.base.match_at(text, at) : 0;
    if (period > 0 && period >= base) {
      if (const auto mention = grammar.read_period(text.substr(at, period)))
        found.push_back({at, at + period, *mention});
    }
    at += std::max({period, base, utf8_length(text[at])});
  }
  return found;
}

const std::vector<FoundPeriod>& PeriodFinder::in(const Text& text) {
  const auto [place, is_new] = found_.try_emplace(&text);
  if (is_new) place->second = find_periods(grammar_, text.view());
  return place->second;
}

namespace {

void count(PeriodFinder& periods, const Text& text, int weight, std::map<Period, int>& votes) {
  for (const FoundPeriod& period : periods.in(text)) {
    const PeriodMention& mention = period.mention;
    if (mention.span || !mention.year || !mention.dated) continue;
    if (mention.from != mention.to && mention.from != 1) continue;
    votes[{*mention.year, mention.to}] += weight;
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
