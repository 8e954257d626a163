// The layout: pages of words in boxes, where the fuzzer says.
#include <fuzzer/FuzzedDataProvider.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "parser/pages/lines.h"
#include "parser/report/report_builder.h"
#include "tools/dev/fuzz/fuzz_support.h"

namespace {

using tradereport::parser::PdfPage;
using tradereport::parser::PdfWord;

// Code points of UTF-8 that is known to be valid.
std::u32string code_points(const std::string& utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k)
      c = (c << 6U) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
    out += c;
    i += length;
  }
  return out;
}

double coordinate(FuzzedDataProvider& input) {
  // Now and then what damaged files hold.
  if (input.ConsumeProbability<float>() < 0.01F)
    return input.PickValueInArray({0.0, -1e9, 1e9, 1e300, std::numeric_limits<double>::infinity(),
                                   std::numeric_limits<double>::quiet_NaN()});
  return input.ConsumeIntegral<std::int16_t>() / 40.0;
}

PdfWord word(FuzzedDataProvider& input) {
  const auto& words = tradereport::fuzz::sample_words();
  std::u32string text;
  if (input.ConsumeBool()) {
    text = code_points(words[input.ConsumeIntegralInRange<std::size_t>(0, words.size() - 1)]);
  } else {
    const int length = input.ConsumeIntegralInRange<int>(1, 6);
    for (int i = 0; i < length; ++i)
      text += static_cast<char32_t>(input.ConsumeIntegralInRange<std::uint32_t>(0, 0x2FFFF));
  }
  const double x = coordinate(input);
  const double y = coordinate(input);
  const double size = input.ConsumeIntegralInRange<int>(0, 200) / 10.0;
  PdfWord out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const double left = x + static_cast<double>(i) * size;
    out.chars.push_back({text[i], {left, y, left + size, y + size}});
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tradereport;
  using namespace tradereport::parser;
  FuzzedDataProvider input(data, size);
  std::vector<PdfPage> pages(1);
  while (input.remaining_bytes() > 0) {
    if (input.ConsumeProbability<float>() < 0.02F) pages.emplace_back();
    PdfWord next = word(input);
    if (!next.chars.empty()) pages.back().words.push_back(std::move(next));
  }
  const Document document = lines_of(std::move(pages));
  for (const Grammar& grammar : fuzz::grammars()) {
    recognise(document, grammar);
    if (const auto report = build_report(document, grammar, "fuzz.pdf"))
      fuzz::examine(*report, *grammar.family);
  }
  return 0;
}
