"""matplotlib's PDF pages, with TrueType fonts (Type 42) cut into runs of a font each."""

import functools

import matplotlib

matplotlib.use("pdf")
matplotlib.rcParams["pdf.fonttype"] = 42

from matplotlib.backends.backend_pdf import PdfPages  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402
from matplotlib.font_manager import FontProperties  # noqa: E402
from matplotlib.lines import Line2D  # noqa: E402
from matplotlib.patches import Circle  # noqa: E402
from matplotlib.textpath import TextPath  # noqa: E402

from .. import flow  # noqa: E402
from ..spelling import limited  # noqa: E402

FILES = {"serif": "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf",
         "sans": "/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf"}


class Canvas:
    def __init__(self, path, file):
        self.pdf = PdfPages(path, metadata={"CreationDate": None})
        self.face = FontProperties(fname=file)
        self.sheet = None
        self.width = functools.lru_cache(maxsize=None)(self.width)

    def width(self, text, size, bold=False):
        return sum(size / 2 if ord(c) < 0x80 else size for c in text)

    def text(self, x, y, text, size, bold=False, grey=0.0, angle=0):
        self.sheet.text(x / flow.PAGE_WIDTH, 1 - y / flow.PAGE_HEIGHT, text, fontsize=size,
                        fontproperties=self.face, color=str(grey), rotation=-angle,
                        va="baseline", ha="left", parse_math=False)

    def line(self, x0, y0, x1, y1, width):
        self.sheet.add_artist(Line2D([x0 / flow.PAGE_WIDTH, x1 / flow.PAGE_WIDTH],
                                     [1 - y0 / flow.PAGE_HEIGHT, 1 - y1 / flow.PAGE_HEIGHT],
                                     linewidth=width, color="black"))

    def ring(self, x, y, radius):
        self.sheet.add_artist(Circle((x, flow.PAGE_HEIGHT - y), radius, fill=False, color="red",
                                     transform=None))

    def page(self):
        self.end_page()
        self.sheet = Figure((flow.PAGE_WIDTH / 72, flow.PAGE_HEIGHT / 72))

    def end_page(self):
        if self.sheet:
            self.pdf.savefig(self.sheet)

    def finish(self):
        self.end_page()
        self.pdf.close()


def restrict(layout):
    """The fonts have no thin or non-breaking blanks, no U+2212 and no radicals."""
    layout.spelling = limited(layout.spelling, ["hyphen", "full-width"], ("none", "space"),
                              radicals=False)
    if layout.missing == "–":
        layout.missing = "—"


def make(document, path, rng):
    flow.run(document, Canvas(path, FILES[document.layout.font]))
