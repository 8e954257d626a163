// What Poppler alone needs to hand over the words of PDFs, with their boxes: the yardstick of
// tools/dev/bench/speed.
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page.h>

#include <cstddef>
#include <memory>

int main(int argc, char** argv) {
  std::size_t words = 0;
  for (int file = 1; file < argc; ++file) {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_file(argv[file]));
    if (!document) return 2;
    for (int i = 0; i < document->pages(); ++i) {
      const std::unique_ptr<poppler::page> page(document->create_page(i));
      if (page) words += page->text_list(0).size();
    }
  }
  return words > 0 ? 0 : 1;
}
