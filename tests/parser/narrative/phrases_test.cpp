// The phrase grammar of the first family, sentence by sentence: what is read, and what must not be.
#include <gtest/gtest.h>

#include "parser/narrative/narrative.h"
#include "parser/pages/lines.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::beijing;
using test::claims_of;

constexpr Period kMay{2024, 5};

void expect_in_may(const std::vector<test::Wording>& wordings) {
  test::expect_claims(wordings, kMay);
}

TEST(Phrases, Overview) {
  expect_in_may({
      {"2024年5月，北京市货物贸易进出口总额462.1亿美元（占全国贸易份额为8.9%），同比上升0.9%。",
       "month total 进出口总额 value 462.1; month total 进出口总额 share 8.9; "
       "month total 进出口总额 growth 0.9"},
      {"2024年1-5月，北京市货物贸易累计进出口总额2190.3亿美元。其中，出口344.8亿美元，同比下降1.8%"
       "。",
       "ytd total 进出口总额 value 2190.3; ytd export 出口额 value 344.8; "
       "ytd export 出口额 growth -1.8"},
      {"2024年5月，出口74.7亿美元；进口387.3亿美元。当月净进口312.6亿美元。",
       "month export 出口额 value 74.7; month import 进口额 value 387.3; "
       "month net 净出口额 value -312.6"},
  });
}

TEST(Phrases, OtherWords) {
  expect_in_may({
      {"2024年5月，出口为74.7亿美元，同比增长15.7%。",
       "month export 出口额 value 74.7; month export 出口额 growth 15.7"},
      {"2024年5月，北京市出口额达74.7亿美元，较上年同期增加15.7%。",
       "month export 出口额 value 74.7; month export 出口额 growth 15.7"},
      {"2024年5月，全市进口总额为387.3亿美元，同比减少1.6%。",
       "month import 进口额 value 387.3; month import 进口额 growth -1.6"},
      {"2024年5月，进口387.3亿美元，同比下跌1.6%。",
       "month import 进口额 value 387.3; month import 进口额 growth -1.6"},
      {"2024年5月，出口额同比增长15.7%至74.7亿美元；进口同比下降1.6%，为387.3亿美元。",
       "month export 出口额 growth 15.7; month export 出口额 value 74.7; "
       "month import 进口额 growth -1.6; month import 进口额 value 387.3"},
      {"2024年5月，进口387.3亿美元，占全国进口份额的17.6%，同比下降1.6%。",
       "month import 进口额 value 387.3; month import 进口额 share 17.6; "
       "month import 进口额 growth -1.6"},
      {"2024年5月，出口和进口分别占全国的2.5%和17.6%。",
       "month export 出口额 share 2.5; month import 进口额 share 17.6"},
      {"2024年5月，北京市进口387.3亿美元，同比下滑了1.6%。",
       "month import 进口额 value 387.3; month import 进口额 growth -1.6"},
      {"2024年5月，出口74.7亿美元，同比由降转升，增长15.7%。",
       "month export 出口额 value 74.7; month export 出口额 growth 15.7"},
      {"2024年5月，出口74.7亿美元，与上年同期持平。",
       "month export 出口额 value 74.7; month export 出口额 growth 0.0"},
      {"2024年5月，出口74.7亿美元，同比持平。",
       "month export 出口额 value 74.7; month export 出口额 growth 0.0"},
      {"2024年5月，贸易逆差312.6亿美元。", "month net 净出口额 value -312.6"},
      {"2024年5月，实现贸易顺差12.6亿美元。", "month net 净出口额 value 12.6"},
      {"2024年5月，净出口12.6亿美元。", "month net 净出口额 value 12.6"},
      {"2024年5月，净出口-312.6亿美元。", "month net 净出口额 value -312.6"},
      {"今年以来，出口344.8亿美元，增长率为-1.8%。",
       "ytd export 出口额 value 344.8; ytd export 出口额 growth -1.8"},
      {"2024年5月，出口74.7亿美元，占全国出口的2.5%，比去年同期增长15.7%。",
       "month export 出口额 value 74.7; month export 出口额 share 2.5; "
       "month export 出口额 growth 15.7"},
      {"2024年5月，出口74.7亿美元，占全国出口总额的比重为2.5%。",
       "month export 出口额 value 74.7; month export 出口额 share 2.5"},
      {"2024年5月，出口份额为2.5%，出口额为74.7亿美元。",
       "month export 出口额 share 2.5; month export 出口额 value 74.7"},
      {"2024年5月，北京市出口和进口分别为74.7亿美元和387.3亿美元，同比分别上升15.7%和下降1.6%。",
       "month export 出口额 value 74.7; month import 进口额 value 387.3; "
       "month export 出口额 growth 15.7; month import 进口额 growth -1.6"},
      {"2024年5月，逆差312.6亿美元，同比收窄16.3亿美元。",
       "month net 净出口额 value -312.6; month net 净出口额 change 16.3"},
      {"2024年1-5月，累计净进口1500.6亿美元，同比扩大32.0亿美元。",
       "ytd net 净出口额 value -1500.6; ytd net 净出口额 change -32.0"},
  });
}

