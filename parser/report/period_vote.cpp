#include "parser/report/period_vote.h"

#include <algorithm>

namespace tradereport::parser {

const std::vector<FoundPeriod>& PeriodFinder::in(const Text& text) {
  const auto [place, is_new] = found_.try_emplace(&text);
  if (is_new) place->second = find_periods(vocabulary_, text.view());
  return place->second;
}

namespace {

constexpr int kSentence = 100;
constexpr int kCaption = 101;  // outweighs a sentence just so much as to decide a tie

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

// What a text says of its year: the first day, or else the first year, that it names.
class NamedYear {
 public:
  explicit NamedYear(const std::vector<const PeriodMention*>& mentions) {
    const auto first = [&](const auto& fits) {
      const auto found = std::find_if(mentions.begin(), mentions.end(), [&](const auto* mention) {
        return mention->year && fits(*mention);
      });
      return found == mentions.end() ? nullptr : *found;
    };
    day_ = first([](const PeriodMention& mention) { return mention.date; });
    year_ = first([](const PeriodMention& mention) { return mention.dated; });
    if (year_ == nullptr) year_ = first([](const PeriodMention& mention) { return !mention.date; });
  }

  std::optional<Period> period_of(const PeriodMention& mention) const {
    if (mention.year) return Period{*mention.year, mention.to};
    if (day_ != nullptr) return Period{*day_->year - (mention.to > day_->to ? 1 : 0), mention.to};
    if (year_ != nullptr) return Period{*year_->year, mention.to};
    return std::nullopt;
  }

 private:
  const PeriodMention* day_ = nullptr;
  const PeriodMention* year_ = nullptr;
};

void count_prose(PeriodFinder& periods, const Layout& layout, std::map<Period, int>& votes) {
  std::vector<const PeriodMention*> mentions;
  for (const auto* const texts : {&layout.headings, &layout.narrative}) {
    for (const Text& text : *texts)
      for (const FoundPeriod& found : periods.in(text)) mentions.push_back(&found.mention);
  }
  const NamedYear year(mentions);
  for (const PeriodMention* const mention : mentions) {
    if (mention->span || mention->date || (mention->from != mention->to && mention->from != 1))
      continue;
    if (const auto period = year.period_of(*mention))
      votes[*period] += mention->dated ? kSentence : 1;
  }
}

}  // namespace

std::optional<Period> vote_period(const Layout& layout, PeriodFinder& periods, bool prose) {
  std::map<Period, int> votes;
  if (prose) {
    count_prose(periods, layout, votes);
  } else {
    for (const TableRegion& table : layout.tables)
      if (table.has_caption()) count(periods, table.caption, kCaption, votes);
    for (const Text& text : layout.narrative) count(periods, text, kSentence, votes);
    for (const Text& text : layout.headings) count(periods, text, kSentence, votes);
  }
  std::optional<Period> best;
  int most = 0;
  for (const auto& [period, number] : votes) {
    // A text is about the latest of its periods.
    if (number < most || (number == most && !prose)) continue;
    most = number;
    best = period;
  }
  return best;
}

}  // namespace tradereport::parser
