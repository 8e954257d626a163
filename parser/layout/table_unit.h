// The unit that a table prints its levels in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/layout/layout.h"
#include "schemas/report.h"

namespace tradereport::parser {

struct TableUnit {
  std::string id;                  // empty where several are named: nobody knows which is meant
  std::optional<Problem> differs;  // names another unit than the family's

  // That of a row, whose name may say another; nothing where it is not known.
  std::optional<std::string> of_row(std::string_view label, const TableForm& form,
                                    const Grammar& grammar) const;
};

// What the caption and the head say, or else that of the family. heads: lines of the table's head.
TableUnit unit_of(const Document& document, const TableRegion& region,
                  const std::vector<std::size_t>& heads, const Grammar& grammar);

}  // namespace tradereport::parser
