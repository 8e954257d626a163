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

// A figure or word: place … printed, page, line and boxes.
Json item_json(const PrintedItem& item);

// One of the finding's "candidates".
Json candidate_json(const Candidate& candidate, const std::string& file);

}  // namespace tradereport::tools
