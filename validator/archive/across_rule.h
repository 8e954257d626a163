// The rules that look at several issues, as a table. Internal to validator.
//
// To add one: its line in across_rule.cpp, a file here if it looks at more than the faults, its
// pages in docs/rules and its fixtures in tests/fixtures/rules, which hold a list of "reports".
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "schemas/family.h"
#include "validator/archive/issue_faults.h"
#include "validator/archive/issues.h"

namespace tradereport::validator {

struct AcrossContext {
  const Issues& issues;
  const Family& family;
  std::vector<std::size_t> order;  // indices of the issues, by period and file
  std::vector<IssueFault> faults;
};

// Speaks for the faults that are its own (across_draft.h), and for whatever code of its own says.
struct AcrossRule {
  std::string_view id;
  Severity severity = Severity::warning;  // of its findings that do not set a lower one
  void (*own_code)(const AcrossContext& context, std::vector<IssueFinding>& findings) = nullptr;
};

// All of them, by id.
std::span<const AcrossRule> across_rules();

// Both issues print the same figures in the same order: they are one report.
bool identical(const Issue& a, const Issue& b);

// An earlier issue (in `order`) of the same period; nullptr if there is none. Of several the first
// that is identical, else the first.
const Issue* earlier_of_period(const AcrossContext& context, std::size_t place_in_order);

void a03_revised(const AcrossContext& context, std::vector<IssueFinding>& findings);
void a04_issues(const AcrossContext& context, std::vector<IssueFinding>& findings);

}  // namespace tradereport::validator
