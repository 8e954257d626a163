#include "parser/grammar/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "parser/grammar/same_word.h"
#include "parser/text/utf8.h"

namespace tradereport::parser {

namespace {

constexpr int kMostRead = 99999;  // numbers in digits beyond it are none of periods or counts

}  // namespace

Wordings::Wordings(const std::vector<std::string>& says, const PatternSyntax& syntax,
                   std::string& error) {
  std::string all;
  for (std::size_t i = 0; i < says.size(); ++i) {
    if (says[i].empty()) continue;
    Form form{i, {}};
    std::string trouble;
    const std::string one = translate(says[i], syntax, trouble, &form.groups);
    if (!trouble.empty()) {
      if (error.empty()) error = trouble;
      continue;
    }
    all += (all.empty() ? "(" : "|(") + one + ")";
    forms_.push_back(std::move(form));
  }
  if (!all.empty()) pattern_ = Pattern(all, {syntax.alphabetic, true});
}

TextRange Wordings::find(std::string_view text, std::size_t at) const {
  while (at < text.size()) {
    const TextRange found = pattern_.find(text, at);
    if (found.empty()) return {};
    if (!within_word(text, found.begin)) return found;
    at = next_character(text, found.begin);
  }
  return {};
}

std::optional<Wordings::Reading> Wordings::read(std::string_view text, TextRange range) const {
  const std::vector<TextRange> caught = pattern_.groups(text, range);
  std::size_t next = 0;
  for (const Form& form : forms_) {
    if (next >= caught.size()) break;
    if (caught[next].empty()) {
      next += 1 + form.groups.size();
      continue;
    }
    Reading reading{form.which, {}};
    for (std::size_t i = 0; i < form.groups.size(); ++i) {
      const TextRange& group = caught[next + 1 + i];
      if (!group.empty()) reading.groups[form.groups[i]] = text.substr(group.begin, group.size());
    }
    return reading;
  }
  return std::nullopt;
}

Vocabulary::Vocabulary(const Family& family, const PatternSyntax& syntax, const std::string& file,
                       std::vector<FamilyError>& errors)
    : family_(&family) {
  const auto make = [&](const std::vector<std::string>& says, const std::string& key) {
    std::string error;
    Wordings wordings(says, syntax, error);
    if (!error.empty()) errors.push_back({file, 0, key, error});
    return wordings;
  };
  std::vector<std::string> periods;
  for (const PeriodForm& form : family.periods) periods.push_back(form.say);
  std::vector<std::string> words;
  for (const Flow& flow : family.flows) {
    words.push_back(flow.say);
    words.push_back(flow.negative);
  }
  for (const Flow& flow : family.flows) words.push_back(flow.weak);
  words.insert(words.end(), {family.direction.down, family.direction.up, family.direction.flat,
                             family.direction.nearly});
  std::vector<std::string> units;
  for (const Unit& unit : family.units) units.push_back(unit.say);
  period_ = make(periods, "period.say");
  base_ = make(family.bases, "comparison.bases");
  word_ = make(words, "flow, direction");
  unit_ = make(units, "unit");
  file_name_ = make({family.period_source.file_name}, "report.file_name");
}

void Vocabulary::read_groups(const std::map<std::string_view, std::string>& groups,
                             PeriodMention& mention) const {
  for (const auto& [name, words] : groups) {
    const int number = read_count(words);
    const int year = number < 100 ? 2000 + number : number;
    if (name == "year") mention.year = year;
    if (name == "or_year") mention.or_year = year;
    if (name == "from") mention.from = number;
    if (name == "to") mention.to = number;
    if (name == "or_month") mention.or_month = number;
  }
  if (mention.from == 0) mention.from = mention.to;
}

std::optional<PeriodMention> Vocabulary::read_period(std::string_view text, TextRange at) const {
  const auto reading = period_.read(text, at);
  if (!reading) return std::nullopt;
  const PeriodForm& form = family_->periods[reading->which];
  PeriodMention mention;
  mention.span = form.span;
  mention.from = form.from;
  mention.to = form.to;
  mention.dated = !form.vague && !form.date;
  mention.date = form.date;
  read_groups(reading->groups, mention);
  if (!mention.span && (mention.to < 1 || mention.to > 12 || mention.from > mention.to))
    return std::nullopt;
  return mention;
}

std::optional<FoundPeriod> Vocabulary::find_period(std::string_view text, std::size_t at) const {
  while (at < text.size()) {
    const TextRange found = period_.find(text, at);
    if (found.empty()) break;
    if (const auto mention = read_period(text, found)) return FoundPeriod{found, *mention};
    at = next_character(text, found.begin);
  }
  return std::nullopt;
}

std::optional<PeriodMention> Vocabulary::named_in_base(std::string_view text, TextRange at) const {
  if (const auto reading = base_.read(text, at); reading && !reading->groups.empty()) {
    PeriodMention mention;
    read_groups(reading->groups, mention);
    return mention;
  }
  const auto named = find_period(text.substr(at.begin, at.size()), 0);
  return named ? std::optional(named->mention) : std::nullopt;
}

std::optional<PeriodMention> Vocabulary::in_file_name(std::string_view name) const {
  if (family_->period_source.file_name.empty()) return std::nullopt;
  const auto reading = file_name_.read(name, file_name_.find(name, 0));
  if (!reading) return std::nullopt;
  PeriodMention mention;
  read_groups(reading->groups, mention);
  return mention.to > 12 ? std::nullopt : std::optional(mention);
}

std::optional<FoundWord> Vocabulary::find_word(std::string_view text, std::size_t at) const {
  const TextRange found = word_.find(text, at);
  if (found.empty()) return std::nullopt;
  const auto reading = word_.read(text, found);
  if (!reading) return std::nullopt;
  FoundWord word{found, FoundWord::Kind::flow, {}};
  const std::size_t flows = family_->flows.size();
  if (reading->which >= 3 * flows) {
    constexpr FoundWord::Kind kinds[] = {FoundWord::Kind::down, FoundWord::Kind::up,
                                         FoundWord::Kind::flat, FoundWord::Kind::nearly};
    word.kind = kinds[reading->which - 3 * flows];
  } else if (reading->which >= 2 * flows) {
    word.flow = {&family_->flows[reading->which - 2 * flows], 1, true};
  } else {
    word.flow = {&family_->flows[reading->which / 2], reading->which % 2 == 0 ? 1 : -1, false};
  }
  return word;
}

std::optional<FoundUnit> Vocabulary::find_unit(std::string_view text, std::size_t at) const {
  const TextRange found = unit_.find(text, at);
  if (found.empty()) return std::nullopt;
  const auto reading = unit_.read(text, found);
  if (!reading) return std::nullopt;
  return FoundUnit{found, &family_->units[reading->which]};
}

std::optional<FoundUnit> Vocabulary::unit_at(std::string_view text, std::size_t at) const {
  const std::size_t length = at < text.size() ? unit_.match_at(text, at) : 0;
  if (length == 0) return std::nullopt;
  const auto reading = unit_.read(text, {at, at + length});
  if (!reading) return std::nullopt;
  return FoundUnit{{at, at + length}, &family_->units[reading->which]};
}

int Vocabulary::read_count(std::string_view text) const {
  int number = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (result.ec == std::errc() && result.ptr == text.data() + text.size()) return number;
  for (const auto* const words : {&family_->numbers, &family_->months}) {
    for (const auto& [word, value] : *words) {
      if (word == text || (family_->alphabetic && same_word(word, text))) return value;
    }
  }
  return read_digits(text);
}

// "二〇二四" -> 2024: words for digits one after another; 0 for anything else.
int Vocabulary::read_digits(std::string_view text) const {
  int number = 0;
  while (!text.empty()) {
    const auto& numbers = family_->numbers;
    const auto digit = std::find_if(numbers.begin(), numbers.end(), [&](const auto& entry) {
      return entry.second <= 9 && !entry.first.empty() && text.starts_with(entry.first);
    });
    if (digit == numbers.end() || number > kMostRead) return 0;
    number = 10 * number + digit->second;
    text.remove_prefix(digit->first.size());
  }
  return number;
}

std::vector<FoundPeriod> find_periods(const Vocabulary& vocabulary, std::string_view text) {
  std::vector<FoundPeriod> periods;
  std::size_t at = 0;
  std::optional<FoundPeriod> period = vocabulary.find_period(text, at);
  TextRange base = vocabulary.find_base(text, at);
  while (period) {
    if (!base.empty() && base.begin < at) base = vocabulary.find_base(text, at);
    if (period->at.begin < at) {
      period = vocabulary.find_period(text, at);
      continue;
    }
    const bool based =
        !base.empty() && (base.begin < period->at.begin ||
                          (base.begin == period->at.begin && base.end > period->at.end));
    at = based ? base.end : period->at.end;
    if (based) continue;
    periods.push_back(*period);
  }
  return periods;
}

}  // namespace tradereport::parser
