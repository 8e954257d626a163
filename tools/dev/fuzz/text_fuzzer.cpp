// Plain text: any bytes are a report that keeps its laws, or an error.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tools/dev/fuzz/fuzz_support.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradereport;
  using namespace tradereport::parser;
  const ReadResult result =
      fuzz::reader().read({reinterpret_cast<const char*>(data), size}, "fuzz.txt");
  if (result.report.has_value() == result.error.has_value()) __builtin_trap();
  if (result.report) fuzz::examine(*result.report, *result.family);
  return 0;
}
