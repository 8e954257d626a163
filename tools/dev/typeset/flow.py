"""A small typesetter: lays a document out on pages as drawing operations.

For programs that draw text at a place but set no pages themselves (Cairo, ReportLab's canvas,
libharu). A canvas offers `width(text, size, bold)`, `text(x, y, text, size, bold, grey, angle)`,
`line(x0, y0, x1, y1, width)`, `ring(x, y, radius)`, `page()` and `finish()`; points, y downwards,
text on its baseline."""

from .document import BREAK, STAMP, WATERMARK
from .html import spans
from .lines import MARK, break_lines, units

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
TOP, BOTTOM = 72, 72
INDENTED = {"body", "heading1", "heading2"}
BOLD = {"title", "heading1", "heading2", "caption"}


class Flow:
    def __init__(self, document, canvas):
        self.document, self.layout, self.canvas = document, document.layout, canvas
        self.left = self.layout.margin_mm * 72 / 25.4
        self.right = PAGE_WIDTH - self.left
        self.pages = []
        self.footnote_pending = None
        self.new_page()

    # ------------------------------------------------------------ pages

    def new_page(self):
        self.pages.append([])
        self.y = TOP
        self.bottom = PAGE_HEIGHT - BOTTOM

    def draw(self, name, *args):
        self.pages[-1].append((name, args))

    def need(self, height):
        if self.y + height > self.bottom and self.y > TOP:
            self.new_page()

    def width(self, text, size, bold=False):
        return sum(self.canvas.width(part, size * (0.6 if part == MARK else 1), bold)
                   if part != MARK else self.canvas.width(self.layout.marker, size * 0.6, bold)
                   for part in text.replace(MARK, f"\0{MARK}\0").split("\0") if part)

    # ------------------------------------------------------------ text

    def put(self, x, y, text, size, bold=False):
        """One piece of a line, as the layout's emission says: whole, by word or by character."""
        for part in text.replace(MARK, f"\0{MARK}\0").split("\0"):
            if not part:
                continue
            if part == MARK:
                raised = self.layout.marker == "1"
                mark_size = size * 0.6
                self.draw("text", x, y - (size * 0.35 if raised else 0), self.layout.marker,
                          mark_size, bold)
                x += self.canvas.width(self.layout.marker, mark_size, bold)
                continue
            pieces = {"line": [part], "word": units(part), "character": list(part)}
            for piece in pieces[self.layout.emission]:
                if piece.strip():
                    self.draw("text", x, y, piece, size, bold)
                x += self.canvas.width(piece, size, bold)

    def set_line(self, line, x, width, size, bold, align, last):
        text = "".join(line)
        natural = sum(self.width(unit, size, bold) for unit in line)
        if align == "justify" and not last and len(line) > 1:
            stretch = (width - natural) / (len(line) - 1)
            for unit in line:
                self.put(x, self.y, unit, size, bold)
                x += self.width(unit, size, bold) + stretch
            return
        shift = {"center": (width - natural) / 2, "right": width - natural}.get(align, 0)
        self.put(x + shift, self.y, text, size, bold)

    def paragraph(self, kind, text):
        size = {"title": 20, "subtitle": 14, "note": self.layout.font_pt * 0.9}.get(
            kind, self.layout.font_pt)
        bold = kind in BOLD
        leading = size * (1.15 + 0.5 * (self.layout.line_spacing - 1))
        indent = 2 * size if kind in INDENTED else 0
        align = {"title": "center", "subtitle": "center", "caption": "center", "unit": "right",
                 "body": "justify" if self.layout.justified else "left"}.get(kind, "left")
        width = self.right - self.left
        lines = break_lines(text, width, indent, lambda unit: self.width(unit, size, bold))
        for number, line in enumerate(lines):
            marked = any(MARK in unit for unit in line)
            note = self.footnote_height() if marked and self.layout.footnote == "page" else 0
            self.need(leading + note)
            if note:
                self.bottom -= note
                self.footnote(self.bottom + 6)
            self.y += leading
            shift = indent if number == 0 else 0
            self.set_line(line, self.left + shift, width - shift, size, bold, align,
                          number + 1 == len(lines))
        self.y += 3

    # ------------------------------------------------------------ footnote

    def footnote_lines(self):
        text = f"{MARK} {self.document.footnote}{self.document.link}。"
        return break_lines(text, self.right - self.left, 0, lambda unit: self.width(unit, 9))

    def footnote_height(self):
        return 12 * len(self.footnote_lines()) + 8

    def footnote(self, top):
        self.draw("line", self.left, top - 2, self.left + 140, top - 2, 0.5)
        for line in self.footnote_lines():
            top += 11
            self.put(self.left, top, "".join(line), 9)

    # ------------------------------------------------------------ tables

    def cell_lines(self, text, width, size, bold):
        lines = []
        for part in text.split(BREAK):
            lines += ["".join(line) for line in
                      break_lines(part, width, 0, lambda unit: self.width(unit, size, bold))] or [""]
        return lines

    def table(self, table):
        size, layout = self.layout.table_pt, self.layout
        pad = 1.5 if layout.tight_columns else 3
        full = (self.right - self.left) * (0.72 if layout.tight_columns else 1)
        unit = full / sum(table.widths)
        edges = [self.left + (self.right - self.left - full) / 2]
        for width in table.widths:
            edges.append(edges[-1] + width * unit)
        heads = table.kinds.count("head")
        cells = [[self.cell(table, top, left, edges, size, pad) for left in range(len(row))]
                 for top, row in enumerate(table.rows)]
        leading = size * 1.25
        heights = [max(len(c["lines"]) / c["rows"] for c in row if c) * leading + 2 * pad + 2
                   for row in cells]
        whole = sum(heights)
        if not layout.rows_break and whole < self.bottom - TOP:
            self.need(whole)
        else:
            self.need(sum(heights[:heads + 1]))
        start, self.top_of_part = 0, self.y
        while start < len(table.rows):
            if start >= heads and self.y + heights[start] > self.bottom:
                self.rule(edges, self.y, 1.2)
                self.new_page()
                if table.repeat_heads:
                    self.rows(table, cells, heights, range(heads), edges, size, pad, leading)
                else:
                    self.rule(edges, self.y, 0.5)
            end = heads if start < heads else start + 1
            self.rows(table, cells, heights, range(start, end), edges, size, pad, leading)
            start = end
        self.rule(edges, self.y, 1.2)
        self.y += 8

    def rule(self, edges, y, width):
        if self.layout.rules == "three-line":
            self.draw("line", edges[0], y, edges[-1], y, width)

    def cell(self, table, top, left, edges, size, pad):
        text = table.rows[top][left]
        if text in ("<", "^"):
            return None
        rows, columns = spans(table, top, left)
        bold = table.kinds[top] == "total"
        width = edges[left + columns] - edges[left]
        lines = self.cell_lines(text, width - 2 * pad, size, bold)
        return {"rows": rows, "columns": columns, "lines": lines, "bold": bold, "width": width}

    def rows(self, table, cells, heights, numbers, edges, size, pad, leading):
        layout = self.layout
        if numbers and table.kinds[numbers[0]] == "head":
            self.rule(edges, self.y, 1.2)
        for top in numbers:
            for left, cell in enumerate(cells[top]):
                if not cell:
                    continue
                height = sum(heights[top:top + cell["rows"]])
                self.cell_text(table, top, left, cell, edges[left], height, size, pad, leading)
                if layout.rules == "ruled":
                    x0, x1 = edges[left], edges[left + cell["columns"]]
                    for line in ((x0, self.y, x1, self.y), (x0, self.y + height, x1, self.y + height),
                                 (x0, self.y, x0, self.y + height), (x1, self.y, x1, self.y + height)):
                        self.draw("line", *line, 0.5)
            self.y += heights[top]
            if table.kinds[top] == "head" and top + 1 == table.kinds.count("head"):
                self.rule(edges, self.y, 0.6)

    def cell_text(self, table, top, left, cell, x, height, size, pad, leading):
        layout, kind = self.layout, table.kinds[top]
        align = "center" if kind in ("head", "group") else \
            layout.label_align if left in table.labels else layout.number_align
        spare = height - len(cell["lines"]) * leading
        y = self.y + {"top": pad, "middle": spare / 2, "bottom": spare - pad}[layout.vertical_align]
        for line in cell["lines"]:
            y += leading
            natural = self.width(line, size, cell["bold"])
            shift = {"left": pad, "center": (cell["width"] - natural) / 2,
                     "right": cell["width"] - natural - pad}[align]
            self.put(x + shift, y - leading * 0.22, line, size, cell["bold"])
            if cell["bold"] and layout.bold_twice:
                self.put(x + shift + 0.25, y - leading * 0.22, line, size, cell["bold"])

    # ------------------------------------------------------------ whole

    def run(self):
        page_wanted = False
        late = False
        for block in self.document.blocks:
            if block.kind == "page":
                page_wanted = True
                continue
            if page_wanted:
                self.new_page()
                page_wanted = False
            if block.kind == "table":
                self.table(block.table)
            else:
                late = late or "{footnote}" in block.text
                if block.kind.startswith("heading") or block.kind == "caption":
                    self.need(60)
                self.paragraph(block.kind, block.text)
        if late and self.layout.footnote == "end":
            self.need(self.footnote_height())
            self.footnote(self.y + 8)
        if self.layout.stamp:
            x, y = self.right - 60, min(self.y, PAGE_HEIGHT - 150)
            self.draw("ring", x, y, 48)
            self.draw("text", x - 40, y, STAMP[:8], 9, False, 0.4)
            self.draw("text", x - 36, y + 14, STAMP[8:], 9, False, 0.4)
        self.paint()

    def furniture(self, number):
        layout, canvas = self.layout, self.canvas
        if layout.watermark:
            canvas.text(150, 560, WATERMARK, 56, False, 0.85, -45)
        wanted = {"all": True, "none": False, "some": number % 2 == 0}[layout.running_head]
        if wanted:
            text = self.document.running_head
            canvas.text((PAGE_WIDTH - canvas.width(text, 9, False)) / 2, 46, text, 9)
            canvas.line(self.left, 50, self.right, 50, 0.5)
        if layout.page_numbers != "none":
            text = layout.page_numbers.format(n=number, N=len(self.pages))
            canvas.text((PAGE_WIDTH - canvas.width(text, 9, False)) / 2, PAGE_HEIGHT - 40, text, 9)

    def paint(self):
        for number, operations in enumerate(self.pages, 1):
            self.canvas.page()
            self.furniture(number)
            for name, arguments in operations:
                getattr(self.canvas, name)(*arguments)
        self.canvas.finish()


def run(document, canvas):
    """Sets the document on a canvas."""
    Flow(document, canvas).run()
