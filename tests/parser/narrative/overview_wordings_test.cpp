// The overview in other words: clauses reordered, dropped, added and merged, other months, and what
// must not be read.
#include <gtest/gtest.h>

#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::claims_of;
using test::expect_claims;
using test::Wording;

TEST(Wordings, Overview) {
  const std::vector<Wording> wordings = {
      {"2024年5月，北京市实现货物贸易进出口总额462.1亿美元，同比增速为0.9%，占全国贸易份额的8.9%"
       "。其中，出口74.7亿美元，占全国出口份额的2.5%，同比上升15.7%；进口387."
       "3亿美元，占全国进口份额的17.6%，与去年同期相比下降1.6%。",
       "month total 进出口总额 value 462.1; month total 进出口总额 growth 0.9; "
       "month total 进出口总额 share 8.9; month export 出口额 value 74.7; month export 出口额 "
       "share 2.5; "
       "month export 出口额 growth 15.7; month import 进口额 value 387.3; month import 进口额 "
       "share 17.6; "
       "month import 进口额 growth -1.6"},
      {"2024年5月，北京市净出口额为-312.6亿美元。", "month net 净出口额 value -312.6"},
      {"2024年5月，北京市货物贸易差额为-312.6亿美元。", "month net 净出口额 value -312.6"},
      {"2024年5月，进出口差额-312.6亿美元，同比增加16.3亿美元。",
       "month net 净出口额 value -312.6; month net 净出口额 change 16.3"},
      {"2024年5月，北京市货物贸易逆差为312.6亿美元，较上年同期收窄16.3亿美元。",
       "month net 净出口额 value -312.6; month net 净出口额 change 16.3"},
      {"2024年1-5月，累计逆差1500.6亿美元，同比扩大32.0亿美元。",
       "ytd net 净出口额 value -1500.6; ytd net 净出口额 change -32.0"},
      {"2024年5月，贸易逆差收窄16.3亿美元至312.6亿美元。",
       "month net 净出口额 change 16.3; month net 净出口额 value -312.6"},
      {"2024年5月，北京市货物贸易进出口总额同比上升0.9%，达462.1亿美元，占全国的8.9%。",
       "month total 进出口总额 growth 0.9; month total 进出口总额 value 462.1; "
       "month total 进出口总额 share 8.9"},
      {"2024年5月，北京市货物贸易进出口总额达到462.1亿美元，占全国货物贸易总额的8.9%，同比增长0.9%"
       "。",
       "month total 进出口总额 value 462.1; month total 进出口总额 share 8.9; month total "
       "进出口总额 growth 0.9"},
      {"2024年5月，北京市货物贸易进出口总额462.1亿美元，占全国进出口总额的比重为8.9%"
       "，比上年同期增长0.9%。",
       "month total 进出口总额 value 462.1; month total 进出口总额 share 8.9; month total "
       "进出口总额 growth 0.9"},
      {"2024年5月，北京市货物贸易进出口总额为462.1亿美元，同比增长0.9%，占同期全国进出口总额的8.9%"
       "。",
       "month total 进出口总额 value 462.1; month total 进出口总额 growth 0.9; "
       "month total 进出口总额 share 8.9"},
      {"2024年5月，北京市货物贸易进出口总额462.1亿美元，其中出口74.7亿美元，进口387.3亿美元。",
       "month total 进出口总额 value 462.1; month export 出口额 value 74.7; month import 进口额 "
       "value 387.3"},
      {"2024年5月，北京市货物贸易进出口总额462.1亿美元，其中出口74.7亿美元、进口387."
       "3亿美元，分别增长15.7%和下降1.6%。",
       "month total 进出口总额 value 462.1; month export 出口额 value 74.7; month import 进口额 "
       "value 387.3; "
       "month export 出口额 growth 15.7; month import 进口额 growth -1.6"},
      {"2024年5月，北京市出口74.7亿美元，进口387.3亿美元，同比分别增长15.7%和下降1.6%"
       "，占全国份额分别为2.5%和17.6%。",
       "month export 出口额 value 74.7; month import 进口额 value 387.3; month export 出口额 "
       "growth 15.7; "
       "month import 进口额 growth -1.6; month export 出口额 share 2.5; month import 进口额 share "
       "17.6"},
      {"2024年5月，北京市出口、进口分别为74.7亿美元、387.3亿美元，同比变化15.7%、-1.6%。",
       "month export 出口额 value 74.7; month import 进口额 value 387.3; month export 出口额 "
       "growth 15.7; "
       "month import 进口额 growth -1.6"},
      {"2024年5月，出口74.7亿美元，同比变化-1.6%。",
       "month export 出口额 value 74.7; month export 出口额 growth -1.6"},
      {"2024年5月，出口额和进口额分别为74.7亿美元和387.3亿美元，同比增速分别为15.7%和-1.6%"
       "，分别占全国出口和进口的2.5%和17.6%。",
       "month export 出口额 value 74.7; month import 进口额 value 387.3; month export 出口额 "
       "growth 15.7; "
       "month import 进口额 growth -1.6; month export 出口额 share 2.5; month import 进口额 share "
       "17.6"},
      {"2024年5月，北京市进出口总额、出口额和进口额分别为462.1亿美元、74.7亿美元和387."
       "3亿美元，占全国的份额分别为8.9%、2.5%和17.6%。",
       "month total 进出口总额 value 462.1; month export 出口额 value 74.7; month import 进口额 "
       "value 387.3; "
       "month total 进出口总额 share 8.9; month export 出口额 share 2.5; month import 进口额 share "
       "17.6"},
      {"2024年5月，从总量来看，北京市进出口462.1亿美元，较去年同月增长0.9%，在全国占比8.9%。",
       "month total 进出口总额 value 462.1; month total 进出口总额 growth 0.9; "
       "month total 进出口总额 share 8.9"},
      {"2024年5月，北京市货物贸易进出口总额为462.1亿美元，与上年同期基本持平。",
       "month total 进出口总额 value 462.1"},
      {"2024年5月，北京市货物贸易进出口总额为462.1亿美元，与上年同期相比持平，占全国8.9%。",
       "month total 进出口总额 value 462.1; month total 进出口总额 growth 0.0; "
       "month total 进出口总额 share 8.9"},
      {"2024年5月当月，北京市进出口总额（462.1亿美元）同比增长0.9%，出口（74.7亿美元）同比增长15.7%"
       "。",
       "month total 进出口总额 value 462.1; month total 进出口总额 growth 0.9; "
       "month export 出口额 value 74.7; month export 出口额 growth 15.7"},
      {"2024年5月，北京市出口额同比上涨15.7%，为74.7亿美元，占全国出口份额2.5%；进口额同比下跌1.6%"
       "，为387.3亿美元，占全国进口份额17.6%。",
       "month export 出口额 growth 15.7; month export 出口额 value 74.7; month export 出口额 share "
       "2.5; "
       "month import 进口额 growth -1.6; month import 进口额 value 387.3; month import 进口额 "
       "share 17.6"},
      {"2024年5月，占全国出口份额2.5%的北京市出口为74.7亿美元。",
       "month export 出口额 share 2.5; month export 出口额 value 74.7"},
      {"2024年5月，出口占全国份额为2.5%，进口占全国份额为17.6%。",
       "month export 出口额 share 2.5; month import 进口额 share 17.6"},
      {"2024年5月，出口占全国的比重为2.5%，出口额74.7亿美元，增长15.7%。",
       "month export 出口额 share 2.5; month export 出口额 value 74.7; month export 出口额 growth "
       "15.7"},
      {"2024年5月，北京市货物贸易进口387.3亿美元，同比减少1.6个百分点。",
       "month import 进口额 value 387.3"},
      {"5月，全市外贸进出口462.1亿美元，同比增0.9%；其中出口74.7亿美元，同比增15.7%；进口387."
       "3亿美元，同比降1.6%。",
       "month total 进出口总额 value 462.1; month total 进出口总额 growth 0.9; "
       "month export 出口额 value 74.7; month export 出口额 growth 15.7; month import 进口额 value "
       "387.3; "
       "month import 进口额 growth -1.6"},
      {"2024年5月，全市对外贸易进出口总值为462.1亿美元，较上年同期增长0.9%。",
       "month total 进出口总额 value 462.1; month total 进出口总额 growth 0.9"},
      {"截至2024年5月底，北京市今年累计进出口2190.3亿美元，同比增长0.9%。",
       "ytd total 进出口总额 value 2190.3; ytd total 进出口总额 growth 0.9"},
      {"今年1-5月，北京地区货物贸易进出口总值2190.3亿美元，比上年同期（下同）增长0.9%。",
       "ytd total 进出口总额 value 2190.3; ytd total 进出口总额 growth 0.9"},
      {"2024年前5个月，北京市货物贸易累计进出口总额为2190.3亿美元，同比上升0.9%；累计出口344."
       "8亿美元，同比下降1.8%；累计进口1845.4亿美元，同比上升1.4%；累计净进口1500.6亿美元。",
       "ytd total 进出口总额 value 2190.3; ytd total 进出口总额 growth 0.9; ytd export 出口额 "
       "value 344.8; "
       "ytd export 出口额 growth -1.8; ytd import 进口额 value 1845.4; ytd import 进口额 growth "
       "1.4; "
       "ytd net 净出口额 value -1500.6"},
      {"1-5月累计，进出口总额2190.3亿美元，增长0.9%，占全国8.9%；其中，出口总额344.8亿美元，下降1."
       "8%，占全国2.5%；进口总额1845.4亿美元，增长1.4%，占全国17.4%。",
       "ytd total 进出口总额 value 2190.3; ytd total 进出口总额 growth 0.9; ytd total 进出口总额 "
       "share 8.9; "
       "ytd export 出口额 value 344.8; ytd export 出口额 growth -1.8; ytd export 出口额 share 2.5; "
       "ytd import 进口额 value 1845.4; ytd import 进口额 growth 1.4; ytd import 进口额 share "
       "17.4"},
      {"2024年1月至5月，进出口总额为2190.3亿美元（占比8.9%，同比增长0.9%）。",
       "ytd total 进出口总额 value 2190.3; ytd total 进出口总额 growth 0.9"},
      {"2024年1—5月，出口额344.8亿美元（-1.8%），进口额1845.4亿美元（1.4%）。",
       "ytd export 出口额 value 344.8; ytd import 进口额 value 1845.4"},
      {"2024年1至5月，出口344.8亿美元，降幅为1.8%，占全国出口额比重2.5%。",
       "ytd export 出口额 value 344.8; ytd export 出口额 growth -1.8; ytd export 出口额 share 2.5"},
      {"2024年1至5月，出口额降幅1.8%，进口额增幅1.4%。",
       "ytd export 出口额 growth -1.8; ytd import 进口额 growth 1.4"},
      {"2024年1-5月，北京市出口下降1.8%，进口增长1.4%，进出口总额增长0.9%。",
       "ytd export 出口额 growth -1.8; ytd import 进口额 growth 1.4; ytd total 进出口总额 growth "
       "0.9"},
      {"从进出口情况看，2024年5月，北京市出口额为74.7亿美元。", "month export 出口额 value 74.7"},
      {"2024年5月，北京市进出口总额为462.1亿美元，其中：出口额74.7亿美元（占16.2%），同比上升15.7%"
       "。",
       "month total 进出口总额 value 462.1; month export 出口额 value 74.7; month export 出口额 "
       "growth 15.7"},
      {"2024年5月，出口额为74.7亿美元，较去年5月的64.6亿美元增长15.7%。",
       "month export 出口额 value 74.7"},
      {"2024年5月，出口额较4月增长3.2%，同比增长15.7%。", "month export 出口额 growth 15.7"},
      {"2024年5月，进口额为387.3亿美元，同比下降1.6%，降幅较上月收窄2.1个百分点，占全国进口的17.6%"
       "。",
       "month import 进口额 value 387.3; month import 进口额 growth -1.6; month import 进口额 "
       "share 17.6"},
      {"2024年5月，出口74.7亿美元，增速为15.7%，比全国高8.1个百分点；进口387.3亿美元，增速为-1.6%"
       "。",
       "month export 出口额 value 74.7; month export 出口额 growth 15.7; month import 进口额 value "
       "387.3; "
       "month import 进口额 growth -1.6"},
      {"2024年5月，北京市进出口呈现顺差12.6亿美元。", "month net 净出口额 value 12.6"},
      {"2024年5月，贸易顺差额12.6亿美元，上年同期为逆差3.7亿美元。",
       "month net 净出口额 value 12.6"},
      {"2024年5月，由逆差转为顺差，顺差12.6亿美元。", "month net 净出口额 value 12.6"},
      {"2024年5月，货物贸易净进口额312.6亿美元，同比减少16.3亿美元。",
       "month net 净出口额 value -312.6; month net 净出口额 change 16.3"},
      {"2024年5月，北京市净进口312.6亿美元，较上年同期减少16.3亿美元；1-5月累计净进口1500."
       "6亿美元，较上年同期增加32.0亿美元。",
       "month net 净出口额 value -312.6; month net 净出口额 change 16.3; ytd net 净出口额 value "
       "-1500.6; "
       "ytd net 净出口额 change -32.0"},
      {"2024年5月北京市进出口总额462.1亿美元同比上升0.9%其中出口74.7亿美元同比上升15.7%。",
       "month total 进出口总额 value 462.1; month total 进出口总额 growth 0.9; "
       "month export 出口额 value 74.7; month export 出口额 growth 15.7"},
  };
  expect_claims(wordings, {2024, 5});
}

