// Findings in words.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/finding.h"
#include "schemas/messages.h"
#include "schemas/report.h"

namespace tradereport::validator {

// The finding in one sentence, without file, page or rule id.
//   "The text gives -24.3% as growth of ROW (exports, month), but table 2 prints 11.0%; …"
std::string describe(const Finding& finding, Language language);

// What was wrong with the document, in one sentence.
//   "Not read in table 2: growth (month) of ROW"
std::string describe(const Problem& problem, Language language);

// Its proof, one line a step: the relation that is shown with its figures (proof_table.h), how many
// others say the same, and what else is to be said. `whole`: all of its relations.
//   "exports = sum of the products (month)", "exports: 74.7 → [74.65, 74.75]"
std::vector<std::string> describe_proof(const Finding& finding, Language language,
                                        bool whole = false);

// What is to be said besides its relations, one line a remark.
std::vector<std::string> describe_remarks(const Finding& finding, Language language);

// The relation that people are shown: the first that fails by itself and is not merely a text
// against a table, which the message says; else the text's list; of a joint finding the first.
// nullptr if there is none.
const FindingRelation* shown_relation(const Finding& finding);

// How many of its relations say the same as that one.
std::size_t further_relations(const Finding& finding);

// Its certificate, one line an inequality with its multiplier and why it holds, and what they add
// up to; before it what else only the whole proof says.
std::vector<std::string> describe_certificate(const Finding& finding, Language language);

// "table 2, ROW, month, growth", or for a word the word in quotation marks.
std::string describe(const PrintedItem& item, Language language);

// "table 2, ROW, month, growth"; for the text with the flow, since its rows stand in several
// tables: "the text, exports, ROW, month, growth".
std::string describe(const FigureKey& key, Language language);

// "table 2" for "table2", "the text" for "text"; any other id as it is.
std::string describe_place(std::string_view place, Language language);

// The arguments of a message for one language. Findings and proof steps keep what depends on the
// language so:
//   "row.zh"         stands for "row" in Chinese and is absent in English
//   "span.term"      the catalogue's word for an id, "span.month" -> "month"
//   "place.place"    describe_place()
//   "figure.figure"  describe() of a figure_argument() (rules/message_arguments.h)
std::map<std::string, std::string> arguments_for(const std::map<std::string, std::string>& args,
                                                 Language language);

}  // namespace tradereport::validator
