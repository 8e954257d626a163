#include "validator/relation_groups.h"

#include <algorithm>
#include <map>
#include <set>

#include "validator/rules/claims.h"

namespace tradereport {

namespace {

bool has(const std::vector<const Figure*>& figures, const Figure* figure) {
  return std::find(figures.begin(), figures.end(), figure) != figures.end();
}

void keep_if_any(std::vector<Suspect>& suspects, const auto& wanted) {
  if (std::any_of(suspects.begin(), suspects.end(), wanted))
    std::erase_if(suspects, [&](const Suspect& suspect) { return !wanted(suspect); });
}

class Grouping {
 public:
  explicit Grouping(const Context& context)
      : context_(context), confirmed_(confirmed_figures(context.report)) {
    for (std::size_t i = 0; i < context.contradictions.size(); ++i) {
      left_.insert(i);
      for (const Figure* figure : context.contradictions[i].figures) {
        if (!has(order_, figure)) order_.push_back(figure);
      }
    }
    for (const Figure* figure : order_)
      repairs_.emplace(figure, repair(*figure, context.relations, context.evidence));
  }

  std::vector<RelationGroup> run() {
    std::vector<RelationGroup> groups;
    while (!left_.empty()) {
      groups.push_back(group_of(best()));
      for (const std::size_t member : groups.back().members) left_.erase(member);
    }
    return groups;
  }

 private:
  std::vector<std::size_t> explained_by(const Figure* figure) const {
    std::vector<std::size_t> members;
    for (const std::size_t i : left_) {
      if (has(context_.contradictions[i].figures, figure)) members.push_back(i);
    }
    return members;
  }

  const Figure* best() const {
    const Figure* found = nullptr;
    std::pair<bool, std::size_t> found_rank{false, 0};
    for (const Figure* figure : order_) {
      const std::size_t count = explained_by(figure).size();
      const std::pair<bool, std::size_t> rank{repairs_.at(figure).possible, count};
      if (count == 0 || (found != nullptr && rank <= found_rank)) continue;
      found = figure;
      found_rank = rank;
    }
    return found;
  }

  RelationGroup group_of(const Figure* figure) const {
    RelationGroup group;
    group.members = explained_by(figure);
    for (const Figure* other : order_) {
      const bool common = std::all_of(
          group.members.begin(), group.members.end(),
          [&](std::size_t i) { return has(context_.contradictions[i].figures, other); });
      if (common) group.suspects.push_back({other, repairs_.at(other)});
    }
    keep_if_any(group.suspects, [](const Suspect& s) { return s.repair.possible; });
    keep_if_any(group.suspects, [&](const Suspect& s) { return !has(confirmed_, s.figure); });
    return group;
  }

  const Context& context_;
  std::vector<const Figure*> confirmed_;
  std::vector<const Figure*> order_;  // all figures of contradictions, each once
  std::set<std::size_t> left_;
  std::map<const Figure*, Repair> repairs_;
};

}  // namespace

std::vector<RelationGroup> group_contradictions(const Context& context) {
  return Grouping(context).run();
}

}  // namespace tradereport
