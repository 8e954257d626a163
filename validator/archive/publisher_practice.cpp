#include "validator/archive/publisher_practice.h"

#include <algorithm>

namespace tradereport::validator {

namespace {

bool explains(const Practice& practice, ShownPractice shown) {
  switch (shown) {
    case ShownPractice::rates:
      return practice.from.rates;
    case ShownPractice::sums:
      return practice.from.sums;
    case ShownPractice::either:
      return practice.from.any();
    case ShownPractice::both:
      return practice.from.rates && practice.from.sums;
    case ShownPractice::cut:
      return practice.cut;
  }
  return false;
}

}  // namespace

std::vector<Finding> unexplained(std::vector<Finding> findings, const Practice& practice) {
  std::erase_if(findings, [&](const Finding& finding) {
    const auto shown = practice_shown_by(finding);
    return (shown && explains(practice, *shown)) || (practice.cut && finding.rule == "N01");
  });
  return findings;
}

std::vector<Finding> PublisherPractice::tell(std::size_t edition, std::vector<Finding> findings) {
  for (const Finding& finding : findings)
    if (const auto shown = practice_shown_by(finding)) editions_[*shown].insert(edition);
  return unexplained(std::move(findings), known());
}

std::size_t PublisherPractice::count(ShownPractice shown) const {
  const auto found = editions_.find(shown);
  return found == editions_.end() ? 0 : found->second.size();
}

// What either explains counts for the one that other reports show for certain.
Practice PublisherPractice::known() const {
  const std::size_t both = count(ShownPractice::both);
  const std::size_t either = count(ShownPractice::either);
  const std::size_t rates = count(ShownPractice::rates) + both;
  const std::size_t sums = count(ShownPractice::sums) + both;
  Practice practice;
  practice.from.rates = rates + either >= kReportsOfPractice && (rates > 0 || sums == 0);
  practice.from.sums = sums + either >= kReportsOfPractice && (sums > 0 || rates == 0);
  practice.cut = count(ShownPractice::cut) >= kReportsOfPractice;
  return practice;
}

std::set<std::size_t> PublisherPractice::shown_by(const Practice& practice) const {
  std::set<std::size_t> all;
  for (const auto& [shown, editions] : editions_)
    if (explains(practice, shown)) all.insert(editions.begin(), editions.end());
  return all;
}

}  // namespace tradereport::validator
