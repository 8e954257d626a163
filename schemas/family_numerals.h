// How a family writes numbers and negative ones, and where its reports' month stands. Internal to
// schemas.
#pragma once

#include <string>
#include <vector>

#include "schemas/family.h"
#include "schemas/toml_reader.h"

namespace tradereport {

// [numerals] and [report].
void read_numerals(TomlReader& root, Family& family);

// A list of ways to print negative figures: "(x)", "▲x" …
std::vector<NegativeForm> read_negatives(TomlReader& r, const std::string& key);

}  // namespace tradereport
