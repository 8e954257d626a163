// The parts of a Word file (.docx): XML files in a ZIP archive.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tradereport::parser {

// What an office program made, by its first bytes.
enum class OfficeFile {
  none,
  docx,
  locked,  // with a password
  other,   // .doc, .xls and .wps before 2007; .rtf, .odt, .xlsx, .pptx
};
OfficeFile office_file(std::string_view bytes);

// Its parts that hold text, by name ("word/document.xml"): the document, its notes, headers and
// what says which of them belong to it. Nothing if the archive is damaged, locked, or holds no
// document; what is larger than a document can be counts as damage.
std::optional<std::map<std::string, std::string>> docx_parts(std::string_view bytes);

}  // namespace tradereport::parser
