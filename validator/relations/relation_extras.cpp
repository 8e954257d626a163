#include "validator/relations/relation_extras.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace tradereport::validator {

namespace {

const Bloc* bloc_of(const Family& family, std::string_view name) {
  for (const Bloc& bloc : family.blocs) {
    if (bloc.name == name) return &bloc;
  }
  return nullptr;
}

bool all_blocs(const Family& family, const Relation& relation) {
  return std::all_of(relation.parts.begin(), relation.parts.end(), [&](const RelationTerm& part) {
    return part.sign > 0 && bloc_of(family, part.unknown.row) != nullptr;
  });
}

// A name of a set that blocs have their members from. One that the family does not know may be a
// member under another name.
bool known_partner(const Family& family, std::string_view name) {
  const auto has_members = [&](const NameSet& set) {
    return std::any_of(family.blocs.begin(), family.blocs.end(), [&](const Bloc& bloc) {
      return std::any_of(bloc.members.begin(), bloc.members.end(),
                         [&](const std::string& other) { return set.has(other); });
    });
  };
  return bloc_of(family, name) == nullptr &&
         std::any_of(family.names.begin(), family.names.end(),
                     [&](const NameSet& set) { return set.has(name) && has_members(set); });
}

bool member(const Family& family, const Relation& blocs, std::string_view name) {
  return std::any_of(blocs.parts.begin(), blocs.parts.end(), [&](const RelationTerm& part) {
    const auto& members = bloc_of(family, part.unknown.row)->members;
    return std::find(members.begin(), members.end(), name) != members.end();
  });
}

void add_unions(const Family& family, const std::vector<Relation>& relations,
                std::vector<Relation>& extra) {
  for (const Relation& blocs : relations) {
    if (blocs.equal || blocs.parts.empty() || blocs.kind == RelationKind::ranked ||
        blocs.kind == RelationKind::month_within_year_to_date || !all_blocs(family, blocs))
      continue;
    for (const Relation& partners : relations) {
      if (&partners == &blocs || partners.equal || partners.partial ||
          partners.kind == RelationKind::ranked || partners.whole.unknown != blocs.whole.unknown ||
          partners.kind == RelationKind::month_within_year_to_date)
        continue;
      Relation both = blocs;
      both.kind = RelationKind::union_of_blocs;
      both.id = {};
      for (const RelationTerm& part : partners.parts) {
        const std::string_view name = part.unknown.row;
        if (part.sign > 0 && known_partner(family, name) && !member(family, blocs, name))
          both.parts.push_back(part);
      }
      if (both.parts.size() > blocs.parts.size()) extra.push_back(std::move(both));
    }
  }
}

class Outsiders {
 public:
  Outsiders(const Report& report, const Family& family, std::vector<Relation>& extra)
      : report_(report), family_(family), extra_(extra) {}

  void add(const TableForm& table, const GroupForm& group) {
    const NameSet* const set = family_.name_set(group.names);
    if (group.ranked == 0 || set == nullptr || !nonnegative(family_, table.flow)) return;
    const std::vector<std::string_view> month = names(table, group, Span::month);
    const std::vector<std::string_view> ytd = names(table, group, Span::ytd);
    if (!complete(group, *set, month) || !complete(group, *set, ytd)) return;
    for (const Span span : {Span::month, Span::ytd}) {
      const std::vector<std::string_view>& listed = span == Span::month ? month : ytd;
      for (const std::string_view name : span == Span::month ? ytd : month) {
        if (std::find(listed.begin(), listed.end(), name) != listed.end()) continue;
        relation(RelationKind::outsider, "R01", table,
                 {table.flow, listed.back(), span, Population::this_year},
                 {table.flow, name, span, Population::this_year}, false);
        relation(RelationKind::month_within_year_to_date, "T04", table,
                 {table.flow, name, Span::ytd, Population::this_year},
                 {table.flow, name, Span::month, Population::this_year}, report_.period.month == 1);
      }
    }
  }

 private:
  // By rank.
  std::vector<std::string_view> names(const TableForm& table, const GroupForm& group,
                                      Span span) const {
    std::vector<const FigureKey*> keys;
    for (const Figure& figure : report_.figures) {
      const FigureKey& key = figure.key;
      if (key.span == span && key.measure == Measure::value && key.place == table.id &&
          key.group == group.name && key.flow == table.flow)
        keys.push_back(&key);
    }
    std::stable_sort(keys.begin(), keys.end(),
                     [](const FigureKey* a, const FigureKey* b) { return a->rank < b->rank; });
    std::vector<std::string_view> result;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (keys[i]->rank != static_cast<int>(i) + 1) return {};
      result.push_back(keys[i]->row);
    }
    return result;
  }

  static bool complete(const GroupForm& group, const NameSet& set,
                       const std::vector<std::string_view>& listed) {
    const std::set<std::string_view> different(listed.begin(), listed.end());
    return static_cast<int>(listed.size()) == group.ranked && different.size() == listed.size() &&
           std::all_of(listed.begin(), listed.end(),
                       [&](std::string_view name) { return set.has(name); });
  }

  void relation(RelationKind kind, std::string_view rule, const TableForm& table,
                const Unknown& whole, const Unknown& part, bool equal) {
    Relation relation;
    relation.kind = kind;
    relation.rule = rule;
    relation.span = whole.span;
    relation.equal = equal;
    relation.place = table.id;
    relation.whole = {1, whole};
    relation.parts = {{1, part}};
    const auto same = [&](const Relation& other) {
      return other.kind == kind && other.span == relation.span && other.whole.unknown == whole &&
             other.parts.front().unknown == part;
    };
    if (std::none_of(extra_.begin(), extra_.end(), same)) extra_.push_back(std::move(relation));
  }

  const Report& report_;
  const Family& family_;
  std::vector<Relation>& extra_;
};

}  // namespace

std::vector<Relation> extra_relations(const Report& report, const Family& family,
                                      const std::vector<Relation>& relations) {
  std::vector<Relation> extra;
  add_unions(family, relations, extra);
  Outsiders outsiders(report, family, extra);
  for (const TableForm& table : family.tables) {
    for (const GroupForm& group : table.groups) outsiders.add(table, group);
  }
  return extra;
}

}  // namespace tradereport::validator
