"""libharu with SimSun in GBK-EUC-H: a TrueType font that is named, not embedded."""

import ctypes
import ctypes.util
import functools
import math

from .. import flow
from ..spelling import limited

F = ctypes.c_float
P = ctypes.c_void_p


def library():
    haru = ctypes.CDLL(ctypes.util.find_library("hpdf") or "libhpdf.so")
    for name, result, *arguments in (
            ("HPDF_New", P, P, P), ("HPDF_UseCNSFonts", ctypes.c_ulong, P),
            ("HPDF_UseCNSEncodings", ctypes.c_ulong, P),
            ("HPDF_GetFont", P, P, ctypes.c_char_p, ctypes.c_char_p),
            ("HPDF_AddPage", P, P), ("HPDF_SetCompressionMode", ctypes.c_ulong, P, ctypes.c_uint),
            ("HPDF_Page_SetWidth", ctypes.c_ulong, P, F), ("HPDF_Page_SetHeight", ctypes.c_ulong, P, F),
            ("HPDF_Page_SetFontAndSize", ctypes.c_ulong, P, P, F),
            ("HPDF_Page_TextWidth", F, P, ctypes.c_char_p),
            ("HPDF_Page_BeginText", ctypes.c_ulong, P), ("HPDF_Page_EndText", ctypes.c_ulong, P),
            ("HPDF_Page_SetTextMatrix", ctypes.c_ulong, P, F, F, F, F, F, F),
            ("HPDF_Page_ShowText", ctypes.c_ulong, P, ctypes.c_char_p),
            ("HPDF_Page_SetGrayFill", ctypes.c_ulong, P, F),
            ("HPDF_Page_SetLineWidth", ctypes.c_ulong, P, F),
            ("HPDF_Page_MoveTo", ctypes.c_ulong, P, F, F), ("HPDF_Page_LineTo", ctypes.c_ulong, P, F, F),
            ("HPDF_Page_Circle", ctypes.c_ulong, P, F, F, F), ("HPDF_Page_Stroke", ctypes.c_ulong, P),
            ("HPDF_SaveToFile", ctypes.c_ulong, P, ctypes.c_char_p), ("HPDF_Free", None, P)):
        function = getattr(haru, name)
        function.restype, function.argtypes = result, arguments
    return haru


class Canvas:
    def __init__(self, path, face):
        self.haru, self.path = library(), path
        self.pdf = self.haru.HPDF_New(None, None)
        self.haru.HPDF_UseCNSFonts(self.pdf)
        self.haru.HPDF_UseCNSEncodings(self.pdf)
        self.haru.HPDF_SetCompressionMode(self.pdf, 15)
        self.fonts = [self.haru.HPDF_GetFont(self.pdf, name.encode(), b"GBK-EUC-H")
                      for name in (face, face + ",Bold")]
        self.sheet = None
        self.width = functools.lru_cache(maxsize=None)(self.width)

    def width(self, text, size, bold=False):
        return sum(size / 2 if ord(c) < 0x80 else size for c in text)

    def text(self, x, y, text, size, bold=False, grey=0.0, angle=0):
        cosine, sine = math.cos(math.radians(-angle)), math.sin(math.radians(-angle))
        haru, page = self.haru, self.sheet
        haru.HPDF_Page_BeginText(page)
        haru.HPDF_Page_SetGrayFill(page, grey)
        haru.HPDF_Page_SetFontAndSize(page, self.fonts[bold], size)
        haru.HPDF_Page_SetTextMatrix(page, cosine, sine, -sine, cosine, x, flow.PAGE_HEIGHT - y)
        haru.HPDF_Page_ShowText(page, text.encode("gbk"))
        haru.HPDF_Page_EndText(page)

    def line(self, x0, y0, x1, y1, width):
        haru, page = self.haru, self.sheet
        haru.HPDF_Page_SetLineWidth(page, width)
        haru.HPDF_Page_MoveTo(page, x0, flow.PAGE_HEIGHT - y0)
        haru.HPDF_Page_LineTo(page, x1, flow.PAGE_HEIGHT - y1)
        haru.HPDF_Page_Stroke(page)

    def ring(self, x, y, radius):
        self.haru.HPDF_Page_Circle(self.sheet, x, flow.PAGE_HEIGHT - y, radius)
        self.haru.HPDF_Page_Stroke(self.sheet)

    def page(self):
        self.sheet = self.haru.HPDF_AddPage(self.pdf)
        self.haru.HPDF_Page_SetWidth(self.sheet, flow.PAGE_WIDTH)
        self.haru.HPDF_Page_SetHeight(self.sheet, flow.PAGE_HEIGHT)

    def finish(self):
        self.haru.HPDF_SaveToFile(self.pdf, str(self.path).encode())
        self.haru.HPDF_Free(self.pdf)


def restrict(layout):
    """GBK has no thin or non-breaking blanks, no U+2212 and no radicals."""
    layout.spelling = limited(layout.spelling, ["full-width", "hyphen", "en dash"],
                              ("none", "space"), radicals=False)
    if layout.missing == "–":
        layout.missing = "—"


def make(document, path, rng):
    flow.run(document, Canvas(path, rng.choice(["SimSun", "SimHei"])))
