#include "parser/pages/docx_text.h"

#include <algorithm>
#include <cstdlib>
#include <pugixml.hpp>
#include <string_view>
#include <utility>

#include "parser/pages/word_fields.h"
#include "parser/text/normalize.h"
#include "parser/text/utf8.h"

namespace tradereport::parser {

namespace {

// Twips in a point.
constexpr double kTwips = 20;
// Tables in tables, boxes in boxes: no document is deeper.
constexpr int kDeepestNesting = 24;
// No table has more columns; a cell may claim to span them all.
constexpr std::size_t kMostColumns = 256;

std::string_view tag_of(const pugi::xml_node& node) {
  return node.name();
}

const char* val_of(const pugi::xml_node& node) {
  return node.attribute("w:val").value();
}

// "<w:vanish/>" and "<w:vanish w:val="true"/>", but not "<w:vanish w:val="0"/>".
bool switched_on(const pugi::xml_node& node) {
  if (!node) return false;
  const std::string_view value = val_of(node);
  return value != "0" && value != "false" && value != "off" && value != "none";
}

std::size_t count_of(const pugi::xml_node& node, std::size_t otherwise) {
  if (!node) return otherwise;
  const int count = node.attribute("w:val").as_int(static_cast<int>(otherwise));
  return static_cast<std::size_t>(std::clamp(count, 0, static_cast<int>(kMostColumns)));
}

class DocxWalker {
 public:
  explicit DocxWalker(TrackedChanges changes)
      : in_(changes == TrackedChanges::accepted ? "w:ins" : "w:del"),
        out_(changes == TrackedChanges::accepted ? "w:del" : "w:ins"),
        to_(changes == TrackedChanges::accepted ? "w:moveTo" : "w:moveFrom"),
        from_(changes == TrackedChanges::accepted ? "w:moveFrom" : "w:moveTo") {}

  std::vector<DocxBlock> blocks(const pugi::xml_node& parent) {
    std::vector<DocxBlock> found;
    collect(parent, found);
    return found;
  }

  // The ids of the notes that the text refers to, in its order, each with its mark.
  const std::vector<std::pair<std::string, std::u32string>>& notes() const { return notes_; }

 private:
  // What wraps blocks without being one.
  bool wraps(std::string_view name) const {
    return name == "w:sdt" || name == "w:sdtContent" || name == "w:customXml" || name == in_ ||
           name == to_;
  }

  void collect(const pugi::xml_node& parent, std::vector<DocxBlock>& found) {
    if (depth_ >= kDeepestNesting) return;
    ++depth_;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = tag_of(node);
      if (name == "w:p") {
        add_paragraph(node, found);
      } else if (name == "w:tbl") {
        add_table(node, found);
      } else if (wraps(name)) {
        collect(node, found);
      }
    }
    --depth_;
  }

  void add_paragraph(const pugi::xml_node& node, std::vector<DocxBlock>& found) {
    DocxParagraph paragraph;
    const pugi::xml_node properties = node.child("w:pPr");
    const std::string_view align = val_of(properties.child("w:jc"));
    if (align == "center") paragraph.align = DocxParagraph::Align::centre;
    if (align == "right" || align == "end") paragraph.align = DocxParagraph::Align::right;
    const pugi::xml_node indent = properties.child("w:ind");
    paragraph.indent = std::clamp(
        (indent.attribute("w:left").as_double() + indent.attribute("w:firstLine").as_double()) /
            kTwips,
        0.0, 200.0);
    std::vector<DocxBlock> boxes;
    add_runs(node, paragraph, boxes);
    // A paragraph whose mark is deleted goes on in the next one.
    if (joins_next_) {
      joins_next_ = false;
      if (!found.empty() && std::holds_alternative<DocxParagraph>(found.back())) {
        auto& spans = std::get<DocxParagraph>(found.back()).spans;
        std::move(paragraph.spans.begin(), paragraph.spans.end(), std::back_inserter(spans));
        paragraph.spans.clear();
      }
    }
    joins_next_ = properties.child("w:rPr").child(out_);
    if (!paragraph.empty()) found.emplace_back(std::move(paragraph));
    std::move(boxes.begin(), boxes.end(), std::back_inserter(found));
  }

  void add_runs(const pugi::xml_node& parent, DocxParagraph& paragraph,
                std::vector<DocxBlock>& boxes) {
    if (depth_ >= kDeepestNesting) return;
    ++depth_;
    for (const pugi::xml_node& node : parent.children()) {
      const std::string_view name = tag_of(node);
      if (name == "w:r") {
        add_run(node, paragraph, boxes);
      } else if (name == "w:fldSimple") {
        if (!WordFields::counts_pages(node.attribute("w:instr").value()))
          add_runs(node, paragraph, boxes);
      } else if (name == "m:t") {
        add_text(paragraph, node.text().get(), false);
      } else if (name != out_ && name != from_ && name != "w:pPr" && name != "w:sdtPr") {
        add_runs(node, paragraph, boxes);
      }
    }
    --depth_;
  }

