"""Text that is not drawn, over a picture of its page, as Tesseract and OCRmyPDF write it."""

import html
import re

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

FONT = "STSong-Light"
INVISIBLE = 3
PLAIN = str.maketrans("\u2011\u2212", "--")     # every minus is recognised as a hyphen
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


def write(boxes, pictures, target):
    """`boxes` is what `pdftotext -bbox` prints, `pictures` a file for each page."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    made = canvas.Canvas(str(target), invariant=1)
    for (width, height, words), picture in zip(PAGE.findall(boxes), pictures, strict=True):
        width, height = float(width), float(height)
        made.setPageSize((width, height))
        for x0, y0, x1, y1, word in WORD.findall(words):
            x0, y0, x1, y1 = map(float, (x0, y0, x1, y1))
            text, size = html.unescape(word).translate(PLAIN), max(y1 - y0, 1)
            natural = pdfmetrics.stringWidth(text, FONT, size)
            if natural == 0 or x1 <= x0:
                continue
            line = made.beginText(x0, height - y1 + 0.2 * size)
            line.setFont(FONT, size)
            line.setTextRenderMode(INVISIBLE)
            line.setHorizScale(100 * (x1 - x0) / natural)
            line.textOut(text)
            made.drawText(line)
        made.drawImage(ImageReader(str(picture)), 0, 0, width, height)
        made.showPage()
    made.save()