TEST(Wordings, January) {
  const std::vector<Wording> wordings = {
      {"2024年1月，北京市出口74.7亿美元，同比增长15.7%；1月累计，出口74.7亿美元，同比增长15.7%。",
       "month export 出口额 value 74.7; month export 出口额 growth 15.7; ytd export 出口额 value "
       "74.7; "
       "ytd export 出口额 growth 15.7"},
      {"2024年1月累计，北京市实现货物贸易进出口总额264.7亿美元，同比增速为-8.5%，占全国贸易份额的5."
       "3%。",
       "ytd total 进出口总额 value 264.7; ytd total 进出口总额 growth -8.5; ytd total 进出口总额 "
       "share 5.3"},
      {"今年1月份，北京市实现进出口总额264.7亿美元，同比增速为-8.5%。",
       "month total 进出口总额 value 264.7; month total 进出口总额 growth -8.5"},
  };
  expect_claims(wordings, {2024, 1});
}

TEST(Wordings, JointJanuaryAndFebruary) {
  const std::vector<Wording> wordings = {
      {"2024年1-2月，北京市实现货物贸易进出口总额264.7亿美元，比去年1-2月下降8.5%。",
       "ytd total 进出口总额 value 264.7; ytd total 进出口总额 growth -8.5"},
      {"今年前两个月，全市出口74.7亿美元，同比上升15.7%。",
       "ytd export 出口额 value 74.7; ytd export 出口额 growth 15.7"},
      {"1~2月份，北京市前三大出口产品为电子设备、矿产品和化学制品，分别出口28.3亿美元、25."
       "5亿美元和7.8亿美元。",
       "1.ytd export 电子设备 value 28.3; 2.ytd export 矿产品 value 25.5; 3.ytd export 化学制品 "
       "value 7.8"},
  };
  expect_claims(wordings, {2024, 2});
}

