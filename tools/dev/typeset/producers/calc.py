"""A spreadsheet printed by LibreOffice Calc: text in merged cells, tables in the sheet's own grid."""

from html import escape

from ..document import BREAK
from ..html import spans
from ..lines import MARK, break_lines
from ..narrative import FOOTNOTE
from ..spelling import limited
from . import libreoffice

FONTS = {"serif": ("Liberation Serif", "AR PL SungtiL GB"),
         "sans": ("Liberation Sans", "WenQuanYi Zen Hei")}
COLUMNS = 7
ALIGNS = {"title": "center", "subtitle": "center", "caption": "center", "unit": "end"}
BOLD = {"title", "heading1", "heading2", "caption"}


class Sheet:
    def __init__(self, document):
        self.document, self.layout = document, document.layout
        self.width = 595.28 - 2 * self.layout.margin_mm * 72 / 25.4 - 4
        self.rows, self.row_styles, self.cell_styles = [], {}, {}
        self.break_wanted = False

    # ------------------------------------------------------------ styles

    def row_style(self, height):
        key = (round(height, 1), self.break_wanted)
        self.break_wanted = False
        return self.row_styles.setdefault(key, f"R{len(self.row_styles)}")

    def cell_style(self, size, bold, align, ruled):
        return self.cell_styles.setdefault((size, bold, align, ruled), f"C{len(self.cell_styles)}")

    # ------------------------------------------------------------ rows

    def cell(self, text, style, columns=1, rows=1):
        lines = "".join(f"<text:p>{escape(part).replace('  ', ' <text:s/>').replace(MARK, self.mark())}</text:p>"
                        for part in text.split(BREAK)) if text else ""
        merged = f' table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"' \
            if columns > 1 or rows > 1 else ""
        return (f'<table:table-cell table:style-name="{style}"{merged} office:value-type="string">{lines}'
                "</table:table-cell>")

    def mark(self):
        marker = self.layout.marker
        return f'<text:span text:style-name="raised">{marker}</text:span>' if marker == "1" else marker

    def row(self, cells, height):
        self.rows.append(f'<table:table-row table:style-name="{self.row_style(height)}">'
                         f'{"".join(cells)}</table:table-row>')

    def lines(self, text, size, width):
        """How many lines the text fills, about."""
        return sum(max(1, len(break_lines(part, width, 0, lambda unit: self.measure(unit, size))))
                   for part in text.split(BREAK))

    @staticmethod
    def measure(text, size):
        return sum(size * (0.56 if ord(c) < 0x80 else 1.02) for c in text)

    def paragraph(self, kind, text):
        size = {"title": 20, "subtitle": 14}.get(kind, self.layout.font_pt)
        text = ("\u3000\u3000" if kind in ("body", "heading1", "heading2") else "") + text
        style = self.cell_style(size, kind in BOLD, ALIGNS.get(kind, "start"), False)
        leading = size * (1.1 + self.layout.line_spacing / 10)
        count = self.lines(text, size, self.width - 6)
        cells = [self.cell(text, style, COLUMNS)] + ["<table:covered-table-cell/>"] * (COLUMNS - 1)
        self.row(cells, count * leading + 4)

    def table(self, table):
        size, layout = self.layout.table_pt, self.layout
        each = self.width / COLUMNS
        for top, (row, kind) in enumerate(zip(table.rows, table.kinds)):
            cells, height = [], 1
            for left, text in enumerate(row):
                if text in ("<", "^"):
                    cells.append("<table:covered-table-cell/>")
                    continue
                rows, columns = spans(table, top, left)
                align = "center" if kind in ("head", "group") else \
                    layout.label_align if left in table.labels else layout.number_align
                align = {"left": "start", "right": "end"}.get(align, "center")
                style = self.cell_style(size, kind == "total", align, layout.rules == "ruled")
                cells.append(self.cell(text, style, columns, rows))
                height = max(height, self.lines(text, size, columns * each - 6) / rows if text else 1)
            self.row(cells, height * size * 1.3 + 4)

    # ------------------------------------------------------------ whole

    def text(self):
        late = ""
        for block in self.document.blocks:
            if block.kind == "page":
                self.break_wanted = True
            elif block.kind == "table":
                self.table(block.table)
            else:
                if FOOTNOTE in block.text:
                    late = f"{MARK} {self.document.footnote}{self.document.link}。"
                self.paragraph(block.kind, block.text.replace(FOOTNOTE, MARK))
        if late:
            self.paragraph("note", late)
        return self.wrapped()

    def region(self, kind, text):
        text = escape(text).replace("{n}", "<text:page-number/>").replace("{N}", "<text:page-count/>")
        return f"<style:{kind}><style:region-center><text:p>{text}</text:p></style:region-center></style:{kind}>" \
            if text else f'<style:{kind} style:display="false"/>'

    def wrapped(self):
        latin, chinese = FONTS[self.layout.font]
        layout = self.layout
        faces = f'style:font-name="latin" style:font-name-asian="chinese"'
        rows = "".join(
            f'<style:style style:name="{name}" style:family="table-row"><style:table-row-properties '
            f'style:row-height="{height}pt" style:use-optimal-row-height="false" '
            f'fo:break-before="{"page" if new else "auto"}"/></style:style>'
            for (height, new), name in self.row_styles.items())
        cells = "".join(
            f'<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="Default">'
            f'<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="{layout.vertical_align}" '
            f'style:text-align-source="fix" fo:border="{"0.5pt solid #000000" if ruled else "none"}"/>'
            f'<style:paragraph-properties fo:text-align="{align}"/><style:text-properties {faces} '
            f'fo:font-size="{size}pt" style:font-size-asian="{size}pt" fo:font-weight="{weight}" '
            f'style:font-weight-asian="{weight}"/></style:style>'
            for (size, bold, align, ruled), name in self.cell_styles.items()
            for weight in ["bold" if bold else "normal"])
        head = self.document.running_head if layout.running_head != "none" else ""
        foot = layout.page_numbers if layout.page_numbers != "none" else ""
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:font-face-decls><style:font-face style:name="latin" svg:font-family="'{latin}'"/>
<style:font-face style:name="chinese" svg:font-family="'{chinese}'"/></office:font-face-decls>
<office:styles><style:style style:name="Default" style:family="table-cell"><style:text-properties
 {faces} fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="a4"><style:page-layout-properties
 fo:page-width="210mm" fo:page-height="297mm" fo:margin-left="{layout.margin_mm}mm"
 fo:margin-right="{layout.margin_mm}mm" fo:margin-top="12mm" fo:margin-bottom="12mm"
 style:print="objects charts drawings"/><style:header-style><style:header-footer-properties fo:min-height="10mm"
 fo:margin-bottom="3mm"/></style:header-style><style:footer-style><style:header-footer-properties
 fo:min-height="10mm" fo:margin-top="3mm"/></style:footer-style></style:page-layout>