TEST(Phrases, Periods) {
  for (const char* period :
       {"2024年1-5月", "2024年1—5月", "2024年1至5月", "2024年1月至5月", "2024年1～5月", "今年1-5月",
        "1-5月", "今年以来", "2024年前5个月", "2024年前五个月", "２０２４年１－５月"}) {
    EXPECT_EQ(claims_of(std::string(period) + "，出口344.8亿美元。", kMay),
              "ytd export 出口额 value 344.8")
        << period;
  }
  for (const char* period : {"2024年5月", "2024 年 5 月份", "5月", "当月", "2024年5月当月"}) {
    EXPECT_EQ(claims_of(std::string(period) + "，出口74.7亿美元。", kMay),
              "month export 出口额 value 74.7")
        << period;
  }
  EXPECT_EQ(claims_of("2024年1-2月，出口74.7亿美元。", {2024, 2}), "ytd export 出口额 value 74.7");
  EXPECT_EQ(claims_of("2024年1月，出口74.7亿美元。", {2024, 1}), "month export 出口额 value 74.7");
  EXPECT_EQ(claims_of("2024年全年，出口74.7亿美元。", {2024, 12}), "ytd export 出口额 value 74.7");
}

TEST(Phrases, Products) {
  expect_in_may({
      {"2024年5月，北京市前三大出口产品为电子设备、矿产品和化学制品，分别出口28.3亿美元、"
       "25.5亿美元和7.8亿美元，占该类产品全国出口份额分别为2.2%，46.5%和2.4%，"
       "同比增速分别为-24.3%、19.4%和92.7%。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 化学制品 value 7.8; 1.month export 电子设备 share 2.2; "
       "2.month export 矿产品 share 46.5; 3.month export 化学制品 share 2.4; "
       "1.month export 电子设备 growth -24.3; 2.month export 矿产品 growth 19.4; "
       "3.month export 化学制品 growth 92.7"},
      {"2024年5月，北京市出口前三位的产品分别为电子设备、矿产品、化学制品，出口额分别为28.3、25.5"
       "和7.8亿美元。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 化学制品 value 7.8"},
      {"2024年5月，电子设备出口28.3亿美元，同比增长11.0%；矿产品出口25.5亿美元，同比增长19.4%。",
       "month export 电子设备 value 28.3; month export 电子设备 growth 11.0; "
       "month export 矿产品 value 25.5; month export 矿产品 growth 19.4"},
      {"2024年5月，北京市前三大出口产品为电子设备（28.3亿美元，同比上升11.0%）、矿产品（25."
       "5亿美元，"
       "同比上升19.4%）和化学制品（7.8亿美元，同比上升92.7%）。",
       "1.month export 电子设备 value 28.3; 1.month export 电子设备 growth 11.0; "
       "2.month export 矿产品 value 25.5; 2.month export 矿产品 growth 19.4; "
       "3.month export 化学制品 value 7.8; 3.month export 化学制品 growth 92.7"},
      {"2024年5月，电子设备、矿产品和化学制品为北京市前三大出口产品，出口额分别为28.3亿美元、25."
       "5亿美元和"
       "7.8亿美元。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 化学制品 value 7.8"},
      {"2024年5月，矿产品、金属石料制品和电子设备进口额居前三位，分别为203.7亿美元、72.7亿美元和30."
       "9亿美元。",
       "1.month import 矿产品 value 203.7; 2.month import 金属石料制品 value 72.7; "
       "3.month import 电子设备 value 30.9"},
      {"2024年5月，第一大出口产品电子设备出口28.3亿美元，同比微增11.0%。",
       "month export 电子设备 value 28.3; month export 电子设备 growth 11.0"},
      {"2024年5月，北京市前三大出口产品为电子设备、矿产品和交通设备（注：矿产品与总部经济有关（下同"
       "）），"
       "分别出口28.3亿美元、25.5亿美元（占全国46.5%）和24.0亿美元。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 交通设备 value 24.0; 2.month export 矿产品 share 46.5"},
      {"2024年5月，北京市前三大出口产品为电子设备、矿产品和化学制品，同比增速分别上升11.0%、下降19."
       "4%"
       "和持平。",
       "1.month export 电子设备 growth 11.0; 2.month export 矿产品 growth -19.4; "
       "3.month export 化学制品 growth 0.0"},
  });
}

