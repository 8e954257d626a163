// Reads damaged copies of reports, and tells where something was lost without a word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "parser/reader.h"

namespace tradereport {

struct DamagedReport {
  std::string file;
  std::uint32_t seed = 0;
  std::string what;  // was done to it
  // What became of it: "as before", "told" (status 2, or a finding that was not there before),
  // "glyphs" (as many figures, of which some are printed otherwise: the damage changed what the
  // page shows), "lost" (figures are missing, and nothing is said), "crashed", "out_of_memory",
  // "out_of_time".
  std::string result;
};

// `count` copies in turn of these PDFs, with seeds from `first` on, in worker processes. Calls
// each() for every one, in no order.
void try_damage(const parser::Reader& reader, const std::vector<std::string>& files,
                std::size_t count, std::uint32_t first,
                const std::function<void(const DamagedReport&)>& each);

}  // namespace tradereport
