"""R's PDF device in GBK-EUC-H, with a Chinese font that is named, not embedded."""

from .. import flow, recorded
from .haru import restrict as restrict_to_gbk


class Canvas(recorded.Canvas):
    """One font for all: ideographs an em wide, ASCII half of that."""

    def __init__(self):
        super().__init__([])

    @staticmethod
    def runs(text):
        return [[1, text]]

    def advance(self, font, text, size):
        return sum(size / 2 if ord(c) < 0x80 else size for c in text)


def restrict(layout):
    restrict_to_gbk(layout)
    layout.watermark = False


def make(document, path, rng):
    canvas = Canvas()
    flow.run(document, canvas)
    recorded.play(canvas.operations, path, ["Rscript"], "graphics.R")
