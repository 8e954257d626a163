#include "validator/rules/problem_drafts.h"

#include <algorithm>
#include <string>

#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"

namespace tradereport::validator {

namespace {

// The message, its arguments and what is printed there.
void tell(const StalePeriod& stale, Finding& finding) {
  finding.message = "D01";
  put_term(finding.args, "what", "what", stale.what);
  put_period(finding.args, "found", stale.found);
  put_period(finding.args, "expected", stale.expected);
  finding.candidates = {word_candidate(stale.found, stale.expected, finding.source)};
}

void tell(const Missing& missing, Finding& finding) {
  finding.message = "D02";
  if (!missing.name.empty()) {
    const bool whole_table = missing.place.empty() || missing.what == "table";
    finding.message += whole_table ? ".named" : ".named_in_place";
  }
  if (missing.name.empty() && !missing.place.empty()) finding.message += ".in_place";
  put_term(finding.args, "what", "what", missing.what);
  finding.args["name"] = missing.name;
  put_place(finding.args, "place", missing.place);
}

// "growth (month), value (year to date)"
std::string names_of_columns(const std::vector<Column>& columns, Language language) {
  std::string text;
  for (const Column& column : columns) {
    const auto term = [&](const char* kind, std::string_view id) {
      return format_message(language, std::string("term.") + kind + "." + std::string(id));
    };
    if (!text.empty()) text += format_message(language, "term.list.separator");
    text += format_message(language, "data.measure",
                           {{"measure", term("measure", to_string(column.measure))},
                            {"span", term("span", to_string(column.span))}});
  }
  return text;
}

void tell(const UnreadCells& cells, Finding& finding) {
  finding.message = cells.row.empty()       ? "D02.columns"
                    : cells.columns.empty() ? "D02.row"
                                            : "D02.cells";
  finding.args["row"] = cells.row;
  put_place(finding.args, "place", cells.place);
  put(finding.args, "columns",
      [&](Language language) { return names_of_columns(cells.columns, language); });
}

void tell(const Unspoken& unspoken, Finding& finding) {
  finding.message = unspoken.name.empty() ? "D02.unspoken_table" : "D02.unspoken";
  finding.args["name"] = unspoken.name;
  put_place(finding.args, "place", unspoken.place);
  put_term(finding.args, "span", "span", to_string(unspoken.span));
}

void tell(const Placeholder& placeholder, Finding& finding) {
  finding.message = "D06";
  finding.args["printed"] = placeholder.printed;
  finding.candidates = {word_candidate(placeholder.printed, "", finding.source)};
}

// A row besides those that the family knows is worth a note; one that may stand for one of them, or
// was not wholly read, a warning.
void tell(const UnknownRow& row, Finding& finding) {
  finding.message = "D04";
  if (row.additional) finding.severity = Severity::note;
  finding.args["name"] = row.name;
  put_place(finding.args, "place", row.place);
}

void tell(const UnitDiffers& unit, Finding& finding) {
  finding.message = "D05";
  if (!unit.slip) finding.severity = Severity::warning;  // it may be meant
  finding.args["found"] = unit.found;
  finding.args["expected"] = unit.expected;
  finding.candidates = {word_candidate(unit.found, unit.expected, finding.source)};
  put_place(finding.args, "place", unit.place);
}

void tell(const ListLengths& lists, Finding& finding) {
  finding.message = "M04";
  finding.args["names"] = std::to_string(lists.names);
  finding.args["figures"] = std::to_string(lists.figures);
  finding.args["sentence"] = lists.sentence;
}

void tell(const PageUnread& /*page*/, Finding& finding) {
  finding.message = "D02.page";
}

void tell(const Damaged& /*damaged*/, Finding& finding) {
  finding.message = "D02.damaged";
}

void tell(const NextReport& /*next*/, Finding& finding) {
  finding.message = "D02.next_report";
}

bool lacks_rows(const Report& report, const std::string& place) {
  return std::any_of(report.problems.begin(), report.problems.end(), [&](const Problem& problem) {
    const auto* const missing = std::get_if<Missing>(&problem.what);
    return missing != nullptr && missing->place == place;
  });
}

}  // namespace

Finding describe_problem(const Problem& problem) {
  Finding finding;
  finding.source = problem.source;
  finding.args["page"] = std::to_string(problem.source.page);
  std::visit([&](const auto& what) { tell(what, finding); }, problem.what);
  return finding;
}

void add_problem_draft(const RuleInput& context, std::size_t problem, Drafts& drafts) {
  Draft draft;
  draft.identity = "problem/" + std::to_string(problem);
  draft.problem = &context.report.problems[problem];
  draft.finding = describe_problem(*draft.problem);
  const auto* const unknown = std::get_if<UnknownRow>(&draft.problem->what);
  if (unknown != nullptr && lacks_rows(context.report, unknown->place))
    draft.finding.severity = Severity::error;  // as high as the rule goes
  drafts.push_back(std::move(draft));
}

}  // namespace tradereport::validator
