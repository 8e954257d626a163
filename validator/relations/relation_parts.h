// What the terms of a family's relations stand for in one report. Internal to validator.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "schemas/family.h"
#include "validator/figures/figure_index.h"
#include "validator/relations/relations.h"

namespace tradereport::validator {

// The rows that a term stands for, as levels of this year.
struct Parts {
  std::vector<Unknown> rows;
  bool all = true;  // all that the family knows are there
};

// Points into the report and the family.
class PrintedParts {
 public:
  PrintedParts(const FigureIndex& figures, const Family& family);

  // A term as the family file writes it (schemas/family.h); "{row}" is the row `each`.
  Parts of(std::string_view term, Span span, std::string_view each) const;

  // Rows of a table that print a level of its flow, in printed order; of one group, or of all for
  // an empty name.
  std::vector<const FigureKey*> printed(const TableForm& table, Span span,
                                        std::string_view group = "") const;

 private:
  Parts of_text(std::string_view rows, Span span, std::string_view each) const;
  Parts rows_of(const TableForm& table, std::string_view rows, Span span) const;
  Parts group(const TableForm& table, std::string_view name, Span span) const;
  Parts months(const TableForm& table, std::string_view which) const;
  Parts months_of(const TableForm& table, std::string_view period, Span span) const;
  Parts all(const TableForm& table, Span span) const;
  Parts members(const TableForm& table, Span span, std::string_view bloc) const;

  const Report& report_;
  const Family& family_;
  std::vector<std::pair<std::string_view, std::vector<const FigureKey*>>> levels_;  // by table
};

}  // namespace tradereport::validator
