// Pages with words placed by hand, as Poppler would hand them over.
#pragma once

#include <string_view>
#include <vector>

#include "parser/pages/lines.h"
#include "parser/pages/pdf_source.h"
#include "schemas/report.h"

namespace tradereport::parser::test {

// Points, origin at the top left. An ideograph is as wide as the type is high, all else half.
class Sheet {
 public:
  Sheet() { next_page(); }

  void next_page() { pages_.emplace_back(); }

  // Text whose left edge is at x, top at y; blanks part words.
  void put(double x, double y, std::string_view text, double size = 10);
  // Text whose right edge is at x.
  void put_right(double x, double y, std::string_view text, double size = 10);
  // Text centred on x.
  void put_centred(double x, double y, std::string_view text, double size = 10);
  // One word whatever blanks it holds, gaps of the given width in their place.
  void put_glued(double x, double y, std::string_view text, double gap, double size = 10);

  const std::vector<PdfPage>& pages() const { return pages_; }
  Document document() const { return lines_of(pages_); }
  Report report() const;  // read_pages()

 private:
  std::vector<PdfPage> pages_;
};

// The report on these pages, read by the first family. Fails the test where there is none.
Report read_pages(const std::vector<PdfPage>& pages);

// The width that the sheet gives a text.
double width_of(std::string_view text, double size = 10);

}  // namespace tradereport::parser::test
