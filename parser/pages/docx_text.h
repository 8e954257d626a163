// What a Word file says: its paragraphs and tables, in their order.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tradereport::parser {

// Text of one kind within a paragraph. Tabs and line breaks are '\t' and '\n'.
struct DocxSpan {
  std::u32string text;
  bool raised = false;  // a note's mark, or set as superscript
};

struct DocxParagraph {
  enum class Align { left, centre, right };
  std::vector<DocxSpan> spans;
  Align align = Align::left;
  double indent = 0;  // of the first line, in points

  bool empty() const;
};

struct DocxCell {
  std::size_t column = 0;  // of the table's grid, from 0
  std::size_t span = 1;    // so many of its columns
  std::vector<DocxParagraph> paragraphs;
};

struct DocxTable {
  std::vector<double> widths;               // of the grid's columns, in points
  std::vector<std::vector<DocxCell>> rows;  // what a cell from above reaches into has no cell
};

using DocxBlock = std::variant<DocxParagraph, DocxTable>;

struct DocxText {
  std::vector<DocxBlock> header;  // of the pages: the first that says something
  std::vector<DocxBlock> body;
  std::vector<DocxBlock> notes;  // footnotes and endnotes, each begun by its mark
};

enum class TrackedChanges { accepted, rejected };

// Of the parts of a Word file (see docx_file.h). What is hidden, the numbers of pages and those of
// lists are left out. Text boxes follow the paragraph that they hang on. Nothing if the document is
// no well-formed XML.
std::optional<DocxText> docx_text(const std::map<std::string, std::string>& parts,
                                  TrackedChanges changes);

}  // namespace tradereport::parser
