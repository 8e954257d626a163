#include "parser/pages/ink.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "parser/pages/pdf_source.h"

namespace tradereport::parser {

namespace {

// One dot a point: a digit has some ten of them in height.
constexpr double kDotsPerInch = 72;
// Strokes differ from what they are drawn on by more than this, of 255; watermarks by less.
constexpr int kContrast = 96;
// A minus is a thin line, and its neighbours are near.
constexpr int kDotsPerCharacterPoint = 3;
constexpr double kMiddle = 0.6;

// Pixels [x0, x1) × [y0, y1); what lies outside the image is not looked at.
bool has_strokes(const poppler::image& image, int x0, int y0, int x1, int y1) {
  int darkest = 255;
  int lightest = 0;
  for (int y = std::max(0, y0); y < std::min(image.height(), y1); ++y) {
    const char* const row =
        image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    for (int x = std::max(0, x0); x < std::min(image.width(), x1); ++x) {
      const int dot = static_cast<unsigned char>(row[x]);
      darkest = std::min(darkest, dot);
      lightest = std::max(lightest, dot);
    }
  }
  return lightest - darkest > kContrast;
}

}  // namespace

poppler::rotation_enum turned_back(int turns) {
  constexpr std::array<poppler::rotation_enum, 4> kTurnedBack{
      poppler::rotate_0, poppler::rotate_270, poppler::rotate_180, poppler::rotate_90};
  return kTurnedBack[static_cast<std::size_t>(turns % 4)];
}

poppler::rectf displayed_size(const poppler::page& page) {
  const poppler::rectf size = page.page_rect();
  const auto orientation = page.orientation();
  const bool lies =
      orientation == poppler::page::landscape || orientation == poppler::page::seascape;
  return lies ? poppler::rectf(0, 0, size.height(), size.width()) : size;
}

std::vector<bool> drawn_in(const poppler::page& page, const std::vector<Box>& boxes) {
  constexpr double kResolution = kDotsPerInch * kDotsPerCharacterPoint;
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  const poppler::image image = renderer.render_page(&page, kResolution, kResolution);
  std::vector<bool> drawn(boxes.size(), true);
  if (!image.is_valid()) return drawn;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const Box& box = boxes[i];
    const double centre = (box.x0 + box.x1) / 2;
    const double half = kMiddle / 2 * box.width();
    const auto dots = [](double points) {
      return static_cast<int>(std::lround(points * kDotsPerCharacterPoint));
    };
    drawn[i] =
        has_strokes(image, dots(centre - half), dots(box.y0), dots(centre + half), dots(box.y1));
  }
  return drawn;
}

GreyPages::GreyPages(std::string_view bytes) : bytes_(bytes) {}
GreyPages::~GreyPages() = default;

poppler::image GreyPages::drawn(int page, double across, double down, int turns,
                                const poppler::rect& part) {
  if (!opened_) {
    opened_ = true;
    take_poppler_errors();
    document_.reset(
        poppler::document::load_from_raw_data(bytes_.data(), static_cast<int>(bytes_.size())));
    if (document_ && document_->is_locked()) document_.reset();
  }
  const std::unique_ptr<poppler::page> whole(document_ ? document_->create_page(page - 1)
                                                       : nullptr);
  if (!whole) return {};
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  return renderer.render_page(whole.get(), across, down, part.x(), part.y(), part.width(),
                              part.height(), turned_back(turns));
}

Ink::Ink(std::string_view bytes, std::vector<int> turns)
    : pages_(bytes), turns_(std::move(turns)) {}

bool Ink::at(int page, const Box& box) {
  const auto index = static_cast<std::size_t>(page - 1);
  const auto whole = [](double points) { return static_cast<int>(std::lround(points)); };
  const poppler::image image =
      pages_.drawn(page, kDotsPerInch, kDotsPerInch, index < turns_.size() ? turns_[index] : 0,
                   {whole(box.x0), whole(box.y0), std::max(1, whole(box.width())),
                    std::max(1, whole(box.height()))});
  return image.is_valid() && has_strokes(image, 0, 0, image.width(), image.height());
}

}  // namespace tradereport::parser
