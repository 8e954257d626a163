// What part of a page a line belongs to.
#pragma once

namespace tradereport::parser {

enum class LineRole {
  body,
  running_head,
  page_number,
  footnote,
  next_report,  // of a further report in the same file
};

}  // namespace tradereport::parser
