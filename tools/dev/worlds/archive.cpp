#include "tools/dev/worlds/archive.h"

#include "tools/dev/worlds/random.h"

namespace tradereport::worlds {

namespace {

constexpr Level kThousand = 1000;

// The same for the same numbers.
Random drawn(const Economy& world, std::uint64_t a, std::uint64_t b) {
  return Random(world.seed() * 1000003 + a * 1009 + b);
}

// FNV-1a.
std::uint64_t number_of(const TimeSeries& row) {
  std::uint64_t number = 0xcbf29ce484222325U;
  for (const char c : row.table + row.name)
    number = (number ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return number;
}

Level by_thousandths(Level level, std::int64_t thousandths) {
  return level + level * thousandths / kThousand;
}

// The data as they are when the issue of `now` is made, the first issue being that of `first`.
class Vintage {
 public:
  Vintage(const Economy& world, RevisionPattern pattern, std::size_t first, std::size_t now)
      : world_(world), pattern_(pattern), first_(first), now_(now) {}

  Level operator()(const TimeSeries& row, std::size_t month, Level level) const {
    const std::uint64_t name = number_of(row);
    switch (pattern_) {
      case RevisionPattern::none:
        return level;
      case RevisionPattern::bases:  // by the issue, and a little by the row
        if (month / 12 == now_ / 12) return level;
        return by_thousandths(
            level, drawn(world_, now_, 0).pick(-20, 30) + drawn(world_, now_, name).pick(-3, 3));
      case RevisionPattern::year:
        if (month / 12 != first_ / 12 || now_ / 12 == month / 12) return level;
        return by_thousandths(level, 20 + drawn(world_, 0, name).pick(-10, 10));
      case RevisionPattern::to_date:
        if (month >= now_) return level;
        return by_thousandths(level, drawn(world_, month, name).pick(-5, 21));
      case RevisionPattern::month:
        if (month != first_ + 7 || now_ < first_ + 10) return level;
        return by_thousandths(level, drawn(world_, month, name).pick(20, 60));
      case RevisionPattern::rebased:
        if (now_ < first_ + 16 || name % 3 != 0) return level;
        return by_thousandths(level, drawn(world_, 1, name).pick(-150, 250));
    }
    return level;
  }

 private:
  const Economy& world_;
  RevisionPattern pattern_;
  std::size_t first_;
  std::size_t now_;
};

}  // namespace

std::string_view name_of(RevisionPattern pattern) {
  switch (pattern) {
    case RevisionPattern::none:
      return "none";
    case RevisionPattern::bases:
      return "bases in each issue";
    case RevisionPattern::year:
      return "one year, once";
    case RevisionPattern::to_date:
      return "each month, from the next issue on";
    case RevisionPattern::month:
      return "one month";
    case RevisionPattern::rebased:
      return "some rows, from an issue on";
  }
  return "";
}

std::vector<Report> make_archive(const Economy& world, const Family& family, Period first,
                                 int months, RevisionPattern pattern, const IssueOptions& options) {
  std::vector<Report> reports;
  for (Period period = first; months > 0; --months) {
    IssueOptions here = options;
    here.joint = options.joint && period.month == 2;
    if (!options.joint || period.month != 1) {
      const Vintage vintage(world, pattern, month_index(first), month_index(period));
      reports.push_back(pattern == RevisionPattern::none
                            ? make_issue(world, family, period, here)
                            : make_issue(revised(world, family, vintage), family, period, here));
      reports.back().file = period.to_string() + ".pdf";
    }
    period =
        period.month == 12 ? Period{period.year + 1, 1} : Period{period.year, period.month + 1};
  }
  return reports;
}

}  // namespace tradereport::worlds
