#include "parser/pages/pdf_source.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <mutex>

#include "parser/pages/complaints.h"
#include "parser/pages/ink.h"
#include "parser/text/normalize.h"

namespace tradereport::parser {

namespace {

// Poppler complains to one function for all documents, in the thread that reads.
struct Complaints {
  bool map_missing = false;
  bool damaged = false;
};
thread_local Complaints complaints;

void note_error(const std::string& message, void* /*closure*/) {
  const Complaint meaning = meaning_of(message);
  complaints.map_missing = complaints.map_missing || meaning == Complaint::map_missing;
  complaints.damaged = complaints.damaged || meaning == Complaint::text_may_miss;
}

char32_t next_code_point(const poppler::ustring& text, std::size_t& at) {
  const char32_t first = text[at++];
  if (first >= 0xD800 && first < 0xDC00 && at < text.size()) {
    const char32_t second = text[at];
    if (second >= 0xDC00 && second < 0xE000) {
      ++at;
      return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    }
  }
  return first;
}

// A box on a page whose text runs downwards (1), upside down (2) or upwards (3), turned upright.
Box upright(const Box& box, int turns, const poppler::rectf& page) {
  switch (turns) {
    case 1:
      return {box.y0, page.width() - box.x1, box.y1, page.width() - box.x0};
    case 2:
      return {page.width() - box.x1, page.height() - box.y1, page.width() - box.x0,
              page.height() - box.y0};
    case 3:
      return {page.height() - box.y1, box.x0, page.height() - box.y0, box.x1};
    default:
      return box;
  }
}

// A word with its characters on the page as displayed, and the quarter turns that Poppler sees.
struct TurnedWord {
  PdfWord word;
  int rotation = 0;
};

TurnedWord convert(const poppler::text_box& box) {
  TurnedWord out;
  const poppler::ustring text = box.text();
  out.word.chars.reserve(text.size());
  std::size_t glyph = 0;
  for (std::size_t i = 0; i < text.size(); ++glyph) {
    const char32_t c = next_code_point(text, i);
    if (is_blank(c) && !is_control(c)) continue;
    const poppler::rectf at = box.char_bbox(glyph);
    out.word.chars.push_back({c, {at.left(), at.top(), at.right(), at.bottom()}});
  }
  out.word.space_after = box.has_space_after();
  out.rotation = box.rotation();
  return out;
}

// How many quarter turns the text of a page is turned by. Poppler tells level from upright text,
// but for drawn (Type 3) fonts not up from down: the order of a word's characters does, if any has
// more than one; -1 if not.
int turns_of(const std::vector<TurnedWord>& words, int usual) {
  double forth = 0;
  for (const auto& [word, rotation] : words) {
    if (rotation % 2 != usual || word.chars.size() < 2) continue;
    const Box& first = word.chars.front().box;
    const Box& last = word.chars.back().box;
    forth += usual == 0 ? last.x0 - first.x0 : last.y0 - first.y0;
  }
  if (forth == 0) return -1;
  return usual + (forth > 0 ? 0 : 2);
}

// A page without any text may be a scan, or really be empty. Only what is drawn can tell.
bool has_ink(const poppler::page& page) {
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  const poppler::image image = renderer.render_page(&page, 10, 10);
  if (!image.is_valid()) return true;
  for (int y = 0; y < image.height(); ++y) {
    const char* const row =
        image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    if (!std::all_of(row, row + image.width(), [](char c) { return c == '\xFF'; })) return true;
  }
  return false;
}

// Control characters that take room and have nothing drawn are blanks; the others are something
// that cannot be read, be it that the font lacks it.
void settle_controls(const poppler::page& page, std::vector<TurnedWord>& words) {
  std::vector<Box> boxes;
  for (const TurnedWord& word : words) {
    for (const PdfChar& c : word.word.chars)
      if (is_control(c.raw)) boxes.push_back(c.box);
  }
  if (boxes.empty()) return;
  const std::vector<bool> drawn = drawn_in(page, boxes);
  std::size_t next = 0;
  for (TurnedWord& word : words) {
    std::vector<PdfChar> kept;
    for (PdfChar c : word.word.chars) {
      const bool control = is_control(c.raw);
      const bool blank = control && !drawn[next++] && c.box.width() > 0;
      if (blank) continue;
      if (control) c.raw = kUnreadable;
      kept.push_back(c);
    }
    word.word.chars = std::move(kept);
  }
}

PdfPage read_page(const poppler::page& page) {
  PdfPage out;
  const std::vector<poppler::text_box> boxes = page.text_list(0);
  if (boxes.empty()) out.has_ink = has_ink(page);
  std::vector<TurnedWord> words;
  words.reserve(boxes.size());
  for (const poppler::text_box& box : boxes) words.push_back(convert(box));
  settle_controls(page, words);
  // Text that is turned against most of the page is a watermark or a stamp.
  std::array<std::size_t, 2> amount{};  // of level and upright text
  for (const auto& [word, rotation] : words)
    amount[static_cast<std::size_t>(rotation) & 1U] += word.chars.size();
  const int usual = amount[1] > amount[0] ? 1 : 0;
  const int found = turns_of(words, usual);
  const int turns = found < 0 ? usual : found;
  const poppler::rectf displayed = displayed_size(page);
  out.turns = turns;
  out.turn_unknown = found < 0 && !boxes.empty();
  out.width = turns % 2 == 0 ? displayed.width() : displayed.height();
  out.height = turns % 2 == 0 ? displayed.height() : displayed.width();
  out.words.reserve(words.size());
  for (auto& [word, rotation] : words) {
    if (word.chars.empty()) continue;
    word.inverted = rotation != turns;
    if (turns != 0)
      for (PdfChar& c : word.chars) c.box = upright(c.box, turns, displayed);
    (rotation % 2 == usual ? out.words : out.aside).push_back(std::move(word));
  }
  return out;
}

}  // namespace

PdfPage turned_over(PdfPage page) {
  const auto turn = [&](std::vector<PdfWord>& words) {
    for (PdfWord& word : words) {
      for (PdfChar& c : word.chars)
        c.box = {page.width - c.box.x1, page.height - c.box.y1, page.width - c.box.x0,
                 page.height - c.box.y0};
    }
  };
  turn(page.words);
  turn(page.aside);
  page.turns = (page.turns + 2) % 4;
  return page;
}

bool looks_like_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

void take_poppler_errors() {
  static std::once_flag once;
  std::call_once(once, [] { poppler::set_debug_error_function(note_error, nullptr); });
}

PdfPages read_pdf(std::string_view bytes) {
  take_poppler_errors();
  complaints = {};
  PdfPages result;
  const auto fail = [&](ReadError::Code code) {
    result.error = ReadError{code, {}, 0, {}, {}};
    return std::move(result);
  };
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    return fail(ReadError::Code::damaged);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return fail(ReadError::Code::damaged);
  if (document->is_locked()) return fail(ReadError::Code::encrypted);
  const int pages = document->pages();
  if (pages <= 0) return fail(ReadError::Code::damaged);
  for (int i = 0; i < pages; ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    result.pages.push_back(page ? read_page(*page) : PdfPage{});
  }
  result.damaged = complaints.damaged;
  if (complaints.map_missing) return fail(ReadError::Code::no_character_maps);
  return result;
}

}  // namespace tradereport::parser
