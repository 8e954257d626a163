// What the fuzzers share: the families' grammars, words to make documents of, and what must hold of
// every report whatever it was read from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/grammar/grammar.h"
#include "parser/reader.h"
#include "schemas/report.h"

namespace tradereport::fuzz {

// The families that come with the program, compiled once.
const std::vector<parser::Grammar>& grammars();
const parser::Reader& reader();

// The lines and the blank-separated words of the sample's text.
const std::vector<std::string>& sample_lines();
const std::vector<std::string>& sample_words();

// Ends the process with a message if the report breaks one of its own laws (a numeral counted
// twice, a cell that points nowhere, a source outside its line), and puts it through validator and
// JSON writer, which must take every report.
void examine(const Report& report, const Family& family);

}  // namespace tradereport::fuzz
