// What a worker sends back: any bytes are an answer that can be written and sent on, or a
// BadMessage.
#include <fuzzer/FuzzedDataProvider.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "tools/dev/fuzz/fuzz_support.h"
#include "tools/workers/message.h"
#include "tools/writers/dataset.h"
#include "tools/writers/text_writer.h"

namespace {

using namespace tradereport;

// The answer about the sample, with its findings: what edits start from.
const std::string& real_answer() {
  static const std::string bytes = [] {
    std::string text;
    for (const std::string& line : fuzz::sample_lines()) text += line + "\n";
    parser::ReadResult result = fuzz::reader().read(text, "");
    tools::Answer answer;
    if (result.report) answer.checked = validator::validate_report(*result.report, *result.family);
    answer.report = std::move(result.report);
    return tools::encode_answer(answer);
  }();
  return bytes;
}

void use(const tools::Answer& answer) {
  if (!answer.report) return;
  const Family& family = fuzz::reader().families()[answer.family];
  tools::report_text(*answer.report, family, answer.checked.findings, {});
  tools::report_columns(*answer.report, family);
  tools::report_rows(*answer.report, family, answer.checked.findings, {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider input(data, size);
  std::string bytes;
  if (input.ConsumeBool()) {
    bytes = real_answer();
    while (input.remaining_bytes() > 4) {
      const auto at = input.ConsumeIntegralInRange<std::size_t>(0, bytes.size() - 1);
      bytes[at] = static_cast<char>(input.ConsumeIntegral<std::uint8_t>());
    }
  } else {
    bytes = input.ConsumeRemainingBytesAsString();
  }
  try {
    const tools::Answer answer = tools::decode_answer(bytes, fuzz::reader().families());
    use(answer);
    tools::decode_answer(tools::encode_answer(answer), fuzz::reader().families());
  } catch (const tools::BadMessage&) {
    return 0;
  }
  return 0;
}
