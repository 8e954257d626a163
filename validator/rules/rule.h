// The rules that look at one report, as a table. Internal to validator.
//
// A rule looks at one thing and says all that it sees; that several rules see the same mistake is
// settled afterwards (findings/consolidation.h). To add one: its line in rule.cpp, its pages in
// docs/rules and its fixtures in tests/fixtures/rules. Most rules speak for relations, or for a
// kind of problem that the reader has met, and are done with that; one that needs code of its own
// has a file here.
#pragma once

#include <span>
#include <string_view>
#include <variant>

#include "validator/rules/draft.h"
#include "validator/rules/rule_input.h"

namespace tradereport::validator {

// What a rule speaks for: the contradicted relations that name it (Relation::rule); …
struct ItsRelations {};
// … what other code finds; …
using Code = void (*)(const RuleInput& context, Drafts& drafts);
// … or what no rule sees, and only the whole system shows: findings/consolidation.h has its drafts.
struct JointSystem {};

struct Rule {
  std::string_view id;
  Severity severity = Severity::error;
  std::variant<ItsRelations, Code, JointSystem> speaks_for;
};

inline constexpr std::string_view kJointRule = "B01";

// All of them, by id.
std::span<const Rule> report_rules();

// Of one of them.
Severity severity_of(std::string_view id);

// What they all say, by rule.
Drafts run_rules(const RuleInput& context);

void d03_unread(const RuleInput& context, Drafts& drafts);
void m01_text_and_table(const RuleInput& context, Drafts& drafts);
void m02_top_list(const RuleInput& context, Drafts& drafts);
void m03_direction(const RuleInput& context, Drafts& drafts);
void n01_truncated(const RuleInput& context, Drafts& drafts);
void r02_repeated_name(const RuleInput& context, Drafts& drafts);
void t04_year_to_date(const RuleInput& context, Drafts& drafts);

}  // namespace tradereport::validator
