"""A document as a flat OpenDocument text file (.fodt), written as XML."""

from xml.sax.saxutils import escape

from ..document import BREAK, STAMP
from ..html import spans
from ..narrative import FOOTNOTE

NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"' for name, space in
                 (("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
                  ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("draw", "drawing")))
FONTS = {"serif": ("Liberation Serif", "AR PL SungtiL GB"),
         "sans": ("Liberation Sans", "WenQuanYi Zen Hei")}
ALIGN = {"left": "start", "center": "center", "right": "end", "justify": "justify"}
VERTICAL = {"top": "top", "middle": "middle", "bottom": "bottom"}


def paragraph_style(name, align="start", size=None, bold=False, indent=0, extra="", parent="Base"):
    text = f'fo:font-size="{size}pt" style:font-size-asian="{size}pt"' if size else ""
    weight = 'fo:font-weight="bold" style:font-weight-asian="bold"' if bold else ""
    return (f'<style:style style:name="{name}" style:family="paragraph" '
            f'style:parent-style-name="{parent}"><style:paragraph-properties fo:text-align="{align}" '
            f'fo:text-indent="{indent}pt" {extra}/><style:text-properties {text} {weight}/></style:style>')


def styles(layout):
    latin, chinese = FONTS[layout.font]
    size = layout.font_pt
    breaks = 'fo:break-before="page"'
    out = [
        f'<style:style style:name="Base" style:family="paragraph"><style:paragraph-properties '
        f'fo:line-height="{100 * layout.line_spacing:.0f}%" fo:margin-bottom="2pt" '
        'style:punctuation-wrap="simple"/>'     # hanging commas get lost in the PDF
        f'<style:text-properties style:font-name="{latin}" fo:font-family="\'{latin}\'" '
        f'style:font-family-asian="\'{chinese}\'" fo:font-size="{size}pt" '
        f'style:font-size-asian="{size}pt" fo:language="en" style:language-asian="zh" '
        'style:country-asian="CN"/></style:style>']
    kinds = {
        "title": ("center", 20, True, 0), "subtitle": ("center", 14, False, 0),
        "heading1": ("start", size, True, 2 * size), "heading2": ("start", size, True, 2 * size),
        "body": ("justify" if layout.justified else "start", size, False, 2 * size),
        "caption": ("center", size, True, 0), "unit": ("end", size, False, 0),
        "note": ("start", size * 0.9, False, 0), "furniture": ("center", 9, False, 0),
    }
    for name, (align, points, bold, indent) in kinds.items():
        keep = 'fo:keep-with-next="always"' if name == "caption" and not layout.split_caption else ""
        out.append(paragraph_style(name, align, points, bold, indent, keep))
        out.append(paragraph_style(name + "_page", align, points, bold, indent, breaks))
    for name, align in (("label", layout.label_align), ("number", layout.number_align),
                        ("head", "center")):
        for bold in (False, True):
            tight = 'fo:line-height="100%" fo:margin-bottom="0pt"'
            out.append(paragraph_style(name + "_bold" * bold, ALIGN[align], layout.table_pt, bold,
                                       0, tight))
    out.append('<style:style style:name="raised" style:family="text"><style:text-properties '
               'style:text-position="super 58%"/></style:style>')
    out.append('<style:style style:name="shadow" style:family="text"><style:text-properties '
               'fo:text-shadow="1pt 1pt"/></style:style>')
    return out


def border(layout, kind, last, first, rows, heads):
    if layout.rules == "ruled":
        return 'fo:border="0.5pt solid #000000"'
    if layout.rules == "none":
        return 'fo:border="none"'
    top = 'fo:border-top="1.2pt solid #000000"' if first else ""
    under = '1.2pt' if last else '0.6pt' if kind == "head" and rows else None
    return top + (f' fo:border-bottom="{under} solid #000000"' if under else "")


