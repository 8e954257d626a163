// The records of --resume: whatever became of the file, a message is as it was written or not
// there, and new records are kept.
#include <fuzzer/FuzzedDataProvider.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "tools/writers/journal.h"

namespace {

using tradereport::tools::Journal;

const std::string kPath = "/tmp/tradereport-fuzz-journal." + std::to_string(::getpid());

std::string message_of(int record) {
  return "message " + std::string(static_cast<std::size_t>(40 * record), 'x');
}

std::string good_journal() {
  std::remove(kPath.c_str());
  {
    Journal journal(kPath, "stamp");
    for (int i = 0; i < 4; ++i) journal.add("key" + std::to_string(i), message_of(i));
  }
  std::ifstream file(kPath, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string good = good_journal();
  FuzzedDataProvider input(data, size);
  std::string bytes = good;
  if (input.ConsumeBool()) bytes = input.ConsumeRandomLengthString();
  while (input.remaining_bytes() > 2 && !bytes.empty())
    bytes[input.ConsumeIntegralInRange<std::size_t>(0, bytes.size() - 1)] =
        static_cast<char>(input.ConsumeIntegral<std::uint8_t>());
  std::ofstream(kPath, std::ios::binary) << bytes;
  Journal journal(kPath, "stamp");
  for (int i = 0; i < 4; ++i) {
    const std::string key = "key" + std::to_string(i);
    if (const auto found = journal.find(key)) {
      const std::string message = journal.message(*found);
      if (!message.empty() && bytes.size() >= good.size() && message != message_of(i))
        __builtin_trap();
      if (message.empty()) journal.forget(key);
    }
    if (!journal.find(key)) journal.add(key, "new");
    if (journal.message(*journal.find(key)).empty()) __builtin_trap();
  }
  return 0;
}
