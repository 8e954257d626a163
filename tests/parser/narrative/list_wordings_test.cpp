// Products and partners in other words: lists, rankings and single clauses.
#include <gtest/gtest.h>

#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::expect_claims;
using test::Wording;

TEST(Wordings, Products) {
  const std::vector<Wording> wordings = {
      {"2024年5月，北京市前三大出口产品为电子设备、矿产品和化学制品，分别出口28.3亿美元、25."
       "5亿美元和7.8亿美元，分别占该类产品全国出口份额的2.2%、46.5%和2.4%，同比分别下降24.3%"
       "、增长19.4%和增长92.7%。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 化学制品 value 7.8; 1.month export 电子设备 share 2.2; "
       "2.month export 矿产品 share 46.5; 3.month export 化学制品 share 2.4; "
       "1.month export 电子设备 growth -24.3; 2.month export 矿产品 growth 19.4; "
       "3.month export 化学制品 growth 92.7"},
      {"2024年5月，北京市前三大出口产品为电子设备、矿产品和化学制品，分别出口28.3亿美元、25."
       "5亿美元和7.8亿美元，在全国同类产品出口中的份额分别为2.2%、46.5%和2.4%，同比变化分别为-24.3%"
       "、19.4%和92.7%。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 化学制品 value 7.8; 1.month export 电子设备 share 2.2; "
       "2.month export 矿产品 share 46.5; 3.month export 化学制品 share 2.4; "
       "1.month export 电子设备 growth -24.3; 2.month export 矿产品 growth 19.4; "
       "3.month export 化学制品 growth 92.7"},
      {"2024年5月，北京市出口额排名前三的产品是电子设备、矿产品和化学制品，出口额依次为28.3、25."
       "5和7.8亿美元，占全国该类产品出口的比重依次为2.2%、46.5%和2.4%。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 化学制品 value 7.8; 1.month export 电子设备 share 2.2; "
       "2.month export 矿产品 share 46.5; 3.month export 化学制品 share 2.4"},
      {"2024年5月，北京市出口额最大的三类产品为电子设备、矿产品和化学制品，分别出口28.3亿美元、25."
       "5亿美元和7.8亿美元。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 化学制品 value 7.8"},
      {"2024年5月，北京市出口前三大产品依次为电子设备（28.3亿美元）、矿产品（25."
       "5亿美元）和化学制品（7.8亿美元），同比分别下降24.3%、上升19.4%和上升92.7%。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 化学制品 value 7.8; 1.month export 电子设备 growth -24.3; "
       "2.month export 矿产品 growth 19.4; 3.month export 化学制品 growth 92.7"},
      {"2024年5月，北京市出口规模居前三位的产品分别是电子设备、矿产品和化学制品，出口额分别达28."
       "3亿美元、25.5亿美元和7.8亿美元。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 化学制品 value 7.8"},
      {"2024年5月，从产品看，电子设备、矿产品和化学制品居北京市出口前三位，分别出口28.3亿美元、25."
       "5亿美元和7.8亿美元。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 化学制品 value 7.8"},
      {"2024年5月，电子设备、矿产品和化学制品出口额位列前三，分别为28.3亿美元、25.5亿美元和7."
       "8亿美元。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 化学制品 value 7.8"},
      {"2024年5月，电子设备、矿产品和化学制品出口额分别为28.3亿美元、25.5亿美元和7."
       "8亿美元，同比增速分别为-24.3%、19.4%和92.7%。",
       "month export 电子设备 value 28.3; month export 矿产品 value 25.5; month export 化学制品 "
       "value 7.8; "
       "month export 电子设备 growth -24.3; month export 矿产品 growth 19.4; "
       "month export 化学制品 growth 92.7"},
      {"2024年5月，电子设备、矿产品和化学制品分别出口28.3亿美元（占全国2.2%）、25."
       "5亿美元（占全国46.5%）和7.8亿美元（占全国2.4%）。",
       "month export 电子设备 value 28.3; month export 矿产品 value 25.5; month export 化学制品 "
       "value 7.8; "
       "month export 电子设备 share 2.2; month export 矿产品 share 46.5; month export 化学制品 "
       "share 2.4"},
      {"2024年5月，北京市前五大出口产品为电子设备、矿产品、化学制品、交通设备和农产品，分别出口28."
       "3、25.5、7.8、6.1、3.2亿美元。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 化学制品 value 7.8; 4.month export 交通设备 value 6.1; "
       "5.month export 农产品 value 3.2"},
      {"2024年5月，北京市前5位出口产品为电子设备、矿产品、化学制品、交通设备和农产品，分别出口28."
       "3亿美元、25.5亿美元、7.8亿美元、6.1亿美元和3.2亿美元。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 化学制品 value 7.8; 4.month export 交通设备 value 6.1; "
       "5.month export 农产品 value 3.2"},
      {"2024年5月，出口产品中，电子设备出口28.3亿美元，占该类产品全国出口份额的2.2%，同比下降24.3%"
       "；矿产品出口25.5亿美元，占该类产品全国出口份额的46.5%，同比上升19.4%。",
       "month export 电子设备 value 28.3; month export 电子设备 share 2.2; month export 电子设备 "
       "growth -24.3; "
       "month export 矿产品 value 25.5; month export 矿产品 share 46.5; month export 矿产品 growth "
       "19.4"},
      {"2024年5月，电子设备出口28.3亿美元，下降24.3%，占全国同类产品出口的2.2%。",
       "month export 电子设备 value 28.3; month export 电子设备 growth -24.3; "
       "month export 电子设备 share 2.2"},
      {"2024年5月，北京市出口电子设备28.3亿美元，同比下降24.3%；出口矿产品25.5亿美元，同比增长19.4%"
       "。",
       "month export 电子设备 value 28.3; month export 电子设备 growth -24.3; "
       "month export 矿产品 value 25.5; month export 矿产品 growth 19.4"},
      {"2024年5月，进口方面，矿产品、金属石料制品、电子设备分别进口203.7亿美元、72.7亿美元、30."
       "9亿美元，同比分别下降4.1%、增长12.0%、持平。",
       "month import 矿产品 value 203.7; month import 金属石料制品 value 72.7; "
       "month import 电子设备 value 30.9; month import 矿产品 growth -4.1; month import "
       "金属石料制品 growth 12.0; "
       "month import 电子设备 growth 0.0"},
      {"2024年5月，第一大进口产品为矿产品，进口额203.7亿美元，同比下降4.1%"
       "；第二大进口产品为金属石料制品，进口额72.7亿美元，同比增长12.0%"
       "；第三大进口产品为电子设备，进口额30.9亿美元。",
       "month import 矿产品 value 203.7; month import 矿产品 growth -4.1; month import "
       "金属石料制品 value 72.7; "
       "month import 金属石料制品 growth 12.0; month import 电子设备 value 30.9"},
      {"2024年5月，矿产品是北京市第一大进口产品，进口203.7亿美元，同比下降4.1%。", ""},
      {"2024年5月，前三大进口产品中，矿产品进口203.7亿美元，同比下降4.1%，金属石料制品进口72."
       "7亿美元，同比增长12.0%，电子设备进口30.9亿美元，同比持平。",
       "month import 矿产品 value 203.7; month import 矿产品 growth -4.1; month import "
       "金属石料制品 value 72.7; "
       "month import 金属石料制品 growth 12.0; month import 电子设备 value 30.9; "
       "month import 电子设备 growth 0.0"},
      {"2024年5月，矿产品进口额同比下降4.1%至203.7亿美元，金属石料制品进口额同比增长12.0%至72."
       "7亿美元。",
       "month import 矿产品 growth -4.1; month import 矿产品 value 203.7; month import "
       "金属石料制品 growth 12.0; "
       "month import 金属石料制品 value 72.7"},
      {"2024年5月，北京市前三大进口产品为矿产品、金属石料制品和电子设备，三者分别进口203."
       "7亿美元、72.7亿美元和30.9亿美元。",
       "1.month import 矿产品 value 203.7; 2.month import 金属石料制品 value 72.7; "
       "3.month import 电子设备 value 30.9"},
      {"2024年5月，前三大出口产品为电子设备、矿产品和交通设备（注：矿产品出口金额很大与总部经济和区"
       "域出口统计方法有关，在本报告中仅对贸易数据进行展示），分别出口28.3亿美元、25.5亿美元和24."
       "0亿美元，占该类产品全国出口的份额分别为2.3%、43.8%和2.1%，同比增速分别为13.0%、-19.9%和20."
       "8%。",
       "1.month export 电子设备 value 28.3; 2.month export 矿产品 value 25.5; "
       "3.month export 交通设备 value 24.0; 1.month export 电子设备 share 2.3; "
       "2.month export 矿产品 share 43.8; 3.month export 交通设备 share 2.1; "
       "1.month export 电子设备 growth 13.0; 2.month export 矿产品 growth -19.9; "
       "3.month export 交通设备 growth 20.8"},
      {"2024年5月，电子设备出口增长11.0%，矿产品出口下降19.4%，化学制品出口持平。",
       "month export 电子设备 growth 11.0; month export 矿产品 growth -19.4; "
       "month export 化学制品 growth 0.0"},
      {"2024年5月，电子设备、矿产品出口分别增长11.0%、19.4%，化学制品出口下降2.0%。",
       "month export 电子设备 growth 11.0; month export 矿产品 growth 19.4; "
       "month export 化学制品 growth -2.0"},
      {"2024年5月，农产品进口14.2亿美元，占全国农产品进口的6.5%，同比下降20.1%。",
       "month import 农产品 value 14.2; month import 农产品 share 6.5; month import 农产品 growth "
       "-20.1"},
      {"2024年5月，农产品进口14.2亿美元，占该类产品全国进口份额为6.5%，同比下降20.1%。",
       "month import 农产品 value 14.2; month import 农产品 share 6.5; month import 农产品 growth "
       "-20.1"},
      {"2024年5月，电子设备出口额为28.3亿美元，较上年同期下降24.3%，占全国电子设备出口份额的2.2%。",
       "month export 电子设备 value 28.3; month export 电子设备 growth -24.3; "
       "month export 电子设备 share 2.2"},
      {"2024年5月，北京市前三大出口产品及其出口额分别为：电子设备28.3亿美元、矿产品25."
       "5亿美元、化学制品7.8亿美元。",
       ""},
      {"2024年5月，北京市前三大出口产品为：电子设备，28.3亿美元；矿产品，25.5亿美元；化学制品，7."
       "8亿美元。",
       "month export 电子设备 value 28.3; month export 矿产品 value 25.5; month export 化学制品 "
       "value 7.8"},
      {"2024年5月，北京市前三大出口产品为电子设备28.3亿美元，矿产品25.5亿美元，化学制品7.8亿美元。",
       "month export 电子设备 value 28.3; month export 矿产品 value 25.5; month export 化学制品 "
       "value 7.8"},
      {"2024年1-5月，前三大出口产品与5月相同，分别出口143.1亿美元、113.8亿美元和24.0亿美元。", ""},
      {"2024年5月，前三大进口产品为矿产品、金属石料制品和电子设备。分别进口203.7亿美元、72."
       "7亿美元和30.9亿美元。同比增速分别为-4.1%、12.0%和0.0%。",
       "1.month import 矿产品 value 203.7; 2.month import 金属石料制品 value 72.7; "
       "3.month import 电子设备 value 30.9; 1.month import 矿产品 growth -4.1; "
       "2.month import 金属石料制品 growth 12.0; 3.month import 电子设备 growth 0.0"},
      {"2024年5月，前三大进口产品为矿产品、金属石料制品和电子设备。三类产品占全国同类产品进口份额分"
       "别为36.2%、30.1%和8.0%。",
       "1.month import 矿产品 share 36.2; 2.month import 金属石料制品 share 30.1; "
       "3.month import 电子设备 share 8.0"},
      {"2024年5月，矿产品（203.7亿美元，同比-4.1%，占全国36.2%）、金属石料制品（72.7亿美元，同比12."
       "0%，占全国30.1%）为前两大进口产品。",
       "1.month import 矿产品 value 203.7; 1.month import 矿产品 growth -4.1; "
       "1.month import 矿产品 share 36.2; 2.month import 金属石料制品 value 72.7; "
       "2.month import 金属石料制品 growth 12.0; 2.month import 金属石料制品 share 30.1"},
      {"2024年1-"
       "5月，北京市前三大出口产品为电子设备、矿产品和交通设备，占该类产品全国出口的份额分别为2.3%"
       "、43.8%和2.1%，分别出口143.1亿美元、113.8亿美元和24.0亿美元，同比分别上升13.0%、下降19.9%"
       "和上升20.8%。",
       "1.ytd export 电子设备 share 2.3; 2.ytd export 矿产品 share 43.8; 3.ytd export 交通设备 "
       "share 2.1; "
       "1.ytd export 电子设备 value 143.1; 2.ytd export 矿产品 value 113.8; "
       "3.ytd export 交通设备 value 24.0; 1.ytd export 电子设备 growth 13.0; "
       "2.ytd export 矿产品 growth -19.9; 3.ytd export 交通设备 growth 20.8"},
      {"2024年1-5月，同比增速分别为13.0%、-19.9%和20.8%"
       "的前三大出口产品为电子设备、矿产品和交通设备。",
       ""},
  };
  expect_claims(wordings, {2024, 5});
}

