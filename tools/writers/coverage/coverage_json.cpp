#include "tools/writers/coverage/coverage_json.h"

#include "tools/writers/findings/finding_json.h"

namespace tradereport::tools {

namespace {

Json decimal_or_null(const std::optional<Rational>& end, int decimals) {
  return end ? Json(round_down(*end, decimals)) : Json(nullptr);
}

Json figure_json(const Figure& figure, const CheckedFigure& checked, const Coverage& coverage) {
  const int decimals = figure.value.decimals();
  Json json = item_json(item_of(figure));
  json["state"] = std::string(to_string(checked.state));
  json["unnoticed"] = {{"min", decimal_or_null(checked.unnoticed.lo, decimals)},
                       {"max", decimal_or_null(checked.unnoticed.hi, decimals)}};
  json["relations"] = Json::array();
  for (const int index : checked.relations)
    json["relations"].push_back(coverage.relations[static_cast<std::size_t>(index)].id);
  return json;
}

Json numeral_json(const Numeral& numeral) {
  PrintedItem item;
  item.printed = numeral.printed;
  item.source = numeral.source;
  Json json = item_json(item);
  const bool unread = numeral.use == NumeralUse::unread;
  json["state"] = std::string(to_string(unread ? NumeralState::unread : NumeralState::declared));
  json["unnoticed"] = nullptr;
  json["relations"] = Json::array();
  if (!unread) json["use"] = std::string(to_string(numeral.use));
  return json;
}

}  // namespace

Json numerals_json(const Report& report, const Coverage& coverage) {
  Json all = Json::array();
  const CheckedFigure blind;
  std::size_t next = 0;
  const auto add = [&](const Figure& figure) {
    const bool known = next < coverage.figures.size();
    all.push_back(figure_json(figure, known ? coverage.figures[next] : blind, coverage));
    ++next;
  };
  for (const Figure& figure : report.figures) add(figure);
  for (const Claim& claim : report.claims) add(claim);
  for (const Numeral& numeral : report.numerals) {
    if (numeral.use != NumeralUse::cell && numeral.use != NumeralUse::claim)
      all.push_back(numeral_json(numeral));
  }
  return all;
}

Json holding_relations_json(const Coverage& coverage, Language language) {
  Json all = Json::array();
  for (const FindingRelation& relation : coverage.relations) {
    Json json;
    json["id"] = relation.id;
    json["kind"] = std::string(to_string(relation.sort));
    json["name"] = relation.name.at(language_tag(language));
    json["span"] = std::string(to_string(relation.span));
    json["world"] = std::string(to_string(relation.world));
    all.push_back(std::move(json));
  }
  return all;
}

}  // namespace tradereport::tools
