#include "validator/archive/fault_findings.h"

#include <algorithm>
#include <map>

#include "schemas/period_words.h"
#include "validator/findings/describe.h"
#include "validator/rules/finding_parts.h"
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
    finding.source = edition_item(context_.editions, edition(first).file, first.figure).source;
    put_figure(finding.args, key(first));
    finding.args["value"] = value(first);
    put_period(finding.args, "period", edition(first).period.to_string());
    finding.args["count"] = std::to_string(fault_.suspects.size());
    blame(finding);
    prove(finding);
    return found;
  }

  void add_evidence(Finding& finding) const {
    for (const PrintedFigure& printed : fault_.figures)
      add_edition_evidence(finding, context_.editions, edition(printed).file, printed.figure);
  }

  ProofStep revision_step() const {
    ProofStep step{"proof.revision", {}, {}};
    step.args["file"] = edition(*fault_.revised).file;
    step.args["value"] = value(*fault_.revised);
    step.args["figure.figure"] = figure_argument(key(*fault_.revised));
    step.source.page = fault_.revised->figure.page;
    const int decimals = fault_.revised->figure.value.decimals();
    const std::string& unit = context_.editions.unit(fault_.revised->figure.unit);
    const Rational printed = fault_.revised->figure.value.value();
    put_bounds(step.args, "revised", fault_.revision, decimals, unit);
    Bounds by = fault_.revision;
    if (by.lo) *by.lo -= printed;
    if (by.hi) *by.hi -= printed;
    put_bounds(step.args, "by", by, decimals, unit);
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

  void blame(Finding& finding) const {
    finding.certainty = !single_                     ? Certainty::undetermined
                        : fault_.suspects.size() > 1 ? Certainty::likely
                                                     : Certainty::proved;
    for (const PrintedFigure& printed : fault_.suspects) {
      Candidate candidate;
      candidate.item = edition_item(context_.editions, edition(printed).file, printed.figure);
      candidate.explanation = static_cast<int>(finding.candidates.size());
      if (single_ && candidate.explanation == 0) {
        candidate.possible = fault_.possible;
        candidate.suggested = fault_.suggested;
      }
      finding.candidates.push_back(std::move(candidate));
    }
  }

  void prove(Finding& finding) const {
    add_evidence(finding);
    for (const ArchiveRelation& relation : fault_.relations)
      finding.relations.push_back(shown(relation));
    if (fault_.revised) finding.proof.push_back(revision_step());
  }

  FindingRelation shown(const ArchiveRelation& relation) const {
    FindingRelation shown;
    shown.id = relation.relation.key();
    shown.sort = sort_of(relation.relation);
    shown.span = relation.relation.span;
    shown.world = relation.place.edition >= 0 ? world_of(relation.relation.population)
                                              : RelationWorld::archive;
    shown.name = {{"en", name(relation, Language::en)}, {"zh", name(relation, Language::zh)}};
    return shown;
  }

  std::string name(const ArchiveRelation& relation, Language language) const {
    if (relation.place.edition >= 0)
      return relation_name(relation.relation, context_.family, language);
    if (relation.place.within) return revised_name(relation, language);
    std::map<std::string, std::string> args{
        {"row", std::string(relation.relation.whole.unknown.row)},
        {"period", period_in_words(relation.place.period.to_string(), language)},
        {"since", period_in_words(relation.place.since.to_string(), language)}};
    std::string id = relation.place.since.month > 0 ? "relation.year_to_date" : "relation.year";
    if (!relation.relation.equal) id += ".least";
    return format_message(language, id, args);
  }

  // The same where the earlier level has been revised.
  static std::string revised_name(const ArchiveRelation& relation, Language language) {
    const bool base = relation.relation.kind == RelationKind::revision;
    return format_message(language, base ? "relation.revised" : "relation.year_to_date.revised",
                          {{"row", std::string(relation.relation.whole.unknown.row)},
                           {"period", period_in_words(relation.place.period.to_string(), language)},
                           {"since", period_in_words(relation.place.since.to_string(), language)},
                           {"least", round_down((relation.place.within->lo - 1) * 100, 1)},
                           {"most", round_up((relation.place.within->hi - 1) * 100, 1)}});
  }

  const ArchiveInput& context_;
  const EditionFault& fault_;
  bool single_;
};

// More than can be explained by a few figures are one finding of the archive.
constexpr std::size_t kMostOpen = 3;

// Many faults: the sizes of some revisions are the proof.
EditionFinding draft_of_many(const ArchiveInput& context,
                             const std::vector<const EditionFault*>& faults) {
  const auto period = [&](const EditionFault* fault) {
    return context.editions.all()[fault->figures.back().edition].period;
  };
  const EditionFault& first = **std::max_element(
      faults.begin(), faults.end(),
      [&](const EditionFault* a, const EditionFault* b) { return period(a) < period(b); });
  EditionFinding found{first.figures.back().edition, {}};
  Finding& finding = found.finding;
  const Edition& edition = context.editions.all()[found.edition];
  finding.message = std::string(rule_of(context, first)) + ".many";
  finding.args["count"] = std::to_string(faults.size());
  put_period(finding.args, "period", edition.period.to_string());
  finding.source.page = first.figures.back().figure.page;
  for (const EditionFault* const fault : faults) {
    const Drafter drafter(context, *fault);
    if (fault->revised && finding.proof.size() < kMostNamed)
      finding.proof.push_back(drafter.revision_step());
    if (finding.evidence.size() < kMostNamed) drafter.add_evidence(finding);
  }
  return found;
}

}  // namespace

PrintedItem edition_item(const Editions& editions, const std::string& file,
                         const EditionFigure& figure) {
  PrintedItem item;
  item.key = editions.key(figure.key);
  item.value = figure.value;
  item.unit = editions.unit(figure.unit);
  item.printed = figure.value.to_string();
  item.source.page = figure.page;
  item.source.line = figure.line;
  item.source.boxes = figure.boxes;
  item.file = file;
  return item;
}

void add_edition_evidence(Finding& finding, const Editions& editions, const std::string& file,
                          const EditionFigure& figure) {
  finding.evidence.push_back(
      {edition_item(editions, file, figure), Bounds(figure.value.rounding_interval())});
}

void add_fault_findings(const ArchiveInput& context, std::string_view rule,
                        std::vector<EditionFinding>& findings) {
  std::map<std::size_t, std::vector<const EditionFault*>> latest;
  std::vector<const EditionFault*> open;
  for (const EditionFault& fault : context.faults) {
    if (rule_of(context, fault) != rule) continue;
    if (fault.open) open.push_back(&fault);
    if (!fault.open) latest[fault.figures.back().edition].push_back(&fault);
  }
  if (open.size() > kMostOpen) {
    findings.push_back(draft_of_many(context, open));
    open.clear();
  }
  for (const EditionFault* const fault : open) findings.push_back(Drafter(context, *fault).draft());
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
