#include "tests/parser/disturbances/disturbances.h"
#include "tests/parser/support.h"

namespace tradereport::parser::test {

using worlds::Random;

namespace {

// A sentence more, behind one of the paragraphs.
Disturbance sentence(const std::string& text) {
  return {
      "says " + text, [=](PrintedIssue& issue, Random& random) {
        const char* const parts[] = {"当月净", "累计净", "前三大出口产品", "前三大进口贸易伙伴"};
        issue.paragraph(parts[random.index(4)]) += text;
      }};
}

// Words within the first paragraph.
Disturbance words(const std::string& from, const std::string& to) {
  return {"'" + from + "' -> '" + to + "'", [=](PrintedIssue& issue, Random& /*random*/) {
            std::string& text = issue.paragraph("当月净");
            const std::size_t at = text.find(from);
            if (at != std::string::npos) text.replace(at, from.size(), to);
          }};
}

void first_sentence_lost(PrintedIssue& issue, Random& random) {
  const char* const parts[] = {"当月净", "累计净", "前三大出口产品", "前三大进口贸易伙伴"};
  std::string& text = issue.paragraph(parts[random.index(4)]);
  text = text.substr(0, text.find("亿美元")) + "。";
}

void placeholder_in_figure(PrintedIssue& issue, Random& /*random*/) {
  std::string& text = issue.paragraph("当月净");
  const std::size_t at = text.find("亿美元");
  text.replace(at - 2, 2, "XX");
}

}  // namespace

std::vector<Disturbance> text_disturbances() {
  std::vector<Disturbance> all{
      {"sentence lost", first_sentence_lost},
      {"XX in a figure", placeholder_in_figure},
      words("同比上升", "环比上升"),
      words("同比上升", "与上年同期相比，增长"),
      words("同比", "较上月"),
      words("占全国", "占全国外贸的"),
      words("进出口总额", "进出口合计"),
      words("进出口总额", "民营企业进出口总额"),
      words("其中，出口", "其中，机电产品出口"),
      words("进口", "一般贸易进口"),
      words("北京市货物", "上海市货物"),
      words("，同比", "，比2019年同期"),
      words("。其中", "，达到疫情前水平的 43%。其中"),
  };
  for (const char* const text : {
           "按人民币计价，进出口总额2345.67亿元，同比增长6.7%。",
           "以人民币计价，同比增长 6.7%。",
           "达到疫情前水平的43%。",
           "较4月增长65.5%。",
           "其中，对沙漠国家出口增长35.9%，由21.7亿美元增至29.5亿美元。",
           "对共建“一带一路”国家进出口增长12.3%。",
           "民营企业进出口120.5亿美元，增长8.8%，占进出口总额的26.1%。",
           "一般贸易出口60.1亿美元，占比81.2%，下降3.3%。",
           "机电产品出口增速为15.2%，高于全市出口增速3.1个百分点。",
           "上年同期为-15.2%。",
           "同比增速较上月加快2.2个百分点。",
           "集成电路进口额达到25.5亿美元，同比下降8.2%。",
           "出口持续增长，连续3个月保持两位数增长。",
           "预计全年出口增长5.0%左右。",
           "去年5月出口88.8亿美元，增长1.1%。",
           "全国出口3000.1亿美元，同比增长7.6%。",
           "天津市出口30.2亿美元，同比增长2.5%。",
           "其中，5月上旬出口20.1亿美元，同比增长9.9%。",
           "进口下降的主要原因是原油价格下跌11.3%。",
           "若剔除价格因素，出口同比增长4.4%。",
           "对东盟出口占全市的23.7%。",
           "出口与进口之比为1:5.2。",
           "二季度出口同比增长3.9%。",
           "如图1所示，出口额为近12个月最高，比均值高6.5亿美元。",
           "出口实现两位数增长，达14.5%以上。",
           "电子设备、矿产品合计出口50.1亿美元，增长10.2%。",
           "出口和进口合计增长2.2%。",
           "除电子设备外，出口增长9.1%。",
           "人均出口1234.5美元，增长3.3%。",
       })
    all.push_back(sentence(text));
  return all;
}

}  // namespace tradereport::parser::test
