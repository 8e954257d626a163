#include "schemas/finding.h"

#include <algorithm>

namespace tradereport {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

std::string_view to_string(Certainty certainty) {
  switch (certainty) {
    case Certainty::proved:
      return "proved";
    case Certainty::likely:
      return "likely";
    case Certainty::undetermined:
      return "undetermined";
  }
  return "undetermined";
}

std::string_view to_string(RelationSort sort) {
  switch (sort) {
    case RelationSort::sum:
      return "sum";
    case RelationSort::difference:
      return "difference";
    case RelationSort::part:
      return "part";
    case RelationSort::ranking:
      return "ranking";
    case RelationSort::month:
      return "month";
    case RelationSort::growth:
      return "growth";
    case RelationSort::same:
      return "same";
    case RelationSort::list:
      return "list";
  }
  return "sum";
}

std::string_view to_string(RelationWorld world) {
  switch (world) {
    case RelationWorld::this_year:
      return "this_year";
    case RelationWorld::last_year:
      return "last_year";
    case RelationWorld::nation:
      return "nation";
    case RelationWorld::text:
      return "text";
    case RelationWorld::previous_period:
      return "previous_period";
    case RelationWorld::archive:
      return "archive";
  }
  return "this_year";
}

PrintedItem item_of(const Figure& figure) {
  PrintedItem item;
  item.key = figure.key;
  item.value = figure.value;
  item.unit = figure.unit;
  item.printed = figure.printed;
  item.source = figure.source;
  return item;
}

const Candidate* Finding::blamed() const {
  if (candidates.empty() || certainty == Certainty::undetermined) return nullptr;
  return &candidates.front();
}

std::vector<FigureKey> figures_of(const Finding& finding) {
  std::vector<FigureKey> keys;
  const auto add = [&](const PrintedItem& item) {
    if (item.key && std::find(keys.begin(), keys.end(), *item.key) == keys.end())
      keys.push_back(*item.key);
  };
  for (const Candidate& candidate : finding.candidates) add(candidate.item);
  for (const EvidenceItem& evidence : finding.evidence) add(evidence.item);
  return keys;
}

}  // namespace tradereport
