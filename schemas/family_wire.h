// Families as bytes, so that the program need not parse the files of those that come with it at
// every start. tools/write_families.cpp makes them when the program is built.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schemas/family.h"
#include "schemas/wire.h"

namespace tradereport {

std::string encode_families(const std::vector<Family>& families);

// What encode_families() was given. Throws BadMessage for what it cannot have made.
std::vector<Family> decode_families(std::string_view bytes);

namespace wire {

inline constexpr auto kColumn = [](auto& stream, auto& column) {
  auto& [label, span, measure, flow] = column;
  stream.flag(label);
  stream.number(span, 0, static_cast<int>(Span::ytd));
  stream.number(measure, 0, static_cast<int>(Measure::previous));
  stream.text(flow);
};

}  // namespace wire

}  // namespace tradereport
