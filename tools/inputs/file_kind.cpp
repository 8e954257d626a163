#include "tools/inputs/file_kind.h"

#include <algorithm>
#include <array>
#include <string>

namespace tradereport::tools {

namespace {

using namespace std::string_view_literals;

// Of the last part of the path: "a/b.PDF" -> ".pdf", ".pdf" -> "".
std::string lower_extension(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  const std::size_t point = name.find_last_of('.');
  if (point == std::string_view::npos || point == 0) return {};
  std::string extension(name.substr(point));
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return extension;
}

template <std::size_t N>
bool any_starts(std::string_view start, const std::array<std::string_view, N>& marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return start.starts_with(mark); });
}

bool is_image(std::string_view start) {
  static constexpr std::array marks{
      "\x89PNG\r\n"sv, "\xFF\xD8\xFF"sv, "GIF8"sv,     "II*\0"sv,
      "MM\0*"sv,       "\x97JB2\r\n"sv,  "AT&TFORM"sv, "\0\0\0\x0CjP  \r\n"sv};
  return any_starts(start, marks) ||
         (start.starts_with("BM") && start.substr(6, 4) == "\0\0\0\0"sv) ||
         (start.starts_with("RIFF") && start.substr(8, 4) == "WEBP");
}

// The formats that are archives say inside what they are: their first entry does.
bool is_document(std::string_view start) {
  static constexpr std::array marks{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "{\\rtf"sv};
  static constexpr std::array inside{"[Content_Types].xml"sv, "mimetypeapplication/vnd.oasis"sv,
                                     "word/"sv, "xl/"sv, "_rels/.rels"sv};
  if (any_starts(start, marks)) return true;
  return start.starts_with("PK\x03\x04") && start.size() > 30 &&
         any_starts(start.substr(30), inside);
}

// The mark stands at the start, or at that of a line behind what a mail program put before it.
// Texts that speak of it have it within a line.
bool is_pdf(std::string_view start) {
  constexpr std::string_view mark = "%PDF-";
  const auto is_digit = [&](std::size_t i) {
    return i < start.size() && start[i] >= '0' && start[i] <= '9';
  };
  for (std::size_t at = start.find(mark); at != std::string_view::npos;
       at = start.find(mark, at + 1)) {
    const bool begins = at == 0 || start[at - 1] == '\n' || start[at - 1] == '\r' ||
                        (static_cast<unsigned char>(start[at - 1]) >= 0x80) || start[at - 1] == 0;
    if (begins && is_digit(at + mark.size()) && is_digit(at + mark.size() + 2)) return true;
  }
  return false;
}

}  // namespace

FileKind file_kind(std::string_view start) {
  start = start.substr(0, kKindBytes);
  if (is_pdf(start)) return FileKind::pdf;
  if (is_image(start)) return FileKind::image;
  return is_document(start) ? FileKind::document : FileKind::other;
}

bool is_report_name(std::string_view path) {
  const std::string extension = lower_extension(path);
  return extension == ".pdf" || extension == ".docx" || extension == ".txt";
}

bool is_archive_name(std::string_view path) {
  return lower_extension(path) == ".zip";
}

bool may_be_report(FileKind kind, std::string_view path) {
  static constexpr std::array extensions{".doc"sv, ".dot"sv, ".et"sv,  ".ods"sv, ".odt"sv,
                                         ".ofd"sv, ".rtf"sv, ".wps"sv, ".xls"sv, ".xlsx"sv};
  if (kind == FileKind::document || kind == FileKind::image) return true;
  const std::string extension = lower_extension(path);
  return kind == FileKind::other &&
         std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

}  // namespace tradereport::tools
