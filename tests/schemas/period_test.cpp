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

TEST(Months, TextAndBack) {
  for (const char* text : {"2025-03", "2025-Q1", "2025-Q4", "2025-H2", "2025", "2025-01/2025-07"})
    EXPECT_EQ(Months::parse(text).value().to_string(), text);
  EXPECT_EQ((Months{2025, 4, 6}.to_string()), "2025-Q2");
  EXPECT_EQ((Months{2025, 2, 4}.to_string()), "2025-02/2025-04");
}

TEST(Months, RefusesWhatIsNoPeriod) {
  for (const char* text : {"", "20", "2025-", "2025-Q5", "2025-Q0", "2025-H3", "2025-Q12", "Total",
                           "2025-13", "2025-05/2025-02", "2024-01/2025-02", "2025-01/"})
    EXPECT_FALSE(Months::parse(text)) << text;
}

TEST(Months, ThePeriodBefore) {
  EXPECT_EQ(Months::parse("2025-01")->before()->to_string(), "2024-12");
  EXPECT_EQ(Months::parse("2025-Q1")->before()->to_string(), "2024-Q4");
  EXPECT_EQ(Months::parse("2025-H2")->before()->to_string(), "2025-H1");
  EXPECT_EQ(Months::parse("2025")->before()->to_string(), "2024");
  EXPECT_FALSE(Months::parse("2025-01/2025-07")->before());
  EXPECT_FALSE(Months::parse("2025-02/2025-04")->before());
  EXPECT_EQ(Months::parse("2025-Q1")->a_year_ago().to_string(), "2024-Q1");
}

TEST(Span, Names) {
  EXPECT_EQ(to_string(Span::month), "month");
  EXPECT_EQ(to_string(Span::ytd), "ytd");
}

}  // namespace
}  // namespace tradereport
