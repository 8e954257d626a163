#include "validator/archive/fault_findings.h"

#include <algorithm>
#include <map>

#include "validator/findings/describe.h"
#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

std::string_view rule_of(const ArchiveInput& context, const EditionFault& fault) {
  const auto rate = [&](const PrintedFigure& printed) {
    const Measure measure = context.editions.key(printed.figure.key).measure;
    return measure != Measure::value && measure != Measure::share;
  };
  if (std::any_of(fault.figures.begin(), fault.figures.end(), rate)) return "A02";
  const auto sums = [](const ArchiveRelation& relation) {
    return relation.relation.kind == RelationKind::year_to_date_of_months;
  };
  return std::any_of(fault.relations.begin(), fault.relations.end(), sums) ? "A01" : "A03";
}

class Drafter {
 public:
  Drafter(const ArchiveInput& context, const EditionFault& fault)
      : context_(context), fault_(fault), single_(!fault.open && !fault.tie) {}

  EditionFinding draft() {
    const PrintedFigure& first = single_ ? fault_.suspects.front() : latest();
    EditionFinding found{first.edition, {}};
    Finding& finding = found.finding;
    finding.rule = rule_of(context_, fault_);
    finding.message = finding.rule + (single_ ? "" : ".open");
    finding.source.page = first.figure.page;
    put_figure(finding.args, key(first));
    finding.args["value"] = value(first);
    finding.args["period"] = edition(first).period.to_string();
    finding.args["count"] = std::to_string(fault_.suspects.size());
    if (single_) blame(finding, first);
    involve(finding, found.edition);
    prove(finding.proof);
    return found;
  }

  // Suspects first; of this edition alone, since keys do not name the edition.
  void involve(Finding& finding, std::size_t index) const {
    for (const auto* const all_printed : {&fault_.suspects, &fault_.figures}) {
      for (const PrintedFigure& printed : *all_printed) {
        const auto& involved = finding.involved;
        if (printed.edition == index &&
            std::find(involved.begin(), involved.end(), key(printed)) == involved.end())
          finding.involved.push_back(key(printed));
      }
    }
  }

  ProofStep revision_step() const {
    ProofStep step = printed_step(*fault_.revised);
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
  const FigureKey& key(const PrintedFigure& printed) const {
    return context_.editions.key(printed.figure.key);
  }
  const Edition& edition(const PrintedFigure& printed) const {
    return context_.editions.all()[printed.edition];
  }
  std::string value(const PrintedFigure& printed) const {
    return with_unit(printed.figure.value.to_string(), context_.editions.unit(printed.figure.unit));
  }

  const PrintedFigure& latest() const {
    return *std::max_element(fault_.suspects.begin(), fault_.suspects.end(),
                             [&](const PrintedFigure& a, const PrintedFigure& b) {
                               return edition(a).period < edition(b).period;
                             });
  }

  void blame(Finding& finding, const PrintedFigure& first) const {
    finding.blamed = key(first);
    finding.printed = first.figure.value.to_string();
    finding.decimals = first.figure.value.decimals();
    finding.suggested = fault_.suggested;
    if (fault_.possible) finding.possible = fault_.possible->interval();
  }

  void prove(std::vector<ProofStep>& proof) const {
    for (const ArchiveRelation& relation : fault_.relations)
      proof.push_back(relation_step(relation));
    for (const PrintedFigure& printed : fault_.figures) proof.push_back(printed_step(printed));
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
      const PrintedFigure& printed = fault_.suspects[i];
      text += (text.empty() ? "" : "; ") + edition(printed).file + ", " +
              describe(key(printed), language) + " (" + value(printed) + ")";
    }
    return text;
  }

  ProofStep relation_step(const ArchiveRelation& relation) const {
    ProofStep step;
    step.key = relation.relation.population == Population::nation ? "proof.between_issues_nation"
                                                                  : "proof.between_issues";
    if (relation.place.edition >= 0) {
      put_term(step.args, "world", "world", to_string(relation.relation.population));
      step.key = "proof.relation_in";
      step.args["file"] =
          context_.editions.all()[static_cast<std::size_t>(relation.place.edition)].file;
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

  ProofStep printed_step(const PrintedFigure& printed) const {
    return printed_in(edition(printed).file, key(printed), value(printed), printed.figure.page);
  }

  const ArchiveInput& context_;
  const EditionFault& fault_;
  bool single_;
};

// Many faults with the same latest edition: the sizes of some revisions are the proof.
EditionFinding draft_of_many(const ArchiveInput& context,
                             const std::vector<const EditionFault*>& faults) {
  const EditionFault& first = *faults.front();
  EditionFinding found{first.figures.back().edition, {}};
  Finding& finding = found.finding;
  const Edition& edition = context.editions.all()[found.edition];
  finding.message = std::string(rule_of(context, first)) + ".many";
  finding.args["count"] = std::to_string(faults.size());
  finding.args["period"] = edition.period.to_string();
  finding.source.page = first.figures.back().figure.page;
  for (const EditionFault* const fault : faults) {
    const Drafter drafter(context, *fault);
    if (fault->revised && finding.proof.size() < kMostNamed)
      finding.proof.push_back(drafter.revision_step());
    drafter.involve(finding, found.edition);
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

void add_fault_findings(const ArchiveInput& context, std::string_view rule,
                        std::vector<EditionFinding>& findings) {
  std::map<std::size_t, std::vector<const EditionFault*>> latest;
  for (const EditionFault& fault : context.faults) {
    if (rule_of(context, fault) == rule) latest[fault.figures.back().edition].push_back(&fault);
  }
  for (const auto& [edition, faults] : latest) {
    if (faults.size() > kMostFaultsOfEdition) {
      findings.push_back(draft_of_many(context, faults));
      continue;
    }
    for (const EditionFault* const fault : faults)
      findings.push_back(Drafter(context, *fault).draft());
  }
}

}  // namespace tradereport::validator
