#include "validator/archive/across_draft.h"

#include <algorithm>
#include <map>

#include "validator/findings/describe.h"
#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

constexpr std::size_t kMostNamed = 6;

std::string_view rule_of(const AcrossContext& context, const IssueFault& fault) {
  const auto rate = [&](const IssuePrint& print) {
    const Measure measure = context.issues.key(print.figure.key).measure;
    return measure != Measure::value && measure != Measure::share;
  };
  if (std::any_of(fault.figures.begin(), fault.figures.end(), rate)) return "A02";
  const auto sums = [](const IssueRelation& relation) {
    return relation.relation.id == kYearToDate;
  };
  return std::any_of(fault.relations.begin(), fault.relations.end(), sums) ? "A01" : "A03";
}

class Drafter {
 public:
  Drafter(const AcrossContext& context, const IssueFault& fault)
      : context_(context), fault_(fault), single_(!fault.open && !fault.tie) {}

  IssueFinding draft() {
    const IssuePrint& first = single_ ? fault_.suspects.front() : latest();
    IssueFinding found{first.issue, {}};
    Finding& finding = found.finding;
    finding.rule = rule_of(context_, fault_);
    finding.message = finding.rule + (single_ ? "" : ".open");
    finding.source.page = first.figure.page;
    put_figure(finding.args, key(first));
    finding.args["value"] = value(first);
    finding.args["period"] = issue(first).period.to_string();
    finding.args["count"] = std::to_string(fault_.suspects.size());
    if (single_) blame(finding, first);
    involve(finding, found.issue);
    prove(finding.proof);
    return found;
  }

  // Suspects first; of this issue alone, since keys do not name the issue.
  void involve(Finding& finding, std::size_t index) const {
    for (const auto* const prints : {&fault_.suspects, &fault_.figures}) {
      for (const IssuePrint& print : *prints) {
        const auto& involved = finding.involved;
        if (print.issue == index &&
            std::find(involved.begin(), involved.end(), key(print)) == involved.end())
          finding.involved.push_back(key(print));
      }
    }
  }

  ProofStep revision_step() const {
    ProofStep step = print_step(*fault_.revised);
    step.key = "proof.revision";
    const int decimals = fault_.revised->figure.value.decimals();
    const Rational printed = fault_.revised->figure.value.value();
    step.args["revised"] = to_text(fault_.revision, decimals);
    Bounds by = fault_.revision;
    if (by.lo) *by.lo -= printed;
    if (by.hi) *by.hi -= printed;
    step.args["by"] = to_text(by, decimals);
    return step;
  }

 private:
  const FigureKey& key(const IssuePrint& print) const {
    return context_.issues.key(print.figure.key);
  }
  const Issue& issue(const IssuePrint& print) const { return context_.issues.all()[print.issue]; }
  std::string value(const IssuePrint& print) const {
    return with_unit(print.figure.value.to_string(), context_.issues.unit(print.figure.unit));
  }

  const IssuePrint& latest() const {
    return *std::max_element(fault_.suspects.begin(), fault_.suspects.end(),
                             [&](const IssuePrint& a, const IssuePrint& b) {
                               return issue(a).period < issue(b).period;
                             });
  }

  void blame(Finding& finding, const IssuePrint& first) const {
    finding.blamed = key(first);
    finding.printed = first.figure.value.to_string();
    finding.decimals = first.figure.value.decimals();
    finding.suggested = fault_.suggested;
    if (fault_.possible) finding.possible = fault_.possible->interval();
  }

  void prove(std::vector<ProofStep>& proof) const {
    for (const IssueRelation& relation : fault_.relations) proof.push_back(relation_step(relation));
    for (const IssuePrint& print : fault_.figures) proof.push_back(print_step(print));
    if (fault_.revised) proof.push_back(revision_step());
    if (fault_.open || fault_.suspects.size() < 2) return;
    ProofStep step;
    step.key = single_ ? "proof.also" : "proof.tie";
    step.args["count"] = std::to_string(fault_.suspects.size());
    put(step.args, "figures", [&](Language language) { return suspects(language); });
    proof.push_back(std::move(step));
  }

