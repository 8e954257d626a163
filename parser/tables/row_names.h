// What the names of a table's rows stand for, and their ranks.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "parser/tables/table.h"

namespace tradereport::parser {

struct RowName {
  std::string row;   // canonical, or as printed
  std::string flow;  // of its figures
  int group = -1;    // index of the family's group
  const RowForm* form = nullptr;
  bool known = false;
  std::optional<Months> months{};  // of a table whose rows are periods
};

class RowNames {
 public:
  RowNames(const Document& document, const TableForm& form, const Grammar& grammar,
           const RawTable& raw);

  // What a name stands for in its row. In tables whose rows are periods it is the period:
  // "2025-03", of a row "March" of 2025.
  RowName resolve(const RawRow& row, const Atom& label) const;

  // Most of the table's names are known. A table of strangers is another one than its caption says.
  bool are_known() const;

 private:
  void find_years();

  const Document& document_;
  const TableForm& form_;
  const Grammar& grammar_;
  const RawTable& raw_;
  std::set<std::string> labels_;           // of all rows, as they are spelt
  std::vector<std::optional<int>> years_;  // of the rows, in a table of periods
};

// The ranks of rows in ranked lists, by the order in which they are printed.
//
// A row that the family does not know, one whose name was not read and one whose name stands
// further up may have a place of its own or be none of the list. If the list is as long as it ought
// to be with them, they have one. In a longer one the ranks below the first of them are not known;
// in a shorter one none is.
class Ranks {
 public:
  Ranks(const std::vector<const RawRow*>& rows, const RawTable& raw, const TableForm& form,
        const RowNames& names);

  // Of the row's name in that column; 0 for none, or if it is not known.
  int rank(const RawRow& row, std::size_t label) const;
  // Whether the row has a place in a ranked list.
  bool has_place(const RawRow& row, std::size_t label) const;
  // How many names the list in that column has.
  int names(int group, std::size_t label) const;

 private:
  struct Place {
    const RawRow* row = nullptr;
    bool named = false;
    bool known = false;  // and stands there for the first time
  };
  void count(std::vector<Place> list, std::size_t label, int ranked);

  std::map<std::pair<const RawRow*, std::size_t>, int> ranks_;  // 0: a place that is not known
  std::map<std::pair<int, std::size_t>, int> names_;            // by group and label column
};

// The last month of the last row that has figures, in a table whose rows are periods; nothing if
// that is not known.
std::optional<Period> last_period(const Document& document, const TableRegion& region,
                                  const Grammar& grammar, const RawTable& raw);

}  // namespace tradereport::parser
