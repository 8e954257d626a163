#include "validator/findings/consolidation.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "validator/blame/faults.h"
#include "validator/figures/claims.h"
#include "validator/findings/fault_writer.h"
#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

namespace {

// Of a fault that no direct rule sees; what it says comes from the fault (fault_writer.h).
Draft joint_draft() {
  Draft draft;
  draft.identity = "joint";
  draft.finding.rule = kJointRule;
  draft.finding.severity = severity_of(kJointRule);
  draft.finding.message = kJointRule;
  return draft;
}

class Consolidation {
 public:
  Consolidation(const RuleInput& context, Drafts drafts, const System& system, Solver& solver)
      : context_(context),
        drafts_(std::move(drafts)),
        absorbed_(drafts_.size(), false),
        system_(system),
        solver_(solver) {}

  Consolidated run() {
    claims_under_lists();
    names_under_lists();
    if (!context_.possible) joint();
    problems();
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (!absorbed_[i]) findings.push_back(std::move(drafts_[i].finding));
    }
    return {std::move(findings), possible_};
  }

 private:
  void absorb(std::size_t parent, std::size_t child) {
    if (parent == child || absorbed_[child]) return;
    absorbed_[child] = true;
    add_what_rests_on_it(drafts_[parent].finding, drafts_[child].finding);
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

  // A name that stands twice in a list stands once where another belongs.
  void names_under_lists() {
    for (std::size_t l = 0; l < drafts_.size(); ++l) {
      if (drafts_[l].list == nullptr || drafts_[l].finding.rule != "M02") continue;
      for (std::size_t r = 0; r < drafts_.size(); ++r) {
        if (r != l && drafts_[r].list == drafts_[l].list) absorb(l, r);
      }
    }
  }

  bool follows_wrong_name(const Claim& claim, const TopList& list,
                          const std::vector<std::string>& expected) const {
    for (std::size_t i = 0; i < std::min(list.names.size(), expected.size()); ++i) {
      if (list.names[i] != claim.key.row || expected[i] == claim.key.row) continue;
      for (const Figure& figure : context_.report.figures) {
        const FigureKey& key = figure.key;
        if (key.row == expected[i] && key.flow == list.flow && key.span == list.span &&
            key.measure == claim.key.measure && agree(figure, claim))
          return true;
      }
    }
    return false;
  }

  // The observations of the joint system that a draft sets against each other.
  std::vector<int> observations_of(const Draft& draft, const System& system) const {
    std::vector<int> all;
    if (draft.claim != nullptr) all = {system.observation_of(draft.claim)};
    if (draft.claim != nullptr && draft.figure != nullptr)
      all.push_back(system.observation_of(draft.figure));
    if (draft.list != nullptr) {
      const int list = system.observation_of(draft.list);
      if (list < 0) return {};
      all.push_back(list);
      for (const std::vector<int>& conflict : system.printed_conflicts) {
        if (std::find(conflict.begin(), conflict.end(), list) != conflict.end())
          all.insert(all.end(), conflict.begin(), conflict.end());
      }
    }
    for (const Figure* figure : draft.printed) all.push_back(system.observation_of(figure));
    if (draft.contradiction != nullptr) {
      for (const Figure* figure : draft.contradiction->figures)
        all.push_back(system.observation_of(figure));
    }
    std::erase(all, -1);
    return all;
  }

  void joint() {
    Exclusions exclusions;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (absorbed_[i] && drafts_[i].claim != nullptr)
        exclusions.claims.push_back(
            static_cast<std::size_t>(drafts_[i].claim - context_.report.claims.data()));
    }
    if (exclusions.claims.empty()) return joint(system_, solver_);
    const System system = build_system(context_.figures, context_.family, context_.relations,
                                       context_.text, exclusions);
    Solver solver(system);
    joint(system, solver);
  }

