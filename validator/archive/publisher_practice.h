// How the publisher of an archive computes, as its reports show. Internal to validator.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include "schemas/finding.h"
#include "validator/findings/practice.h"
#include "validator/relations/computed.h"

namespace tradereport::validator {

// What is known of it.
struct Practice {
  FromPrinted from{false, false};
  bool cut = false;

  bool any() const { return from.any() || cut; }
  friend bool operator==(const Practice&, const Practice&) = default;
};

// From so many reports on it is known, and told once (A05) instead of report by report.
inline constexpr std::size_t kReportsOfPractice = 3;

// The findings but for those that the practice explains.
std::vector<Finding> unexplained(std::vector<Finding> findings, const Practice& practice);

class PublisherPractice {
 public:
  // Takes note of what the next report shows. Gives back those of its findings that are to be told:
  // all but those that only the practice explains, once that is known.
  //   the first two reports that are cut off: N01; the third and all others: nothing
  std::vector<Finding> tell(std::size_t edition, std::vector<Finding> findings);

  Practice known() const;
  // The reports that show some of it.
  std::set<std::size_t> shown_by(const Practice& practice) const;

 private:
  std::size_t count(ShownPractice shown) const;

  std::map<ShownPractice, std::set<std::size_t>> editions_;
};

}  // namespace tradereport::validator
