#include "tests/tools/hostile.h"

#include <fmt/format.h>
#include <zlib.h>

#include <cstdint>
#include <functional>
#include <stdexcept>

namespace tradereport::tools::test {

namespace {

std::string noise(std::size_t size, std::uint32_t seed) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) {
    seed = seed * 1664525U + 1013904223U;
    bytes += static_cast<char>(seed >> 24U);
  }
  return bytes;
}

std::string packed(const std::string& bytes) {
  uLongf size = ::compressBound(bytes.size());
  std::string out(size, '\0');
  if (::compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                  reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 9) != Z_OK)
    throw std::runtime_error("zlib");
  out.resize(size);
  return out;
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// Each of `depth` forms calls the next one `width` times, and the last one runs `innermost`.
std::string forms_in_forms(int depth, int width, const std::string& innermost) {
  std::vector<std::string> forms;
  for (int i = 0; i < depth; ++i) {
    const bool last = i + 1 == depth;
    const std::string body = last ? innermost : repeated("/F Do ", static_cast<std::size_t>(width));
    const std::string resources = last ? std::string("<</Font<</H 4 0 R>>>>")
                                       : fmt::format("<</XObject<</F {} 0 R>>>>", 7 + i);
    forms.push_back(stream_object(
        body, 0, "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources" + resources));
  }
  return one_page(stream_object("/F Do"), forms, "/XObject<</F 6 0 R>>");
}

std::string many_pages(int count) {
  std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>"};
  std::string kids;
  for (int i = 0; i < count; ++i) kids += fmt::format("{} 0 R ", 5 + i);
  objects.push_back(fmt::format("<</Type/Pages/Count {}/Kids[{}]>>", count, kids));
  objects.push_back(stream_object("BT /H 9 Tf 50 700 Td (page after page) Tj ET"));
  objects.push_back("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  for (int i = 0; i < count; ++i)
    objects.push_back(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R"
        "/Resources<</Font<</H 4 0 R>>>>>>");
  return pdf_of(objects);
}

std::string tree_in_circles(int seed) {
  std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>"};
  for (int i = 0; i < 50; ++i)
    objects.push_back(
        fmt::format("<</Type/Pages/Count {}/Kids[{} 0 R 2 0 R {} 0 R]/Parent {} 0 R>>",
                    1000000 + seed, 3 + (i + 1) % 50, 2 + (i * 7 + seed) % 50, 2 + i));
  return pdf_of(objects);
}

}  // namespace

std::string stream_object(const std::string& bytes, int times, const std::string& entries) {
  std::string body = bytes;
  for (int i = 0; i < times; ++i) body = packed(body);
  return fmt::format("<</Length {}/Filter[{}]{}>>\nstream\n{}\nendstream", body.size(),
                     repeated("/FlateDecode ", static_cast<std::size_t>(times)), entries, body);
}

std::string pdf_of(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.7\n";
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    offsets.push_back(pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t table = pdf.size();
  pdf += fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (const std::size_t offset : offsets) pdf += fmt::format("{:010} 00000 n \n", offset);
  return pdf + fmt::format("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n",
                           objects.size() + 1, table);
}

std::string one_page(const std::string& content, const std::vector<std::string>& more,
                     const std::string& resources) {
  std::vector<std::string> objects{
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<<" +
          (resources.empty() ? std::string("/Font<</H 4 0 R>>") : resources) + ">>>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", content};
  objects.insert(objects.end(), more.begin(), more.end());
  return pdf_of(objects);
}

std::vector<Hostile> hostile_files(int count, const std::string& good) {
  const std::vector<std::pair<std::string, std::function<std::string(int)>>> kinds{
      {"empty", [](int) { return std::string(); }},
      {"garbage", [](int i) { return noise(5000, static_cast<std::uint32_t>(i)); }},
      {"framed-garbage",
       [](int i) { return "%PDF-1.4\n" + noise(20000, static_cast<std::uint32_t>(i)) + "%%EOF"; }},
      {"cut",
       [&](int i) { return good.substr(0, good.size() / static_cast<std::size_t>(i + 40)); }},
      {"endless", [](int i) { return forms_in_forms(12 + i % 3, 20, "0 g"); }},
      {"hungry",
       [](int) { return forms_in_forms(9, 20, "BT /H 9 Tf 50 700 Td (eating memory) Tj ET"); }},
      {"bomb",
       [](int i) {
         return one_page(
             stream_object(repeated("BT /H 9 Tf 50 700 Td (boom) Tj ET ", 4'000'000), 2 + i % 2));
       }},
      {"pages", [](int i) { return many_pages(10'000 + i); }},
      {"nested",
       [](int i) {
         return i % 2 == 0 ? one_page(stream_object(repeated("[", 3'000'000)))
                           : one_page(stream_object(repeated("q ", 2'000'000)));
       }},
      {"circles", tree_in_circles},
  };
  std::vector<Hostile> files;
  for (int i = 0; i < count; ++i) {
    const auto& [name, make] = kinds[static_cast<std::size_t>(i) % kinds.size()];
    const int turn = i / static_cast<int>(kinds.size());
    files.push_back({fmt::format("bad-{}-{}.pdf", name, turn), make(turn)});
  }
  return files;
}

}  // namespace tradereport::tools::test
