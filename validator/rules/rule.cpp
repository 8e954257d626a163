#include "validator/rules/rule.h"

#include <algorithm>

#include "validator/rules/problem_drafts.h"
#include "validator/rules/relation_drafts.h"

namespace tradereport::validator {

namespace {

constexpr Rule kRules[] = {
    // The figures of the report can all be right at once.
    {kJointRule, Severity::error, JointSystem{}},
    // Captions, headings and sentences name the report's own period.
    {"D01", Severity::error, problem_drafts<StalePeriod>},
    // The tables, columns, rows, cells and sentences that belong to the report are there and
    // readable.
    {"D02", Severity::warning,
     problem_drafts<Damaged, NextReport, PageUnread, Missing, UnreadCells, Unspoken>},
    {"D03", Severity::warning, d03_unread},
    // Every row of a table has a name that the family knows.
    {"D04", Severity::warning, problem_drafts<UnknownRow>},
    // Figures are printed in the family's units.
    {"D05", Severity::error, problem_drafts<UnitDiffers>},
    // No figure or word is still to come.
    {"D06", Severity::warning, problem_drafts<Placeholder>},
    // Last year's levels, from value and growth, obey the same relations as this year's.
    {"G01", Severity::error, ItsRelations{}},
    // Last year's balance, from value and absolute change, is last year's difference.
    {"G02", Severity::error, ItsRelations{}},
    {"M01", Severity::error, m01_text_and_table},
    {"M02", Severity::error, m02_top_list},
    {"M03", Severity::error, m03_direction},
    // Lists that are joined by a word for "respectively" have the same length.
    {"M04", Severity::error, problem_drafts<ListLengths>},
    {"N01", Severity::warning, n01_truncated},
    // No entry of a ranked list is smaller than the one below it.
    {"R01", Severity::error, ItsRelations{}},
    {"R02", Severity::error, r02_repeated_name},
    // The nation's levels, from value and share, obey the same relations.
    {"S01", Severity::error, ItsRelations{}},
    // The total is the sum of its two directions, for the levels of this year.
    {"T01", Severity::error, ItsRelations{}},
    // The balance is one direction less the other, for the levels of this year.
    {"T02", Severity::error, ItsRelations{}},
    // A flow is the sum of the classes that it is broken down into, for the levels of this year.
    {"T03", Severity::error, ItsRelations{}},
    {"T04", Severity::error, t04_year_to_date},
    // Parts that are listed by name cannot exceed the whole that they belong to.
    {"T05", Severity::error, ItsRelations{}},
};

void run(const Rule& rule, const RuleInput& context, Drafts& drafts) {
  if (std::holds_alternative<ItsRelations>(rule.speaks_for))
    relation_drafts(context, rule.id, drafts);
  if (const auto* const code = std::get_if<Code>(&rule.speaks_for)) (*code)(context, drafts);
}

}  // namespace

std::span<const Rule> report_rules() {
  return kRules;
}

Severity severity_of(std::string_view id) {
  return std::find_if(std::begin(kRules), std::end(kRules),
                      [&](const Rule& rule) { return rule.id == id; })
      ->severity;
}

Drafts run_rules(const RuleInput& context) {
  Drafts drafts;
  for (const Rule& rule : kRules) {
    const std::size_t first = drafts.size();
    run(rule, context, drafts);
    for (std::size_t i = first; i < drafts.size(); ++i) {
      drafts[i].finding.rule = rule.id;
      drafts[i].finding.severity = std::min(drafts[i].finding.severity, rule.severity);
    }
  }
  return drafts;
}

}  // namespace tradereport::validator
