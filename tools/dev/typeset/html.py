"""A document as HTML with print CSS, for WeasyPrint and Chromium."""

from html import escape

from .document import BREAK, STAMP, WATERMARK
from .narrative import FOOTNOTE

FONTS = {"serif": "'Liberation Serif', 'AR PL SungtiL GB', 'Noto Serif CJK SC', serif",
         "sans": "'Liberation Sans', 'WenQuanYi Zen Hei', 'Noto Sans CJK SC', sans-serif"}
BORDERS = {
    "ruled": "td, th { border: 0.5pt solid black }",
    "three-line": "table { border-top: 1.2pt solid black; border-bottom: 1.2pt solid black }"
                  "tr.last-head > * { border-bottom: 0.6pt solid black }",
    "none": "",
}


def page_number(style):
    """CSS content for a page number style."""
    if style == "none":
        return '""'
    out = ""
    for part in style.replace("{n}", "\0n\0").replace("{N}", "\0N\0").split("\0"):
        if part in ("n", "N"):
            out += " counter(page)" if part == "n" else " counter(pages)"
        elif part:
            out += f' "{part}"'
    return out


def style_sheet(document, native_footnotes):
    layout = document.layout
    head = f'@top-center {{ content: "{document.running_head}"; font-size: 9pt;' \
           'border-bottom: 0.5pt solid black }'
    heads = {"all": f"@page {{ {head} }}", "none": "",
             "some": f"@page :left {{ {head} }}"}[layout.running_head]
    thead = "table-header-group" if layout.repeat_heads else "table-row-group"
    inside = "auto" if layout.rows_break else "avoid"
    padding = "1pt 1pt" if layout.tight_columns else "2pt 4pt"
    footnote = "float: footnote;" if native_footnotes else ""
    return f"""
@page {{ size: A4; margin: 25mm {layout.margin_mm}mm;
  @bottom-center {{ content: {page_number(layout.page_numbers)}; font-size: 9pt }} }}
{heads}
body {{ font-family: {FONTS[layout.font]}; font-size: {layout.font_pt}pt; margin: 0;
  line-height: {1.2 * layout.line_spacing:.2f}; }}
p {{ margin: 0 0 2pt 0 }}
.title {{ font-size: 20pt; text-align: center; font-weight: bold }}
.subtitle, .caption {{ text-align: center }}
.heading1, .heading2 {{ font-weight: bold; text-indent: 2em }}
.body {{ text-indent: 2em; text-align: {"justify" if layout.justified else "left"} }}
.caption {{ font-weight: bold; margin-top: 6pt }}
.unit {{ text-align: right }}
.note {{ font-size: 0.9em }}
table {{ border-collapse: collapse; margin: 0 auto; width: {"auto" if layout.tight_columns else "100%"};
  font-size: {layout.table_pt}pt; line-height: {1.1 + layout.line_spacing / 4:.2f};
  page-break-inside: {inside}; break-inside: {inside} }}
tr {{ break-inside: avoid; page-break-inside: avoid }}
thead {{ display: {thead} }}
td, th {{ padding: {padding}; vertical-align: {layout.vertical_align}; font-weight: normal;
  text-align: {layout.number_align} }}
.label {{ text-align: {layout.label_align} }}
.head, .group {{ text-align: center }}
.total {{ font-weight: bold }}
.twice {{ position: relative; display: inline-block }}
.twice span {{ position: absolute; left: 0.25pt; top: 0; width: 100% }}
.page {{ page-break-before: always }}
.footnote {{ font-size: 9pt; {footnote} text-indent: 0 }}
sup {{ font-size: 0.6em }}
.watermark {{ position: fixed; top: 40%; left: 5%; width: 90%; text-align: center;
  font-size: 56pt; color: #d8d8d8; transform: rotate(-45deg); z-index: -1 }}
.stamp {{ width: 100pt; height: 100pt; border: 3pt solid #d00; border-radius: 50pt; color: #d00;
  text-align: center; font-size: 11pt; margin: -60pt 20pt 0 auto; display: flex;
  transform: rotate(-12deg); line-height: 1.2; align-items: center }}
{BORDERS[layout.rules]}
"""


def spans(table, top, left):
    """The rows and columns that the cell at (top, left) covers."""
    columns = 1
    while left + columns < len(table.rows[top]) and table.rows[top][left + columns] == "<":
        columns += 1
    rows = 1
    while top + rows < len(table.rows) and table.rows[top + rows][left] == "^":
        rows += 1
    return rows, columns


def table_html(table, layout):
    heads = table.kinds.count("head")
    out = ["<table><colgroup>"]
    total = sum(table.widths)
    out += [f'<col style="width:{100 * width / total:.1f}%">' for width in table.widths]
    out += ["</colgroup><thead>"]
    for top, (row, kind) in enumerate(zip(table.rows, table.kinds)):
        if top == heads:
            out.append("</thead><tbody>")
        out.append('<tr class="last-head">' if top == heads - 1 else "<tr>")
        for left, text in enumerate(row):
            if text in ("<", "^"):
                continue
            rows, columns = spans(table, top, left)
            classes = [kind] if kind != "data" else []
            if kind in ("data", "total") and left in table.labels:
                classes.append("label")
            shown = escape(text).replace(BREAK, "<br>")
            if kind == "total" and layout.bold_twice and text:
                shown = f'<span class="twice">{shown}<span>{shown}</span></span>'
            under = ' style="border-bottom:0.6pt solid black"' \
                if layout.rules == "three-line" and rows == heads > 1 and kind == "head" else ""
            out.append(f'<td class="{" ".join(classes)}" rowspan="{rows}" colspan="{columns}"'
                       f'{under}>{shown}</td>')
        out.append("</tr>")
    out.append("</tbody></table>")
    return "".join(out)


def render(document, native_footnotes):
    """The whole page. Without footnotes of its own the browser gets them as a paragraph."""
    layout = document.layout
    note = f'{escape(document.footnote)}<a href="{document.link}">{document.link}</a>。'
    native = native_footnotes and layout.footnote == "page"
    marker = f"<sup>{layout.marker}</sup>" if layout.marker == "1" else layout.marker
    out, late = [], []
    page = ""
    for block in document.blocks:
        if block.kind == "page":
            page = " page"
            continue
        if block.kind == "table":
            out.append(f'<div class="{page.strip()}">{table_html(block.table, layout)}</div>')
        else:
            text = escape(block.text)
            if FOOTNOTE in text:
                if native:
                    text = text.replace(FOOTNOTE, f'<span class="footnote">{note}</span>')
                else:
                    text = text.replace(FOOTNOTE, marker)
                    late.append(f'<p class="note">{marker} {note}</p>')
            out.append(f'<p class="{block.kind}{page}">{text}</p>')
            if late and layout.footnote == "page":
                out.append(late.pop())
        page = ""
    out += late
    if layout.stamp:
        out.append(f'<div class="stamp">{STAMP}</div>')
    mark = f'<div class="watermark">{WATERMARK}</div>' if layout.watermark else ""
    return (f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">'
            f"<title>{escape(document.title)}</title><style>"
            f"{style_sheet(document, native)}</style></head><body>{mark}"
            + "\n".join(out) + "</body></html>")
