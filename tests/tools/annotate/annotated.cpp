#include "tests/tools/annotate/annotated.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string_view>

#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {

namespace fs = std::filesystem;

namespace {

// A character and its middle.
struct PopplerChar {
  std::string text;
  double x = 0, y = 0;
};

std::vector<PopplerChar> chars_of(const poppler::document& document, int number) {
  const std::unique_ptr<poppler::page> page(document.create_page(number - 1));
  std::vector<PopplerChar> chars;
  for (const poppler::text_box& box : page->text_list()) {
    const poppler::ustring word = box.text();
    for (std::size_t i = 0; i < word.size(); ++i) {
      const poppler::byte_array text = poppler::ustring(1, word[i]).to_utf8();
      const poppler::rectf at = box.char_bbox(i);
      chars.push_back({std::string(text.begin(), text.end()), (at.left() + at.right()) / 2,
                       (at.top() + at.bottom()) / 2});
    }
  }
  return chars;
}

}  // namespace

std::string sorted_text(const std::string& text) {
  std::string sorted;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i);
    if (rest.starts_with("\xEF\xBC") && rest.size() > 2) {  // full width: some fold it
      sorted += static_cast<char>(rest[2] - '\x80' + ' ');
      i += 2;
    } else if (static_cast<signed char>(rest.front()) >
               ' ') {  // nor what a watermark has written across
      sorted += rest.front();
    }
  }
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

std::vector<SeenMark> seen_marks(const fs::path& pdf) {
  const ScratchFolder folder;
  const std::string out = (folder.path() / "marks").string();
  const std::string script = std::string(kSourceFolder) + "/tests/tools/annotate/marks.js";
  EXPECT_EQ(std::system(
                fmt::format("mutool run '{}' '{}' >'{}' 2>&1", script, pdf.string(), out).c_str()),
            0);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_file(pdf.string()));
  std::vector<SeenMark> marks;
  std::vector<PopplerChar> chars;
  int read_page = 0;
  std::istringstream lines(read_file(out));
  for (std::string line; std::getline(lines, line);) {
    const auto seen = nlohmann::json::parse(line, nullptr, false);
    if (!seen.is_object()) continue;  // a warning
    SeenMark mark{seen["page"], seen["type"], seen["title"], seen["note"],
                  seen["text"], {},           seen["popup"], seen["drawn"]};
    if (mark.page != read_page) chars = chars_of(*document, read_page = mark.page);
    for (const nlohmann::json& quad : seen["quads"]) {
      std::vector<double> x;
      std::vector<double> y;
      for (std::size_t i = 0; i < quad.size(); ++i) (i % 2 == 0 ? x : y).push_back(quad[i]);
      const auto [left, right] = std::minmax_element(x.begin(), x.end());
      const auto [top, bottom] = std::minmax_element(y.begin(), y.end());
      for (const PopplerChar& c : chars)
        if (c.x > *left && c.x < *right && c.y > *top && c.y < *bottom) mark.by_poppler += c.text;
    }
    mark.by_poppler = sorted_text(mark.by_poppler);
    marks.push_back(std::move(mark));
  }
  return marks;
}

std::string complaints_of_viewers(const fs::path& pdf) {
  const ScratchFolder folder;
  const std::string out = (folder.path() / "out").string();
  std::string all;
  for (const char* const command :
       {"qpdf --check '{}' >'{}' 2>&1", "pdftoppm -r 20 -png '{}' '{}' 2>&1",
        "mutool draw -q -r 20 -o '{1}-%d.png' '{0}' >/dev/null 2>&1"}) {
    const std::string line = fmt::format(fmt::runtime(command), pdf.string(), out);
    if (std::system(line.c_str()) != 0) all += line + "\n" + read_file(out);
  }
  return all;
}

}  // namespace tradereport::tools::test
