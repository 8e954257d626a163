#include "validator/findings/certainty.h"

#include <algorithm>
#include <tuple>

namespace tradereport::validator {

namespace {

// The likeliest suspect has so much of the likelihood of all.
constexpr double kMuch = 0.9;

bool stands_in(const std::vector<int>& all, int one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool is_in_every_set(int observation, const Blame& blame) {
  return blame.complete && std::all_of(blame.sets.begin(), blame.sets.end(), [&](const auto& set) {
           return stands_in(set, observation);
         });
}

// No contradiction has to do with it and with another mistake: these may be others than they seem.
bool is_apart(int observation, const std::vector<int>& others, const Blame& blame) {
  return std::none_of(
      blame.conflicts.begin(), blame.conflicts.end(), [&](const Conflict& conflict) {
        return stands_in(conflict.observations, observation) &&
               std::any_of(others.begin(), others.end(),
                           [&](int other) { return stands_in(conflict.observations, other); });
      });
}

}  // namespace

Certainty certainty_of(const Fault& fault, const Blame& blame) {
  const int first = fault.suspects.front().observation;
  if (fault.suspects.size() == 1 && is_in_every_set(first, blame) &&
      is_apart(first, fault.others, blame))
    return Certainty::proved;
  double all = 0;
  for (const Suspect& suspect : fault.suspects) all += suspect.likelihood.score;
  return fault.suspects.front().likelihood.score >= kMuch * all ? Certainty::likely
                                                                : Certainty::undetermined;
}

bool stands_before(const Source& a, const Source& b) {
  const auto order = [](const Source& source) {
    const Box box = source.boxes.empty() ? Box{} : source.boxes.front();
    return std::make_tuple(source.page, source.line, box.y0, box.x0, source.begin);
  };
  return order(a) < order(b);
}

void settle(Finding& finding) {
  auto& candidates = finding.candidates;
  if (candidates.empty()) return;
  if (finding.certainty == Certainty::undetermined) {
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) {
                       return stands_before(a.item.source, b.item.source);
                     });
    for (Candidate& candidate : candidates) candidate.suggested.clear();
  } else {
    for (Candidate& candidate : candidates)
      if (candidate.explanation > 0) candidate.suggested.clear();
  }
  finding.source = candidates.front().item.source;
}

}  // namespace tradereport::validator
