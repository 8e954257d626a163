"""ReportLab's canvas with Adobe's CID fonts, which are not embedded (STSong-Light)."""

import functools

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas as reportlab_canvas

from .. import flow
from ..spelling import limited

FONT = "STSong-Light"


class Canvas:
    def __init__(self, path, latin):
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.canvas = reportlab_canvas.Canvas(str(path), (flow.PAGE_WIDTH, flow.PAGE_HEIGHT),
                                              invariant=1)
        self.latin = latin          # a Type 1 font for ASCII, or the Chinese one for all
        self.started = False
        self.width = functools.lru_cache(maxsize=None)(self.width)

    def parts(self, text):
        """Runs of one font each."""
        runs = []
        for c in text:
            font = self.latin if self.latin and 0x20 < ord(c) < 0x7F else FONT
            if runs and runs[-1][0] == font:
                runs[-1][1] += c
            else:
                runs.append([font, c])
        return runs

    def width(self, text, size, bold=False):
        return sum(pdfmetrics.stringWidth(run, font, size) for font, run in self.parts(text))

    def text(self, x, y, text, size, bold=False, grey=0.0, angle=0):
        canvas = self.canvas
        canvas.saveState()
        canvas.setFillGray(grey)
        canvas.translate(x, flow.PAGE_HEIGHT - y)
        canvas.rotate(-angle)
        at = 0
        for font, run in self.parts(text):
            canvas.setFont(font, size)
            # Bold as ReportLab's users make it where the font has none: filled and stroked.
            canvas.setLineWidth(0.3)
            canvas.drawString(at, 0, run, mode=2 if bold else 0)
            at += pdfmetrics.stringWidth(run, font, size)
        canvas.restoreState()

    def line(self, x0, y0, x1, y1, width):
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, flow.PAGE_HEIGHT - y0, x1, flow.PAGE_HEIGHT - y1)

    def ring(self, x, y, radius):
        self.canvas.saveState()
        self.canvas.setStrokeColorRGB(0.8, 0, 0)
        self.canvas.circle(x, flow.PAGE_HEIGHT - y, radius)
        self.canvas.restoreState()

    def page(self):
        if self.started:
            self.canvas.showPage()
        self.started = True

    def finish(self):
        self.canvas.save()


def restrict(layout):
    """Adobe-GB1 has no thin blank, no U+2212 and no non-breaking hyphen."""
    layout.spelling = limited(layout.spelling,
                              ["hyphen", "en dash", "full-width", "small"],
                              ("none", "space", "nbsp"))


def make(document, path, rng):
    latin = rng.choice(["Times-Roman", "Helvetica", None])
    flow.run(document, Canvas(path, latin))
