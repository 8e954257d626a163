"""A document as a Word file, written by python-docx."""

import docx
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from xml.sax.saxutils import escape

from ..document import BREAK, STAMP, WATERMARK
from ..html import spans
from ..narrative import FOOTNOTE

FONTS = {"serif": ("Liberation Serif", "AR PL SungtiL GB"),
         "sans": ("Liberation Sans", "WenQuanYi Zen Hei")}
ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER,
         "right": WD_ALIGN_PARAGRAPH.RIGHT, "justify": WD_ALIGN_PARAGRAPH.JUSTIFY}
VERTICAL = {"top": WD_CELL_VERTICAL_ALIGNMENT.TOP, "middle": WD_CELL_VERTICAL_ALIGNMENT.CENTER,
            "bottom": WD_CELL_VERTICAL_ALIGNMENT.BOTTOM}
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SIZES = {"title": 20, "subtitle": 14}
BOLD = {"title", "heading1", "heading2", "caption"}


class Writer:
    def __init__(self, document):
        self.document, self.layout = document, document.layout
        self.word = docx.Document()
        latin, chinese = FONTS[self.layout.font]
        style = self.word.styles["Normal"]
        style.font.name, style.font.size = latin, Pt(self.layout.font_pt)
        style.element.get_or_add_rPr().find(qn("w:rFonts")).set(qn("w:eastAsia"), chinese)
        style.paragraph_format.space_after = Pt(2)
        style.paragraph_format.line_spacing = self.layout.line_spacing

    # ------------------------------------------------------------ page frame

    def field(self, paragraph, name):
        paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "><w:r>'
                                      f'<w:t>1</w:t></w:r></w:fldSimple>'))

    def page_frame(self):
        section = self.word.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(self.layout.margin_mm)
        section.top_margin = section.bottom_margin = Mm(25)
        if self.layout.running_head != "none":
            if self.layout.running_head == "some":
                section.different_first_page_header_footer = True
                self.footer(section.first_page_footer)
            head = section.header.paragraphs[0]
            head.text, head.alignment = self.document.running_head, ALIGN["center"]
            for run in head.runs:
                run.font.size = Pt(9)
            head._p.get_or_add_pPr().append(parse_xml(
                f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="1" '
                'w:color="auto"/></w:pBdr>'))
        self.footer(section.footer)

    def footer(self, footer):
        foot = footer.paragraphs[0]
        foot.alignment = ALIGN["center"]
        style = self.layout.page_numbers
        if style == "none":
            return
        for part in style.replace("{n}", "\0n\0").replace("{N}", "\0N\0").split("\0"):
            if part in ("n", "N"):
                self.field(foot, "PAGE" if part == "n" else "NUMPAGES")
            elif part:
                foot.add_run(part)

    def add_footnotes(self):
        note, link = self.document.footnote, self.document.link
        part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>
