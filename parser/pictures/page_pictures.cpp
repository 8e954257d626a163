#include "parser/pictures/page_pictures.h"

#include <png.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "parser/pages/ink.h"
#include "parser/pages/open_document.h"
#include "parser/pages/pdf_source.h"

namespace tradereport::parser {

namespace {

// Small type is readable, and a page of text takes some 80 kB.
constexpr double kPictureDots = 110;
constexpr double kPointsPerInch = 72;
// A poster is drawn smaller: at most so many dots along either side.
constexpr double kMostDots = 3000;

struct Picture {
  int width = 0;
  int height = 0;
  bool grey = true;
  std::vector<std::uint8_t> dots;  // three a dot; one if grey
};

Picture picture_of(const poppler::image& image) {
  Picture picture{image.width(), image.height(), true, {}};
  const auto width = static_cast<std::size_t>(picture.width);
  picture.dots.reserve(3 * width * static_cast<std::size_t>(picture.height));
  for (int y = 0; y < picture.height; ++y) {
    const char* const row =
        image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    for (std::size_t i = 0; i < 3 * width; i += 3) {
      for (std::size_t part = 0; part < 3; ++part)
        picture.dots.push_back(static_cast<std::uint8_t>(row[i + part]));
      picture.grey = picture.grey && row[i] == row[i + 1] && row[i] == row[i + 2];
    }
  }
  if (!picture.grey) return picture;
  std::size_t used = 0;
  for (std::size_t i = 0; i < picture.dots.size(); i += 3) picture.dots[used++] = picture.dots[i];
  picture.dots.resize(used);
  return picture;
}

std::string png_of(const Picture& picture) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.width = static_cast<png_uint_32>(picture.width);
  png.height = static_cast<png_uint_32>(picture.height);
  png.format = picture.grey ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
  std::string bytes(size, '\0');
  if (png_image_write_to_memory(&png, bytes.data(), &size, 0, picture.dots.data(), 0, nullptr) == 0)
    return {};
  bytes.resize(size);
  return bytes;
}

PagePicture draw(const poppler::page& page, int turns) {
  PagePicture picture;
  const poppler::rectf displayed = displayed_size(page);
  picture.width = turns % 2 == 0 ? displayed.width() : displayed.height();
  picture.height = turns % 2 == 0 ? displayed.height() : displayed.width();
  const double longest = std::max({picture.width, picture.height, 1.0});
  const double dots = std::min(kPictureDots, kMostDots / longest * kPointsPerInch);
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_rgb24);
  renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  const poppler::image image =
      renderer.render_page(&page, dots, dots, -1, -1, -1, -1, turned_back(turns));
  if (image.is_valid()) picture.png = png_of(picture_of(image));
  return picture;
}

}  // namespace

std::vector<PagePicture> page_pictures(std::string_view bytes, const std::vector<int>& turns,
                                       int most) {
  std::vector<PagePicture> pictures;
  take_poppler_errors();
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document || document->is_locked()) return pictures;
  for (int i = 0; i < std::min(document->pages(), most); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    const auto index = static_cast<std::size_t>(i);
    pictures.push_back(page ? draw(*page, index < turns.size() ? turns[index] : 0) : PagePicture{});
  }
  return pictures;
}

std::vector<std::string> shown_lines(std::string_view bytes) {
  std::vector<std::string> shown;
  const OpenedDocument opened = open_document(bytes, "");
  if (!opened.document || (opened.document->has_boxes && opened.document->on_paper)) return shown;
  for (const Line& line : opened.document->lines) {
    const auto number = static_cast<std::size_t>(line.number);
    if (shown.size() < number) shown.resize(number);
    shown[number - 1] = line.raw;
  }
  return shown;
}

}  // namespace tradereport::parser
