// What a file is, by its first bytes and its name.
#pragma once

#include <cstddef>
#include <string_view>

namespace tradereport::tools {

enum class FileKind {
  other,     // text, too
  pdf,       // to be read, whatever its name
  document,  // of a word processor or of a spreadsheet: not read, but it may be a report
  image,     // the same
};

// So many bytes tell. Poppler finds the mark of a PDF among them.
inline constexpr std::size_t kKindBytes = 1024;

//   "junk\n%PDF-1.7 …" -> pdf, "\x89PNG…" -> image
FileKind file_kind(std::string_view start);

// True for the names that folders and archives are searched for: *.pdf, *.docx and *.txt, in upper
// or lower case.
bool is_report_name(std::string_view path);

// True for *.zip.
bool is_archive_name(std::string_view path);

// True for what is no PDF, Word file or text, but looks like a report: by its first bytes, or by
// its name
// (*.doc, *.xls, …).
bool may_be_report(FileKind kind, std::string_view path);

}  // namespace tradereport::tools
