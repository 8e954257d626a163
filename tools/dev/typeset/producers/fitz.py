"""MuPDF's own writer, with its Chinese font that is named, not embedded."""

import fitz

from .. import flow
from ..spelling import limited

FACES = {"serif": "china-ss", "sans": "china-s"}


class Canvas:
    def __init__(self, path, face):
        self.path, self.face = path, face
        self.pdf = fitz.open()
        self.sheet = None

    def width(self, text, size, bold=False):
        return fitz.get_text_length(text, self.face, size)

    def text(self, x, y, text, size, bold=False, grey=0.0, angle=0):
        turned = (fitz.Point(x, y), fitz.Matrix(-angle)) if angle else None
        self.sheet.insert_text((x, y), text, fontsize=size, fontname=self.face, color=(grey,) * 3,
                               render_mode=2 if bold else 0, morph=turned)

    def line(self, x0, y0, x1, y1, width):
        self.sheet.draw_line((x0, y0), (x1, y1), width=width)

    def ring(self, x, y, radius):
        self.sheet.draw_circle((x, y), radius, color=(0.8, 0, 0))

    def page(self):
        self.sheet = self.pdf.new_page(width=flow.PAGE_WIDTH, height=flow.PAGE_HEIGHT)

    def finish(self):
        self.pdf.save(str(self.path), garbage=3, deflate=True)


def restrict(layout):
    """The font has no thin or non-breaking blanks, no U+2212 and no radicals."""
    layout.spelling = limited(layout.spelling, ["hyphen", "en dash", "full-width"],
                              ("none", "space"), radicals=False)


def make(document, path, rng):
    flow.run(document, Canvas(path, FACES[document.layout.font]))
