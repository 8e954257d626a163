// The figures of the narrative, read by the family's phrases.
//
// Phrases follow one another along a sentence. What a phrase says of period, flow and subject holds
// for the next ones until they say otherwise: "2024年5月,…出口74.7亿美元(占全国出口份额为2.5%),
// 同比上升15.7%;进口…". A clause that no phrase explains is passed over; what only inherits its
// subject is then not read either, because nobody knows whether it still speaks of the same thing.
#pragma once

#include <string>
#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/narrative/result.h"
#include "parser/text/text.h"
#include "schemas/report.h"

namespace tradereport::parser {

// Reads the sentences of the blocks. `names` are the family's and those of the report's own tables,
// `unit` that of their levels, if it is not the family's.
Narrative read_narrative(const Document& document, const std::vector<Text>& blocks,
                         const Grammar& grammar, const NameIndex& names, const Period& period,
                         const std::string& unit = {});

}  // namespace tradereport::parser