TEST(Phrases, Partners) {
  expect_in_may({
      {"2024年5月，北京市向东盟和欧盟地区分别出口17.7亿美元和8.1亿美元，同比增速分别为24.3%和13.5%"
       "。"
       "北京市前三大出口贸易伙伴为香港、美国和菲律宾，出口贸易额分别为8.7亿美元、8.4亿美元和4."
       "6亿美元。",
       "month export 东盟 value 17.7; month export 欧盟 value 8.1; month export 东盟 growth 24.3; "
       "month export 欧盟 growth 13.5; 1.month export 中国香港 value 8.7; "
       "2.month export 美国 value 8.4; 3.month export 菲律宾 value 4.6"},
      {"2024年5月，从刚果（金）进口12.2亿美元，同比下降21.9%。",
       "month import 刚果(金) value 12.2; month import 刚果(金) growth -21.9"},
      {"2024年5月，北京市对东盟出口17.7亿美元，增长24.3%，对欧盟出口8.1亿美元，增长13.5%。",
       "month export 东盟 value 17.7; month export 东盟 growth 24.3; month export 欧盟 value 8.1; "
       "month export 欧盟 growth 13.5"},
  });
}

TEST(Phrases, LongestNameFirst) {
  EXPECT_EQ(claims_of("2024年5月，从赤道几内亚和几内亚分别进口1.2亿美元和0.3亿美元。", kMay),
            "month import 赤道几内亚 value 1.2; month import 几内亚 value 0.3");
}

// What is not explained is not read, and neither is what would inherit from it.
TEST(Phrases, NotRead) {
  expect_in_may({
      {"2024年5月，广东省出口500.0亿美元，同比上升3.0%。", ""},
      {"2024年5月，出口74.7亿美元，环比上升3.2%。", "month export 出口额 value 74.7"},
      {"2024年5月，出口74.7亿美元，较上月增长3.2%。", "month export 出口额 value 74.7"},
      {"2024年5月，全国出口3023.5亿美元，同比上升7.6%，北京市出口74.7亿美元。",
       "month export 出口额 value 74.7"},
      {"2024年5月，电子设备出口28.3亿美元，占北京市出口的37.9%。",
       "month export 电子设备 value 28.3"},
      {"2024年5月，对东盟出口17.7亿美元，占全市出口总额的23.7%。", "month export 东盟 value 17.7"},
      {"2024年5月，出口份额同比上升0.3个百分点。", ""},
      {"2024年5月，出口74.7亿美元，比重提高0.3个百分点。", "month export 出口额 value 74.7"},
      {"上年同期出口64.6亿美元，同比上升3.0%。", ""},
      {"2024年5月，出口超过70亿美元。", ""},
      {"出口74.7亿美元。", ""},
  });
}

