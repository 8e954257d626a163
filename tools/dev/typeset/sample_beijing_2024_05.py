"""Typesets the May 2024 Beijing goods-trade report as a Word document.

Usage: sample_beijing_2024_05.py OUTPUT.docx

The words and figures come from beijing-goods-2024-05.json next to this file;
this file holds only the layout. In the JSON tables a cell "<" is merged with
the cell to its left and a cell "^" with the cell above it. "letter_spacing_pt"
loosens one paragraph a little, so that no line ends between a minus sign and
its digits.

The body is set at 14 pt: at that size a line holds as many characters as a
line of the published report does, so the same words fall at the line ends and
page ends.
"""

import datetime
import json
import pathlib
import sys

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT, WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from xml.sax.saxutils import escape

LATIN_FONT = "Liberation Serif"
CHINESE_FONT = "AR PL SungtiL GB"

SIDE_MARGIN_MM = 32.2
BODY_PT = 14
BODY_LEADING_PT = 23.4      # one and a half lines on Word's usual Chinese grid
NOTE_PT = 12
TABLE_PT = 10.5
TABLE_ROW_PT = 28.5         # sets where the pages end: page 2 in mid-sentence
CELL_MARGIN_MM = 1
FOOTNOTE_PT = 9

FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


# ---------------------------------------------------------------- styles

