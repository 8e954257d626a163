"""A canvas that writes its operations down, for programs in other languages to draw them.

Each of players/ reads them and makes the PDF with a library of its language. A line is an operation, with
tabs between its parts, y upwards:

    page
    text  x y size angle grey bold font string      a run of one font: 0 is Latin, 1 Chinese
    line  x0 y0 x1 y1 width
    ring  x y radius
"""

import functools
import pathlib
import subprocess

from fontTools.ttLib import TTFont

from . import flow
from .spelling import limited

PLAYERS = pathlib.Path(__file__).parent / "players"
FONTS = pathlib.Path("/usr/share/fonts/truetype")
FILES = {"serif": ("liberation/LiberationSerif-Regular.ttf", "arphic-gbsn00lp/gbsn00lp.ttf"),
         "sans": ("liberation/LiberationSans-Regular.ttf", "arphic-gkai00mp/gkai00mp.ttf")}
LATIN = range(0x20, 0x250)
SIGNS = "\u2011\u2013\u2212"      # that the Chinese fonts lack


class Canvas:
    def __init__(self, files):
        self.faces = [TTFont(file) for file in files]
        self.maps = [face.getBestCmap() for face in self.faces]
        self.operations = []
        self.width = functools.lru_cache(maxsize=None)(self.width)

    def add(self, *parts):
        self.operations.append("\t".join(part if isinstance(part, str) else f"{part:.3f}".rstrip("0")
                                         .rstrip(".") for part in parts))

    @staticmethod
    def runs(text):
        """Runs of one font each."""
        runs = []
        for c in text:
            font = 0 if ord(c) in LATIN or c in SIGNS else 1
            if runs and runs[-1][0] == font:
                runs[-1][1] += c
            else:
                runs.append([font, c])
        return runs

    def advance(self, font, text, size):
        face = self.faces[font]
        return sum(face["hmtx"][self.maps[font][ord(c)]][0] for c in text) * size \
            / face["head"].unitsPerEm

    def width(self, text, size, bold=False):
        return sum(self.advance(font, run, size) for font, run in self.runs(text))

    def text(self, x, y, text, size, bold=False, grey=0.0, angle=0):
        for font, run in self.runs(text):
            if run.strip():
                self.add("text", x, flow.PAGE_HEIGHT - y, size, -angle, grey, int(bold), font, run)
            x += self.advance(font, run, size)

    def line(self, x0, y0, x1, y1, width):
        self.add("line", x0, flow.PAGE_HEIGHT - y0, x1, flow.PAGE_HEIGHT - y1, width)

    def ring(self, x, y, radius):
        self.add("ring", x, flow.PAGE_HEIGHT - y, radius)

    def page(self):
        self.add("page")

    def finish(self):
        pass


def restrict(layout):
    """The fonts have no thin blanks and no radicals; a watermark in runs would not be turned whole."""
    layout.spelling = limited(layout.spelling, ["minus", "hyphen", "en dash", "full-width",
                                                "non-breaking"], ("none", "space"), radicals=False)
    layout.watermark = False


def play(operations, path, *command):
    """Has a player draw the operations: it gets the two files and what else `command` is followed by."""
    file = path.with_suffix(".operations")
    file.write_text("\n".join(operations) + "\n", encoding="utf-8")
    program, player, *more = command
    subprocess.run([*program, PLAYERS / player, file, path, *more], check=True, capture_output=True,
                   timeout=300)
    file.unlink()


def draw(document, path, program, player):
    """Sets the document in two fonts that are embedded."""
    files = [FONTS / file for file in FILES[document.layout.font]]
    canvas = Canvas(files)
    flow.run(document, canvas)
    play(canvas.operations, path, program, player, *files)
