// Copies of a file with one thing wrong, as bad discs, bad networks and bad programs make them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tradereport {

struct Mutation {
  std::string what;  // "bit 3 of byte 1027 flipped"
  std::string bytes;
};

// The same for the same file and seed. Kinds, in turn: a bit flipped, a few bytes overwritten, the
// end cut off, a piece cut out, a piece of zeros, a piece said twice, two objects of the PDF
// exchanged.
Mutation mutate(std::string_view file, std::uint32_t seed);

}  // namespace tradereport
