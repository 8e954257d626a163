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

#include "tests/places.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools::test {

namespace fs = std::filesystem;

std::string sorted_text(const std::string& text) {
  std::string sorted;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\f') sorted += c;
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
  std::istringstream lines(read_file(out));
  for (std::string line; std::getline(lines, line);) {
    const auto seen = nlohmann::json::parse(line, nullptr, false);
    if (!seen.is_object()) continue;  // a warning
    SeenMark mark{seen["page"], seen["type"], seen["title"], seen["note"],
                  seen["text"], {},           seen["popup"], seen["drawn"]};
    const std::unique_ptr<poppler::page> page(document->create_page(mark.page - 1));
    for (const nlohmann::json& quad : seen["quads"]) {
      std::vector<double> x;
      std::vector<double> y;
      for (std::size_t i = 0; i < quad.size(); ++i) (i % 2 == 0 ? x : y).push_back(quad[i]);
      const auto [left, right] = std::minmax_element(x.begin(), x.end());
      const auto [top, bottom] = std::minmax_element(y.begin(), y.end());
      const poppler::byte_array text =
          page->text(poppler::rectf(*left, *top, *right - *left, *bottom - *top)).to_utf8();
      mark.by_poppler.append(text.begin(), text.end());
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
