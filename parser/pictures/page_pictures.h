// What a document looks like to people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tradereport::parser {

struct PagePicture {
  double width = 0, height = 0;  // of the page in points, once its text stands upright
  std::string png;               // empty where the page cannot be drawn
};

// Draws the pages of a PDF that could be read, upright. turns: by page, the quarter turns to the
// right that its text had (ReadResult::turns). At most `most` pages.
std::vector<PagePicture> page_pictures(std::string_view bytes, const std::vector<int>& turns,
                                       int most);

// What stands in for the pages of a text or Word file: its lines as printed, line 1 first. Nothing
// for other files.
std::vector<std::string> shown_lines(std::string_view bytes);

}  // namespace tradereport::parser
