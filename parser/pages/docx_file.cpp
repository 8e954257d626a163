#include "parser/pages/docx_file.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cstddef>
#include <memory>

namespace tradereport::parser {

namespace {

// A report of a hundred pages has 2 MB of XML; from here on it is an attack.
constexpr std::size_t kLargestPart = std::size_t{32} << 20;
constexpr int kMostEntries = 10000;
constexpr std::size_t kChunk = 65536;

// A ZIP entry's header has so many bytes before its name.
constexpr std::size_t kNameAt = 30;
// What a locked file holds, by its name in UTF-16.
constexpr std::string_view kLocked("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
constexpr std::string_view kDocument = "word/document.xml";

bool holds_text(std::string_view name) {
  return name == kDocument || name == "word/footnotes.xml" || name == "word/endnotes.xml" ||
         name == "word/_rels/document.xml.rels" || name.starts_with("word/header");
}

struct Close {
  void operator()(archive* open) const { archive_read_free(open); }
};

std::optional<std::string> unpacked(archive* from) {
  std::string bytes;
  std::array<char, kChunk> chunk{};
  for (;;) {
    const la_ssize_t got = archive_read_data(from, chunk.data(), chunk.size());
    if (got == 0) return bytes;
    if (got < 0) return std::nullopt;
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
    if (bytes.size() > kLargestPart) return std::nullopt;
  }
}

}  // namespace

// The name of each entry of a ZIP archive stands before its bytes, as it is. That of the first
// tells an office file from an archive that holds some.
OfficeFile office_file(std::string_view bytes) {
  if (bytes.starts_with("{\\rtf")) return OfficeFile::other;
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
    return bytes.find(kLocked) == std::string_view::npos ? OfficeFile::other : OfficeFile::locked;
  if (!bytes.starts_with("PK\x03\x04") || bytes.size() < kNameAt) return OfficeFile::none;
  const std::string_view first = bytes.substr(kNameAt);
  if (first.starts_with("mimetypeapplication/vnd.oasis.opendocument")) return OfficeFile::other;
  const bool package = first.starts_with("[Content_Types].xml") || first.starts_with("_rels/") ||
                       first.starts_with("docProps/") || first.starts_with("word/");
  if (!package) return OfficeFile::none;
  return bytes.find(kDocument) == std::string_view::npos ? OfficeFile::other : OfficeFile::docx;
}

std::optional<std::map<std::string, std::string>> docx_parts(std::string_view bytes) {
  const std::unique_ptr<archive, Close> zip(archive_read_new());
  if (!zip) return std::nullopt;
  archive_read_support_format_zip(zip.get());
  if (archive_read_open_memory(zip.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    return std::nullopt;
  std::map<std::string, std::string> parts;
  archive_entry* entry = nullptr;
  int entries = 0;
  int status = ARCHIVE_OK;
  while ((status = archive_read_next_header(zip.get(), &entry)) == ARCHIVE_OK) {
    if (++entries > kMostEntries) return std::nullopt;
    const char* const name = archive_entry_pathname(entry);
    if (name == nullptr || !holds_text(name)) continue;
    std::optional<std::string> part = unpacked(zip.get());
    if (!part) return std::nullopt;
    parts[name] = *std::move(part);
  }
  if (status != ARCHIVE_EOF || !parts.contains(std::string(kDocument))) return std::nullopt;
  return parts;
}

}  // namespace tradereport::parser