TEST(Wordings, Partners) {
  const std::vector<Wording> wordings = {
      {"2024年5月，北京市对东盟出口17.7亿美元，同比增长24.3%；对欧盟出口8.1亿美元，同比增长13.5%。",
       "month export 东盟 value 17.7; month export 东盟 growth 24.3; month export 欧盟 value 8.1; "
       "month export 欧盟 growth 13.5"},
      {"2024年5月，北京市对东盟、欧盟出口额分别为17.7亿美元、8.1亿美元，较去年同期分别增长24.3%"
       "、13.5%。",
       "month export 东盟 value 17.7; month export 欧盟 value 8.1; month export 东盟 growth 24.3; "
       "month export 欧盟 growth 13.5"},
      {"2024年5月，东盟和欧盟是北京市重点出口区域，出口额分别为17.7亿美元和8."
       "1亿美元，同比分别上升24.3%和13.5%。",
       ""},
      {"2024年5月，北京市向东盟和欧盟地区的出口额分别为17.7亿美元和8.1亿美元，同比分别上升24.3%"
       "和13.5%。",
       "month export 东盟 value 17.7; month export 欧盟 value 8.1; month export 东盟 growth 24.3; "
       "month export 欧盟 growth 13.5"},
      {"2024年5月，北京市从东盟和欧盟地区分别进口20.5亿美元和50.1亿美元，同比分别下降2.1%和下降3.2%"
       "。",
       "month import 东盟 value 20.5; month import 欧盟 value 50.1; month import 东盟 growth -2.1; "
       "month import 欧盟 growth -3.2"},
      {"2024年5月，北京市前三大出口贸易伙伴为中国香港、美国和菲律宾，出口贸易额分别为8.7亿美元、8."
       "4亿美元和4.6亿美元，同比增速分别为-5.0%、3.7%和166.4%。",
       "1.month export 中国香港 value 8.7; 2.month export 美国 value 8.4; 3.month export 菲律宾 "
       "value 4.6; "
       "1.month export 中国香港 growth -5.0; 2.month export 美国 growth 3.7; "
       "3.month export 菲律宾 growth 166.4"},
      {"2024年5月，北京市前三大出口市场分别为中国香港（8.7亿美元）、美国（8.4亿美元）、菲律宾（4."
       "6亿美元）。",
       "1.month export 中国香港 value 8.7; 2.month export 美国 value 8.4; 3.month export 菲律宾 "
       "value 4.6"},
      {"2024年5月，北京市对中国香港、美国和菲律宾分别出口8.7亿美元、8.4亿美元和4."
       "6亿美元，三地位列出口目的地前三。",
       "month export 中国香港 value 8.7; month export 美国 value 8.4; month export 菲律宾 value "
       "4.6"},
      {"2024年5月，中国香港、美国和菲律宾为北京市前三大出口目的地，出口额分别为8.7、8.4、4."
       "6亿美元，同比变动-5.0%、3.7%、166.4%。",
       "1.month export 中国香港 value 8.7; 2.month export 美国 value 8.4; 3.month export 菲律宾 "
       "value 4.6; "
       "1.month export 中国香港 growth -5.0; 2.month export 美国 growth 3.7; "
       "3.month export 菲律宾 growth 166.4"},
      {"2024年5月，中国香港为北京市第一大出口目的地，出口额8.7亿美元，同比下降5.0%"
       "；美国次之，出口额8.4亿美元，同比增长3.7%；菲律宾居第三位，出口额4.6亿美元，同比增长166.4%"
       "。",
       "month export 美国 value 8.4; month export 美国 growth 3.7; month export 菲律宾 value 4.6; "
       "month export 菲律宾 growth 166.4"},
      {"2024年5月，北京市出口目的地前三位是中国香港、美国和菲律宾，出口额分别是8.7亿美元、8."
       "4亿美元和4.6亿美元。",
       "1.month export 中国香港 value 8.7; 2.month export 美国 value 8.4; 3.month export 菲律宾 "
       "value 4.6"},
      {"2024年5月，北京市进口来源地前三名为俄罗斯、沙特阿拉伯和澳大利亚，进口额分别为40."
       "5亿美元、30.2亿美元和25.1亿美元，分别增长1.0%、下降2.0%和持平。",
       "1.month import 俄罗斯 value 40.5; 2.month import 沙特阿拉伯 value 30.2; "
       "3.month import 澳大利亚 value 25.1; 1.month import 俄罗斯 growth 1.0; "
       "2.month import 沙特阿拉伯 growth -2.0; 3.month import 澳大利亚 growth 0.0"},
      {"2024年5月，北京市主要进口来源地中，俄罗斯、沙特阿拉伯和澳大利亚居前三位，进口额分别为40."
       "5亿美元、30.2亿美元和25.1亿美元。",
       "1.month import 俄罗斯 value 40.5; 2.month import 沙特阿拉伯 value 30.2; "
       "3.month import 澳大利亚 value 25.1"},
      {"2024年5月，北京市最主要的三个出口贸易伙伴为中国香港、美国和菲律宾，分别出口8.7亿美元、8."
       "4亿美元和4.6亿美元。",
       "1.month export 中国香港 value 8.7; 2.month export 美国 value 8.4; 3.month export 菲律宾 "
       "value 4.6"},
      {"2024年5月，在主要贸易伙伴中，对中国香港出口8.7亿美元，下降5.0%；对美国出口8.4亿美元，增长3."
       "7%。",
       "month export 中国香港 value 8.7; month export 中国香港 growth -5.0; month export 美国 "
       "value 8.4; "
       "month export 美国 growth 3.7"},
      {"2024年5月，自俄罗斯进口40.5亿美元，增长1.0%；自沙特进口30.2亿美元，下降2.0%。",
       "month import 俄罗斯 value 40.5; month import 俄罗斯 growth 1.0; month import 沙特阿拉伯 "
       "value 30.2; "
       "month import 沙特阿拉伯 growth -2.0"},
      {"2024年5月，北京市来自东盟的进口额为20.5亿美元，同比下降2.1%，来自欧盟的进口额为50."
       "1亿美元，同比下降3.2%。",
       "month import 东盟 value 20.5; month import 东盟 growth -2.1; month import 欧盟 value 50.1; "
       "month import 欧盟 growth -3.2"},
      {"2024年5月，北京市对“一带一路”沿线国家出口30.1亿美元，对美国出口8.4亿美元。",
       "month export 美国 value 8.4"},
      {"2024年5月，俄罗斯、沙特阿拉伯和澳大利亚分列北京市进口来源地前三位，进口额分别为40."
       "5亿美元、30.2亿美元和25.1亿美元。",
       "1.month import 俄罗斯 value 40.5; 2.month import 沙特阿拉伯 value 30.2; "
       "3.month import 澳大利亚 value 25.1"},
      {"2024年5月，进口额排名前三的来源地依次为俄罗斯、沙特阿拉伯、澳大利亚，进口额依次为40."
       "5亿美元、30.2亿美元、25.1亿美元。",
       "1.month import 俄罗斯 value 40.5; 2.month import 沙特阿拉伯 value 30.2; "
       "3.month import 澳大利亚 value 25.1"},
      {"2024年1-5月，北京市累计向东盟和欧盟分别出口80.1亿美元和40.2亿美元，同比分别增长4.3%和下降3."
       "5%。",
       "ytd export 东盟 value 80.1; ytd export 欧盟 value 40.2; ytd export 东盟 growth 4.3; "
       "ytd export 欧盟 growth -3.5"},
      {"2024年1-5月，前三大进口来源国（地区）为俄罗斯、沙特阿拉伯和澳大利亚，累计进口200."
       "1亿美元、150.2亿美元和100.3亿美元，同比增速分别为1.2%、-2.3%和0.0%。",
       "1.ytd import 俄罗斯 value 200.1; 2.ytd import 沙特阿拉伯 value 150.2; "
       "3.ytd import 澳大利亚 value 100.3; 1.ytd import 俄罗斯 growth 1.2; 2.ytd import 沙特阿拉伯 "
       "growth -2.3; "
       "3.ytd import 澳大利亚 growth 0.0"},
      {"2024年1-5月，北京市对东盟出口80.1亿美元，占出口总额的23.2%，同比增长4.3%；对欧盟出口40."
       "2亿美元，占出口总额的11.7%，同比下降3.5%。",
       "ytd export 东盟 value 80.1; ytd export 东盟 growth 4.3; ytd export 欧盟 value 40.2; "
       "ytd export 欧盟 growth -3.5"},
  };
  expect_claims(wordings, {2024, 5});
}

}  // namespace
}  // namespace tradereport::parser
