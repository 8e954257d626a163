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
  reading.stale =
      (mention.year && *mention.year != report.year) || mention.to != report.month || !starts_right;
  return reading;
}

std::string to_string(const PeriodMention& mention) {
  const std::string months = mention.from == mention.to
                                 ? fmt::format("{:02}", mention.to)
                                 : fmt::format("{:02}..{:02}", mention.from, mention.to);
  return mention.year ? fmt::format("{:04}-{}", *mention.year, months) : months;
}

}  // namespace tradereport::parser
