#include "parser/period_vote.h"

#include "parser/text.h"

namespace tradereport {

std::vector<FoundPeriod> find_periods(const Grammar& grammar, std::string_view text) {
  std::vector<FoundPeriod> found;
  Sight period(grammar.period, text);
  Sight base_here(grammar.base, text);
  for (std::size_t at = 0; at < text.size() && !period.at_end();) {
    const std::size_t base = base_here.may_start(at) ? grammar.base.match_at(text, at) : 0;
    if (base > 0) {
      // A plain date reads as a comparison too; only what is no period by itself is skipped.
      if (!grammar.read_period(text.substr(at, base))) {
        at += base;
        continue;
      }
    }
    const std::size_t length = period.may_start(at) ? grammar.period.match_at(text, at) : 0;
    if (length > 0) {
      if (const auto mention = grammar.read_period(text.substr(at, length)))
        found.push_back({at, at + length, *mention});
      at += length;
      continue;
    }
    at += utf8_length(text[at]);
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

}  // namespace tradereport
