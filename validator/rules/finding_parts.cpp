#include "validator/rules/finding_parts.h"

#include <algorithm>
#include <utility>

#include "schemas/messages.h"

namespace tradereport::validator {

namespace {

template <class Text>
std::map<std::string, std::string> in_both(Text text) {
  return {{"en", text(Language::en)}, {"zh", text(Language::zh)}};
}

bool subtracts(const Relation& relation) {
  return std::any_of(relation.parts.begin(), relation.parts.end(),
                     [](const RelationTerm& part) { return part.sign < 0; });
}

bool same_item(const PrintedItem& a, const PrintedItem& b) {
  return a.key == b.key && a.printed == b.printed && a.file == b.file &&
         printed_at_one_place(a.source, b.source);
}

// Of the item in the finding's evidence, which it joins if it is new.
int index_of(Finding& finding, EvidenceItem item) {
  const auto found =
      std::find_if(finding.evidence.begin(), finding.evidence.end(),
                   [&](const EvidenceItem& known) { return same_item(known.item, item.item); });
  const auto index = static_cast<int>(found - finding.evidence.begin());
  if (found == finding.evidence.end()) finding.evidence.push_back(std::move(item));
  return index;
}

}  // namespace

int evidence_index(Finding& finding, const Figure& figure) {
  return index_of(finding, {item_of(figure), Bounds(figure.true_values())});
}

Candidate candidate_of(const Figure& figure) {
  Candidate candidate;
  candidate.item = item_of(figure);
  return candidate;
}

Candidate word_candidate(const std::string& printed, const std::string& suggested,
                         const Source& source) {
  Candidate candidate;
  candidate.item.word = true;
  candidate.item.printed = printed;
  candidate.item.source = source;
  candidate.suggested = suggested;
  return candidate;
}

RelationSort sort_of(const Relation& relation) {
  switch (relation.kind) {
    case RelationKind::month_within_year_to_date:
      return RelationSort::month;
    case RelationKind::ranked:
    case RelationKind::outsider:
      return RelationSort::ranking;
    case RelationKind::growth:
    case RelationKind::base_row:
      return RelationSort::growth;
    case RelationKind::revision:
      return RelationSort::same;
    case RelationKind::declared:
    case RelationKind::union_of_blocs:
    case RelationKind::year_to_date_of_months:
      break;
  }
  if (!relation.equal) return RelationSort::part;
  return subtracts(relation) ? RelationSort::difference : RelationSort::sum;
}

RelationWorld world_of(Population population) {
  switch (population) {
    case Population::this_year:
      return RelationWorld::this_year;
    case Population::last_year:
    case Population::by_growth:
      return RelationWorld::last_year;
    case Population::nation:
      return RelationWorld::nation;
    case Population::previous_period:
      return RelationWorld::previous_period;
  }
  return RelationWorld::this_year;
}

FindingRelation relation_shown(Finding& finding, const Relation& relation, const Evidence& evidence,
                               const Family& family) {
  FindingRelation shown;
  shown.id = relation.key();
  shown.sort = sort_of(relation);
  shown.name =
      in_both([&](Language language) { return relation_name(relation, family, language); });
  shown.span = relation.span;
  shown.world = world_of(relation.population);
  shown.equal = relation.equal;
  const auto add = [&](const RelationTerm& term, bool left) {
    const ImpliedBounds implied = evidence.of(term.unknown);
    RelationItem item;
    item.left = left;
    item.sign = term.sign;
    item.row = term.unknown.row;
    item.interval = implied.bounds;
    for (const Figure* const figure : implied.figures)
      item.evidence.push_back(evidence_index(finding, *figure));
    shown.items.push_back(std::move(item));
    return times_sign(term.sign, implied.bounds);
  };
  shown.left = add(relation.whole, true);
  shown.right = Bounds(Interval{0, 0});
  for (const RelationTerm& part : relation.parts) shown.right = shown.right + add(part, false);
  return shown;
}

void add_what_rests_on_it(Finding& finding, const Finding& other) {
  std::vector<int> moved;  // index of the other's evidence in this one's
  for (const EvidenceItem& item : other.evidence) moved.push_back(index_of(finding, item));
  for (FindingRelation relation : other.relations) {
    const auto same = [&](const FindingRelation& known) { return known.id == relation.id; };
    if (std::any_of(finding.relations.begin(), finding.relations.end(), same)) continue;
    for (RelationItem& item : relation.items)
      for (int& index : item.evidence) index = moved[static_cast<std::size_t>(index)];
    finding.relations.push_back(std::move(relation));
  }
  finding.proof.insert(finding.proof.end(), other.proof.begin(), other.proof.end());
}

void show_first(Finding& finding, int relation) {
  const auto begin = finding.relations.begin();
  std::rotate(begin, begin + relation, begin + relation + 1);
  for (CertificateRow& row : finding.certificate) {
    if (row.relation == relation)
      row.relation = 0;
    else if (row.relation >= 0 && row.relation < relation)
      ++row.relation;
  }
}

FindingRelation list_shown(const TopList& list) {
  FindingRelation shown;
  shown.sort = RelationSort::list;
  shown.span = list.span;
  shown.world = RelationWorld::text;
  shown.id = "list/" + std::string(to_string(list.span)) + "/" + list.flow;
  for (const std::string& name : list.names) {
    shown.id += "/" + name;
    shown.items.push_back({false, 1, name, {}, {}});
  }
  shown.name = in_both([&](Language language) {
    std::string names;
    for (const std::string& name : list.names)
      names += (names.empty() ? "" : format_message(language, "term.list.separator")) + name;
    return format_message(language, "relation.list", {{"names", names}});
  });
  return shown;
}

FindingRelation same_figure(Finding& finding, const Figure& left, const Figure& right) {
  FindingRelation shown;
  shown.id = "same/" + std::string(to_string(left.key.span)) + "/" + left.key.flow + "/" +
             left.key.row + "/" + std::string(to_string(left.key.measure));
  shown.sort = RelationSort::same;
  shown.name =
      in_both([&](Language language) { return format_message(language, "relation.same"); });
  shown.span = left.key.span;
  shown.world = RelationWorld::text;
  for (const Figure* const figure : {&left, &right}) {
    RelationItem item;
    item.left = figure == &left;
    item.row = figure->key.row;
    item.evidence = {evidence_index(finding, *figure)};
    item.interval = Bounds(figure->true_values());
    (item.left ? shown.left : shown.right) = item.interval;
    shown.items.push_back(std::move(item));
  }
  return shown;
}

}  // namespace tradereport::validator
