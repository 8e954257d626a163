// The rules by name. Internal to validator.
//
// A rule looks at one thing and says all that it sees; that several rules see the same mistake is
// settled afterwards (findings/fold.h). To add one: a file here, its line in rules.cpp, its pages
// in docs/rules and its fixtures in tests/fixtures/rules.
#pragma once

#include "validator/rules/draft.h"
#include "validator/rules/rule_input.h"

namespace tradereport::validator {

void b01_joint(const RuleInput& context, Drafts& drafts);
void t01_total(const RuleInput& context, Drafts& drafts);
void t02_balance(const RuleInput& context, Drafts& drafts);
void t03_breakdown(const RuleInput& context, Drafts& drafts);
void t04_year_to_date(const RuleInput& context, Drafts& drafts);
void t05_listed_parts(const RuleInput& context, Drafts& drafts);
void g01_growth(const RuleInput& context, Drafts& drafts);
void g02_change(const RuleInput& context, Drafts& drafts);
void s01_shares(const RuleInput& context, Drafts& drafts);
void r01_order(const RuleInput& context, Drafts& drafts);
void r02_repeated_name(const RuleInput& context, Drafts& drafts);
void m01_text_and_table(const RuleInput& context, Drafts& drafts);
void m02_top_list(const RuleInput& context, Drafts& drafts);
void m03_direction(const RuleInput& context, Drafts& drafts);
void m04_list_lengths(const RuleInput& context, Drafts& drafts);
void n01_cut_off(const RuleInput& context, Drafts& drafts);
void d01_stale_period(const RuleInput& context, Drafts& drafts);
void d02_missing(const RuleInput& context, Drafts& drafts);
void d03_unread(const RuleInput& context, Drafts& drafts);
void d04_unknown_row(const RuleInput& context, Drafts& drafts);
void d05_unit(const RuleInput& context, Drafts& drafts);

// Runs every rule of the registry.
Drafts run_rules(const RuleInput& context);

}  // namespace tradereport::validator
