#include "tools/workers/annotate/annotations.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace tradereport::tools {

namespace {

using Corners = std::array<UserPoint, 4>;

// Digits stay readable through the fill; what is not mere evidence has a line around it, so that
// colour is not all that tells them apart.
struct MarkColour {
  std::string_view fill;
  std::string_view line;  // empty: none
};

constexpr std::array<MarkColour, 5> kMarkColours{{{"0.78 0.89 1", ""},
                                                  {"0.87 0.90 0.87", "0.35 0.45 0.35"},
                                                  {"1 0.91 0.58", "0.72 0.50 0"},
                                                  {"1 0.82 0.62", "0.80 0.38 0"},
                                                  {"1 0.72 0.70", "0.80 0.08 0.10"}}};

constexpr double kLineWidth = 0.8;
// Of the icon that stands for a note about a page, and of the window of a note: points.
constexpr Box kIcon{8, 8, 26, 26};
constexpr double kWindowWidth = 260;
constexpr double kWindowHeight = 140;

Box around(const std::vector<Corners>& quads, double margin) {
  Box box{quads[0][0].x, quads[0][0].y, quads[0][0].x, quads[0][0].y};
  for (const Corners& quad : quads)
    for (const UserPoint& point : quad) box = unite(box, {point.x, point.y, point.x, point.y});
  return {box.x0 - margin, box.y0 - margin, box.x1 + margin, box.y1 + margin};
}

std::string numbers(const Box& box) {
  return fmt::format("{:.2f} {:.2f} {:.2f} {:.2f}", box.x0, box.y0, box.x1, box.y1);
}

std::string quad_points(const std::vector<Corners>& quads) {
  std::string text;
  for (const Corners& quad : quads)
    for (const UserPoint& point : quad) text += fmt::format("{:.2f} {:.2f} ", point.x, point.y);
  return text;
}

// Around the four corners, and filled.
std::string drawn(const std::vector<Corners>& quads, const MarkColour& colour) {
  std::string text = fmt::format("/G gs {} rg", colour.fill);
  if (!colour.line.empty()) text += fmt::format(" {} RG {} w", colour.line, kLineWidth);
  for (const Corners& quad : quads) {
    const auto& [top_left, top_right, bottom_left, bottom_right] = quad;
    text +=
        fmt::format("\n{:.2f} {:.2f} m {:.2f} {:.2f} l {:.2f} {:.2f} l {:.2f} {:.2f} l {}",
                    top_left.x, top_left.y, top_right.x, top_right.y, bottom_right.x,
                    bottom_right.y, bottom_left.x, bottom_left.y, colour.line.empty() ? "f" : "b");
  }
  return text;
}

// Beside the mark, within the page as it is displayed.
Box window(const Box& mark, const Box& page) {
  const double x = std::max(page.x0, std::min(mark.x1 + 4, page.x1 - kWindowWidth));
  const double y = std::max(page.y0, std::min(mark.y0 - kWindowHeight, page.y1 - kWindowHeight));
  return {x, y, x + kWindowWidth, y + kWindowHeight};
}

}  // namespace

PdfAnnotation make_annotation(const PageFrame& frame, const PageMark& mark, std::string name) {
  const bool placed = !mark.boxes.empty();
  std::vector<Corners> quads;
  for (const Box& box : mark.boxes) quads.push_back(frame.corners(box));
  if (!placed) quads.push_back(frame.corners(kIcon));
  const MarkColour& colour = kMarkColours.at(static_cast<std::size_t>(mark.kind));
  const Box rect = around(quads, kLineWidth);
  PdfAnnotation made;
  made.note = fmt::format(
      "<< /Type /Annot /Subtype {} /Rect [{}] {} /C [{}] /F 4 >>", placed ? "/Highlight" : "/Text",
      numbers(rect), placed ? fmt::format("/QuadPoints [{}]", quad_points(quads)) : "/Name /Note",
      colour.fill);
  made.title = mark.title;
  made.text = mark.text;
  made.name = std::move(name);
  made.drawing = drawn(quads, colour);
  made.form = fmt::format(
      "<< /Type /XObject /Subtype /Form /BBox [{}] /Resources << /ExtGState << /G << /Type "
      "/ExtGState /BM /Multiply >> >> >> >>",
      numbers(rect));
  made.window = fmt::format("<< /Type /Annot /Subtype /Popup /Rect [{}] /Open false >>",
                            numbers(window(rect, frame.displayed())));
  return made;
}

}  // namespace tradereport::tools
