// What a rule works on and what it yields. Internal to validator.
//
// A rule looks at one thing and says all that it sees; that several rules see the same mistake is
// settled afterwards (fold.h). To add one: a file here, its line in rules.cpp, its pages in
// docs/rules and its fixtures in tests/fixtures/rules.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/family.h"
#include "schemas/finding.h"
#include "schemas/report.h"
#include "validator/figures/cut_off.h"
#include "validator/figures/text_and_tables.h"
#include "validator/relations/contradiction.h"
#include "validator/relations/evidence.h"
#include "validator/relations/relations.h"

namespace tradereport::validator {

// One report and what follows from its figures. All of it outlives the rules' drafts.
struct RuleInput {
  // `the_system` is of the whole report. `is_possible`: levels are known that fit everything, so
  // that no relation can be broken.
  RuleInput(const FigureIndex& the_figures, const Family& the_family, const System& the_system,
            const TextAndTables& the_text, const std::vector<CutOff>& the_cut_off, bool is_possible)
      : report(the_figures.report()),
        figures(the_figures),
        family(the_family),
        relations(the_system.relations),
        text(the_text),
        cut_off(the_cut_off),
        possible(is_possible) {
    if (possible) return;
    evidence.emplace(figures, family);
    contradictions = find_contradictions(the_system, *evidence);
  }
  RuleInput(const RuleInput&) = delete;
  RuleInput& operator=(const RuleInput&) = delete;

  const Report& report;
  const FigureIndex& figures;
  const Family& family;
  const std::vector<Relation>& relations;
  const TextAndTables& text;
  const std::vector<CutOff>& cut_off;
  bool possible;
  std::optional<Evidence> evidence;  // unless possible
  std::vector<Contradiction> contradictions;
};

// A finding before it is known what caused it.
struct Draft {
  // Names what is wrong, so that it can be found again in a corrected report:
  // "T01/total/month/this_year".
  std::string identity;
  Finding finding;  // rule and severity are set by run_rules()

  const Contradiction* contradiction = nullptr;  // T, G, S, R01
  const Claim* claim = nullptr;                  // M01, M03
  const Figure* figure = nullptr;                // of the table that the claim differs from
  const TopList* list = nullptr;                 // M02 …
  std::vector<std::string> expected;             // … and what it should be
  const Problem* problem = nullptr;              // M04, D01, D02, D04, D05
  std::string context;                           // D03: the sentence
};

using Drafts = std::vector<Draft>;

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
