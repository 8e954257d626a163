// What is drawn on a page: strokes, but no shades.
#include "parser/pages/ink.h"

#include <gtest/gtest.h>

#include <string>

#include "parser/pages/pdf_source.h"

namespace tradereport::parser {
namespace {

// A black square from (100, 300) to (120, 320), seen from the top left, on a light band.
constexpr const char* kPage = R"(%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<<>>>> endobj
4 0 obj <</Length 61>> stream
0.9 g 0 70 300 60 re f 0 g 100 80 20 20 re f
                 
endstream endobj
trailer <</Root 1 0 R>>
)";

TEST(Ink, StrokesAreSeen) {
  Ink ink(kPage, {0});
  EXPECT_TRUE(ink.at(1, {90, 295, 130, 310}));
  EXPECT_FALSE(ink.at(1, {90, 100, 130, 120}));
}

TEST(Ink, AShadeIsNone) {
  Ink ink(kPage, {0});
  EXPECT_FALSE(ink.at(1, {10, 290, 60, 310}));
  EXPECT_FALSE(ink.at(1, {10, 260, 60, 290}));  // nor is its edge, as of a row in grey
}

// The text stands on its head: what is at the top left for it is at the bottom right.
TEST(Ink, TurnedWithTheText) {
  Ink ink(kPage, {2});
  EXPECT_TRUE(ink.at(1, {170, 85, 200, 100}));
  EXPECT_FALSE(ink.at(1, {100, 300, 120, 320}));
}

TEST(Ink, NoSuchPage) {
  Ink ink(kPage, {0});
  EXPECT_FALSE(ink.at(7, {0, 0, 300, 400}));
}

// The code 3 is neither a blank nor a sign that anybody sees: 3 before "1.6" without room of its
// own.
TEST(PdfSource, AControlCharacterWithoutRoomCannotBeRead) {
  const auto page_with = [](const std::string& width) {
    return R"(%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 43>> stream
BT /F 10 Tf 100 200 Td (\003123) Tj ET      
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 3/LastChar 3/Widths[)" +
           width +
           R"(]/ToUnicode 6 0 R/FontDescriptor<</Type/FontDescriptor/FontName/Helvetica/Flags 32/MissingWidth 500>>>> endobj
6 0 obj <</Length 130>> stream
1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfrange <03> <03> <0003> <31> <33> <0031> endbfrange                        
endstream endobj
trailer <</Root 1 0 R>>
)";
  };
  const auto first = [](const std::string& pdf) {
    const PdfPages pages = read_pdf(pdf);
    return pages.pages.front().words.front().chars.front().raw;
  };
  EXPECT_EQ(first(page_with("0")), U'\uFFFD');
  EXPECT_EQ(first(page_with("500")), U'1');
}

}  // namespace
}  // namespace tradereport::parser
