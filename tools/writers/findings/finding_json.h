// A finding as JSON: "finding" in schemas/check.schema.json. Internal to writers.
#pragma once

#include <string>

#include "schemas/finding.h"
#include "schemas/messages.h"
#include "tools/writers/json_writer.h"

namespace tradereport::tools {

// `file` is that of the report that the finding is in. With `certificates` in full.
Json finding_json(const Finding& finding, const std::string& file, Language language,
                  bool certificates);

}  // namespace tradereport::tools
