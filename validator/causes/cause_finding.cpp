#include "validator/causes/cause_finding.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include "validator/findings/certainty.h"
#include "validator/findings/describe.h"
#include "validator/findings/joint_proof.h"
#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

namespace {

constexpr std::string_view kMessages = "slip.";

std::string word_for(Language language, std::string_view kind, std::string_view id) {
  Args args;
  put_term(args, "term", kind, id);
  return arguments_for(args, language)["term"];
}

void put_column(Args& args, const std::string& name, const Part& part) {
  put(args, name, [&](Language language) {
    std::string text;
    if (part.span) text = word_for(language, "span", to_string(*part.span));
    if (!part.measure) return text;
    const std::string measure = word_for(language, "measure", to_string(*part.measure));
    return text.empty() ? measure
                        : text + format_message(language, "term.list.separator", {}) + measure;
  });
}

std::string figure_named(const Part& part) {
  return figure_argument({part.place, *part.span, part.flow, "", 0, part.row, *part.measure});
}

class CauseWriter {
 public:
  CauseWriter(const Report& report, const EditorialSlip& slip) : report_(report), slip_(slip) {}

  // Message and arguments.
  void tell(Finding& finding) const {
    Args& args = finding.args;
    put_place(args, "place", slip_.first.place);
    finding.message = std::string(kMessages) + message();
    switch (slip_.kind) {
      case EditorialSlipKind::figures:
        args["first.figure"] = figure_named(slip_.first);
        args["second.figure"] = figure_named(slip_.second);
        args["first_value"] = value_text(slip_.edits[0].printed);
        args["second_value"] = value_text(slip_.edits[1].printed);
        break;
      case EditorialSlipKind::names:
      case EditorialSlipKind::rows:
        args["first"] = slip_.first.row;
        args["second"] = slip_.second.row;
        break;
      case EditorialSlipKind::columns:
        put_column(args, "first", slip_.first);
        put_column(args, "second", slip_.second);
        break;
      case EditorialSlipKind::tables:
        put_place(args, "other", slip_.second.place);
        break;
      case EditorialSlipKind::unit: {
        const int power = slip_.edits[0].power;
        args["factor"] = "1" + std::string(static_cast<std::size_t>(std::abs(power)), '0');
        break;
      }
      case EditorialSlipKind::spans:
        if (slip_.first.span)
          put_term(args, "other", "span",
                   to_string(*slip_.first.span == Span::month ? Span::ytd : Span::month));
        break;
      default:
        break;
    }
    if (!slip_.first.flow.empty()) put_term(args, "from", "flow", slip_.first.flow);
    if (!slip_.second.flow.empty()) put_term(args, "to", "flow", slip_.second.flow);
    if (slip_.first.span) put_term(args, "span", "span", to_string(*slip_.first.span));
    if (slip_.first.measure) put_column(args, "column", slip_.first);
    if (!slip_.first.row.empty()) args["row"] = slip_.first.row;
  }

  // The figures that stand where they should not, with what should stand there where that is known.
  void add_candidates(Finding& finding, int explanation) const {
    for (const Edit& edit : slip_.edits) {
      const Figure& figure = printed_at(report_, edit.printed);
      const Figure* const meant = meant_for(figure.key, edit);
      if (meant != nullptr && compare(meant->value, figure.value) == 0) continue;
      Candidate candidate = candidate_of(figure);
      candidate.explanation = explanation;
      if (meant != nullptr) candidate.suggested = meant->value.to_string();
      finding.candidates.push_back(std::move(candidate));
    }
  }

 private:
  std::string value_text(PrintedIndex index) const {
    const Figure& figure = printed_at(report_, index);
    return with_unit(figure.value.to_string(), figure.unit);
  }

  // What is printed elsewhere and belongs to that key.
  const Figure* meant_for(const FigureKey& key, const Edit& its_own) const {
    if (its_own.power != 0) return nullptr;
    for (const Edit& edit : slip_.edits) {
      const bool there = edit.meant ? printed_at(report_, *edit.meant).key == key
                                    : edit.key && is_level_of(*edit.key, key);
      if (there) return &printed_at(report_, edit.printed);
    }
    return nullptr;
  }

  static bool is_level_of(const FigureKey& a, const FigureKey& b) {
    return a.place == b.place && a.span == b.span && a.flow == b.flow && a.row == b.row &&
           a.measure == b.measure;
  }

