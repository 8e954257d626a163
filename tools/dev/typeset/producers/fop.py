"""XSL-FO set by Apache FOP."""

from html import escape
import subprocess

from ..document import BREAK, STAMP
from ..html import spans
from ..narrative import FOOTNOTE
from ..recorded import FILES, FONTS, SIGNS
from ..spelling import limited

ALIGNS = {"title": "center", "subtitle": "center", "caption": "center", "unit": "end"}
SIDES = {"left": "start", "center": "center", "right": "end"}
BOLD = {"title", "heading1", "heading2", "caption", "total"}


def inline(text):
    """The Chinese font lacks the longer signs for minus; the first font of a block is taken whole."""
    shown = escape(text)
    for sign in SIGNS:
        shown = shown.replace(sign, f'<fo:inline font-family="latin">{sign}</fo:inline>')
    return shown


class Source:
    def __init__(self, document):
        self.document, self.layout = document, document.layout
        self.late, self.new_page = False, False

    def note(self):
        return f"{escape(self.document.footnote)}{self.document.link}。"

    def mark(self):
        raised = ' baseline-shift="super" font-size="60%"' if self.layout.marker == "1" else ""
        return f"<fo:inline{raised}>{self.layout.marker}</fo:inline>"

    def page_break(self):
        wanted, self.new_page = self.new_page, False
        return ' break-before="page"' if wanted else ""

    def paragraph(self, kind, text):
        layout, shown = self.layout, inline(text)
        if FOOTNOTE in shown:
            note = f'<fo:footnote>{self.mark()}<fo:footnote-body><fo:block font-size="9pt">{self.mark()} ' \
                   f"{self.note()}</fo:block></fo:footnote-body></fo:footnote>"
            shown = shown.replace(FOOTNOTE, note if layout.footnote == "page" else self.mark())
            self.late = layout.footnote != "page"
        size = {"title": 20, "subtitle": 14, "note": layout.font_pt * 0.9}.get(kind, layout.font_pt)
        align = ALIGNS.get(kind, "justify" if kind == "body" and layout.justified else "start")
        indent = "2em" if kind in ("body", "heading1", "heading2") else "0pt"
        keep = ' keep-with-next.within-page="always"' if kind in BOLD else ""
        return (f'<fo:block font-size="{size}pt" text-align="{align}" text-indent="{indent}" '
                f'font-weight="{"bold" if kind in BOLD else "normal"}" space-after="2pt"{keep}'
                f'{self.page_break()}>{shown}</fo:block>')

    # ------------------------------------------------------------ tables

    def cell(self, table, top, left):
        layout, kind, text = self.layout, table.kinds[top], table.rows[top][left]
        rows, columns = spans(table, top, left)
        align = "center" if kind in ("head", "group") else \
            SIDES[layout.label_align if left in table.labels else layout.number_align]
        place = {"top": "before", "middle": "center", "bottom": "after"}[layout.vertical_align]
        border = ' border="0.5pt solid black"' if layout.rules == "ruled" else ""
        if layout.rules == "three-line" and kind == "head" and top + rows == table.kinds.count("head"):
            border = ' border-after-style="solid" border-after-width="0.6pt"'
        blocks = "".join(f"<fo:block>{inline(part)}</fo:block>" for part in text.split(BREAK))
        return (f'<fo:table-cell number-rows-spanned="{rows}" number-columns-spanned="{columns}" '
                f'text-align="{align}" display-align="{place}" padding="{1 if layout.tight_columns else 2}pt" '
                f'start-indent="0pt" end-indent="0pt" font-weight="{"bold" if kind == "total" else "normal"}"'
                f"{border}>{blocks}</fo:table-cell>")

    def row(self, table, top):
        return "<fo:table-row keep-together.within-page=\"always\">" + "".join(
            self.cell(table, top, left) for left, text in enumerate(table.rows[top])
            if text not in ("<", "^")) + "</fo:table-row>"

    def table(self, table):
        layout, heads = self.layout, table.kinds.count("head")
        columns = "".join(f'<fo:table-column column-width="proportional-column-width({width})"/>'
                          for width in table.widths)
        rules = ' border-before-style="solid" border-before-width="1.2pt" border-after-style="solid" ' \
                'border-after-width="1.2pt"' if layout.rules == "three-line" else ""
        omit = "" if table.repeat_heads else ' table-omit-header-at-break="true"'
        keep = "" if layout.rows_break else ' keep-together.within-page="always"'
        head = "".join(self.row(table, top) for top in range(heads))
        body = "".join(self.row(table, top) for top in range(heads, len(table.rows)))
        return (f'<fo:table table-layout="fixed" width="100%" font-size="{layout.table_pt}pt" line-height="1.2" '
                f'space-after="6pt" border-collapse="collapse"{rules}{omit}{keep}{self.page_break()}>{columns}'
                f"<fo:table-header>{head}</fo:table-header><fo:table-body>{body}</fo:table-body></fo:table>")

    # ------------------------------------------------------------ whole

    def text(self):
        layout, body = self.layout, []
        for block in self.document.blocks:
            if block.kind == "page":
                self.new_page = True
            else:
                body.append(self.table(block.table) if block.kind == "table"
                            else self.paragraph(block.kind, block.text))
        if self.late:
            body.append(f'<fo:block font-size="9pt">{self.mark()} {self.note()}</fo:block>')
        if layout.stamp:
            body.append(f'<fo:block color="red" text-align="end">{STAMP}</fo:block>')
        head = escape(self.document.running_head) if layout.running_head != "none" else ""
        number = "" if layout.page_numbers == "none" else layout.page_numbers.replace(
            "{n}", "<fo:page-number/>").replace("{N}", '<fo:page-number-citation-last ref-id="all"/>')
        side = f"{layout.margin_mm}mm"
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="latin,chinese"
 font-size="{layout.font_pt}pt" line-height="{1.2 * layout.line_spacing:.2f}" language="zh">