  void add_run(const pugi::xml_node& run, DocxParagraph& paragraph, std::vector<DocxBlock>& boxes) {
    const pugi::xml_node properties = run.child("w:rPr");
    if (switched_on(properties.child("w:vanish"))) return;
    const bool raised = std::string_view(val_of(properties.child("w:vertAlign"))) == "superscript";
    for (const pugi::xml_node& node : run.children()) {
      const std::string_view name = tag_of(node);
      if (name == "w:fldChar") fields_.meet(node.attribute("w:fldCharType").value());
      if (name == "w:instrText") fields_.instruct(node.text().get());
      if (!fields_.shows_text()) continue;
      if (name == "w:t" || name == "w:delText") add_text(paragraph, node.text().get(), raised);
      if (name == "w:tab" || name == "w:ptab") add_text(paragraph, "\t", false);
      if (name == "w:br" || name == "w:cr") add_text(paragraph, "\n", false);
      if (name == "w:noBreakHyphen") add_text(paragraph, "-", raised);
      // A character of a font of symbols: what it shows cannot be known.
      if (name == "w:sym") add_text(paragraph, "\xEF\xBF\xBD", raised);
      if (name == "w:footnoteReference" || name == "w:endnoteReference") add_mark(paragraph, node);
      if (name == "w:drawing" || name == "w:pict" || name == "mc:AlternateContent")
        add_boxes(name == "mc:AlternateContent" && node.child("mc:Choice") ? node.child("mc:Choice")
                                                                           : node,
                  boxes);
    }
  }

  static void add_text(DocxParagraph& paragraph, const char* utf8, bool raised) {
    if (paragraph.spans.empty() || paragraph.spans.back().raised != raised)
      paragraph.spans.push_back({{}, raised});
    const std::string_view text = utf8;
    for (std::size_t at = 0; at < text.size();) {
      const auto [c, length] = character_at(text, at);
      paragraph.spans.back().text += c;
      at += length;
    }
  }

  // Word counts the notes; a mark of the author's own follows as text.
  void add_mark(DocxParagraph& paragraph, const pugi::xml_node& node) {
    const bool own = node.attribute("w:customMarkFollows").as_bool();
    const std::string kind = std::string(tag_of(node)).substr(2, 8);  // "footnote", "endnoteR"
    const std::string mark = std::to_string(notes_.size() + 1);
    notes_.emplace_back(kind + node.attribute("w:id").value(),
                        own ? std::u32string{} : std::u32string(mark.begin(), mark.end()));
    if (!own) add_text(paragraph, mark.c_str(), true);
  }

  // The text of boxes in a drawing, wherever in it.
  void add_boxes(const pugi::xml_node& drawing, std::vector<DocxBlock>& boxes) {
    if (depth_ >= kDeepestNesting) return;
    ++depth_;
    for (const pugi::xml_node& node : drawing.children()) {
      if (tag_of(node) == "w:txbxContent") {
        const WordFields outside = std::exchange(fields_, {});
        const bool joins = std::exchange(joins_next_, false);
        collect(node, boxes);
        fields_ = outside;
        joins_next_ = joins;
      } else {
        add_boxes(node, boxes);
      }
    }
    --depth_;
  }

  void add_table(const pugi::xml_node& node, std::vector<DocxBlock>& found) {
    DocxTable table;
    for (const pugi::xml_node& column : node.child("w:tblGrid").children("w:gridCol")) {
      if (table.widths.size() == kMostColumns) break;
      table.widths.push_back(std::max(0.0, column.attribute("w:w").as_double() / kTwips));
    }
    std::vector<DocxBlock> inner;
    add_rows(node, table, inner);
    found.emplace_back(std::move(table));
    std::move(inner.begin(), inner.end(), std::back_inserter(found));
  }

  void add_rows(const pugi::xml_node& parent, DocxTable& table, std::vector<DocxBlock>& inner) {
    if (depth_ >= kDeepestNesting) return;
    ++depth_;
    for (const pugi::xml_node& node : parent.children()) {
      if (tag_of(node) == "w:tr") {
        if (!node.child("w:trPr").child(out_)) add_row(node, table, inner);
      } else if (wraps(tag_of(node))) {
        add_rows(node, table, inner);
      }
    }
    --depth_;
  }

