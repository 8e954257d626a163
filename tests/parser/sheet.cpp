#include "tests/parser/sheet.h"

#include <gtest/gtest.h>

#include "parser/report/report_builder.h"
#include "tests/parser/support.h"

namespace tradereport::parser::test {

namespace {

double width_of_char(char32_t c, double size) {
  return c >= 0x2E80 && c != 0xFFFD ? size : size / 2;
}

}  // namespace

double width_of(std::string_view text, double size) {
  double width = 0;
  for (const char32_t c : code_points(text)) width += width_of_char(c, size);
  return width;
}

void Sheet::put(double x, double y, std::string_view text, double size) {
  PdfWord word;
  const auto end_word = [&] {
    if (!word.chars.empty()) pages_.back().words.push_back(std::move(word));
    word = PdfWord{};
  };
  for (const char32_t c : code_points(text)) {
    const double width = width_of_char(c, size);
    if (c == U' ') {
      end_word();
    } else {
      word.chars.push_back({c, {x, y, x + width, y + size}});
    }
    x += width;
  }
  end_word();
}

void Sheet::put_right(double x, double y, std::string_view text, double size) {
  put(x - width_of(text, size), y, text, size);
}

void Sheet::put_centred(double x, double y, std::string_view text, double size) {
  put(x - width_of(text, size) / 2, y, text, size);
}

void Sheet::put_glued(double x, double y, std::string_view text, double gap, double size) {
  PdfWord word;
  for (const char32_t c : code_points(text)) {
    const double width = c == U' ' ? gap : width_of_char(c, size);
    if (c != U' ') word.chars.push_back({c, {x, y, x + width, y + size}});
    x += width;
  }
  pages_.back().words.push_back(std::move(word));
}

Report Sheet::report() const {
  return read_pages(pages_);
}

Report read_pages(const std::vector<PdfPage>& pages) {
  std::optional<Report> report = build_report(lines_of(pages), beijing(), "sheet");
  if (report) return std::move(*report);
  ADD_FAILURE() << "no period";
  return {};
}

}  // namespace tradereport::parser::test