<fo:layout-master-set><fo:simple-page-master master-name="a4" page-width="210mm" page-height="297mm"
 margin-left="{side}" margin-right="{side}" margin-top="12mm" margin-bottom="12mm">
<fo:region-body margin-top="13mm" margin-bottom="13mm"/><fo:region-before extent="8mm"/>
<fo:region-after extent="8mm" display-align="after"/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a4" id="all">
<fo:static-content flow-name="xsl-region-before"><fo:block font-size="9pt" text-align="center">{head}</fo:block></fo:static-content>
<fo:static-content flow-name="xsl-region-after"><fo:block font-size="9pt" text-align="center">{number}</fo:block></fo:static-content>
<fo:flow flow-name="xsl-region-body">{"".join(body)}</fo:flow></fo:page-sequence></fo:root>
"""


def settings(files):
    latin, chinese = (FONTS / file for file in files)
    bold = str(latin).replace("Regular", "Bold")
    triplets = "".join(f'<font kerning="yes" embed-url="{file}"><font-triplet name="{name}" style="normal" '
                       f'weight="{weight}"/></font>'
                       for name, file, weight in (("latin", latin, "normal"), ("latin", bold, "bold"),
                                                  ("chinese", chinese, "normal"), ("chinese", chinese, "bold")))
    return f'<fop version="1.0"><renderers><renderer mime="application/pdf"><fonts>{triplets}</fonts>' \
           "</renderer></renderers></fop>"


def restrict(layout):
    """The fonts have no thin blanks and no radicals, and FOP draws neither over nor under the text."""
    layout.spelling = limited(layout.spelling, ["hyphen", "en dash", "minus", "full-width"],
                              ("none", "space"), radicals=False)
    layout.watermark = layout.bold_twice = False


def make(document, path, rng):
    source, config = path.with_suffix(".fo"), path.with_suffix(".xconf")
    source.write_text(Source(document).text(), encoding="utf-8")
    config.write_text(settings(FILES[document.layout.font]), encoding="utf-8")
    subprocess.run(["fop", "-q", "-c", config, "-fo", source, "-pdf", path], check=True, capture_output=True,
                   timeout=300)
    source.unlink()
    config.unlink()
