"""Text shaped by Pango, drawn by Cairo."""

import functools

import cairo
import gi

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo  # noqa: E402

from .. import flow  # noqa: E402

FONTS = {"serif": "Liberation Serif, AR PL SungtiL GB, serif",
         "sans": "Liberation Sans, WenQuanYi Zen Hei, sans-serif"}


class Canvas:
    def __init__(self, path, family):
        self.surface = cairo.PDFSurface(str(path), flow.PAGE_WIDTH, flow.PAGE_HEIGHT)
        self.surface.set_metadata(cairo.PDFMetadata.CREATE_DATE, "2024-07-01T00:00:00Z")
        self.context = cairo.Context(self.surface)
        self.layout = PangoCairo.create_layout(self.context)
        self.family = family
        self.started = False
        self.width = functools.lru_cache(maxsize=None)(self.width)

    def set(self, text, size, bold):
        font = Pango.FontDescription(self.family)
        font.set_absolute_size(size * Pango.SCALE)
        font.set_weight(Pango.Weight.BOLD if bold else Pango.Weight.NORMAL)
        self.layout.set_font_description(font)
        self.layout.set_text(text, -1)

    def width(self, text, size, bold=False):
        self.set(text, size, bold)
        return self.layout.get_extents()[1].width / Pango.SCALE

    def text(self, x, y, text, size, bold=False, grey=0.0, angle=0):
        self.set(text, size, bold)
        context = self.context
        context.save()
        context.set_source_rgb(grey, grey, grey)
        context.translate(x, y)
        context.rotate(angle * 3.14159265 / 180)
        context.move_to(0, -self.layout.get_baseline() / Pango.SCALE)
        PangoCairo.update_layout(context, self.layout)
        PangoCairo.show_layout(context, self.layout)
        context.restore()

    def line(self, x0, y0, x1, y1, width):
        self.context.set_source_rgb(0, 0, 0)
        self.context.set_line_width(width)
        self.context.move_to(x0, y0)
        self.context.line_to(x1, y1)
        self.context.stroke()

    def ring(self, x, y, radius):
        self.context.set_source_rgb(0.8, 0, 0)
        self.context.set_line_width(3)
        self.context.arc(x, y, radius, 0, 6.2832)
        self.context.stroke()

    def page(self):
        if self.started:
            self.context.show_page()
        self.started = True

    def finish(self):
        self.surface.finish()


def make(document, path, rng):
    flow.run(document, Canvas(path, FONTS[document.layout.font]))
