// From a document's lines to the Report of a family.
#pragma once

#include <optional>
#include <string>

#include "parser/grammar/grammar.h"
#include "parser/pages/read_error.h"
#include "parser/report/period_hints.h"
#include "parser/text/text.h"
#include "schemas/report.h"

namespace tradereport::parser {

struct Recognised {
  bool yes = false;
  ReadError::Tried tried;  // what was looked for, where it is not
};

// Does this document belong to the family of these signs?
Recognised recognise(const Document& document, const Signs& signs);

// Reads tables and narrative. Nothing if no period can be found: what the hints say, or else the
// report itself, or else the file's name, or the last row of a table of periods.
std::optional<Report> build_report(Document document, const Grammar& grammar,
                                   const std::string& file, const PeriodHints& hints = {});

}  // namespace tradereport::parser
