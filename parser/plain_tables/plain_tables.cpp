#include "parser/plain_tables/plain_tables.h"

#include <algorithm>
#include <set>
#include <utility>

#include "parser/pages/decodable.h"
#include "parser/pages/docx_file.h"
#include "parser/pages/docx_pages.h"
#include "parser/pages/docx_text.h"
#include "parser/pages/glyph_boxes.h"
#include "parser/pages/lines.h"
#include "parser/plain_tables/delimited_text.h"
#include "parser/plain_tables/ruled_areas.h"
#include "parser/plain_tables/table_evidence.h"
#include "parser/plain_tables/text_areas.h"

namespace tradereport::parser {

namespace {

// Collects the tables of a page; each word goes to one of them.
class PageTables {
 public:
  PageTables(const PdfPage& page, const Rulings& rulings)
      : rulings_(&rulings), words_(placed_words(page)) {}

  void add(const Box& box, Found found) { add(area_of(box, words_, *rulings_), found); }

  void add(std::vector<Placed> words, Found found) {
    Box box = words.front().box;
    for (const Placed& word : words) box = unite(box, word.box);
    TableArea area = area_of(box, {}, *rulings_);
    area.words = std::move(words);
    add(area, found);
  }

  const std::vector<Placed>& words() const { return words_; }

  std::vector<PlainTable> take() {
    std::sort(tables_.begin(), tables_.end(), [](const PlainTable& a, const PlainTable& b) {
      return std::pair(a.box.y0, a.box.x0) < std::pair(b.box.y0, b.box.x0);
    });
    return std::move(tables_);
  }

 private:
  void add(const TableArea& area, Found found) {
    if (area.words.empty()) return;
    std::optional<PlainTable> table = grid_of(area);
    if (!table || !is_table(*table, found)) return;
    std::set<const PdfWord*> taken;
    for (const Placed& word : area.words) taken.insert(word.word);
    std::erase_if(words_, [&](const Placed& word) { return taken.contains(word.word); });
    tables_.push_back(std::move(*table));
  }

  const Rulings* rulings_;
  std::vector<Placed> words_;  // that are left
  std::vector<PlainTable> tables_;
};

}  // namespace

namespace {

// Two lines with something apart from the rest: what costs more is done for such pages alone.
bool may_have_tables(const PdfPage& page) {
  int rows = 0;
  for (const TextLine& line : text_lines(placed_words(page), {}))
    if (line.pieces.size() >= 2 && ++rows == 2) return true;
  return false;
}

}  // namespace

std::vector<PlainTable> tables_on(const PdfPage& page, const Rulings& rulings) {
  PageTables tables(page, rulings);
  const std::vector<Box> frames = ruled_frames(rulings);
  for (const Box& frame : frames) tables.add(frame, Found::frame);
  for (const Box& stack : level_stacks(rulings, tables.words(), frames))
    tables.add(stack, Found::stack);
  for (std::vector<Placed>& words : text_areas(tables.words(), rulings))
    tables.add(std::move(words), Found::text);
  return tables.take();
}

namespace {

PlainTables no_tables(ReadError::Code code, const std::string& file) {
  PlainTables out;
  out.error = ReadError{code, file, 0, {}, {}};
  return out;
}

// What stands beside what on the paper tells nothing: a Word file is laid out with gaps alone.
PlainTables tables_of_docx(std::string_view bytes, const std::string& file) {
  const auto parts = docx_parts(bytes);
  const auto text = parts ? docx_text(*parts, TrackedChanges::accepted) : std::nullopt;
  if (!text) return no_tables(ReadError::Code::damaged, file);
  PlainTables out;
  out.tables = tables_on(page_of(*text), {});
  for (PlainTable& table : out.tables) {
    table.box = {};
    for (PlainCell& cell : table.cells) cell.box = {};
  }
  return out;
}

PlainTables tables_of_text(std::string_view bytes, const std::string& file) {
  if (!lines_of(bytes)) return no_tables(ReadError::Code::not_utf8, file);
  PlainTables out;
  PlainTable table = delimited_table(bytes);
  if (table.rows > 1 && table.cols > 1) out.tables.push_back(std::move(table));
  return out;
}

PlainTables tables_of_pdf(std::string_view bytes, const std::string& file) {
  PlainTables out;
  PdfPages pdf = read_pdf(bytes);
  if (pdf.error) {
    out.error = std::move(pdf.error);
    out.error->file = file;
    return out;
  }
  const std::vector<bool> unread = undecodable(pdf.pages);
  GreyPages drawn(bytes);
  int number = 0;
  bool words = false;
  for (PdfPage& page : pdf.pages) {
    ++number;
    if (unread[static_cast<std::size_t>(number) - 1] || (page.words.empty() && page.has_ink)) {
      out.unread_pages.push_back(number);
      continue;
    }
    words = words || !page.words.empty();
    mend_tall_boxes(page);
    if (!may_have_tables(page)) continue;
    for (PlainTable& table : tables_on(page, rulings_on(drawn, number, page))) {
      table.page = number;
      out.tables.push_back(std::move(table));
    }
  }
  if (!words)
    return no_tables(std::find(unread.begin(), unread.end(), true) == unread.end()
                         ? ReadError::Code::no_text
                         : ReadError::Code::undecodable,
                     file);
  return out;
}

}  // namespace

PlainTables read_plain_tables(std::string_view bytes, const std::string& file) {
  if (bytes.empty()) return no_tables(ReadError::Code::empty, file);
  switch (office_file(bytes)) {
    case OfficeFile::docx:
      return tables_of_docx(bytes, file);
    case OfficeFile::locked:
      return no_tables(ReadError::Code::encrypted, file);
    case OfficeFile::other:
      return no_tables(ReadError::Code::other_office, file);
    case OfficeFile::none:
      break;
  }
  return looks_like_pdf(bytes) ? tables_of_pdf(bytes, file) : tables_of_text(bytes, file);
}

}  // namespace tradereport::parser