TEST(Wordings, December) {
  const std::vector<Wording> wordings = {
      {"2024年12月，出口74.7亿美元；全年累计出口844.8亿美元，下降1.8%。",
       "month export 出口额 value 74.7; ytd export 出口额 value 844.8; ytd export 出口额 growth "
       "-1.8"},
      {"2024年，北京市出口844.8亿美元，下降1.8%。",
       "ytd export 出口额 value 844.8; ytd export 出口额 growth -1.8"},
      {"2024年全年，北京市进出口总额为5190.3亿美元，较2023年增长0.9%。",
       "ytd total 进出口总额 value 5190.3; ytd total 进出口总额 growth 0.9"},
      {"2024年1-12月，北京市进出口总额为5190.3亿美元，比2023年同期增长0.9%；12月当月进出口462."
       "1亿美元。",
       "ytd total 进出口总额 value 5190.3; ytd total 进出口总额 growth 0.9; month total 进出口总额 "
       "value 462.1"},
  };
  expect_claims(wordings, {2024, 12});
}

// What is lost with a word is not read as another's.
TEST(Wordings, ALostWord) {
  const std::string month = "month export 出口额 value 74.7; month export 出口额 growth 15.7";
  EXPECT_EQ(claims_of("2024年5月，北京市出口74.7亿美元，同比上升15.7%；387.3亿美元，同比下降1.6%。",
                      {2024, 5}),
            month);
  EXPECT_EQ(claims_of("2024年5月，北京市出口74.7亿美元，同比上升15.7%，387.3亿美元，同比下降1.6%。",
                      {2024, 5}),
            month);
  // The same once more, or in another unit, is no other subject's.
  EXPECT_EQ(
      claims_of("2024年5月，北京市出口74.7亿美元，同比上升15.7%；进口387.3亿美元。", {2024, 5}),
      month + "; month import 进口额 value 387.3");
}