  void add_row(const pugi::xml_node& node, DocxTable& table, std::vector<DocxBlock>& inner) {
    std::size_t column = count_of(node.child("w:trPr").child("w:gridBefore"), 0);
    std::vector<DocxCell>& row = table.rows.emplace_back();
    add_cells(node, column, row, inner);
    if (column > table.widths.size()) table.widths.resize(std::min(column, kMostColumns), 0);
  }

  void add_cells(const pugi::xml_node& parent, std::size_t& column, std::vector<DocxCell>& row,
                 std::vector<DocxBlock>& inner) {
    if (depth_ >= kDeepestNesting) return;
    ++depth_;
    for (const pugi::xml_node& node : parent.children()) {
      if (wraps(tag_of(node))) add_cells(node, column, row, inner);
      if (tag_of(node) != "w:tc" || column >= kMostColumns) continue;
      const pugi::xml_node properties = node.child("w:tcPr");
      DocxCell cell{
          column, std::max<std::size_t>(count_of(properties.child("w:gridSpan"), 1), 1), {}};
      cell.span = std::min(cell.span, kMostColumns - column);
      column += cell.span;
      // Without a value a merged cell goes on with what is printed in the first of them.
      const pugi::xml_node merged = properties.child("w:vMerge");
      if (merged && std::string_view(val_of(merged)) != "restart") continue;
      for (DocxBlock& block : blocks(node)) {
        if (auto* const paragraph = std::get_if<DocxParagraph>(&block))
          cell.paragraphs.push_back(std::move(*paragraph));
        else
          inner.push_back(std::move(block));
      }
      row.push_back(std::move(cell));
    }
    --depth_;
  }

  const char* in_;   // what wraps runs, paragraphs and rows that were put in …
  const char* out_;  // … and that were taken out
  const char* to_;
  const char* from_;
  std::vector<std::pair<std::string, std::u32string>> notes_;
  WordFields fields_;
  bool joins_next_ = false;
  int depth_ = 0;
};

// A part as XML; nothing if it is not there or no XML.
bool load_part(const std::map<std::string, std::string>& parts, const std::string& name,
               pugi::xml_document& into) {
  const auto part = parts.find(name);
  return part != parts.end() && into.load_buffer(part->second.data(), part->second.size(),
                                                 pugi::parse_default | pugi::parse_ws_pcdata);
}

// The notes that the text refers to, in its order, each begun by its mark.
void add_notes(const std::map<std::string, std::string>& parts,
               const std::vector<std::pair<std::string, std::u32string>>& marks,
               TrackedChanges changes, std::vector<DocxBlock>& into) {
  pugi::xml_document footnotes;
  pugi::xml_document endnotes;
  std::map<std::string, pugi::xml_node> by_id;
  if (load_part(parts, "word/footnotes.xml", footnotes)) {
    for (const pugi::xml_node& note : footnotes.child("w:footnotes").children("w:footnote"))
      by_id[std::string("footnote") + note.attribute("w:id").value()] = note;
  }
  if (load_part(parts, "word/endnotes.xml", endnotes)) {
    for (const pugi::xml_node& note : endnotes.child("w:endnotes").children("w:endnote"))
      by_id[std::string("endnoteR") + note.attribute("w:id").value()] = note;
  }
  for (const auto& [id, mark] : marks) {
    const auto note = by_id.find(id);
    if (note == by_id.end()) continue;
    std::vector<DocxBlock> blocks = DocxWalker(changes).blocks(note->second);
    if (!blocks.empty() && !mark.empty()) {
      if (auto* const first = std::get_if<DocxParagraph>(&blocks.front()))
        first->spans.insert(first->spans.begin(), DocxSpan{mark, true});
    }
    std::move(blocks.begin(), blocks.end(), std::back_inserter(into));
  }
}

}  // namespace

bool DocxParagraph::empty() const {
  return std::all_of(spans.begin(), spans.end(), [](const DocxSpan& span) {
    return std::all_of(span.text.begin(), span.text.end(), [](char32_t c) { return is_blank(c); });
  });
}

std::optional<DocxText> docx_text(const std::map<std::string, std::string>& parts,
                                  TrackedChanges changes) {
  pugi::xml_document document;
  if (!load_part(parts, "word/document.xml", document)) return std::nullopt;
  const pugi::xml_node body = document.child("w:document").child("w:body");
  if (!body) return std::nullopt;
  DocxText text;
  DocxWalker walker(changes);
  text.body = walker.blocks(body);
  add_notes(parts, walker.notes(), changes, text.notes);
  for (const auto& [name, bytes] : parts) {
    if (!name.starts_with("word/header") || !text.header.empty()) continue;
    pugi::xml_document header;
    if (load_part(parts, name, header))
      text.header = DocxWalker(changes).blocks(header.child("w:hdr"));
  }
  return text;
}

}  // namespace tradereport::parser
