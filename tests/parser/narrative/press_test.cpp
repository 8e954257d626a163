// Texts without tables: what is a claim, and what is not. The sentences are the test's own, with
// invented figures, in the ways in which press texts of the Customs are written.
#include <gtest/gtest.h>

#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

// "ytd export 北京 · 人民币 value 1190"
std::string said(const std::string& text) {
  std::string all;
  for (const Claim& claim : test::read("据海关统计。2014年5月20日\n\n" + text).claims) {
    all += (all.empty() ? "" : "; ") + std::string(to_string(claim.key.span)) + " " +
           claim.key.flow + " " + claim.key.row + " " + std::string(to_string(claim.key.measure)) +
           " " + claim.value.to_string();
  }
  return all;
}

const std::string kTotal = "今年前4个月，北京地区进出口8901亿元人民币，同比增长1%";
const std::string kTotalSaid =
    "ytd total 北京 · 人民币 value 8901; ytd total 北京 · 人民币 growth 1";

TEST(Press, ATextOfOneRegion) {
  EXPECT_EQ(said(kTotal + "；其中出口1190亿元，下降3.1%；贸易逆差6521亿元，扩大15.6%。"),
            kTotalSaid +
                "; ytd export 北京 · 人民币 value 1190; ytd export 北京 · 人民币 growth -3.1; "
                "ytd deficit 北京 · 人民币 value 6521; ytd deficit 北京 · 人民币 growth 15.6");
}

TEST(Press, MonthAndYearToDate) {
  EXPECT_EQ(said(kTotal + "。4月份当月，北京市出口306亿元，比去年同期下降2.7%。"),
            kTotalSaid +
                "; month export 北京 · 人民币 value 306; month export 北京 · 人民币 growth -2.7");
}

TEST(Press, CumulatedIsTheYearToDate) {
  const std::string month =
      "4月份，北京地区出口306亿元。北京地区累计出口1190亿元。北京地区进口累计7711亿元。";
  EXPECT_EQ(said(month),
            "month export 北京 · 人民币 value 306; ytd export 北京 · 人民币 value 1190; "
            "ytd import 北京 · 人民币 value 7711");
}

TEST(Press, CurrenciesAreSeriesOfTheirOwn) {
  EXPECT_EQ(
      said(kTotal + "。以美元计价，北京地区进出口1454亿美元，增长3.2%。其中，出口194亿美元。"),
      kTotalSaid +
          "; ytd total 北京 · 美元 value 1454; ytd total 北京 · 美元 growth 3.2; "
          "ytd export 北京 · 美元 value 194");
  EXPECT_EQ(said(kTotal + "。按美元计价，北京地区出口增长3.2%。其中，进口增长2%。"),
            kTotalSaid + "; ytd export 北京 · 美元 growth 3.2");
}

TEST(Press, AnotherRegionInPassing) {
  EXPECT_EQ(said(kTotal + "，同期全国进出口增长7%；出口1190亿元，下降3.1%。"),
            kTotalSaid + "; ytd total 全国 · 人民币 growth 7");
  EXPECT_EQ(said(kTotal + "。同期，全国进出口增长7%，其中出口增长8%。进口7711亿元。"),
            kTotalSaid + "; ytd total 全国 · 人民币 growth 7; ytd export 全国 · 人民币 growth 8");
}

TEST(Press, AnotherRegionThanThatOfTheSentence) {
  EXPECT_EQ(said(kTotal + "。全国进出口8.1万亿元，北京占11%；出口4.2万亿元。"),
            kTotalSaid + "; ytd total 全国 · 人民币 value 8.1");
}

TEST(Press, AnotherPeriodInPassing) {
  EXPECT_EQ(said(kTotal + "，其中4月份出口306亿元，下降2.7%；进口7711亿元。贸易逆差6521亿元。"),
            kTotalSaid +
                "; month export 北京 · 人民币 value 306; month export 北京 · 人民币 growth -2.7");
  EXPECT_EQ(said(kTotal + "，增幅较前3个月收窄1.5个百分点；出口1190亿元。"),
            kTotalSaid + "; ytd export 北京 · 人民币 value 1190");
}