  void joint(const System& system, Solver& solver) {
    const Blame blame = find_blame(system, solver);
    possible_ = blame.possible();
    if (possible_) return;
    const std::vector<Fault> faults = find_faults({&context_.report}, system, solver, blame);
    std::vector<std::vector<std::size_t>> members(faults.size());
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (absorbed_[i]) continue;
      const std::size_t fault = fault_of(observations_of(drafts_[i], system), faults);
      if (fault < faults.size()) members[fault].push_back(i);
    }
    FaultWriter writer(context_, system, solver, blame);
    for (std::size_t f = 0; f < faults.size(); ++f) {
      const std::size_t lead = lead_of(members[f], faults[f], system);
      if (lead < drafts_.size()) {
        for (const std::size_t member : members[f]) absorb(lead, member);
        if (f < kMostExamined) {
          writer.complete(drafts_[lead], faults[f]);
        } else {
          not_examined(drafts_[lead].finding);
        }
        continue;
      }
      if (f >= kMostExamined) continue;
      drafts_.push_back(joint_draft());
      absorbed_.push_back(false);
      writer.complete(drafts_.back(), faults[f]);
    }
  }

  // Whether the text or the table is wrong, and what should stand there, is not asked.
  static void not_examined(Finding& finding) {
    finding.candidates.clear();
    finding.proof.push_back({"proof.not_examined", {{"most", std::to_string(kMostExamined)}}, {}});
  }

  // The fault that explains a draft: one whose likeliest suspect it involves, or else any suspect.
  static std::size_t fault_of(const std::vector<int>& observations,
                              const std::vector<Fault>& faults) {
    const auto involved = [&](const Suspect& suspect) {
      return std::find(observations.begin(), observations.end(), suspect.observation) !=
             observations.end();
    };
    for (std::size_t f = 0; f < faults.size(); ++f) {
      if (involved(faults[f].suspects.front())) return f;
    }
    for (std::size_t f = 0; f < faults.size(); ++f) {
      if (std::any_of(faults[f].suspects.begin(), faults[f].suspects.end(), involved)) return f;
    }
    return faults.size();
  }

  // Text against table before a list, a list before relations, T before G before S before R.
  std::size_t lead_of(const std::vector<std::size_t>& members, const Fault& fault,
                      const System& system) const {
    const int blamed = fault.suspects.front().observation;
    std::size_t lead = drafts_.size();
    std::pair<std::size_t, std::string> least;
    for (const std::size_t i : members) {
      const Draft& draft = drafts_[i];
      std::size_t order = 2 + std::string_view("TGSR").find(draft.finding.rule.front());
      if (draft.claim != nullptr) order = 0;
      if (draft.list != nullptr)
        order = system.observation_of(draft.list) == blamed ? 1 : std::size_t{1000};
      const std::pair<std::size_t, std::string> key(order, draft.finding.rule);
      if (lead < drafts_.size() && key >= least) continue;
      lead = i;
      least = key;
    }
    return lead;
  }

  // The problem that the draft tells of, if it is of that type.
  template <class What>
  static const What* problem_of(const Draft& draft) {
    return draft.problem == nullptr ? nullptr : std::get_if<What>(&draft.problem->what);
  }

  // Where a name is repeated or unknown, the one that belongs there is missing.
  void problems() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const Draft& draft = drafts_[i];
      if (absorbed_[i]) continue;
      if (const auto* const row = problem_of<UnknownRow>(draft)) absorb_missing_row(i, row->place);
      if (draft.finding.rule == "R02" && draft.list == nullptr)
        absorb_missing_row(i, draft.finding.evidence.front().item.key->place);
      if (const auto* const lists = problem_of<ListLengths>(draft))
        absorb_unread(i, lists->sentence);
      if (problem_of<UnreadCells>(draft) != nullptr || problem_of<UnitDiffers>(draft) != nullptr ||
          problem_of<Placeholder>(draft) != nullptr)
        absorb_unread(i, draft.finding.source);
    }
  }

  void absorb_missing_row(std::size_t parent, const std::string& place) {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      const auto* const missing = problem_of<Missing>(drafts_[i]);
      if (absorbed_[i] || missing == nullptr || missing->what != "row" || missing->place != place)
        continue;
      ProofStep step{"proof.missing", {}, {}};
      step.args["row"] = missing->name;
      put_place(step.args, "place", place);
      absorb(parent, i);
      drafts_[parent].finding.proof.push_back(std::move(step));
      return;
    }
  }

  void absorb_unread(std::size_t parent, const std::string& sentence) {
    if (sentence.empty()) return;
    absorb_unread(parent, [&](const Draft& draft) {
      const std::string& context = draft.context;
      return sentence.find(context) != sentence.npos || context.find(sentence) != context.npos;
    });
  }

  // What stands unread on the line of a row.
  void absorb_unread(std::size_t parent, const Source& row) {
    absorb_unread(parent, [&](const Draft& draft) {
      const Source& source = draft.finding.source;
      return source.page == row.page && source.line == row.line &&
             source.line_text == row.line_text;
    });
  }

  template <class Fits>
  void absorb_unread(std::size_t parent, const Fits& fits) {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (absorbed_[i] || drafts_[i].context.empty() || !fits(drafts_[i])) continue;
      ProofStep step{"proof.unread", drafts_[i].finding.args, drafts_[i].finding.source};
      absorb(parent, i);
      drafts_[parent].finding.proof.push_back(std::move(step));
    }
  }

  const RuleInput& context_;
  Drafts drafts_;
  std::vector<bool> absorbed_;
  const System& system_;
  Solver& solver_;
  bool possible_ = true;
};

}  // namespace

Consolidated consolidate(const RuleInput& context, Drafts drafts, const System& system,
                         Solver& solver) {
  return Consolidation(context, std::move(drafts), system, solver).run();
}

}  // namespace tradereport::validator