class Writer:
    def __init__(self, document):
        self.document, self.layout = document, document.layout
        self.automatic = styles(self.layout)
        self.tables = 0
        self.late = False

    def footnote(self):
        note = escape(self.document.footnote + self.document.link) + "。"
        if self.layout.footnote == "page":
            return ('<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
                    f'<text:note-body><text:p text:style-name="furniture">{note}</text:p>'
                    '</text:note-body></text:note>')
        self.late = True
        return self.mark()

    def mark(self):
        if self.layout.marker != "1":
            return self.layout.marker
        return '<text:span text:style-name="raised">1</text:span>'

    def paragraph(self, kind, text, page):
        shown = escape(text)
        if FOOTNOTE in shown:
            shown = shown.replace(FOOTNOTE, self.footnote())
        return f'<text:p text:style-name="{kind}{"_page" if page else ""}">{shown}</text:p>'

    def table(self, content, page):
        layout = self.layout
        self.tables += 1
        name = f"T{self.tables}"
        whole = 210 - 2 * layout.margin_mm
        width = whole * (0.75 if layout.tight_columns else 1)
        split = "true" if layout.rows_break else "false"
        page_break = 'fo:break-before="page"' if page else ""
        self.automatic.append(
            f'<style:style style:name="{name}" style:family="table"><style:table-properties '
            f'style:width="{width:.1f}mm" table:align="center" {page_break} '
            f'style:may-break-between-rows="{split}" /></style:style>')
        out = [f'<table:table table:style-name="{name}">']
        for number, part in enumerate(content.widths):
            self.automatic.append(
                f'<style:style style:name="{name}.{number}" style:family="table-column">'
                f'<style:table-column-properties style:column-width='
                f'"{width * part / sum(content.widths):.2f}mm"/></style:style>')
            out.append(f'<table:table-column table:style-name="{name}.{number}"/>')
        heads = content.kinds.count("head")
        if content.repeat_heads:
            out.append("<table:table-header-rows>")
        for top, row in enumerate(content.rows):
            if top == heads and content.repeat_heads:
                out.append("</table:table-header-rows>")
            out.append("<table:table-row>")
            out += [self.cell(content, top, left, text, name) for left, text in enumerate(row)]
            out.append("</table:table-row>")
        return "".join(out) + "</table:table>"

    def cell(self, content, top, left, text, name):
        layout, kind = self.layout, content.kinds[top]
        if text in ("<", "^"):
            return "<table:covered-table-cell/>"
        rows, columns = spans(content, top, left)
        heads = content.kinds.count("head")
        style = f"{name}.c{top}.{left}"
        padding = "1pt" if layout.tight_columns else "3pt"
        self.automatic.append(
            f'<style:style style:name="{style}" style:family="table-cell"><style:table-cell-properties '
            f'style:vertical-align="{VERTICAL[layout.vertical_align]}" fo:padding="{padding}" '
            + border(layout, kind, top + rows == len(content.rows), top == 0,
                     top + rows == heads, heads) + '/></style:style>')
        part = "head" if kind in ("head", "group") else "label" if left in content.labels else "number"
        bold = "_bold" if kind == "total" else ""
        shown = escape(text).replace(BREAK, "<text:line-break/>")
        if kind == "total" and layout.bold_twice:
            shown = f'<text:span text:style-name="shadow">{shown}</text:span>'
        return (f'<table:table-cell table:style-name="{style}" table:number-rows-spanned="{rows}" '
                f'table:number-columns-spanned="{columns}"><text:p text:style-name="{part}{bold}">'
                f'{shown}</text:p></table:table-cell>')

    def master_page(self):
        layout = self.layout
        number = escape(layout.page_numbers).replace(
            "{n}", "<text:page-number>1</text:page-number>").replace(
            "{N}", "<text:page-count>1</text:page-count>") if layout.page_numbers != "none" else ""
        head = f'<text:p text:style-name="furniture">{escape(self.document.running_head)}</text:p>'
        foot = f'<text:p text:style-name="furniture">{number}</text:p>'
        header = "" if layout.running_head == "none" else f"<style:header>{head}</style:header>"
        left = ("<style:header-left><text:p/></style:header-left>"
                if layout.running_head == "some" else "")
        return (f'<style:master-page style:name="Standard" style:page-layout-name="page">{header}{left}'
                f'<style:footer>{foot}</style:footer></style:master-page>')

    def write(self, path):
        body, page = [], False
        for block in self.document.blocks:
            if block.kind == "page":
                page = True
                continue
            body.append(self.table(block.table, page) if block.kind == "table"
                        else self.paragraph(block.kind, block.text, page))
            page = False
        if self.late:
            body.append(f'<text:p text:style-name="note">{self.mark()} '
                        f'{escape(self.document.footnote + self.document.link)}。</text:p>')
        if self.layout.stamp:
            body.append(self.paragraph("unit", STAMP, False))
        margin = self.layout.margin_mm
        path.write_text(
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.3" '
            'office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
            + "".join(self.automatic) +
            '<style:page-layout style:name="page"><style:page-layout-properties '
            f'fo:page-width="210mm" fo:page-height="297mm" fo:margin="15mm {margin}mm" '
            f'fo:margin-top="15mm" fo:margin-bottom="15mm" fo:margin-left="{margin}mm" '
            f'fo:margin-right="{margin}mm"/><style:header-style/><style:footer-style/>'
            '</style:page-layout></office:automatic-styles>'
            f'<office:master-styles>{self.master_page()}</office:master-styles>'
            f'<office:body><office:text>{"".join(body)}</office:text></office:body></office:document>',
            encoding="utf-8")


def write(document, path):
    """Writes the .fodt file."""
    Writer(document).write(path)