  std::string suspects(Language language) const {
    std::string text;
    for (std::size_t i = single_ ? 1 : 0; i < fault_.suspects.size(); ++i) {
      if (i > kMostNamed) return text + "; …";
      const IssuePrint& print = fault_.suspects[i];
      text += (text.empty() ? "" : "; ") + issue(print).file + ", " +
              describe(key(print), language) + " (" + value(print) + ")";
    }
    return text;
  }

  ProofStep relation_step(const IssueRelation& relation) const {
    ProofStep step;
    step.key = relation.relation.world == World::nation ? "proof.between_issues_nation"
                                                        : "proof.between_issues";
    if (relation.place.issue >= 0) {
      put_term(step.args, "world", "world", to_string(relation.relation.world));
      step.key = "proof.relation_in";
      step.args["file"] =
          context_.issues.all()[static_cast<std::size_t>(relation.place.issue)].file;
      put_term(step.args, "span", "span", to_string(relation.relation.span));
      put(step.args, "relation", [&](Language language) {
        return relation_name(relation.relation, context_.family, language);
      });
      return step;
    }
    std::map<std::string, std::string> args{
        {"row", std::string(relation.relation.whole.unknown.row)},
        {"period", relation.place.period.to_string()},
        {"since", relation.place.since.to_string()}};
    std::string name = relation.place.since.month > 0 ? "relation.year_to_date" : "relation.year";
    if (!relation.relation.equal) name += ".least";
    put(step.args, "relation",
        [&](Language language) { return format_message(language, name, args); });
    return step;
  }

  ProofStep print_step(const IssuePrint& print) const {
    return printed_in(issue(print).file, key(print), value(print), print.figure.page);
  }

  const AcrossContext& context_;
  const IssueFault& fault_;
  bool single_;
};

// Many faults with the same latest issue: the sizes of some revisions are the proof.
IssueFinding draft_of_many(const AcrossContext& context,
                           const std::vector<const IssueFault*>& faults) {
  const IssueFault& first = *faults.front();
  IssueFinding found{first.figures.back().issue, {}};
  Finding& finding = found.finding;
  const Issue& issue = context.issues.all()[found.issue];
  finding.message = std::string(rule_of(context, first)) + ".many";
  finding.args["count"] = std::to_string(faults.size());
  finding.args["period"] = issue.period.to_string();
  finding.source.page = first.figures.back().figure.page;
  for (const IssueFault* const fault : faults) {
    const Drafter drafter(context, *fault);
    if (fault->revised && finding.proof.size() < kMostNamed)
      finding.proof.push_back(drafter.revision_step());
    drafter.involve(finding, found.issue);
  }
  return found;
}

}  // namespace

ProofStep printed_in(const std::string& file, const FigureKey& key, const std::string& value,
                     int page) {
  ProofStep step;
  step.key = "proof.printed_in";
  step.args["file"] = file;
  step.args["value"] = value;
  step.args["figure.figure"] = figure_argument(key);
  step.source.page = page;
  return step;
}

void add_across(const AcrossContext& context, std::string_view rule,
                std::vector<IssueFinding>& findings) {
  std::map<std::size_t, std::vector<const IssueFault*>> latest;
  for (const IssueFault& fault : context.faults) {
    if (rule_of(context, fault) == rule) latest[fault.figures.back().issue].push_back(&fault);
  }
  for (const auto& [issue, faults] : latest) {
    if (faults.size() > kMostFaultsOfIssue) {
      findings.push_back(draft_of_many(context, faults));
      continue;
    }
    for (const IssueFault* const fault : faults)
      findings.push_back(Drafter(context, *fault).draft());
  }
}

}  // namespace tradereport::validator