// A period among words that are not understood is not passed over.
TEST(Wordings, APeriodAmongUnknownWords) {
  const std::string ytd = "ytd export 出口额 value 344.8";
  const std::string begin = "2024年1-5月，北京市出口344.8亿美元。";
  EXPECT_EQ(claims_of(begin + "（）概况2024年5月，北京市出口74.7亿美元。", {2024, 5}), ytd);
  EXPECT_EQ(claims_of(begin + "其他情形见2024年5月附表，出口74.7亿美元。", {2024, 5}), ytd);
  EXPECT_EQ(claims_of(begin + "（）概况2024年5月，2024年5月，北京市出口74.7亿美元。", {2024, 5}),
            ytd + "; month export 出口额 value 74.7");
}

TEST(Wordings, NothingWrong) {
  const std::vector<Wording> wordings = {
      {"2024年5月，出口74.7亿美元，较2019年同期增长20.0%。", "month export 出口额 value 74.7"},
      {"2024年5月，出口74.7亿美元，比2023年4月增长20.0%。", "month export 出口额 value 74.7"},
      {"2024年5月，出口74.7亿美元，比2023年5月增长15.7%。",
       "month export 出口额 value 74.7; month export 出口额 growth 15.7"},
      {"2024年5月，出口74.7亿美元，上年同期为64.6亿美元；进口387.3亿美元，上年同期为393.6亿美元。",
       "month export 出口额 value 74.7; month import 进口额 value 387.3"},
      {"2024年5月，上年同期出口64.6亿美元，进口393.6亿美元；出口占2.4%。", ""},
      {"2024年5月，电子设备、矿产品和化学制品三类产品出口61.6亿美元。", ""},
      {"2024年5月，矿产品出口25.5亿美元，以铁矿砂等大宗商品为主，出口额增长19.4%。",
       "month export 矿产品 value 25.5"},
      {"2024年5月，出口74.7亿美元，主要由电子设备拉动，进口387.3亿美元。",
       "month export 出口额 value 74.7; month import 进口额 value 387.3"},
      {"2024年5月，出口74.7亿美元，其中对美国的机电类，出口8.4亿美元。",
       "month export 出口额 value 74.7"},
      {"2024年5月，前三大出口产品为电子设备、矿产品和化学制品。同比增速分别为1.0%、2.0%和3.0%"
       "。同比增速分别为4.0%、5.0%和6.0%。",
       "1.month export 电子设备 growth 1.0; 2.month export 矿产品 growth 2.0; "
       "3.month export 化学制品 growth 3.0"},
      {"2024年5月，前三大出口产品为电子设备、矿产品和化学制品，两类产品分别出口28.3亿美元和25."
       "5亿美元。",
       ""},
      {"2024年5月，出口74.7亿美元，份额比上年同期提高0.3个百分点，同比增长15.7%。",
       "month export 出口额 value 74.7; month export 出口额 growth 15.7"},
      {"2024年5月，年-月，出口74.7亿美元。", ""},
      {"2024年5月，顺差为-3.2亿美元。", "month net 净出口额 value -3.2"},
      {"2024年5月，净进口-3.2亿美元。", "month net 净出口额 value -3.2"},
      {"2024年5月，出口74.7亿美元。当月净进口312.6亿美元。年1-5月，北京市进出口总额2190.3亿美元。",
       "month export 出口额 value 74.7; month net 净出口额 value -312.6"},
  };
  expect_claims(wordings, {2024, 5});
}

}  // namespace
}  // namespace tradereport::parser
