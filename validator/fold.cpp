#include "validator/fold.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>

#include "validator/relation_groups.h"
#include "validator/repair.h"
#include "validator/rules/claims.h"
#include "validator/rules/top_lists.h"
#include "validator/wording.h"

namespace tradereport {

namespace {

// The identities of everything that figures, claims and lists get wrong.
std::set<std::string> faults(const Context& context) {
  std::set<std::string> all;
  for (const Contradiction& c : context.contradictions) all.insert(c.relation->key());
  for (const WrongClaim& claim : wrong_claims(context.report))
    all.insert("claim/" + std::to_string(claim.index));
  for (const WrongList& list : wrong_lists(context.report, context.family))
    all.insert("list/" + std::to_string(list.index));
  return all;
}

// A report in which figures have been replaced, and what follows from it.
struct Corrected {
  Corrected(const Context& original, Report changed)
      : report(std::move(changed)), context(report, original.family, original.relations) {}
  Report report;
  Context context;
};

class Fold {
 public:
  Fold(const Context& context, Drafts drafts)
      : original_(context), drafts_(std::move(drafts)), gone_(drafts_.size(), false) {}

  std::vector<Finding> run() {
    claims_under_lists();
    claims_and_tables();
    relations();
    problems();
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (!gone_[i]) findings.push_back(std::move(drafts_[i].finding));
    }
    return findings;
  }

 private:
  const Context& current() const { return corrected_ ? corrected_->context : original_; }

  std::size_t index_of(const Figure* figure) const {
    const auto& figures = current().report.figures;
    const Figure* const begin = figures.data();
    if (figure >= begin && figure < begin + figures.size())
      return static_cast<std::size_t>(figure - begin);
    return static_cast<std::size_t>(figure - original_.report.figures.data());
  }

  std::unique_ptr<Corrected> with(std::size_t figure, const Decimal& value) const {
    Report changed = current().report;
    changed.figures[figure].value = value;
    return std::make_unique<Corrected>(original_, std::move(changed));
  }

  void absorb(std::size_t parent, std::size_t child) {
    if (parent == child || gone_[child]) return;
    gone_[child] = true;
    Finding& finding = drafts_[parent].finding;
    const Finding& folded = drafts_[child].finding;
    finding.proof.insert(finding.proof.end(), folded.proof.begin(), folded.proof.end());
    for (const FigureKey& key : folded.involved) {
      if (std::find(finding.involved.begin(), finding.involved.end(), key) ==
          finding.involved.end())
        finding.involved.push_back(key);
    }
  }

  // A wrong name in a list gives its figures to the wrong row: they agree with the right one.
  void claims_under_lists() {
    for (std::size_t l = 0; l < drafts_.size(); ++l) {
      const TopList* const list = drafts_[l].list;
      if (list == nullptr || drafts_[l].expected.empty() || list->sentence.empty()) continue;
      for (std::size_t c = 0; c < drafts_.size(); ++c) {
        const Claim* const claim = drafts_[c].claim;
        if (claim == nullptr || claim->sentence != list->sentence ||
            claim->key.flow != list->flow || claim->key.span != list->span)
          continue;
        if (follows_wrong_name(*claim, *list, drafts_[l].expected)) absorb(l, c);
      }
    }
  }

  bool follows_wrong_name(const Claim& claim, const TopList& list,
                          const std::vector<std::string>& expected) const {
    for (std::size_t i = 0; i < std::min(list.names.size(), expected.size()); ++i) {
      if (list.names[i] != claim.key.row || expected[i] == claim.key.row) continue;
      for (const Figure& figure : original_.report.figures) {
        const FigureKey& key = figure.key;
        if (key.row == expected[i] && key.flow == list.flow && key.span == list.span &&
            key.measure == claim.key.measure && agree(figure.value, claim.value))
          return true;
      }
    }
    return false;
  }

