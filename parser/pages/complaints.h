// What Poppler complains of while it reads a PDF.
#pragma once

#include <string_view>

namespace tradereport::parser {

enum class Complaint {
  harmless,       // the text is as it would be without
  map_missing,    // the character map of a font that is not embedded cannot be found
  text_may_miss,  // a part of the file is damaged: text may be lost, or other text
};

// What a message means for the text of the document. Intact files of common producers cause many
// messages: of fonts, colours, pictures, annotations, hints for viewers, paths and states of
// graphics. What text consists of is the file's objects, its streams, and the operators and strings
// of its pages; messages of these tell of damage.
//   "Missing 'endstream' or incorrect stream length" -> text_may_miss
//   "Bad FontBBox", "No current point in lineto"     -> harmless
Complaint meaning_of(std::string_view message);

}  // namespace tradereport::parser
