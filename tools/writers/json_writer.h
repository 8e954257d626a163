// The findings of `check` as JSON: schemas/check.schema.json describes it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "schemas/family.h"
#include "schemas/finding.h"
#include "schemas/messages.h"
#include "schemas/report.h"
#include "tools/inputs/inputs.h"
#include "validator/validate.h"

namespace tradereport::tools {

using Json = nlohmann::ordered_json;

// One element of "reports". Absent values are null; figures are texts (canonical decimals), so that
// no reader turns them into binary fractions. With `certificates`, findings have theirs in full.
// With `coverage`, which the validation must have, "blind" and its "relations" are there.
Json report_json(const Report& report, const validator::Validation& checked, Language language,
                 bool certificates = false, bool coverage = false);

// One element of "across": a finding of one of the files as seen from the others.
Json across_json(const std::string& file, const Finding& finding, Language language,
                 bool certificates = false);

// One element of "errors".
Json error_json(const InputError& error, Language language);

// The JSON as text: on one line, or so many blanks further in for each level. Bytes that are no
// UTF-8 (of file names) become U+FFFD, and what may not stand on a terminal is escaped.
std::string dumped(const Json& json, int indent = -1);

// The same as a file, indented by two.
std::string json_text(const Json& json);

}  // namespace tradereport::tools