<style:style style:name="column" style:family="table-column"><style:table-column-properties
 style:column-width="{self.width / COLUMNS:.2f}pt"/></style:style>
<style:style style:name="sheet" style:family="table" style:master-page-name="page"><style:table-properties
 table:display="true"/></style:style>
<style:style style:name="raised" style:family="text"><style:text-properties style:text-position="33% 58%"/></style:style>{rows}{cells}</office:automatic-styles>
<office:master-styles><style:master-page style:name="page" style:page-layout-name="a4">
{self.region("header", head)}{self.region("footer", foot)}</style:master-page></office:master-styles>
<office:body><office:spreadsheet><table:table table:name="report" table:style-name="sheet">
<table:table-column table:style-name="column" table:number-columns-repeated="{COLUMNS}"/>
{"".join(self.rows)}</table:table></office:spreadsheet></office:body></office:document>
"""


def restrict(layout):
    """A sheet has plain cells, and the fonts no thin blanks; its heads are not repeated."""
    layout.spelling = limited(layout.spelling, ["minus", "hyphen", "en dash", "full-width"],
                              ("none", "space"), radicals=False)
    layout.watermark = layout.stamp = layout.bold_twice = layout.repeat_heads = False


def make(document, path, rng):
    libreoffice.convert_text(Sheet(document).text(), ".fods", path)
