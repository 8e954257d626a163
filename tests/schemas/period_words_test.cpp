#include "schemas/period_words.h"

#include <gtest/gtest.h>

namespace tradereport {
namespace {

TEST(PeriodWords, MonthsWithAndWithoutTheirYear) {
  EXPECT_EQ(period_in_words("2024-05", Language::zh), "2024年5月");
  EXPECT_EQ(period_in_words("2024-05", Language::en), "May 2024");
  EXPECT_EQ(period_in_words("2023-12", Language::zh), "2023年12月");
  EXPECT_EQ(period_in_words("2024-01..05", Language::zh), "2024年1月至5月");
  EXPECT_EQ(period_in_words("2024-01..05", Language::en), "January to May 2024");
  EXPECT_EQ(period_in_words("04", Language::en), "April");
  EXPECT_EQ(period_in_words("01..04", Language::zh), "1月至4月");
}

TEST(PeriodWords, AnythingElseIsLeftAsItIs) {
  for (const char* const text : {"", "ytd", "下降", "2024", "2024-13", "2024-5", "24-05", "00",
                                 "05..", "..05", "2024-05-01", "XX", "2024-"})
    for (const Language language : {Language::zh, Language::en})
      EXPECT_EQ(period_in_words(text, language), text);
}

}  // namespace
}  // namespace tradereport
