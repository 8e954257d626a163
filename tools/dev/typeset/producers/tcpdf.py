"""HTML set by PHP's TCPDF, with a Chinese font that is named, not embedded."""

import subprocess

from ..html import render
from ..recorded import PLAYERS
from ..spelling import limited


def restrict(layout):
    """Adobe-GB1 has no thin blank, no U+2212 and no non-breaking hyphen, and the HTML is simple."""
    layout.spelling = limited(layout.spelling, ["hyphen", "en dash", "full-width"],
                              ("none", "space"), radicals=False)
    layout.bold_twice = layout.watermark = layout.stamp = False
    layout.rows_break = True


def make(document, path, rng):
    layout = document.layout
    page = path.with_suffix(".html")
    page.write_text(render(document, native_footnotes=False), encoding="utf-8")
    subprocess.run(["php", PLAYERS / "tcpdf.php", page, path, str(layout.margin_mm),
                    "" if layout.running_head == "none" else document.running_head,
                    "" if layout.page_numbers == "none" else layout.page_numbers, str(layout.font_pt)],
                   check=True, capture_output=True, timeout=300)
    page.unlink()
