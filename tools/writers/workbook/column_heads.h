// The words that stand over the columns of data, for people.
#pragma once

#include <string>
#include <vector>

#include "schemas/messages.h"
#include "tools/writers/dataset.h"

namespace tradereport::tools {

// "月份", "同比增速（%）"; a column without a word of its own is called by its name.
std::string column_head(const DataColumn& column, Language language);

// Columns [first, last] of a printed table that are of one span.
struct SpanHead {
  std::size_t first = 0;
  std::size_t last = 0;
  Span span = Span::month;
};

// Those that stand beside each other, from the left; a label column with a figure column behind it
// belongs to its span where each span has labels of its own.
std::vector<SpanHead> span_heads(const DataTable& table);

// The words for a value of the columns that hold ids (place, span, flow, measure, severity,
// certainty); any other value as it is.
//   column "span", "ytd" -> "累计"
std::string cell_words(const DataColumn& column, const std::string& cell, Language language);

}  // namespace tradereport::tools
