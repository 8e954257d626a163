// What the names of a table's rows stand for.
#pragma once

#include <set>
#include <string>

#include "parser/tables/table.h"

namespace tradereport::parser {

struct RowName {
  std::string row;   // canonical, or as printed
  std::string flow;  // of its figures
  int group = -1;    // index of the family's group
  const RowForm* form = nullptr;
  bool known = false;
};

class RowNames {
 public:
  RowNames(const Document& document, const TableForm& form, const Grammar& grammar,
           const RawTable& raw);

  // The name of a row that stands under that group.
  RowName resolve(int group, const Atom& label) const;

  // Most of the table's names are known. A table of strangers is another one than its caption says.
  bool are_known() const;

 private:
  const Document& document_;
  const TableForm& form_;
  const Grammar& grammar_;
  const RawTable& raw_;
  std::set<std::string> labels_;  // of all rows, as they are spelt
};

}  // namespace tradereport::parser
