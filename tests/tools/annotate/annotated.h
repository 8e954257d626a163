// What other programs see in an annotated PDF.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tradereport::tools::test {

// A mark, as MuPDF sees it.
struct SeenMark {
  int page = 0;
  std::string type;  // "Highlight", "Text"
  std::string title;
  std::string note;
  std::string text;        // under it, by MuPDF
  std::string by_poppler;  // the same by Poppler; its characters sorted, for the page may be turned
  bool popup = false;
  bool drawn = false;  // has an appearance of its own
};

std::vector<SeenMark> seen_marks(const std::filesystem::path& pdf);

// `text` without what is no ASCII (full width is folded) and blanks, its characters sorted as those
// of SeenMark::by_poppler.
std::string sorted_text(const std::string& text);

// What qpdf, Poppler and MuPDF complain of when they check or draw it; empty if they do not.
std::string complaints_of_viewers(const std::filesystem::path& pdf);

}  // namespace tradereport::tools::test
