#include "tools/writers/findings/finding_json.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "tools/writers/findings/possible.h"
#include "validator/findings/describe.h"

namespace tradereport::tools {

namespace {

Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(std::string(text));
}

// Hundredths of a point are finer than any printer.
double rounded(double points) {
  return std::round(points * 100) / 100;
}

Json boxes_json(const std::vector<Box>& boxes) {
  Json list = Json::array();
  for (const Box& box : boxes)
    list.push_back({rounded(box.x0), rounded(box.y0), rounded(box.x1), rounded(box.y1)});
  return list;
}

Json bounds_json(const Bounds& bounds, int decimals) {
  const EndsText text = ends_text(bounds, decimals);
  Json json;
  json["min"] = text.min ? Json(*text.min) : Json(nullptr);
  json["max"] = text.max ? Json(*text.max) : Json(nullptr);
  return json;
}

// place … boxes, as in figures.csv; all of it null for nothing.
void add_item(Json& json, const PrintedItem* item) {
  const FigureKey* const key = item != nullptr && item->key ? &*item->key : nullptr;
  const auto text = [&](const auto& of) { return key ? text_or_null(of(*key)) : Json(nullptr); };
  json["place"] = text([](const FigureKey& k) { return k.place; });
  json["span"] = text([](const FigureKey& k) { return to_string(k.span); });
  json["flow"] = text([](const FigureKey& k) { return k.flow; });
  json["group"] = text([](const FigureKey& k) { return k.group; });
  json["rank"] = key != nullptr && key->rank > 0 ? Json(key->rank) : Json(nullptr);
  json["row"] = text([](const FigureKey& k) { return k.row; });
  json["measure"] = text([](const FigureKey& k) { return to_string(k.measure); });
  json["word"] = item != nullptr && item->word;
  json["value"] = item != nullptr && item->value ? Json(item->value->to_string()) : Json(nullptr);
  json["unit"] = item != nullptr ? text_or_null(item->unit) : Json(nullptr);
  json["printed"] = item != nullptr ? text_or_null(item->printed) : Json(nullptr);
}

void add_what_would_be_right(Json& json, const Candidate* candidate) {
  json["suggested"] = candidate != nullptr ? text_or_null(candidate->suggested) : Json(nullptr);
  json["possible"] = candidate != nullptr && candidate->possible
                         ? bounds_json(*candidate->possible, decimals_of(candidate->item))
                         : Json(nullptr);
}

void add_source(Json& json, const Source& source) {
  json["page"] = source.page > 0 ? Json(source.page) : Json(nullptr);
  json["line"] = source.line > 0 ? Json(source.line) : Json(nullptr);
  json["boxes"] = boxes_json(source.boxes);
}

Json evidence_json(const EvidenceItem& evidence, const std::string& file) {
  Json json;
  json["file"] = evidence.item.file.empty() ? file : evidence.item.file;
  add_item(json, &evidence.item);
  json["interval"] = bounds_json(evidence.interval, decimals_of(evidence.item));
  add_source(json, evidence.item.source);
  return json;
}

// With one decimal more than the figures that it comes from.
int decimals_shown(const Finding& finding, const RelationItem& item) {
  int decimals = 1;
  for (const int index : item.evidence)
    decimals =
        std::max(decimals, decimals_of(finding.evidence[static_cast<std::size_t>(index)].item));
  return decimals;
}

Json relation_json(const Finding& finding, const FindingRelation& relation, Language language) {
  Json json;
  json["id"] = relation.id;
  json["kind"] = std::string(to_string(relation.sort));
  json["name"] = relation.name.at(language_tag(language));
  json["span"] = std::string(to_string(relation.span));
  json["world"] = std::string(to_string(relation.world));
  json["items"] = Json::array();
  int decimals = 1;
  for (const RelationItem& item : relation.items) {
    const int its = decimals_shown(finding, item);
    decimals = std::max(decimals, its);
    Json line;
    line["side"] = item.left ? "left" : "right";
    line["sign"] = item.sign;
    line["row"] = item.row;
    line["evidence"] = item.evidence;
    line["interval"] = bounds_json(item.interval, its);
    json["items"].push_back(std::move(line));
  }
  json["left"] = bounds_json(relation.left, decimals);
  json["right"] = bounds_json(relation.right, decimals);
  return json;
}

Json inequality_json(const CertificateRow& row) {
  Json json;
  json["multiplier"] = row.multiplier.get_str();
  json["terms"] = Json::array();
  for (const CertificateTerm& term : row.terms) {
    Json level;
    level["coefficient"] = term.coefficient.get_str();
    level["flow"] = term.flow;
    level["row"] = term.row;
    level["span"] = std::string(to_string(term.span));
    level["world"] = std::string(to_string(term.world));
    level["by_growth"] = term.by_growth;
    json["terms"].push_back(std::move(level));
  }
  json["sense"] = row.multiplier > 0 ? ">=" : "<=";
  json["bound"] = row.bound.get_str();
  json["evidence"] = row.evidence >= 0 ? Json(row.evidence) : Json(nullptr);
  json["relation"] = row.relation >= 0 ? Json(row.relation) : Json(nullptr);
  return json;
}

Json certainty_json(const Finding& finding) {
  if (finding.candidates.empty()) return nullptr;
  return std::string(to_string(finding.certainty));
}

}  // namespace

Json item_json(const PrintedItem& item) {
  Json json;
  add_item(json, &item);
  add_source(json, item.source);
  return json;
}

Json candidate_json(const Candidate& candidate, const std::string& file) {
  Json json;
  json["explanation"] = candidate.explanation;
  json["file"] = candidate.item.file.empty() ? file : candidate.item.file;
  add_item(json, &candidate.item);
  add_what_would_be_right(json, &candidate);
  add_source(json, candidate.item.source);
  return json;
}

Json finding_json(const Finding& finding, const std::string& file, Language language,
                  bool certificates) {
  const Candidate* const blamed = finding.blamed();
  Json json;
  json["rule"] = finding.rule;
  json["severity"] = std::string(to_string(finding.severity));
  json["certainty"] = certainty_json(finding);
  json["fingerprint"] = finding.fingerprint;
  json["message"] = validator::describe(finding, language);
  add_item(json, blamed != nullptr ? &blamed->item : nullptr);
  add_what_would_be_right(json, blamed);
  add_source(json, finding.source);
  json["candidates"] = Json::array();
  for (const Candidate& candidate : finding.candidates)
    json["candidates"].push_back(candidate_json(candidate, file));
  json["evidence"] = Json::array();
  for (const EvidenceItem& evidence : finding.evidence)
    json["evidence"].push_back(evidence_json(evidence, file));
  json["relations"] = Json::array();
  for (const FindingRelation& relation : finding.relations)
    json["relations"].push_back(relation_json(finding, relation, language));
  json["proof"] = validator::describe_proof(finding, language, certificates);
  json["certificate"] = Json::array();
  json["inequalities"] = Json::array();
  if (!certificates) return json;
  json["certificate"] = validator::describe_certificate(finding, language);
  for (const CertificateRow& row : finding.certificate)
    json["inequalities"].push_back(inequality_json(row));
  return json;
}

}  // namespace tradereport::tools
