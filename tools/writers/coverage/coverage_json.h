// How far each numeral of a report has been checked, as JSON: "blind" in schemas/check.schema.json.
#pragma once

#include "schemas/coverage.h"
#include "schemas/messages.h"
#include "schemas/report.h"
#include "tools/writers/json_writer.h"

namespace tradereport::tools {

// One element for each numeral of the report: the figures of the tables, those of the text, then
// all other numerals, as they are read. Figures without a coverage are blind.
Json numerals_json(const Report& report, const Coverage& coverage);

// What holds them, by the ids that they name.
Json holding_relations_json(const Coverage& coverage, Language language);

}  // namespace tradereport::tools
