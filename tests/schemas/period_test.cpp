#include "schemas/period.h"

#include <gtest/gtest.h>

namespace tradereport {
namespace {

TEST(Period, TextAndBack) {
  for (const char* text : {"2024-05", "1999-12", "2024-01"})
    EXPECT_EQ(Period::parse(text).value().to_string(), text);
}

TEST(Period, RefusesWhatIsNoMonth) {
  for (const char* text : {"2024-13", "2024-00", "2024-5", "202405", "2024/05", "2024-05-01", "",
                           "-024-05", "2024--5", "20 4-05", "2024-1x"})
    EXPECT_FALSE(Period::parse(text)) << text;
}

TEST(Period, Order) {
  EXPECT_LT((Period{2023, 12}), (Period{2024, 1}));
  EXPECT_EQ((Period{2024, 5}), (Period{2024, 5}));
}

TEST(Span, Names) {
  EXPECT_EQ(to_string(Span::month), "month");
  EXPECT_EQ(to_string(Span::ytd), "ytd");
}

}  // namespace
}  // namespace tradereport