def set_fonts(style, size, bold=False):
    """Sets one Latin and one Chinese font; drops the template's theme fonts."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    style.font.name = LATIN_FONT
    fonts = properties.find(qn("w:rFonts"))
    fonts.set(qn("w:eastAsia"), CHINESE_FONT)
    fonts.set(qn("w:cs"), LATIN_FONT)
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)


def set_spacing(style, leading=None, before=0, after=0, align=None):
    layout = style.paragraph_format
    layout.space_before = Pt(before)
    layout.space_after = Pt(after)
    if leading is None:
        layout.line_spacing = 1.0
    else:
        layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        layout.line_spacing = Pt(leading)
    layout.alignment = align
    # The published report leaves single lines and headings at page ends.
    layout.widow_control = False
    layout.keep_with_next = False
    layout.keep_together = False


def indent_first_line(style, characters, size):
    layout = style.element.get_or_add_pPr()
    for old in layout.findall(qn("w:ind")):
        layout.remove(old)
    style.paragraph_format.first_line_indent = Pt(characters * size)
    layout.find(qn("w:ind")).set(qn("w:firstLineChars"), str(characters * 100))


def make_styles(document):
    styles = document.styles
    align = WD_ALIGN_PARAGRAPH

    def new(name, kind=WD_STYLE_TYPE.PARAGRAPH):
        style = styles.add_style(name, kind)
        style.base_style = styles["Normal"] if kind == WD_STYLE_TYPE.PARAGRAPH else None
        return style

    def lay_out(style, size, bold=False, indent=0, **spacing):
        set_fonts(style, size, bold)
        set_spacing(style, **spacing)
        if indent:
            indent_first_line(style, indent, size)

    lay_out(styles["Normal"], BODY_PT)
    lay_out(new("Report Title"), 22, bold=True, before=16, after=10, align=align.CENTER)
    lay_out(new("Report Date"), 16, after=14, align=align.CENTER)
    lay_out(styles["Heading 1"], BODY_PT, bold=True, leading=BODY_LEADING_PT,
            before=6, after=3, align=align.LEFT, indent=2)
    lay_out(styles["Heading 2"], BODY_PT, bold=True, leading=BODY_LEADING_PT,
            before=3, after=3, align=align.LEFT, indent=2)
    lay_out(new("Report Body"), BODY_PT, leading=BODY_LEADING_PT,
            align=align.JUSTIFY, indent=2)
    lay_out(new("Table Caption"), NOTE_PT, bold=True, before=6, after=4, align=align.CENTER)
    styles["Table Caption"].paragraph_format.keep_with_next = True
    lay_out(new("Table Text"), TABLE_PT, align=align.CENTER)
    lay_out(new("Table Note"), NOTE_PT, leading=18, align=align.JUSTIFY)
    lay_out(styles["Header"], 9, align=align.CENTER)
    lay_out(styles["Footer"], 9, align=align.CENTER)
    lay_out(new("footnote text"), FOOTNOTE_PT, align=align.LEFT)

    reference = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True

    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    properties = styles["Normal"].element.get_or_add_rPr()
    properties.append(language)


# ---------------------------------------------------------------- page frame

def set_page(document, running_head):
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(25.4)
    section.left_margin = section.right_margin = Mm(SIDE_MARGIN_MM)
    section.header_distance, section.footer_distance = Mm(15), Mm(17.5)

    head = section.header.paragraphs[0]
    head.text = running_head
    rule = parse_xml('<w:pBdr %s><w:bottom w:val="single" w:sz="6" w:space="1" '
                     'w:color="auto"/></w:pBdr>' % nsdecls("w"))
    head._p.get_or_add_pPr().insert_element_before(
        rule, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")

    # As Word does for Chinese text: narrow the punctuation marks that meet.
    spacing = document.settings.element.find(qn("w:characterSpacingControl"))
    spacing.set(qn("w:val"), "compressPunctuation")

    foot = section.footer.paragraphs[0]
    foot._p.append(parse_xml('<w:fldSimple %s w:instr=" PAGE "><w:r><w:t>1</w:t></w:r>'
                             '</w:fldSimple>' % nsdecls("w")))


# ---------------------------------------------------------------- footnote

def add_footnotes_part(document, note):
    """python-docx cannot write footnotes, so the part is written as raw XML."""
    style = document.styles["footnote text"].style_id
    mark = document.styles["footnote reference"].style_id
    xml = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>
<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>
<w:r><w:t xml:space="preserve"> {escape(note["text"])}</w:t></w:r>
<w:r><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:instrText xml:space="preserve"> HYPERLINK "{escape(note["link"])}" </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r>
<w:r><w:t>{escape(note["link"])}</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:r><w:t>{escape(note["after_link"])}</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, xml.encode("utf-8"),
                document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def add_paragraph(document, text, style, letter_spacing_pt=0):
    paragraph = document.add_paragraph(style=style)
    before, marker, after = text.partition("{footnote}")
    paragraph.add_run(before)
    if marker:
        run = paragraph.add_run()
        run.style = document.styles["footnote reference"]
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), "1")
        run._r.append(reference)
        paragraph.add_run(after)
    if letter_spacing_pt:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().append(parse_xml('<w:spacing %s w:val="%d"/>' % (
                nsdecls("w"), round(letter_spacing_pt * 20))))
    return paragraph


# ---------------------------------------------------------------- tables

def merged_area(rows, top, left):
    """The last row and column of the merged cell that starts at (top, left)."""
    right = left
    while right + 1 < len(rows[top]) and rows[top][right + 1] == "<":
        right += 1
    bottom = top
    while bottom + 1 < len(rows) and rows[bottom + 1][left] == "^":
        bottom += 1
    return bottom, right


def add_table(document, block):
    rows, widths = block["rows"], block["widths_mm"]
    table = document.add_table(rows=len(rows), cols=len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    margin = round(Mm(CELL_MARGIN_MM).pt * 20)
    table._tbl.tblPr.append(parse_xml(
        f'<w:tblCellMar {nsdecls("w")}><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'))
    for column, width in zip(table.columns, widths):
        column.width = Mm(width)
    for number, row in enumerate(table.rows):
        row.height = Pt(TABLE_ROW_PT)
        row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
        row_properties = row._tr.get_or_add_trPr()
        row_properties.append(OxmlElement("w:cantSplit"))
        if number < block["head_rows"]:
            row_properties.append(OxmlElement("w:tblHeader"))
        for cell, width in zip(row.cells, widths):
            cell.width = Mm(width)
    for top, texts in enumerate(rows):
        for left, text in enumerate(texts):
            if text in ("<", "^"):
                continue
            bottom, right = merged_area(rows, top, left)
            cell = table.cell(top, left)
            if (bottom, right) != (top, left):
                cell = cell.merge(table.cell(bottom, right))
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            paragraph = cell.paragraphs[0]
            paragraph.style = document.styles["Table Text"]
            paragraph.add_run(text)
    # Cells hidden by a merge keep an empty paragraph; give it the small type too.
    for paragraph in table._tbl.iter(qn("w:p")):
        paragraph.get_or_add_pPr().get_or_add_pStyle().val = document.styles["Table Text"].style_id


# ---------------------------------------------------------------- document

STYLE_OF_KIND = {
    "heading1": "Heading 1",
    "heading2": "Heading 2",
    "body": "Report Body",
    "caption": "Table Caption",
    "note": "Table Note",
}


def build(report):
    document = docx.Document()
    make_styles(document)
    set_page(document, report["running_head"])
    add_footnotes_part(document, report["footnote"])
    add_paragraph(document, report["title"], "Report Title")
    add_paragraph(document, report["subtitle"], "Report Date")
    for block in report["blocks"]:
        if block["kind"] == "table":
            add_table(document, block)
        else:
            add_paragraph(document, block["text"], STYLE_OF_KIND[block["kind"]],
                          block.get("letter_spacing_pt", 0))

    facts = document.core_properties
    facts.title = report["title"] + " " + report["subtitle"]
    facts.author = facts.last_modified_by = facts.comments = ""
    facts.created = facts.modified = datetime.datetime(2024, 7, 1)
    return document


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    source = pathlib.Path(__file__).with_name("beijing-goods-2024-05.json")
    report = json.loads(source.read_text(encoding="utf-8"))
    build(report).save(sys.argv[1])


if __name__ == "__main__":
    main()
