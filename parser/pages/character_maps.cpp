#include "parser/pages/character_maps.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page.h>

#include <string_view>

#include "parser/pages/pdf_source.h"

namespace tradereport::parser {

namespace {

// The font's character codes become glyphs by GB-EUC-H, a map of the system; without it Poppler
// leaves the text out. What the glyphs mean it would take from another of those maps, which is so
// long that reading it takes 8 ms: the PDF says that itself.
constexpr std::string_view kTrial = R"(%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 34>> stream
BT /F 9 Tf 9 9 Td <BABAD7D6> Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GB-EUC-H/DescendantFonts[6 0 R]/ToUnicode 8 0 R>> endobj
6 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 7 0 R
/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>>> endobj
7 0 obj <</Type/FontDescriptor/FontName/STSong-Light/Flags 6>> endobj
8 0 obj <</Length 55>> stream
2 beginbfchar
<BABA> <6C49>
<D7D6> <5B57>
endbfchar
endstream endobj
trailer <</Root 1 0 R>>
)";

// Two ideographs and the end of a page.
bool is_right(const poppler::ustring& text) {
  return text.size() >= 2 && text[0] == 0x6C49 && text[1] == 0x5B57;
}

}  // namespace

CharacterMaps::CharacterMaps() {
  take_poppler_errors();
  trial_.reset(
      poppler::document::load_from_raw_data(kTrial.data(), static_cast<int>(kTrial.size())));
  const std::unique_ptr<poppler::page> page(trial_ ? trial_->create_page(0) : nullptr);
  found_ = page && is_right(page->text());
}

CharacterMaps::~CharacterMaps() = default;

}  // namespace tradereport::parser
