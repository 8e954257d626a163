#include "validator/findings/certainty.h"

#include <algorithm>
#include <tuple>

namespace tradereport::validator {

namespace {

// The likeliest suspect has so much of the likelihood of all.
constexpr double kMuch = 0.9;

}  // namespace

Certainty certainty_of(const Fault& fault, const Blame& blame) {
  // What only explains everything beside mistakes elsewhere is not alone: they may be others.
  if (fault.suspects.size() == 1 && fault.others.empty() && blame.complete)
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
