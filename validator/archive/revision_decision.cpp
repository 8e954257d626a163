#include "validator/archive/revision_decision.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace tradereport::validator {

namespace {

// So many rows of an edition that contradict an earlier one are no misprints: one misprint makes
// one row contradict, two of a total and its part three.
constexpr std::size_t kFewestRows = 5;
constexpr std::size_t kFewestOfFew = 3;  // … where they are half of all
// One misprint is seen in at most two links of a kind. So many contradictions of a kind that are
// spread over the archive are a revision if they are small.
constexpr std::size_t kFewestOfArchive = 9;
constexpr double kSmall = 0.1;
// Who revises in so many editions revises in those between as well, be it too little to be seen.
constexpr std::size_t kFewestOfPractice = 3;
// A row that contradicts so often within twelve months is revised: two misprints do so three times.
constexpr std::size_t kFewestOfRow = 4;
// A revision by half and more is none: another table, or another month.
const double kMostOfRevision = std::log(1.5);
// With so many rows an edition shows its own range, else it is that of all editions.
constexpr std::size_t kEnoughRows = 8;
// Tukey's outer fence: so many interquartile ranges beyond the quartiles.
constexpr double kFence = 3;
constexpr double kBeyondFence = 0.002;
constexpr int kPerUnit = 1000;  // the fences are thousandths
constexpr double kMostFactor = 1e6;

struct Fence {
  double lo = 1;
  double hi = 1;

  bool contains(double factor) const { return lo <= factor && factor <= hi; }
  Interval interval() const {
    Interval result{
        Rational(static_cast<long>(std::floor(std::max(0.0, lo) * kPerUnit)), kPerUnit),
        Rational(static_cast<long>(std::ceil(std::min(hi, kMostFactor) * kPerUnit)), kPerUnit)};
    result.lo.canonicalize();
    result.hi.canonicalize();
    return result;
  }
};

Fence wider(const Fence& a, const Fence& b) {
  return {std::min(a.lo, b.lo), std::max(a.hi, b.hi)};
}

Fence fence_of(std::vector<double> factors) {
  std::sort(factors.begin(), factors.end());
  const auto quantile = [&](std::size_t quarters) {
    return factors[(factors.size() - 1) * quarters / 4];
  };
  const double lower = quantile(1);
  const double upper = quantile(3);
  const double beyond = kFence * (upper - lower) + kBeyondFence;
  return {std::min(1.0, lower - beyond), std::max(1.0, upper + beyond)};
}

double median_size(std::vector<double> factors) {
  for (double& factor : factors) factor = std::abs(std::log(factor));
  std::nth_element(factors.begin(), factors.begin() + std::ssize(factors) / 2, factors.end());
  return factors[factors.size() / 2];
}

std::vector<double> factors_of(const std::vector<RevisedRow>& rows) {
  std::vector<double> factors;
  for (const RevisedRow& row : rows) factors.push_back(row.middle);
  return factors;
}

using Kind = std::tuple<RevisionKind, Span, Population>;
Kind kind_of(const RevisionLink& link) {
  return {link.kind, link.span, link.population};
}

class RevisionDecision {
 public:
  explicit RevisionDecision(const AllLinkRows& seen) : seen_(seen) {}

  std::map<RevisionLink, Revision> run() {
    for (const auto& [link, seen] : seen_) {
      if (many(seen)) practice_[kind_of(link)].push_back(link.month);
      auto& pool = many(seen) ? of_many_[kind_of(link)] : of_few_[kind_of(link)];
      for (const RevisedRow& row : seen.rows) pool.push_back(row.middle);
    }
    for (const auto& [link, seen] : seen_) all_rows(link, seen);
    for (auto& [key, apart] : apart_) row(key.second, apart);
    return std::move(revisions_);
  }

 private:
  // A row that does not fit what is known of the revisions at these links.
  using Apart = std::vector<std::pair<RevisionLink, RevisedRow>>;

  static bool many(const LinkRows& seen) {
    const std::size_t rows = seen.rows.size();
    return rows >= kFewestRows || (rows >= kFewestOfFew && rows * 2 >= seen.comparable);
  }

  bool revised(const RevisionLink& link, const LinkRows& seen) {
    if (many(seen)) return true;
    if (seen.rows.empty()) return false;
    const std::vector<int>& months = practice_[kind_of(link)];
    if (months.size() >= kFewestOfPractice && link.month >= months.front() - kMonthsOfYear &&
        link.month <= months.back() + kMonthsOfYear)
      return true;
    const std::vector<double>& spread = of_few_[kind_of(link)];
    return spread.size() >= kFewestOfArchive && median_size(spread) <= kSmall;
  }

  Fence fence(const RevisionLink& link, const LinkRows& seen) {
    std::vector<double> pool = of_many_[kind_of(link)];
    const std::vector<double>& few = of_few_[kind_of(link)];
    pool.insert(pool.end(), few.begin(), few.end());
    const Fence of_kind = fence_of(std::move(pool));
    return seen.rows.size() < kEnoughRows ? of_kind
                                          : wider(of_kind, fence_of(factors_of(seen.rows)));
  }

  void all_rows(const RevisionLink& link, const LinkRows& seen) {
    if (!revised(link, seen)) {
      for (const RevisedRow& row : seen.rows)
        apart_[{kind_of(link), row.row}].emplace_back(link, row);
      return;
    }
    Revision revision{seen.edition, seen.rows.size(), seen.comparable, 1, 1, true, {}, {}};
    if (median_size(factors_of(seen.rows)) <= kMostOfRevision) {
      const Fence all = fence(link, seen);
      revision.within = all.interval();
      for (const RevisedRow& row : seen.rows) {
        if (all.contains(row.least)) {
          show(revision, row.least);
        } else {
          apart_[{kind_of(link), row.row}].emplace_back(link, row);
        }
      }
    }
    revisions_.emplace(link, std::move(revision));
  }

  void row(const Series& row, const Apart& apart) {
    bool often = false;
    for (std::size_t i = 0; i + kFewestOfRow <= apart.size(); ++i)
      often =
          often || apart[i + kFewestOfRow - 1].first.month - apart[i].first.month < kMonthsOfYear;
    if (!often) return;
    std::vector<double> factors;
    for (const auto& [link, revised] : apart) factors.push_back(revised.middle);
    RevisionRange range;
    if (median_size(factors) <= kMostOfRevision) range = fence_of(factors).interval();
    for (const auto& [link, revised] : apart) {
      const LinkRows& seen = seen_.at(link);
      Revision& revision =
          revisions_
              .try_emplace(link, Revision{seen.edition, 0, seen.comparable, 1, 1, false, {}, {}})
              .first->second;
      if (!revision.all_rows) ++revision.revised;
      revision.rows.emplace(row, range);
      show(revision, revised.least);
    }
  }

  static void show(Revision& revision, double factor) {
    revision.least = std::min(revision.least, factor);
    revision.most = std::max(revision.most, factor);
  }

  const AllLinkRows& seen_;
  std::map<Kind, std::vector<double>> of_many_;  // factors of links where many rows contradict …
  std::map<Kind, std::vector<double>> of_few_;   // … and where few do
  std::map<Kind, std::vector<int>> practice_;    // months of the former
  std::map<std::pair<Kind, Series>, Apart> apart_;
  std::map<RevisionLink, Revision> revisions_;
};

}  // namespace

std::map<RevisionLink, Revision> decide_revisions(const AllLinkRows& links) {
  return RevisionDecision(links).run();
}

}  // namespace tradereport::validator
