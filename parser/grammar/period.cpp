#include "parser/grammar/period.h"

#include <fmt/format.h>

namespace tradereport::parser {

PeriodReading reading_of(const PeriodMention& mention, const Period& report) {
  PeriodReading reading;
  if (mention.span) {
    reading.span = *mention.span;
    return reading;
  }
  reading.span = mention.from == mention.to ? Span::month : Span::ytd;
  const bool starts_right = mention.from == mention.to || mention.from == 1;
  const auto names_report = [&](std::optional<int> year, int month) {
    return (!year || *year == report.year) && month == report.month && starts_right;
  };
  reading.stale = !names_report(mention.year, mention.to) &&
                  !(mention.or_year && names_report(mention.or_year, mention.to)) &&
                  !(mention.or_month > 0 && names_report(mention.year, mention.or_month));
  return reading;
}

std::string to_string(const PeriodMention& mention) {
  const std::string months = mention.from == mention.to
                                 ? fmt::format("{:02}", mention.to)
                                 : fmt::format("{:02}..{:02}", mention.from, mention.to);
  return mention.year ? fmt::format("{:04}-{}", *mention.year, months) : months;
}

}  // namespace tradereport::parser