<w:r><w:t xml:space="preserve"> {escape(note)}{link}。</w:t></w:r></w:p></w:footnote>
</w:footnotes>""".encode(), self.word.part.package)
        self.word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    # ------------------------------------------------------------ text

    def paragraph(self, kind, text, page_before):
        paragraph = self.word.add_paragraph()
        layout = paragraph.paragraph_format
        layout.page_break_before = page_before
        layout.alignment = ALIGN[{"title": "center", "subtitle": "center", "caption": "center",
                                  "unit": "right"}.get(kind, "left")]
        if kind == "body" and self.layout.justified:
            layout.alignment = ALIGN["justify"]
        if kind in ("body", "heading1", "heading2"):
            layout.first_line_indent = Pt(2 * self.layout.font_pt)
        if kind == "caption":
            layout.keep_with_next = self.layout.split_caption == 0
        before, mark, after = text.partition(FOOTNOTE)
        for piece in [before, FOOTNOTE if mark else "", after]:
            if piece == FOOTNOTE:
                self.footnote_mark(paragraph)
            elif piece:
                run = paragraph.add_run(piece)
                run.font.bold = kind in BOLD
                if kind in SIZES:
                    run.font.size = Pt(SIZES[kind])
                elif kind == "note":
                    run.font.size = Pt(self.layout.font_pt * 0.9)
        return paragraph

    def footnote_mark(self, paragraph):
        run = paragraph.add_run()
        if self.layout.footnote == "page":
            run.font.superscript = True
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), "1")
            run._r.append(reference)
        else:
            run.text = self.layout.marker
            run.font.superscript = self.layout.marker == "1"

    # ------------------------------------------------------------ tables

    def border(self, cell, **edges):
        xml = "".join(f'<w:{edge} w:val="single" w:sz="{size}" w:color="000000"/>'
                      for edge, size in edges.items())
        cell._tc.get_or_add_tcPr().append(
            parse_xml(f'<w:tcBorders {nsdecls("w")}>{xml}</w:tcBorders>'))

    def table(self, content, page_before):
        if page_before:
            self.word.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
        layout, rows = self.layout, content.rows
        ruled = layout.rules == "ruled"
        table = self.word.add_table(len(rows), len(content.widths),
                                    style="Table Grid" if ruled else "Normal Table")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        whole = (210 - 2 * layout.margin_mm) * (0.75 if layout.tight_columns else 1)
        widths = [Mm(whole * width / sum(content.widths)) for width in content.widths]
        heads = content.kinds.count("head")
        for number, row in enumerate(table.rows):
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number < heads and content.repeat_heads:
                properties.append(OxmlElement("w:tblHeader"))
            for cell, width in zip(row.cells, widths):
                cell.width = width
        for top, texts in enumerate(rows):
            for left, text in enumerate(texts):
                if text not in ("<", "^"):
                    self.cell(table, content, top, left, text)
        if layout.rules == "three-line":
            for cell in table.rows[0].cells:
                self.border(cell, top=12)
            for number, cell in enumerate(table.rows[heads - 1].cells):
                self.border(cell, bottom=6)
            for cell in table.rows[-1].cells:
                self.border(cell, bottom=12)
        for paragraph in table._tbl.iter(qn("w:p")):
            spacing = parse_xml(f'<w:spacing {nsdecls("w")} w:before="20" w:after="20" '
                                'w:line="240" w:lineRule="auto"/>')
            properties = paragraph.get_or_add_pPr()
            for old in properties.findall(qn("w:spacing")):
                properties.remove(old)
            properties.insert(0, spacing)
            if not layout.rows_break and len(rows) < 13:    # LibreOffice loses rows of longer ones
                properties.insert(0, OxmlElement("w:keepNext"))

    def cell(self, table, content, top, left, text):
        layout, kind = self.layout, content.kinds[top]
        rows, columns = spans(content, top, left)
        cell = table.cell(top, left)
        if rows > 1 or columns > 1:
            cell = cell.merge(table.cell(top + rows - 1, left + columns - 1))
        cell.vertical_alignment = VERTICAL[layout.vertical_align]
        paragraph = cell.paragraphs[0]
        paragraph.alignment = ALIGN["center" if kind in ("head", "group") else layout.label_align
                                    if left in content.labels else layout.number_align]
        for number, line in enumerate(text.split(BREAK)):
            run = paragraph.add_run()
            if number:
                run.add_break()
            run.add_text(line)
            run.font.size = Pt(layout.table_pt)
            if kind == "total":
                run.font.bold = True
                run.font.shadow = layout.bold_twice     # LibreOffice prints the text twice

    # ------------------------------------------------------------ whole

    def watermark(self):
        """Large grey rotated text behind every page, as Word's own watermarks are made."""
        self.word.sections[0].header.paragraphs[0]._p.append(parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml" '
            'xmlns:o="urn:schemas-microsoft-com:office:office"><w:pict>'
            '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
            'path="m@7,l@8,m@5,21600l@6,21600e"><v:textpath on="t" fitshape="t"/></v:shapetype>'
            '<v:shape id="mark" type="#_x0000_t136" style="position:absolute;margin-left:0;'
            'margin-top:0;width:400pt;height:80pt;rotation:315;z-index:-251;'
            'mso-position-horizontal:center;mso-position-horizontal-relative:margin;'
            'mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="silver" '
            f'stroked="f"><v:textpath style="font-family:&quot;AR PL SungtiL GB&quot;" string="{WATERMARK}"/>'
            '</v:shape></w:pict></w:r>'))

    def write(self, path):
        self.page_frame()
        if self.layout.footnote == "page":
            self.add_footnotes()
        if self.layout.watermark:
            self.watermark()
        page = late = False
        for block in self.document.blocks:
            if block.kind == "page":
                page = True
                continue
            if block.kind == "table":
                self.table(block.table, page)
            else:
                late = late or (FOOTNOTE in block.text and self.layout.footnote == "end")
                self.paragraph(block.kind, block.text, page)
            page = False
        if late:
            self.paragraph("note", f"{self.layout.marker} {self.document.footnote}"
                                   f"{self.document.link}。", False)
        if self.layout.stamp:
            self.paragraph("unit", STAMP, False)
        self.word.save(path)


def write(document, path):
    """Writes the Word file."""
    Writer(document).write(path)
