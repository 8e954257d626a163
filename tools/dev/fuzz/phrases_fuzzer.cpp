// The narrative: sentences made of the sample's words and characters, and of what the fuzzer adds,
// within a document that is otherwise the sample.
#include <fuzzer/FuzzedDataProvider.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "tools/dev/fuzz/fuzz_support.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradereport;
  using namespace tradereport::parser;
  FuzzedDataProvider input(data, size);
  const auto& words = fuzz::sample_words();
  const auto& lines = fuzz::sample_lines();
  std::string text;
  for (std::size_t i = 0; i < 12 && i < lines.size(); ++i) text += lines[i] + "\n";
  while (input.remaining_bytes() > 0) {
    switch (input.ConsumeIntegralInRange<int>(0, 3)) {
      case 0:
        text += words[input.ConsumeIntegralInRange<std::size_t>(0, words.size() - 1)];
        break;
      case 1: {
        const std::string& line =
            lines[input.ConsumeIntegralInRange<std::size_t>(0, lines.size() - 1)];
        const auto begin = input.ConsumeIntegralInRange<std::size_t>(0, line.size() / 3) * 3;
        text += line.substr(begin, input.ConsumeIntegralInRange<std::size_t>(0, 30) * 3);
        break;
      }
      case 2:
        text += std::to_string(input.ConsumeIntegral<std::int16_t>()) + "." +
                std::to_string(input.ConsumeIntegral<std::uint8_t>());
        break;
      default:
        text += input.ConsumeRandomLengthString(8);
    }
  }
  const ReadResult result = fuzz::reader().read(text, "fuzz.txt");
  if (result.report) fuzz::examine(*result.report, *result.family);
  return 0;
}
