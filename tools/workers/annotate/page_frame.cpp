#include "tools/workers/annotate/page_frame.h"

#include <algorithm>
#include <optional>

namespace tradereport::tools {

namespace {

// What a page measures that does not say it (Poppler's and most readers' guess: US letter).
constexpr Box kUnsaid{0, 0, 612, 792};

Box box_of(const std::optional<PdfRectangle>& corners, const Box& otherwise) {
  if (!corners) return otherwise;
  const auto& [x0, y0, x1, y1] = *corners;
  const Box ordered{std::min(x0, x1), std::min(y0, y1), std::max(x0, x1), std::max(y0, y1)};
  return ordered.width() > 0 && ordered.height() > 0 ? ordered : otherwise;
}

Box common_part(const Box& a, const Box& b) {
  const Box both{std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1),
                 std::min(a.y1, b.y1)};
  return both.width() > 0 && both.height() > 0 ? both : b;
}

}  // namespace

PageFrame::PageFrame(const PageBoxes& page, int turns)
    : rotate_(page.rotation / 90), turns_(turns) {
  const Box media = box_of(page.media_box, kUnsaid);
  crop_ = common_part(box_of(page.crop_box, media), media);
  width_ = rotate_ % 2 == 0 ? crop_.width() : crop_.height();
  height_ = rotate_ % 2 == 0 ? crop_.height() : crop_.width();
}

UserPoint PageFrame::user_space(double x, double y) const {
  // Back to the page as it is displayed.
  UserPoint shown{x, y};
  if (turns_ == 1) shown = {width_ - y, x};
  if (turns_ == 2) shown = {width_ - x, height_ - y};
  if (turns_ == 3) shown = {y, height_ - x};
  switch (rotate_) {
    case 1:
      return {crop_.x0 + shown.y, crop_.y0 + shown.x};
    case 2:
      return {crop_.x1 - shown.x, crop_.y0 + shown.y};
    case 3:
      return {crop_.x1 - shown.y, crop_.y1 - shown.x};
    default:
      return {crop_.x0 + shown.x, crop_.y1 - shown.y};
  }
}

std::array<UserPoint, 4> PageFrame::corners(const Box& box) const {
  return {user_space(box.x0, box.y0), user_space(box.x1, box.y0), user_space(box.x0, box.y1),
          user_space(box.x1, box.y1)};
}

}  // namespace tradereport::tools
