// Converters of characters that are kept for the next one are as good as new.
#include <gtest/gtest.h>
#include <iconv.h>

#include <array>
#include <cstddef>
#include <string>

namespace {

std::string converted(iconv_t converter, std::string text) {
  std::array<char, 100> out{};
  char* from = text.data();
  char* to = out.data();
  std::size_t left = text.size();
  std::size_t room = out.size();
  ::iconv(converter, &from, &left, &to, &room);
  return {out.data(), out.size() - room};
}

TEST(Converters, AreAsGoodAsNew) {
  const iconv_t first = ::iconv_open("UTF-16", "UTF-8");
  const std::string expected = converted(first, "出口 1");
  EXPECT_EQ(expected.size(), 2 + 2 * 4U);  // with its byte order mark
  EXPECT_EQ(converted(first, "出口 1").size(), 2 * 4U);
  converted(first, "\xE5\x87");  // cut off
  ::iconv_close(first);
  const iconv_t second = ::iconv_open("UTF-16", "UTF-8");
  EXPECT_EQ(second, first);
  EXPECT_EQ(converted(second, "出口 1"), expected);
  ::iconv_close(second);
}

TEST(Converters, OneForEachWhoHasItOpen) {
  std::array<iconv_t, 9> open{};
  for (iconv_t& converter : open) converter = ::iconv_open("UTF-16", "UTF-8");
  const iconv_t other = ::iconv_open("UTF-8", "UTF-16LE");
  for (std::size_t i = 0; i < open.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(open[i], open[j]);
  }
  EXPECT_EQ(converted(other, std::string("a\0", 2)), "a");
  for (const iconv_t converter : open) EXPECT_EQ(::iconv_close(converter), 0);
  EXPECT_EQ(::iconv_close(other), 0);
}

TEST(Converters, ThereAreNone) {
  EXPECT_EQ(::iconv_open("no such", "UTF-8"), reinterpret_cast<iconv_t>(-1));
}

}  // namespace
