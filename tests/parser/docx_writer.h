// Word files written for tests.
#pragma once

#include <map>
#include <string>

namespace tradereport::parser::test {

// A ZIP archive of these files, in the order of their names.
std::string zip_of(const std::map<std::string, std::string>& files);

// A Word file with that body, as WordprocessingML ("<w:p>…</w:p>"), and footnotes.
std::string docx_of(const std::string& body, const std::string& footnotes = "");

// "<w:p>" with one run of that text, what stands in `properties` being its w:pPr.
std::string paragraph(const std::string& text, const std::string& properties = "");

// A table whose rows are lines and whose cells are separated by '|': "name | 5月 >2 | 1-5月 >2"
// with
// ">2" for a cell over two columns, "^" for one that a cell from above reaches into.
std::string table(const std::string& rows, int columns);

}  // namespace tradereport::parser::test