  // Which side is wrong; corrections of tables are kept for what follows.
  void claims_and_tables() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const Draft& draft = drafts_[i];
      if (gone_[i] || draft.claim == nullptr || draft.figure == nullptr) continue;
      std::set<std::string> before = faults(current());
      auto corrected = with(index_of(draft.figure), draft.claim->value);
      std::set<std::string> after = faults(corrected->context);
      before.erase(draft.identity);
      after.erase(draft.identity);
      if (after.size() < before.size()) {
        blame_table(i);
        for (std::size_t other = 0; other < drafts_.size(); ++other) {
          const std::string& identity = drafts_[other].identity;
          if (before.contains(identity) && !after.contains(identity)) absorb(i, other);
        }
        corrected_ = std::move(corrected);
        continue;
      }
      for (const Contradiction& broken : corrected->context.contradictions) {
        if (before.contains(broken.relation->key())) continue;
        show_what_would_break(i, broken);
        break;
      }
    }
  }

  void blame_table(std::size_t i) {
    Draft& draft = drafts_[i];
    Finding& finding = draft.finding;
    const Figure& figure = *draft.figure;
    finding.message = finding.rule + ".table";
    finding.blamed = figure.key;
    finding.printed = figure.printed;
    finding.decimals = figure.value.decimals();
    finding.source = figure.source;
    finding.suggested = draft.claim->value.to_string();
    finding.possible =
        repair(original_.report.figures[index_of(&figure)], original_.relations, original_.evidence)
            .range;
    finding.involved = {figure.key, draft.claim->key};
  }

  void show_what_would_break(std::size_t i, const Contradiction& broken) {
    ProofStep step;
    step.key = "proof.would_break";
    const Relation& relation = *broken.relation;
    step.args["claim"] = drafts_[i].finding.args["claim"];
    put(step.args, "relation",
        [&](Language language) { return relation_name(relation, original_.family, language); });
    put_term(step.args, "world", "world", to_string(relation.world));
    put_term(step.args, "span", "span", to_string(relation.span));
    const TwoBounds text = bounds_text(broken);
    step.args["whole"] = text.whole;
    step.args["parts"] = text.parts;
    drafts_[i].finding.proof.push_back(std::move(step));
  }

  std::size_t draft_of(const Contradiction& contradiction) const {
    const std::string key = contradiction.relation->key();
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (!gone_[i] && drafts_[i].contradiction != nullptr && drafts_[i].identity == key) return i;
    }
    return drafts_.size();
  }

  // T before G before S before R, then by number.
  static std::pair<std::size_t, std::string> rule_order(const std::string& rule) {
    return {std::string_view("TGSR").find(rule.front()), rule};
  }

  void relations() {
    for (RelationGroup& group : group_contradictions(current())) {
      std::vector<std::size_t> members;
      for (const std::size_t member : group.members) {
        const std::size_t draft = draft_of(current().contradictions[member]);
        if (draft < drafts_.size()) members.push_back(draft);
      }
      if (members.empty()) continue;
      const std::size_t lead =
          *std::min_element(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
            return rule_order(drafts_[a].finding.rule) < rule_order(drafts_[b].finding.rule);
          });
      for (const std::size_t member : members) absorb(lead, member);
      lists_of(lead, group);
      suspects_first(drafts_[lead].finding, group);
      if (group.suspects.size() == 1) blame(drafts_[lead].finding, group.suspects.front());
    }
  }

  // A top-N list that is only out of order because of a wrong level: then no other figure is
  // suspected that would leave the list as it is.
  void lists_of(std::size_t lead, RelationGroup& group) {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (gone_[i] || drafts_[i].finding.rule != "M02") continue;
      std::vector<Suspect> clearing;
      for (const Suspect& suspect : group.suspects) {
        if (clears(suspect, drafts_[i].identity)) clearing.push_back(suspect);
      }
      if (clearing.empty()) continue;
      group.suspects = std::move(clearing);
      absorb(lead, i);
    }
  }

  bool clears(const Suspect& suspect, const std::string& identity) const {
    if (!suspect.repair.range || suspect.figure->key.measure != Measure::value) return false;
    const int decimals = suspect.figure->value.decimals();
    for (const Rational& end : {suspect.repair.range->lo, suspect.repair.range->hi}) {
      const auto value = Decimal::parse(round_down(end, decimals));
      if (value && !faults(with(index_of(suspect.figure), *value)->context).contains(identity))
        return true;
    }
    return false;
  }

  static void suspects_first(Finding& finding, const RelationGroup& group) {
    std::stable_partition(
        finding.involved.begin(), finding.involved.end(), [&](const FigureKey& key) {
          return std::any_of(group.suspects.begin(), group.suspects.end(),
                             [&](const Suspect& suspect) { return suspect.figure->key == key; });
        });
  }

  static void blame(Finding& finding, const Suspect& suspect) {
    const Figure& figure = *suspect.figure;
    finding.blamed = figure.key;
    finding.printed = figure.printed;
    finding.decimals = figure.value.decimals();
    finding.source = figure.source;
    finding.possible = suspect.repair.range;
    finding.suggested = suspect.repair.only(finding.decimals);
  }

  static std::string detail(const Problem& problem, const std::string& name) {
    const auto found = problem.details.find(name);
    return found == problem.details.end() ? "" : found->second;
  }

  // Where a name is repeated or unknown, the one that belongs there is missing.
  void problems() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const Draft& draft = drafts_[i];
      if (gone_[i]) continue;
      if (draft.problem != nullptr && draft.problem->kind == Problem::Kind::unknown_row)
        absorb_missing_row(i, detail(*draft.problem, "place"));
      if (draft.finding.rule == "R02" && draft.list == nullptr)
        absorb_missing_row(i, draft.finding.involved.front().place);
      if (draft.problem != nullptr && draft.problem->kind == Problem::Kind::list_lengths)
        absorb_unread(i, detail(*draft.problem, "sentence"));
    }
  }

  void absorb_missing_row(std::size_t parent, const std::string& place) {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const Problem* const problem = drafts_[i].problem;
      if (gone_[i] || problem == nullptr || problem->kind != Problem::Kind::missing ||
          detail(*problem, "what") != "row" || detail(*problem, "place") != place)
        continue;
      ProofStep step{"proof.missing", {}, {}};
      step.args["row"] = detail(*problem, "name");
      put(step.args, "place", [&](Language language) { return describe_place(place, language); });
      absorb(parent, i);
      drafts_[parent].finding.proof.push_back(std::move(step));
      return;
    }
  }

  void absorb_unread(std::size_t parent, const std::string& sentence) {
    if (sentence.empty()) return;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const std::string& context = drafts_[i].context;
      if (gone_[i] || context.empty()) continue;
      if (sentence.find(context) == sentence.npos && context.find(sentence) == context.npos)
        continue;
      ProofStep step{"proof.unread", drafts_[i].finding.args, drafts_[i].finding.source};
      absorb(parent, i);
      drafts_[parent].finding.proof.push_back(std::move(step));
    }
  }

  const Context& original_;
  Drafts drafts_;
  std::vector<bool> gone_;
  std::unique_ptr<Corrected> corrected_;  // the report with the tables' wrong figures replaced
};

}  // namespace

std::vector<Finding> fold(const Context& context, Drafts drafts) {
  return Fold(context, std::move(drafts)).run();
}

}  // namespace tradereport
