#include "tests/parser/docx_writer.h"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace tradereport::parser::test {

namespace {

constexpr const char* kNamespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
    "xmlns:v=\"urn:schemas-microsoft-com:vml\"";

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

}  // namespace

std::string zip_of(const std::map<std::string, std::string>& files) {
  std::size_t size = 65536;
  for (const auto& [name, bytes] : files) size += bytes.size() + 4 * name.size() + 1024;
  std::string zip(size, '\0');
  std::size_t used = 0;
  archive* const to = archive_write_new();
  archive_write_set_format_zip(to);
  archive_write_set_bytes_in_last_block(to, 1);
  if (archive_write_open_memory(to, zip.data(), zip.size(), &used) != ARCHIVE_OK)
    throw std::runtime_error(archive_error_string(to));
  for (const auto& [name, bytes] : files) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(to, entry);
    archive_write_data(to, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(to);
  archive_write_free(to);
  zip.resize(used);
  return zip;
}

std::string docx_of(const std::string& body, const std::string& footnotes) {
  const std::string names = kNamespaces;
  std::map<std::string, std::string> files;
  files["[Content_Types].xml"] = "<Types/>";
  files["word/document.xml"] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document " + names +
                               "><w:body>" + body + "</w:body></w:document>";
  if (!footnotes.empty())
    files["word/footnotes.xml"] = "<w:footnotes " + names + ">" + footnotes + "</w:footnotes>";
  return zip_of(files);
}

std::string paragraph(const std::string& text, const std::string& properties) {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space=\"preserve\">" + text +
         "</w:t></w:r></w:p>";
}

std::string table(const std::string& rows, int columns) {
  std::string xml = "<w:tbl><w:tblGrid>";
  for (int i = 0; i < columns; ++i) xml += "<w:gridCol w:w=\"1200\"/>";
  xml += "</w:tblGrid>";
  std::istringstream lines(rows);
  for (std::string line; std::getline(lines, line);) {
    xml += "<w:tr>";
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '|');) {
      std::string properties;
      if (const std::size_t span = cell.find('>'); span != std::string::npos) {
        properties += "<w:gridSpan w:val=\"" + trimmed(cell.substr(span + 1)) + "\"/>";
        cell.resize(span);
      }
      if (trimmed(cell) == "^") {
        properties += "<w:vMerge/>";
        cell.clear();
      }
      xml += "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(trimmed(cell)) + "</w:tc>";
    }
    xml += "</w:tr>";
  }
  return xml + "</w:tbl>";
}

}  // namespace tradereport::parser::test
