"""LibreOffice Draw: every piece of text is a frame of its own, as in posters and leaflets."""

from html import escape

from .. import flow, recorded
from ..recorded import restrict  # noqa: F401: the same fonts
from . import libreoffice

FONTS = {"serif": ("Liberation Serif", "AR PL SungtiL GB"),
         "sans": ("Liberation Sans", "AR PL KaitiM GB")}
ASCENT = 0.9      # of the first line's baseline below its frame, about


class Canvas:
    def __init__(self, face):
        self.latin, self.chinese = FONTS[face]
        self.styles, self.pages = {}, []
        self.width = recorded.Canvas([recorded.FONTS / file for file in recorded.FILES[face]]).width

    def style(self, size, bold, grey):
        """The name of the paragraph style."""
        return self.styles.setdefault((size, bold, grey), f"T{len(self.styles)}")

    def text(self, x, y, text, size, bold=False, grey=0.0, angle=0):
        width, name = self.width(text, size, bold), self.style(size, bold, grey)
        place = f'svg:x="{x:.2f}pt" svg:y="{y - ASCENT * size:.2f}pt"' if not angle else \
            f'draw:transform="rotate({-angle * 3.14159 / 180:.4f}) translate({x:.2f}pt {y:.2f}pt)"'
        self.pages[-1].append(
            f'<draw:frame draw:style-name="frame" svg:width="{width:.2f}pt" svg:height="{size:.2f}pt" '
            f'{place}><draw:text-box><text:p text:style-name="{name}">'
            f"{escape(text).replace(' ', '<text:s/>')}</text:p></draw:text-box></draw:frame>")

    def line(self, x0, y0, x1, y1, width):
        self.pages[-1].append(f'<draw:line draw:style-name="line" svg:x1="{x0:.2f}pt" svg:y1="{y0:.2f}pt" '
                              f'svg:x2="{x1:.2f}pt" svg:y2="{y1:.2f}pt"/>')

    def ring(self, x, y, radius):
        self.pages[-1].append(
            f'<draw:ellipse draw:style-name="ring" svg:x="{x - radius:.2f}pt" svg:y="{y - radius:.2f}pt" '
            f'svg:width="{2 * radius:.2f}pt" svg:height="{2 * radius:.2f}pt"/>')

    def page(self):
        self.pages.append([])

    def finish(self):
        pass

    def source(self):
        styles = "".join(
            f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
            f'fo:margin-top="0pt" fo:margin-bottom="0pt"/><style:text-properties fo:font-size="{size}pt" '
            f'style:font-size-asian="{size}pt" style:font-name="latin" style:font-name-asian="chinese" '
            f'fo:font-weight="{weight}" style:font-weight-asian="{weight}" '
            f'fo:color="#{int(grey * 255):02x}{int(grey * 255):02x}{int(grey * 255):02x}"/></style:style>'
            for (size, bold, grey), name in self.styles.items()
            for weight in ["bold" if bold else "normal"])
        frame = ('<style:graphic-properties draw:stroke="none" draw:fill="none" fo:padding="0pt" '
                 'draw:auto-grow-width="true" draw:auto-grow-height="true" fo:wrap-option="no-wrap" '
                 'draw:textarea-horizontal-align="left" draw:textarea-vertical-align="top"/>')
        line = '<style:graphic-properties svg:stroke-width="0.5pt" svg:stroke-color="#000000" draw:fill="none"/>'
        pages = "".join(f'<draw:page draw:name="p{n}" draw:master-page-name="sheet">{"".join(shapes)}'
                        "</draw:page>" for n, shapes in enumerate(self.pages, 1))
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.graphics">
<office:font-face-decls><style:font-face style:name="latin" svg:font-family="'{self.latin}'"/>
<style:font-face style:name="chinese" svg:font-family="'{self.chinese}'"/></office:font-face-decls>
<office:automatic-styles><style:page-layout style:name="a4"><style:page-layout-properties
 fo:page-width="{flow.PAGE_WIDTH}pt" fo:page-height="{flow.PAGE_HEIGHT}pt" fo:margin="0pt"/></style:page-layout>
{styles}<style:style style:name="frame" style:family="graphic">{frame}</style:style>
<style:style style:name="line" style:family="graphic">{line}</style:style>
<style:style style:name="ring" style:family="graphic">{line}</style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="sheet" style:page-layout-name="a4"/></office:master-styles>
<office:body><office:drawing>{pages}</office:drawing></office:body></office:document>
"""


def make(document, path, rng):
    canvas = Canvas(document.layout.font)
    flow.run(document, canvas)
    libreoffice.convert_text(canvas.source(), ".fodg", path)
