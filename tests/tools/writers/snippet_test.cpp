#include "tools/writers/findings/snippet.h"

#include <gtest/gtest.h>

#include "tools/terminal/display_width.h"

namespace tradereport::tools {
namespace {

Source source_marking(const std::string& line, const std::string& part) {
  Source source;
  source.line_text = line;
  source.begin = line.find(part);
  source.end = source.begin + part.size();
  return source;
}

// What stands in the line above the carets.
std::string above_carets(const Snippet& snippet) {
  std::string text;
  std::size_t column = 0;
  for (const Grapheme& grapheme : graphemes(snippet.line)) {
    if (column >= snippet.column && column < snippet.column + snippet.width)
      text += snippet.line.substr(grapheme.begin, grapheme.end - grapheme.begin);
    column += static_cast<std::size_t>(grapheme.columns);
  }
  return text;
}

TEST(DisplayWidth, EastAsianAndCombining) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("出口"), 4U);
  EXPECT_EQ(display_width("（％）"), 6U);
  EXPECT_EQ(display_width("e\u0301"), 1U);   // combining acute
  EXPECT_EQ(display_width("a\u200Bb"), 2U);  // zero width space
  EXPECT_EQ(display_width("…“”"), 3U);       // ambiguous: narrow
  EXPECT_EQ(display_width("\xFF\xFE"), 2U);  // not UTF-8
  EXPECT_EQ(display_width(""), 0U);
}

TEST(OneLine, ControlCharactersAndBadBytes) {
  EXPECT_EQ(one_line("a\tb\r\nc\x1b[31m"), "a b  c [31m");
  EXPECT_EQ(one_line("a\xFF"
                     "b"),
            "a\xEF\xBF\xBD"
            "b");
}

TEST(Shorten, MarksWhatIsCut) {
  EXPECT_EQ(shorten("出口额", 6), "出口额");
  EXPECT_EQ(shorten("出口额", 5), "出口…");
  EXPECT_EQ(shorten("出口额", 4), "出…");
}

TEST(Wrap, BetweenWordsAndIdeographs) {
  EXPECT_EQ(wrap("one two three", 8), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("出口额，进口额", 8), (std::vector<std::string>{"出口额，", "进口额"}));
  EXPECT_EQ(wrap("", 8), std::vector<std::string>{""});
}

TEST(Snippet, CaretsStandUnderWideText) {
  const Snippet snippet = make_snippet(source_marking("同比增速分别为-24.3%、", "-24.3"), 80);
  EXPECT_EQ(snippet.line, "同比增速分别为-24.3%、");
  EXPECT_EQ(snippet.underline(), std::string(14, ' ') + "^^^^^");
}

TEST(Snippet, WideCharactersGetWideCarets) {
  const Snippet snippet = make_snippet(source_marking("比重 为８．９ 等", "８．９"), 80);
  EXPECT_EQ(snippet.column, 7U);
  EXPECT_EQ(snippet.width, 6U);
}

TEST(Snippet, TabsAreOneColumn) {
  EXPECT_EQ(make_snippet(source_marking("a\t1.5", "1.5"), 80).underline(), "  ^^^");
}

TEST(Snippet, LongLineIsCutAroundTheMark) {
  std::string filler;
  for (int i = 0; i < 60; ++i) filler += "货物a";
  for (const std::size_t columns : {20U, 21U, 40U, 77U, 100U}) {
    const Snippet middle =
        make_snippet(source_marking(filler + "-24.3" + filler, "-24.3"), columns);
    EXPECT_LE(display_width(middle.line), columns);
    EXPECT_TRUE(middle.line.starts_with("…") && middle.line.ends_with("…")) << middle.line;
    EXPECT_EQ(above_carets(middle), "-24.3");
    const Snippet first = make_snippet(source_marking("-24.3" + filler, "-24.3"), columns);
    EXPECT_LE(display_width(first.line), columns);
    EXPECT_EQ(first.underline(), "^^^^^");
    const Snippet last = make_snippet(source_marking(filler + "-24.3", "-24.3"), columns);
    EXPECT_LE(display_width(last.line), columns);
    EXPECT_EQ(above_carets(last), "-24.3");
    EXPECT_TRUE(last.line.ends_with("-24.3"));
  }
}

TEST(Snippet, OffsetsOutsideTheLineDoNoHarm) {
  Source source;
  source.line_text = "abc";
  source.begin = 2;
  source.end = 99;
  EXPECT_EQ(make_snippet(source, 80).underline(), "  ^");
  source.begin = 99;
  EXPECT_EQ(make_snippet(source, 80).underline(), "");
}

}  // namespace
}  // namespace tradereport::tools
