"""HTML set by Qt's text documents, as applications print what they show."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", "/tmp")

from PyQt5.QtCore import QMarginsF, QSizeF  # noqa: E402
from PyQt5.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument  # noqa: E402

from ..html import render  # noqa: E402

DPI = 96      # of Qt's HTML
application = QGuiApplication([])


def restrict(layout):
    """Its CSS is small, and it prints page numbers of its own."""
    layout.running_head = layout.page_numbers = "none"
    layout.watermark = layout.stamp = layout.bold_twice = False


def make(document, path, rng):
    text = QTextDocument()
    text.setHtml(render(document, native_footnotes=False))
    writer = QPdfWriter(str(path))
    writer.setResolution(1200)
    writer.setPageSize(QPageSize(QPageSize.A4))
    side = document.layout.margin_mm
    writer.setPageMargins(QMarginsF(side, 20, side, 20), QPageLayout.Millimeter)
    text.print_(writer)