  std::string message() const {
    const bool text = slip_.first.place == "text";
    switch (slip_.kind) {
      case EditorialSlipKind::figures:
        return "figures";
      case EditorialSlipKind::names:
        return "names";
      case EditorialSlipKind::rows:
        return slip_.first.span ? "rows_span" : "rows";
      case EditorialSlipKind::columns:
        return "columns";
      case EditorialSlipKind::tables:
        return slip_.first.place.empty() ? "tables_of_flows" : "tables";
      case EditorialSlipKind::spans:
        if (text && slip_.first.span) return "span_said";
        return slip_.first.row.empty() ? "spans" : "spans_row";
      case EditorialSlipKind::shifted:
        return "shifted_" + slip_.second.row;
      case EditorialSlipKind::moved:
        return "moved_" + slip_.second.row;
      case EditorialSlipKind::unit: {
        const std::string size = slip_.edits[0].power > 0 ? "small" : "large";
        return (slip_.first.row.empty() ? "too_" : "row_too_") + size;
      }
      case EditorialSlipKind::flow:
        return slip_.second.place.empty() ? "flow" : "flows";
      case EditorialSlipKind::last_year:
        return "last_year";
      case EditorialSlipKind::repeated:
        return slip_.first.measure ? "repeated_column" : "repeated";
      case EditorialSlipKind::whole:
        if (text) return "whole_sentence";
        if (slip_.first.measure) return "whole_column";
        return slip_.first.span ? "whole_span" : "whole";
      case EditorialSlipKind::text:
        return "text";
    }
    return "whole";
  }

  const Report& report_;
  const EditorialSlip& slip_;
};

// The contradiction with the shortest proof; not one of a list of names, which shows no figure that
// a slip of figures has spoilt.
const Conflict* shortest_of_figures(const System& system, const Blame& blame) {
  const auto names_alone = [&](const Conflict& conflict) {
    return std::any_of(conflict.observations.begin(), conflict.observations.end(), [&](int index) {
      return system.observations[static_cast<std::size_t>(index)].list != nullptr;
    });
  };
  const Conflict* shortest = nullptr;
  for (const Conflict& conflict : blame.conflicts) {
    if (conflict.certificate && !names_alone(conflict) &&
        (shortest == nullptr ||
         conflict.certificate->multipliers.size() < shortest->certificate->multipliers.size()))
      shortest = &conflict;
  }
  return shortest;
}

std::string rule_for(const EditorialSlip& slip) {
  return slip.first.place == "text" ? "M01" : std::string(kJointRule);
}

}  // namespace

bool names_a_slip(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.message.starts_with(kMessages); });
}

Finding cause_finding(const FigureIndex& figures, const Family& family, const System& system,
                      const Blame& blame, const Cause& cause) {
  const Report& report = figures.report();
  Finding finding;
  finding.rule = rule_for(cause.slip);
  finding.severity = severity_of(finding.rule);
  const CauseWriter writer(report, cause.slip);
  writer.tell(finding);
  writer.add_candidates(finding, 0);
  const bool void_part =
      is_of_part(cause.slip.kind) && cause.slip.kind != EditorialSlipKind::last_year;
  ProofStep undone{void_part ? "proof.slip_without" : "proof.slip_undone", {}, {}};
  if (cause.remaining > 0) undone.key += "_but";
  undone.args["count"] = std::to_string(std::max(cause.failing, blame.conflicts.size()));
  finding.proof.push_back(std::move(undone));
  int explanation = 0;
  for (const EditorialSlip& other : cause.others) {
    const CauseWriter another(report, other);
    another.add_candidates(finding, ++explanation);
    if (explanation > 1) continue;
    Finding told;
    another.tell(told);
    ProofStep step{"proof.slip_other", {}, {}};
    put(step.args, "other", [&](Language language) { return describe(told, language); });
    finding.proof.push_back(std::move(step));
  }
  const bool either = !cause.others.empty() || cause.slip.kind == EditorialSlipKind::text;
  finding.certainty = either ? Certainty::undetermined : Certainty::likely;
  settle(finding);
  if (const Conflict* const shortest = shortest_of_figures(system, blame))
    add_certificate(finding, system, family, Evidence(figures, family), *shortest->certificate);
  return finding;
}

}  // namespace tradereport::validator