TEST(Phrases, ListLengths) {
  EXPECT_EQ(
      claims_of("2024年5月，北京市前三大出口产品为电子设备、矿产品和化学制品，分别出口28.3亿美元和"
                "25.5亿美元。",
                kMay),
      " [lengths]");
}

TEST(Phrases, ForeignUnit) {
  EXPECT_EQ(claims_of("2024年5月，出口74.7万美元，同比上升1.0%。", kMay),
            "month export 出口额 value 74.7; month export 出口额 growth 1.0 [unit]");
  // Growth behind a level in another currency is that level's.
  EXPECT_EQ(claims_of("2024年5月，出口74.7亿元，同比上升1.0%。", kMay), " [unit]");
}

// A level in another currency, beside the report's or announced as such, and its growth.
TEST(Phrases, AnotherCurrency) {
  const std::string own = "month export 出口额 value 74.7; month export 出口额 growth 15.7";
  EXPECT_EQ(
      claims_of("2024年5月，出口74.7亿美元，同比上升15.7%。出口530.4亿元，同比上升1.0%。", kMay),
      own);
  EXPECT_EQ(
      claims_of("2024年5月，出口74.7亿美元，同比上升15.7%。按人民币计价，同比上升1.0%。", kMay),
      own);
  EXPECT_EQ(claims_of("2024年5月，按美元计价，出口74.7亿美元，同比上升15.7%。", kMay), own);
}

TEST(Phrases, DatesInChineseDigits) {
  EXPECT_EQ(claims_of("二〇二四年五月，出口74.7亿美元。", kMay), "month export 出口额 value 74.7");
  EXPECT_EQ(claims_of("二〇二四年一至五月，出口344.8亿美元。", kMay),
            "ytd export 出口额 value 344.8");
  EXPECT_EQ(claims_of("二○二四年一月至五月，出口344.8亿美元。", kMay),
            "ytd export 出口额 value 344.8");
  EXPECT_EQ(claims_of("2024年前五个月，出口344.8亿美元。", kMay), "ytd export 出口额 value 344.8");
}

TEST(Phrases, MoreWaysToSayGrowthAndShare) {
  EXPECT_EQ(claims_of("2024年5月，出口合计74.7亿美元，与上年同期相比，增长15.7%。", kMay),
            "month export 出口额 value 74.7; month export 出口额 growth 15.7");
  EXPECT_EQ(claims_of("2024年5月，出口74.7亿美元，占全国外贸出口的2.5%，同比有所下降1.6%。", kMay),
            "month export 出口额 value 74.7; month export 出口额 share 2.5; month export 出口额 "
            "growth -1.6");
}

// A sentence about another month is kept apart: the tables decide whether it is stale.
TEST(Phrases, StalePeriod) {
  const Document document = *lines_of("2024年4月，出口74.7亿美元。");
  const Narrative narrative =
      read_narrative(document, {document.lines[0].text}, beijing(), beijing().names, {2024, 5});
  ASSERT_EQ(narrative.claims.size(), 1u);
  EXPECT_EQ(narrative.claims[0].stale, 0);
  ASSERT_EQ(narrative.stale.size(), 1u);
  EXPECT_EQ(to_string(narrative.stale[0].mention), "2024-04");
}

TEST(Phrases, Directions) {
  const Document document = *lines_of("2024年5月，出口74.7亿美元，同比上升-1.6%。");
  const Narrative narrative =
      read_narrative(document, {document.lines[0].text}, beijing(), beijing().names, {2024, 5});
  ASSERT_EQ(narrative.claims.size(), 2u);
  const Claim& growth = narrative.claims[1].claim;
  EXPECT_EQ(growth.direction, 1);
  EXPECT_EQ(growth.direction_word, "上升");
  EXPECT_TRUE(growth.signed_digits);
  EXPECT_EQ(growth.value.to_string(), "-1.6");
}

}  // namespace
}  // namespace tradereport::parser
