// A family file: any bytes are either a family whose patterns compile, or errors with their place.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "parser/reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradereport;
  using namespace tradereport::parser;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const FamilyLoad load = load_family(text, "fuzz.toml");
  if (!load.family) {
    if (load.errors.empty()) __builtin_trap();
    return 0;
  }
  for (const FamilyError& error : check_patterns(*load.family, "fuzz.toml"))
    if (error.to_string().empty()) __builtin_trap();
  return 0;
}
