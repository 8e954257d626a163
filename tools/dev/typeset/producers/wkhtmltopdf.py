"""HTML printed by wkhtmltopdf: an old WebKit and Qt's PDF engine, which knows no page margins in CSS."""

import os
import subprocess

from ..html import render


def restrict(layout):
    """It has neither running heads nor page numbers without a patched Qt."""
    layout.running_head = layout.page_numbers = "none"


def make(document, path, rng):
    page = path.with_suffix(".html")
    page.write_text(render(document, native_footnotes=False), encoding="utf-8")
    side = f"{document.layout.margin_mm}mm"
    subprocess.run(["wkhtmltopdf", "-q", "-s", "A4", "-T", "25mm", "-B", "25mm", "-L", side, "-R", side,
                    page, path], check=True, capture_output=True, timeout=120,
                   env=dict(os.environ, QT_QPA_PLATFORM="offscreen"))
    page.unlink()
