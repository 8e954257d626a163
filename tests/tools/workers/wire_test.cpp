// The primitives of the message: what is written is what is read, and nothing else is read.
#include "tools/workers/wire.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>

namespace tradereport::tools {
namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

RC_GTEST_PROP(Wire, NumbersComeBack, (std::int64_t number)) {
  for (const std::int64_t value : {number, number >> 32, kLeast, kMost, std::int64_t{0}}) {
    WireWriter writer;
    writer.number(value, 0, 0);
    const std::string bytes = writer.take();
    WireReader reader(bytes);
    std::int64_t read = 0;
    reader.number(read, kLeast, kMost);
    reader.finish();
    RC_ASSERT(read == value);
  }
}

RC_GTEST_PROP(Wire, TextsComeBackWithWhatIsNoUtf8Replaced, (const std::string& text)) {
  WireWriter writer;
  writer.text(text);
  writer.text("…");
  writer.text(text);
  const std::string bytes = writer.take();
  WireReader reader(bytes);
  std::string first;
  std::string other;
  std::string again;
  reader.text(first);
  reader.text(other);
  reader.text(again);
  reader.finish();
  RC_ASSERT(first.size() == text.size());
  RC_ASSERT(again == first);
  RC_ASSERT(other == "…");
  for (std::size_t i = 0; i < text.size(); ++i) RC_ASSERT(first[i] == text[i] || first[i] == '?');
}

RC_GTEST_PROP(Wire, AnyBytesAreReadOrRefused, (const std::string& bytes)) {
  WireReader reader(bytes, 1U << 20U);
  try {
    for (;;) {
      std::string text;
      std::int64_t number = 0;
      double length = 0;
      bool flag = false;
      reader.text(text);
      reader.number(number, -5, 5);
      reader.length(length);
      reader.flag(flag);
    }
  } catch (const BadMessage&) {
  }
}

TEST(Wire, Utf8StaysAsItIs) {
  WireWriter writer;
  writer.text("北京市 −24.3%");
  const std::string bytes = writer.take();
  WireReader reader(bytes);
  std::string text;
  reader.text(text);
  EXPECT_EQ(text, "北京市 −24.3%");
}

TEST(Wire, BoundsHold) {
  WireWriter writer;
  writer.number(13, 0, 0);
  const std::string bytes = writer.take();
  int month = 0;
  EXPECT_THROW(WireReader(bytes).number(month, 1, 12), BadMessage);
  EXPECT_NO_THROW(WireReader(bytes).number(month, 1, 13));
}

TEST(Wire, ANumberHasOneForm) {
  std::int64_t number = 0;
  EXPECT_THROW(WireReader("\x80").number(number, kLeast, kMost), BadMessage);
  using namespace std::string_view_literals;
  EXPECT_THROW(WireReader("\x80\x00"sv).number(number, kLeast, kMost), BadMessage);
  EXPECT_THROW(
      WireReader("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02"sv).number(number, kLeast, kMost),
      BadMessage);
}

TEST(Wire, LengthsAreOrdinaryNumbers) {
  for (const double value : {0.0, -1.5, 841.89}) {
    WireWriter writer;
    writer.length(value);
    const std::string bytes = writer.take();
    double read = 7;
    WireReader(bytes).length(read);
    EXPECT_EQ(read, value);
  }
  WireWriter writer;
  writer.length(std::nan(""));
  writer.length(1e300);
  const std::string bytes = writer.take();
  WireReader reader(bytes);
  double read = 7;
  reader.length(read);
  EXPECT_EQ(read, 0);
  reader.length(read);
  EXPECT_EQ(read, 0);
  EXPECT_THROW(WireReader(std::string(8, '\xff')).length(read), BadMessage);
}

TEST(Wire, ListsAreNoLongerThanTheMessage) {
  WireWriter writer;
  writer.count(1'000'000'000);
  const std::string bytes = writer.take() + "abc";
  std::vector<std::string> list;
  EXPECT_THROW(WireReader(bytes).size(list), BadMessage);
}

TEST(Wire, RepeatedTextsAreBoundedByTheBudget) {
  WireWriter writer;
  for (int i = 0; i < 100; ++i) writer.text(std::string(1000, 'x'));
  const std::string bytes = writer.take();
  EXPECT_LT(bytes.size(), 1200U);
  WireReader reader(bytes, 50'000);
  std::string text;
  int read = 0;
  const auto all = [&] {
    for (;; ++read) reader.text(text);
  };
  EXPECT_THROW(all(), BadMessage);
  EXPECT_EQ(read, 50);
}

}  // namespace
}  // namespace tradereport::tools
