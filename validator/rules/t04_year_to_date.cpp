// T04: a month is part of the year to date; in January the two are the same.
#include <algorithm>

#include "validator/rules/finding_parts.h"
#include "validator/rules/message_arguments.h"
#include "validator/rules/relation_drafts.h"
#include "validator/rules/rule.h"

namespace tradereport::validator {

namespace {

// A relation between the levels fails with both of them: that says more.
bool is_told(const RuleInput& context, const JanuaryDifference& pair) {
  return std::any_of(
      context.contradictions.begin(), context.contradictions.end(), [&](const Contradiction& told) {
        const auto has = [&](const Figure* figure) {
          return std::find(told.figures.begin(), told.figures.end(), figure) != told.figures.end();
        };
        return told.relation->rule == "T04" && has(pair.month) && has(pair.year_to_date);
      });
}

Draft january_draft(const JanuaryDifference& pair) {
  Draft draft;
  const FigureKey& key = pair.month->key;
  draft.identity = "T04/" + key.flow + "/" + key.row + "/" + std::string(to_string(key.measure));
  draft.printed = {pair.month, pair.year_to_date};
  Finding& finding = draft.finding;
  finding.message = "T04.printed";
  put_figure(finding.args, key);
  finding.args["month"] = with_unit(pair.month->value.to_string(), pair.month->unit);
  finding.args["ytd"] = with_unit(pair.year_to_date->value.to_string(), pair.year_to_date->unit);
  finding.source = pair.month->source;
  for (const Figure* const figure : draft.printed) evidence_index(finding, *figure);
  return draft;
}

}  // namespace

void t04_year_to_date(const RuleInput& context, Drafts& drafts) {
  const std::size_t first = drafts.size();
  relation_drafts(context, "T04", drafts);
  for (std::size_t i = first; i < drafts.size(); ++i) {
    const bool january = drafts[i].contradiction->relation->equal;
    drafts[i].finding.message = january ? "T04.january" : "T04";
  }
  for (const JanuaryDifference& pair : context.text.january)
    if (!is_told(context, pair)) drafts.push_back(january_draft(pair));
}

}  // namespace tradereport::validator
