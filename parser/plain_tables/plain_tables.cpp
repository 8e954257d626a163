#include "parser/plain_tables/plain_tables.h"

#include <algorithm>
#include <set>
#include <utility>

#include "parser/pages/decodable.h"
#include "parser/pages/glyph_boxes.h"
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

std::vector<PlainTable> tables_on(const PdfPage& page, const Rulings& rulings) {
  PageTables tables(page, rulings);
  const std::vector<Box> frames = ruled_frames(rulings);
  for (const Box& frame : frames) tables.add(frame, Found::frame);
  for (const Box& stack : level_stacks(rulings, tables.words(), frames))
    tables.add(stack, Found::stack);
  for (std::vector<Placed>& words : text_areas(tables.words(), rulings))
    if (!words.empty()) tables.add(std::move(words), Found::text);
  return tables.take();
}

PlainTables read_plain_tables(std::string_view bytes, const std::string& file) {
  PlainTables out;
  PdfPages pdf = read_pdf(bytes);
  if (pdf.error) {
    out.error = std::move(pdf.error);
    out.error->file = file;
    return out;
  }
  RulingFinder rulings(bytes);
  int number = 0;
  for (PdfPage& page : pdf.pages) {
    ++number;
    mend_tall_boxes(page);
    for (PlainTable& table : tables_on(page, rulings.on(number, page))) {
      table.page = number;
      out.tables.push_back(std::move(table));
    }
  }
  return out;
}

}  // namespace tradereport::parser