TEST(Press, WhatIsInBracketsNamesItsFlow) {
  EXPECT_EQ(said(kTotal + "。4月份，北京地区出口306亿元(折合50亿美元)，下降2.7%。"), kTotalSaid);
  EXPECT_EQ(said("今年前4个月，北京地区进出口8901亿元(人民币，下同)，同比增长1%(1200亿元)。"),
            kTotalSaid);
}

TEST(Press, AnotherBaseIsNoGrowthOnAYearAgo) {
  EXPECT_EQ(said(kTotal + "，比2012年同期增长9%，环比下降4.2%；出口1190亿元，两年平均增长5%。"),
            kTotalSaid + "; ytd export 北京 · 人民币 value 1190");
  EXPECT_EQ(said(kTotal + "。与2012年同期相比，北京地区出口增长9%，进口增长8%。"), kTotalSaid);
}

TEST(Press, AnotherSubjectIsNotTheRegion) {
  for (const char* const text :
       {"北京、上海出口增长5%，出口300亿元。", "北京和上海出口增长5%。其中，进口增长6%。",
        "去年同期，北京地区进出口8800亿元。", "北京地区力争出口300亿元，增长5%。",
        "民营企业进出口500亿元，增长5%。其中，出口300亿元，增长6%；进口200亿元，增长7%。",
        "北京地区一般贸易进出口500亿元，增长5%，占60%；出口300亿元。",
        "北京地区对欧盟出口300亿元，增长6%，顺差100亿元。",
        "以加工贸易方式，北京地区出口300亿元，增长6%。", "北京地区出口机电产品300亿元，增长6%。",
        "北京口岸进出口9000亿元，增长6%。其中，出口2000亿元。"})
    EXPECT_EQ(said(kTotal + "。" + text), kTotalSaid) << text;
}

TEST(Press, AboutSoMany) {
  EXPECT_EQ(said(kTotal + "；出口近1200亿元，下降3.1%；进口超过7700亿元，增长近2%。"),
            kTotalSaid + "; ytd export 北京 · 人民币 growth -3.1");
  EXPECT_EQ(said(kTotal + "；出口1200亿元左右，下降3.1%。"), kTotalSaid);
}

TEST(Press, TimesAndNoChange) {
  EXPECT_EQ(said(kTotal + "；出口1190亿元，增长1.3倍；进口7711亿元，与去年同期持平。"),
            kTotalSaid +
                "; ytd export 北京 · 人民币 value 1190; ytd export 北京 · 人民币 growth 1.3; "
                "ytd import 北京 · 人民币 value 7711; ytd import 北京 · 人民币 growth 0");
}

TEST(Press, Periods) {
  const auto period = [](const std::string& text) {
    return test::read("据北京海关统计，" + text + "，北京地区进出口8901亿元，同比增长1%。")
        .period.to_string();
  };
  EXPECT_EQ(period("2014年前4个月"), "2014-04");
  EXPECT_EQ(period("2014年1—4月"), "2014-04");
  EXPECT_EQ(period("2014年1-4月份"), "2014-04");
  EXPECT_EQ(period("2014年一季度"), "2014-03");
  EXPECT_EQ(period("2014年上半年"), "2014-06");
  EXPECT_EQ(period("2014年前三季度"), "2014-09");
  EXPECT_EQ(period("2014年11月当月"), "2014-11");
  EXPECT_EQ(period("2014年"), "2014-12");
  EXPECT_EQ(period("（2014年1月9日）今年12月"), "2013-12");
  EXPECT_EQ(period("2014年一季度；前4个月"), "2014-04");
}

}  // namespace
}  // namespace tradereport::parser
