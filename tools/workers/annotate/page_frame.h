// Where on a page of a PDF something stands, in the coordinates that the file itself uses.
#pragma once

#include <array>

#include "schemas/report.h"
#include "tools/workers/annotate/pdf_file.h"

namespace tradereport::tools {

// In the user space of a page: points, y growing upwards, the origin where the file has it.
struct UserPoint {
  double x = 0, y = 0;
};

// The page as it is displayed (its CropBox, turned by its /Rotate), and turned upright.
class PageFrame {
 public:
  // turns: by how many quarter turns to the right the text of the displayed page is turned.
  PageFrame(const PageBoxes& page, int turns);

  // Of a box on the upright page: top left, top right, bottom left, bottom right, which is the
  // order in which readers take the QuadPoints of a highlight.
  std::array<UserPoint, 4> corners(const Box& box) const;
  // What is displayed, as a box in user space: y0 is its lower end.
  const Box& displayed() const { return crop_; }

 private:
  UserPoint user_space(double x, double y) const;

  Box crop_;
  int rotate_ = 0;  // quarter turns to the right, for display
  int turns_ = 0;
  double width_ = 0, height_ = 0;  // as displayed
};

}  // namespace tradereport::tools
