#include "tests/parser/tables/sheet_tables.h"

namespace tradereport::parser::test {

void put_row(Sheet& sheet, double y, const char* label, const Cells& figures, double shift,
             const std::vector<double>& edges) {
  sheet.put_centred(kLabel + shift, y, label);
  for (std::size_t i = 0; i < figures.size(); ++i) sheet.put_right(edges[i] + shift, y, figures[i]);
}

void put_caption(Sheet& sheet) {
  sheet.put(150, 60, "表 1：2024年 5月北京市货物贸易进出口概况（亿美元）");
}

void put_heads(Sheet& sheet, double y, double shift) {
  sheet.put_centred(200 + shift, y, "5 月当月");
  sheet.put_centred(440 + shift, y, "1 至 5 月累计");
  for (const double x : {0.0, 180.0}) {
    sheet.put_right(200 + x + shift, y + 20, "绝对值");
    sheet.put_right(260 + x + shift, y + 20, "份额（%）");
    sheet.put_right(320 + x + shift, y + 15, "同比变化");
    sheet.put_right(320 + x + shift, y + 27, "（%）");
  }
}

void put_overview_head(Sheet& sheet) {
  put_caption(sheet);
  put_heads(sheet, 90);
}

void put_overview(Sheet& sheet) {
  put_overview_head(sheet);
  put_row(sheet, 140, "进出口总额", {"462.1", "8.9", "0.9", "2190.3", "8.9", "0.9"});
  put_row(sheet, 165, "出口额", {"74.7", "2.5", "15.7", "344.8", "2.5", "-1.8"});
  put_row(sheet, 190, "进口额", {"387.3", "17.6", "-1.6", "1845.4", "17.4", "1.4"});
  put_row(sheet, 215, "净出口额（亿美元）", {"-312.6", "", "16.3", "-1500.6", "", "-32.0"});
}

}  // namespace tradereport::parser::test
