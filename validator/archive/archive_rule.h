// The rules that look at several editions, as a table. Internal to validator.
//
// To add one: its line in archive_rule.cpp, a file here if it looks at more than the faults, its
// pages in docs/rules and its fixtures in tests/fixtures/rules, which hold a list of "reports".
#pragma once

#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "schemas/family.h"
#include "validator/archive/edition_faults.h"
#include "validator/archive/editions.h"

namespace tradereport::validator {

struct ArchiveInput {
  const Editions& editions;
  const Family& family;
  std::vector<std::size_t> order;  // indices of the editions, by period and file
  Practice practice;               // of the publisher …
  std::set<std::size_t> shown_by;  // … and the editions that show it
  Revisions revisions;
  std::vector<EditionFault> faults;
};

// Speaks for the faults that are its own (fault_findings.h), and for whatever code of its own says.
struct ArchiveRule {
  std::string_view id;
  Severity severity = Severity::warning;  // of its findings that do not set a lower one
  void (*own_code)(const ArchiveInput& context, std::vector<EditionFinding>& findings) = nullptr;
};

// All of them, by id.
std::span<const ArchiveRule> archive_rules();

// Both editions print the same figures in the same order: they are one report.
bool identical(const Edition& a, const Edition& b);

// An earlier edition (in `order`) of the same period; nullptr if there is none. Of several the
// first that is identical, else the first.
const Edition* earlier_of_period(const ArchiveInput& context, std::size_t place_in_order);

void a03_revised(const ArchiveInput& context, std::vector<EditionFinding>& findings);
void a04_editions(const ArchiveInput& context, std::vector<EditionFinding>& findings);
void a05_practice(const ArchiveInput& context, std::vector<EditionFinding>& findings);

}  // namespace tradereport::validator
